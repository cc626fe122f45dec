using System.Text;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Vluchtelingenwerk.Tests;

/// <summary>Each field of VluchtelingenWerk's messages: what is a fault, one row per rule that no example shows.</summary>
public sealed class VluchtelingenwerkReaderTests
{
    [Theory]
    [InlineData("pvt-uren", """{"periode":"2024-10"}""", "/uren")]
    [InlineData("pvt-uren", """{"periode":"2024-10","uren":-1}""", "/uren")]
    [InlineData("pvt-uren", """{"periode":"2024-10","uren":4,"excursieuren":-1}""", "/excursieuren")]
    [InlineData("pvt-ondertekening", """{"datum":"2024-11-11"}""", "/documentReferentie")]
    [InlineData("pvt-ondertekening", """{"datum":"2024-11-11","documentReferentie":"map 3"}""", "/documentReferentie")]
    [InlineData("pvt-ondertekening", """{"datum":"2024-11-11","documentReferentie":"PVT-1","verwijtbaar":true}""", "/verwijtbaar")]
    [InlineData("begeleiding-status", """{"samenredzaamheid":{"datum":"2024-10-28","score":0}}""", "/samenredzaamheid/score")]
    [InlineData("begeleiding-status", """{"samenredzaamheid":{"datum":"2024-10-28","score":3,"domein":"lichamelijke gezondheid"}}""", "/samenredzaamheid/domein")]
    [InlineData("begeleiding-status", """{"uren":{"periode":"2024-10","uren":4,"toelichting":"x"}}""", "/uren/toelichting")]
    [InlineData("begeleiding-status", """{"onderwerpen":"huur"}""", "/onderwerpen")]
    [InlineData("begeleiding-einde", """{"overgedragenAan":"welzijnswerk"}""", "/einddatum")]
    [InlineData("begeleiding-einde", """{"einddatum":"2024-11-08","overgedragenAan":"ggz"}""", "/overgedragenAan")]
    public void Read_OneWrongField_IsOneFaultAtItsPlace(string type, string data, string plaats)
    {
        IBerichtReader reader = type switch
        {
            "pvt-uren" => new PvtUrenReader(),
            "pvt-ondertekening" => new PvtOndertekeningReader(),
            "begeleiding-status" => new BegeleidingStatusReader(),
            _ => new BegeleidingEindeReader(),
        };
        var reply = PartnerBody.Read(Encoding.UTF8.GetBytes($"{{\"partnerReferentie\":\"PR-0123456789\",{data[1..]}"), reader.Read);

        Assert.Equal([plaats], Assert.IsType<PartnerReply<Partnerbericht>.Unreadable>(reply).Fouten.Select(f => f.Pointer));
    }
}
