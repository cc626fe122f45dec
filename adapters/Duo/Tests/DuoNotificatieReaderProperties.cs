using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>Whatever arrives, the reader answers: it never throws, and a fault never holds what was sent.</summary>
public sealed class DuoNotificatieReaderProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true);

    private static readonly byte[] Valid =
        """{"registratieDatumTijd":"2024-05-06T09:15:30Z","gebeurtenisId":"SS139","bsn":"999990019","vNummer":2900000017}"""u8.ToArray();

    private static readonly string[] Names = ["registratieDatumTijd", "gebeurtenisId", "bsn", "vNummer", "extra", "", "\u0000", "é"];

    private static readonly string[] Pointers = ["", "/registratieDatumTijd", "/gebeurtenisId", "/bsn", "/vNummer"];

    [Fact]
    public void Read_RandomBytes_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => AssertRead(bytes ?? [])).Check(Runs);

    [Fact]
    public void Read_RandomJson_NeverThrows() =>
        Prop.ForAll(Arb.From(Gen.Sized(Json)), json => AssertRead(Encoding.UTF8.GetBytes(json))).Check(Runs);

    [Fact]
    public void Read_OneByteChanged_NeverThrows() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, Valid.Length - 1)), ArbMap.Default.ArbFor<byte>(), (place, value) =>
        {
            byte[] changed = [.. Valid];
            changed[place] = value;
            AssertRead(changed);
        }).Check(Runs);

    [Fact]
    public void Read_CutOff_NeverAnswers()
    {
        for (var length = 0; length < Valid.Length; length++)
        {
            Assert.IsType<PartnerReply<Gebeurtenis>.Unreadable>(AssertRead(Valid[..length]));
        }
    }

    private static PartnerReply<Gebeurtenis> AssertRead(byte[] bytes)
    {
        var reply = new DuoNotificatieReader().Read(bytes);
        if (reply is PartnerReply<Gebeurtenis>.Answer(var gebeurtenis))
        {
            Assert.InRange(gebeurtenis.Code.Length, 1, 6);
            return reply;
        }

        var faults = Assert.IsType<PartnerReply<Gebeurtenis>.Unreadable>(reply).Fouten;
        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.Contains(fault.Pointer, Pointers));
        return reply;
    }

    private static Gen<string> Json(int size) => size < 2
        ? Scalar()
        : Gen.OneOf(
            Scalar(),
            Gen.ListOf(Json(size / 3)).Select(items => $"[{string.Join(',', items.Take(5))}]"),
            Gen.ListOf(Member(size / 3)).Select(members => $"{{{string.Join(',', members)}}}"));

    private static Gen<string> Member(int size) =>
        from name in Gen.OneOf(Gen.Elements(Names), Text())
        from value in Json(size)
        select $"{Quote(name)}:{value}";

    private static Gen<string> Scalar() => Gen.OneOf(
        Gen.Elements("null", "true", "false", "-0", "1e9999", "0.1", "\"\\ud800\"", "\"2024-05-06T09:15:30Z\"", "\"SS139\"", "\"999990019\""),
        ArbMap.Default.GeneratorFor<long>().Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Text().Select(Quote));

    private static Gen<string> Text() => ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty);

    private static string Quote(string text) => JsonValue.Create(text).ToJsonString();
}
