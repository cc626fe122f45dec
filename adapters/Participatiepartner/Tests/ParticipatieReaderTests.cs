using System.Text;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Participatiepartner.Tests;

/// <summary>Each field of a participation partner's messages: what is a fault, one row per rule that no example shows.</summary>
public sealed class ParticipatieReaderTests
{
    [Theory]
    [InlineData("trajectfase", """{"fase":"binnenstage","sinds":"2024-09-02","verwachtTot":"2024-09-01"}""", "/verwachtTot")]
    [InlineData("trajectfase", """{"fase":"Binnenstage","sinds":"2024-09-02"}""", "/fase")]
    [InlineData("trajectfase", """{"fase":"binnenstage"}""", "/sinds")]
    [InlineData("activiteit", """{"kenmerk":"A","soort":"stage","startdatum":"2024-09-02","einddatum":"2024-09-01"}""", "/einddatum")]
    [InlineData("activiteit", """{"kenmerk":"12345678","soort":"stage","startdatum":"2024-09-02"}""", "/kenmerk")]
    [InlineData("activiteit", """{"kenmerk":"","soort":"stage","startdatum":"2024-09-02"}""", "/kenmerk")]
    [InlineData("activiteit", """{"kenmerk":"bij de bakker","soort":"stage","startdatum":"2024-09-02"}""", "/kenmerk")]
    [InlineData("activiteit", """{"kenmerk":"A","soort":"stage","startdatum":"2024-09-02","urenPerWeek":0}""", "/urenPerWeek")]
    [InlineData("activiteit", """{"kenmerk":"A","soort":"stage","startdatum":"2024-09-02","werkgever":"Bakkerij"}""", "/werkgever")]
    [InlineData("participatie-uren", """{"periode":"2024-09","uren":745}""", "/uren")]
    [InlineData("participatie-uren", """{"periode":"2024-09","uren":"72"}""", "/uren")]
    [InlineData("participatie-uren", """{"periode":"2024-09","uren":72.125}""", "/uren")]
    [InlineData("map-uren", """{"periode":"2024-09","themas":[{"thema":"praktijk","uren":400},{"thema":"netwerken","uren":400}]}""", "/themas")]
    [InlineData("map-uren", """{"periode":"2024-09"}""", "/themas")]
    [InlineData("map-eindgesprek-voorstel", """{}""", "/datum")]
    [InlineData("participatie-uitstroom", """{"datum":"2024-11-30"}""", "/reden")]
    [InlineData("no-show", """{"datum":"2024-10-07","bij":"map","ziek/melding~":true}""", "/ziek~1melding~0")]
    public void Read_OneWrongField_IsOneFaultAtItsPlace(string type, string data, string plaats) => Assert.Equal([plaats], Faults(type, data));

    [Theory]
    [InlineData("""{"fase":"evaluatie","sinds":"2024-09-02","partnerReferentie":"PR-0123456789","bsn":"999990019"}""", "/bsn")]
    [InlineData("""{"fase":"evaluatie","sinds":"2024-09-02"}""", "/partnerReferentie")]
    [InlineData("""{"fase":"evaluatie","sinds":"2024-09-02","partnerReferentie":"PR-0123456789","gemeentecode":"17"}""", "/gemeentecode")]
    public void Read_PersonOrGemeenteWrong_IsOneFault(string data, string plaats) => Assert.Equal([plaats], Read("trajectfase", data).Fouten());

    private static string[] Faults(string type, string data) =>
        Read(type, data.Length == 2 ? """{"partnerReferentie":"PR-0123456789"}""" : $"{{\"partnerReferentie\":\"PR-0123456789\",{data[1..]}").Fouten();

    private static PartnerReply<Partnerbericht> Read(string type, string data)
    {
        IBerichtReader reader = type switch
        {
            "trajectfase" => new TrajectfaseReader(),
            "activiteit" => new ActiviteitReader(),
            "participatie-uren" => new ParticipatieUrenReader(),
            "map-uren" => new MapUrenReader(),
            "map-eindgesprek-voorstel" => new MapEindgesprekReader(),
            "participatie-uitstroom" => new ParticipatieUitstroomReader(),
            _ => new NoShowReader(),
        };
        return PartnerBody.Read(Encoding.UTF8.GetBytes(data), reader.Read);
    }
}

/// <summary>Places of the faults of a reply that has them.</summary>
internal static class Foutplaatsen
{
    public static string[] Fouten(this PartnerReply<Partnerbericht> reply) => [.. Assert.IsType<PartnerReply<Partnerbericht>.Unreadable>(reply).Fouten.Select(f => f.Pointer)];
}
