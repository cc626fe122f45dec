using System.Globalization;
using System.Text;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

public sealed class DuoNotificatieReaderTests
{
    private const string Moment = "2024-05-06T09:15:30Z";

    private static readonly DuoNotificatieReader Reader = new();

    [Theory]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"SS139","bsn":"999990019","vNummer":2900000017}""")]
    [InlineData("""{"gebeurtenisId":"SS139","registratieDatumTijd":"2024-05-06T09:15:30Z"}""")]
    [InlineData(""" {"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"SS139","extra":{"a":[1,null,true]},"BSN":5} """)]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"SS139","bsn":"999990018"}""")]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"SS139","bsn":"000000000"}""")]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"0"}""")]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"ABC123"}""")]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"SS139","vNummer":0}""")]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"SS139","vNummer":9999999999}""")]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"\u0053S139"}""")]
    public void Read_WithinTheContract_IsAnswer(string body) => Assert.Equal("Answer", Read(body));

    [Theory]
    [InlineData("{}", "/registratieDatumTijd /gebeurtenisId")]
    [InlineData("""{"registratieDatumTijd":null,"gebeurtenisId":null,"bsn":null,"vNummer":null}""", "/registratieDatumTijd /gebeurtenisId /bsn /vNummer")]
    [InlineData("""{"registratieDatumTijd":"gisteren","gebeurtenisId":"ss139","bsn":"12345678","vNummer":-1}""", "/registratieDatumTijd /gebeurtenisId /bsn /vNummer")]
    [InlineData("""{"registratieDatumTijd":1714986930,"gebeurtenisId":139,"bsn":999990019,"vNummer":"2900000017"}""", "/registratieDatumTijd /gebeurtenisId /bsn /vNummer")]
    [InlineData("""{"registratieDatumTijd":{},"gebeurtenisId":[],"bsn":{},"vNummer":true}""", "/registratieDatumTijd /gebeurtenisId /bsn /vNummer")]
    public void Read_SeveralFaults_NamesEachAtItsPlace(string body, string pointers) => Assert.Equal($"Unreadable({pointers})", Read(body));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"SS139\"")]
    [InlineData("139")]
    [InlineData("{")]
    [InlineData("""{"gebeurtenisId":"SS139",}""")]
    [InlineData("""{'gebeurtenisId':'SS139'}""")]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"SS139"}{}""")]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"SS139"} x""")]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z",/* */"gebeurtenisId":"SS139"}""")]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"SS139","gebeurtenisId":"SS139"}""")]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"SS139","\u0067ebeurtenisId":"SS101"}""")]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"SS139","extra":{"a":1,"a":2}}""")]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"SS139","extra":"\ud800"}""")]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"SS139","\udc00":1}""")]
    [InlineData("""{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"SS139","diep":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}""")]
    public void Read_NoSingleJsonObject_IsOneFaultOfTheWhole(string body) => Assert.Equal("Unreadable()", Read(body));

    [Fact]
    public void Read_ByteOrderMark_IsAFault() =>
        Assert.Equal("Unreadable()", Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(With("gebeurtenisId", "\"SS139\""))]));

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0xC0)]
    [InlineData(0x80)]
    public void Read_InvalidUtf8_IsAFault(byte wrong) =>
        Assert.Equal("Unreadable()", Read([.. "{\"extra\":\""u8, wrong, .. "\"}"u8]));

    [Fact]
    public void Read_Utf16_IsAFault() => Assert.Equal("Unreadable()", Read(Encoding.Unicode.GetBytes("{}")));

    [Theory]
    [InlineData("2024-05-06T09:15:30Z", "2024-05-06T09:15:30.0000000+00:00")]
    [InlineData("2024-05-06T09:15:30+02:00", "2024-05-06T09:15:30.0000000+02:00")]
    [InlineData("2024-05-06T09:15:30-11:30", "2024-05-06T09:15:30.0000000-11:30")]
    [InlineData("2024-05-06T09:15:30+00:00", "2024-05-06T09:15:30.0000000+00:00")]
    [InlineData("2024-05-06T09:15:30.5Z", "2024-05-06T09:15:30.5000000+00:00")]
    [InlineData("2024-05-06T09:15:30.123456789Z", "2024-05-06T09:15:30.1234567+00:00")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.0000000+00:00")]
    [InlineData("2999-12-31T23:59:59Z", "2999-12-31T23:59:59.0000000+00:00")]
    public void Read_MomentWithOffset_IsKept(string text, string moment) =>
        Assert.Equal(moment, Answer(With("registratieDatumTijd", $"\"{text}\"")).Tijdstip.ToString("o", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2024-05-06T09:15:30-00:00")]
    [InlineData("2024-05-06T09:15:30")]
    [InlineData("2024-05-06T09:15Z")]
    [InlineData("2024-05-06")]
    [InlineData("2024-05-06 09:15:30Z")]
    [InlineData("2024-05-06t09:15:30Z")]
    [InlineData("2024-05-06T09:15:30z")]
    [InlineData("2024-05-06T09:15:30+0200")]
    [InlineData("2024-05-06T09:15:30+02")]
    [InlineData("2024-05-06T09:15:30.Z")]
    [InlineData("2024-05-06T09:15:30,5Z")]
    [InlineData("2024-13-06T09:15:30Z")]
    [InlineData("2023-02-29T09:15:30Z")]
    [InlineData("2024-05-06T24:00:00Z")]
    [InlineData("2024-05-06T09:60:30Z")]
    [InlineData("2024-05-06T09:15:61Z")]
    [InlineData("2024-05-06T09:15:30+24:00")]
    [InlineData("2024-05-06T09:15:30+02:60")]
    [InlineData("0000-05-06T09:15:30Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59.9999999-14:00")]
    [InlineData("20240506T091530Z")]
    [InlineData("24-05-06T09:15:30Z")]
    [InlineData("+2024-05-06T09:15:30Z")]
    [InlineData(" 2024-05-06T09:15:30Z")]
    [InlineData("2024-05-06T09:15:30Z\\n")]
    [InlineData("\\u0662024-05-06T09:15:30Z")]
    [InlineData("٢٠٢٤-05-06T09:15:30Z")]
    [InlineData("")]
    public void Read_MomentOutsideRfc3339_IsAFault(string text) =>
        Assert.Equal("Unreadable(/registratieDatumTijd)", Read(With("registratieDatumTijd", $"\"{text}\"")));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"SS1390X\"")]
    [InlineData("\"ss139\"")]
    [InlineData("\"SS 13\"")]
    [InlineData("\"SS-13\"")]
    [InlineData("\"SÉ139\"")]
    [InlineData("\"SS13٩\"")]
    [InlineData("\"SS139\\n\"")]
    [InlineData("\"SS1\\u0000\"")]
    public void Read_CodeOutsideThePattern_IsAFault(string json) => Assert.Equal("Unreadable(/gebeurtenisId)", Read(With("gebeurtenisId", json)));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"12345678\"")]
    [InlineData("\"1234567890\"")]
    [InlineData("\"99999001x\"")]
    [InlineData("\"99999001 \"")]
    [InlineData("\"٩٩٩٩٩٠٠١٩\"")]
    [InlineData("999990019")]
    public void Read_BsnThatIsNotNineDigits_IsAFault(string json) => Assert.Equal("Unreadable(/bsn)", Read(With("bsn", json)));

    [Theory]
    [InlineData("-1")]
    [InlineData("10000000000")]
    [InlineData("1.5")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("1e400")]
    [InlineData("99999999999999999999999999")]
    [InlineData("\"2900000017\"")]
    public void Read_VNummerThatIsNoInteger_IsAFault(string json) => Assert.Equal("Unreadable(/vNummer)", Read(With("vNummer", json)));

    [Fact]
    public void Read_Numbers_ArriveWithTheirZeros()
    {
        var read = Answer($$"""{"registratieDatumTijd":"{{Moment}}","gebeurtenisId":"SS139","bsn":"999990019","vNummer":42}""");
        var nullen = Answer(With("bsn", "\"000000018\""));      // nine digits with their zeros: only the 11-proef refuses it

        Assert.Equal("999990019", read.Bsn?.Reveal());
        Assert.Equal("0000000042", read.VNummer?.Reveal());
        Assert.False(read.BsnFaalt11Proef);
        Assert.True(nullen.BsnFaalt11Proef);
    }

    [Fact]
    public void Read_BsnThatFailsThe11Proef_IsFlaggedNotRefused()
    {
        var read = Answer(With("bsn", "\"999990018\""));

        Assert.True(read.BsnFaalt11Proef);
        Assert.Null(read.Bsn);
    }

    [Fact]
    public void Read_NeitherNumber_IsAnAnswerWithoutPerson()
    {
        var read = Answer(With("gebeurtenisId", "\"SS139\""));

        Assert.Null(read.Bsn);
        Assert.Null(read.VNummer);
        Assert.False(read.BsnFaalt11Proef);
    }

    [Fact]
    public void Read_UnknownCode_IsAnAnswerThatFetchesNothing()
    {
        var read = Answer(With("gebeurtenisId", "\"SS999\""));

        Assert.False(read.Bekend);
        Assert.Empty(read.Ophalen);
    }

    [Fact]
    public void Read_AnyFault_DoesNotRepeatTheValue()
    {
        var reply = Reader.Read("""{"registratieDatumTijd":"geheim","gebeurtenisId":"geheim","bsn":"geheim","vNummer":"geheim"}"""u8.ToArray());

        var faults = Assert.IsType<PartnerReply<Gebeurtenis>.Unreadable>(reply).Fouten;
        Assert.Equal(4, faults.Count);
        Assert.DoesNotContain(faults, fault => fault.ToString().Contains("geheim", StringComparison.Ordinal));
    }

    private static string With(string name, string json)
    {
        var fields = new Dictionary<string, string> { ["registratieDatumTijd"] = $"\"{Moment}\"", ["gebeurtenisId"] = "\"SS139\"" };
        fields[name] = json;
        return $"{{{string.Join(',', fields.Select(field => $"\"{field.Key}\":{field.Value}"))}}}";
    }

    private static string Read(string body) => Read(Encoding.UTF8.GetBytes(body));

    private static string Read(byte[] body) => ReplyText.Of(Reader.Read(body));

    private static Gebeurtenis Answer(string body) =>
        Assert.IsType<PartnerReply<Gebeurtenis>.Answer>(Reader.Read(Encoding.UTF8.GetBytes(body))).Value;
}
