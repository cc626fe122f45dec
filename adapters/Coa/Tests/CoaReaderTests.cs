using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Coa.Tests;

/// <summary>Each field of COA's messages: what it takes and what is a fault, one row per rule.</summary>
public sealed class CoaReaderTests
{
    private const string Goed = """{"gemeentecode":"1708","vNummer":"2900009001"}""";

    [Theory]
    [InlineData("koppeling")]
    [InlineData("koppeling-gewijzigd")]
    [InlineData("koppeling-vervallen")]
    [InlineData("klantprofiel-beschikbaar")]
    [InlineData("klantprofiel-gewijzigd")]
    [InlineData("overdracht-gepland")]
    [InlineData("uitstroom")]
    public void Read_OnlyGemeenteAndVNummer_IsAnAnswer(string type)
    {
        var bericht = Answer(type, Goed);

        Assert.Equal("1708", bericht.Gemeentecode);
        Assert.Equal("2900009001", Assert.Single(bericht.Personen).Persoon.VNummer!.Value.Reveal());
        Assert.Equal(type == "koppeling", bericht.OpentDossier);
    }

    [Theory]
    [InlineData("koppeling", """{"vNummer":"2900009001"}""", "/gemeentecode")]
    [InlineData("koppeling", """{"gemeentecode":"17","vNummer":"2900009001"}""", "/gemeentecode")]
    [InlineData("koppeling", """{"gemeentecode":1708,"vNummer":"2900009001"}""", "/gemeentecode")]
    [InlineData("koppeling", """{"gemeentecode":"1708"}""", "/vNummer")]
    [InlineData("koppeling", """{"gemeentecode":"1708","vNummer":null}""", "/vNummer")]
    [InlineData("koppeling", """{"gemeentecode":"1708","vNummer":"29000090011"}""", "/vNummer")]
    [InlineData("koppeling", """{"gemeentecode":"1708","vNummer":"V2900009"}""", "/vNummer")]
    [InlineData("koppeling", """{"gemeentecode":"1708","vNummer":"1","bsn":"999990018"}""", "/bsn")]
    [InlineData("koppeling", """{"gemeentecode":"1708","vNummer":"1","bsn":"000000000"}""", "/bsn")]
    [InlineData("koppeling", """{"gemeentecode":"1708","vNummer":"1","bsn":999997002}""", "/bsn")]
    [InlineData("koppeling", """{"gemeentecode":"1708","vNummer":"1","taal":"ARA"}""", "/taal")]
    [InlineData("koppeling", """{"gemeentecode":"1708","vNummer":"1","email":"a@b@c"}""", "/email")]
    [InlineData("koppeling", """{"gemeentecode":"1708","vNummer":"1","email":"@voorbeeld.example"}""", "/email")]
    [InlineData("koppeling", """{"gemeentecode":"1708","vNummer":"1","telefoon":"0612"}""", "/telefoon")]
    [InlineData("koppeling", """{"gemeentecode":"1708","vNummer":"1","gezinsleden":[{"vNummer":"2"}]}""", "/gezinsleden/0/relatie")]
    [InlineData("koppeling", """{"gemeentecode":"1708","vNummer":"1","gezinsleden":[{"vNummer":"0000000001","relatie":"kind"}]}""", "/gezinsleden")]
    [InlineData("koppeling", """{"gemeentecode":"1708","vNummer":"1","gezinsleden":[{"vNummer":"2","relatie":"kind"},{"vNummer":"02","relatie":"kind"}]}""", "/gezinsleden")]
    [InlineData("koppeling-vervallen", """{"gemeentecode":"1708","vNummer":"1","reden":"zomaar"}""", "/reden")]
    [InlineData("overdracht-gepland", """{"gemeentecode":"1708","vNummer":"1","moment":"2024-02-20T11:00:00"}""", "/moment")]
    [InlineData("overdracht-gepland", """{"gemeentecode":"1708","vNummer":"1","stand":"Gehouden"}""", "/stand")]
    [InlineData("uitstroom", """{"gemeentecode":"1708","vNummer":"1","reden":"onbekend"}""", "/reden")]
    [InlineData("klantprofiel-gewijzigd", """{"gemeentecode":"1708","vNummer":"1","klantprofiel":[]}""", "/klantprofiel")]
    [InlineData("klantprofiel-gewijzigd", """{"gemeentecode":"1708","vNummer":"1","voorinburgering":"ja"}""", "/voorinburgering")]
    public void Read_OneWrongField_IsOneFaultAtItsPlace(string type, string data, string plaats) => Assert.Equal([plaats], Faults(type, data));

    [Fact]
    public void Read_MoreFamilyThanAMessageHolds_IsOneFault()
    {
        var leden = new JsonArray([.. Enumerable.Range(2, 21).Select(n => new JsonObject { ["vNummer"] = $"{n}", ["relatie"] = "kind" })]);

        Assert.Equal(["/gezinsleden"], Faults("koppeling", new JsonObject { ["gemeentecode"] = "1708", ["vNummer"] = "1", ["gezinsleden"] = leden }.ToJsonString()));
    }

    [Fact]
    public void Read_FamilyMembers_EachHasOwnNumbersAndNobodyElses()
    {
        var bericht = Answer("koppeling", """
            {"gemeentecode":"1708","vNummer":"1","gezinsleden":[{"vNummer":"2","bsn":"999997002","relatie":"partner","naam":"Voorbeeld Twee"},{"vNummer":"3","relatie":"kind"}]}
            """);

        Assert.Equal(["0000000001", "0000000002", "0000000003"], bericht.Personen.Select(p => p.Persoon.VNummer!.Value.Reveal()));
        var gezinnen = bericht.Personen.Select(p => Assert.Single(p.Records.OfType<Gezin>())).ToArray();
        Assert.Equal([3, 3, 3], gezinnen.Select(g => g.Huishoudgrootte));
        Assert.Equal([2, 0, 0], gezinnen.Select(g => g.Leden.Count));
        Assert.All(bericht.Personen, p => Assert.True(Assert.Single(p.Records.OfType<Koppeling>()).Geldig));
    }

    [Fact]
    public void Read_PersonAlone_SaysNothingOfAHousehold() => Assert.Empty(Answer("koppeling", Goed).Personen[0].Records.OfType<Gezin>());

    private static Partnerbericht Answer(string type, string data) => Assert.IsType<PartnerReply<Partnerbericht>.Answer>(Read(type, data)).Value;

    private static string[] Faults(string type, string data) => [.. Assert.IsType<PartnerReply<Partnerbericht>.Unreadable>(Read(type, data)).Fouten.Select(f => f.Pointer)];

    private static PartnerReply<Partnerbericht> Read(string type, string data)
    {
        IBerichtReader reader = type switch
        {
            "koppeling" => new CoaKoppelingReader(),
            "koppeling-gewijzigd" => new CoaKoppelingGewijzigdReader(),
            "koppeling-vervallen" => new CoaKoppelingVervallenReader(),
            "klantprofiel-beschikbaar" or "klantprofiel-gewijzigd" => new CoaKlantprofielReader(),
            "overdracht-gepland" => new CoaOverdrachtReader(),
            _ => new CoaUitstroomReader(),
        };
        return PartnerBody.Read(System.Text.Encoding.UTF8.GetBytes(data), reader.Read);
    }
}
