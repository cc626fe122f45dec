using System.Text;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Taalaanbieder.Tests;

/// <summary>Each field of a school's messages: what it takes and what is a fault, one row per rule.</summary>
public sealed class TaalReaderTests
{
    private const string Wie = "\"partnerReferentie\":\"PR-0123456789\"";
    private const string Uren = "\"geplandeUren\":10,\"gevolgdeUren\":8,\"geoorloofdVerzuimUren\":1,\"ongeoorloofdVerzuimUren\":1";

    [Theory]
    [InlineData("presentie", $$"""{{{Wie}},"periode":"2024-10",{{Uren}}}""")]
    [InlineData("presentie", $$"""{{{Wie}},"periode":"2024-10","geplandeUren":0,"gevolgdeUren":0.25,"geoorloofdVerzuimUren":744,"ongeoorloofdVerzuimUren":0.50,"alfabetisering":{{{Uren}}},"correctie":false}""")]
    [InlineData("inschrijving", $$"""{{{Wie}},"datum":"2024-06-24"}""")]
    [InlineData("start", """{"bsn":"999990019","datum":"2024-08-26"}""")]
    [InlineData("voortgang", $$"""{{{Wie}},"vaardigheid":"knm","niveau":"alfa-C","datum":"2024-10-01","toets":"x"}""")]
    [InlineData("signaal", $$"""{{{Wie}},"soort":"leerroute-past-niet","datum":"2024-10-01"}""")]
    [InlineData("beeindiging", """{"vNummer":"2900000017","datum":"2099-12-31","reden":"diploma"}""")]
    [InlineData("attest-inzet", $$"""{{{Wie}},"datum":"2024-10-01","gevolgdeUren":599.75,"voldoendeInzet":false}""")]
    public void Read_WhatTheContractAllows_IsAnAnswer(string type, string data) =>
        Assert.Single(Assert.IsType<PartnerReply<Partnerbericht>.Answer>(Read(type, data)).Value.Personen);

    [Theory]
    [InlineData("presentie", $$"""{"periode":"2024-10",{{Uren}}}""", "/partnerReferentie")]
    [InlineData("presentie", $$"""{{{Wie}},"bsn":"999990019","periode":"2024-10",{{Uren}}}""", "/bsn")]
    [InlineData("start", $$"""{{{Wie}},"gemeentecode":"171","datum":"2024-08-26"}""", "/gemeentecode")]
    [InlineData("presentie", $$"""{{{Wie}},{{Uren}}}""", "/periode")]
    [InlineData("presentie", $$"""{{{Wie}},"periode":"10-2024",{{Uren}}}""", "/periode")]
    [InlineData("presentie", $$"""{{{Wie}},"periode":"2024-10-01",{{Uren}}}""", "/periode")]
    [InlineData("presentie", $$"""{{{Wie}},"periode":"2024-10","geplandeUren":10,"gevolgdeUren":-1,"geoorloofdVerzuimUren":0,"ongeoorloofdVerzuimUren":0}""", "/gevolgdeUren")]
    [InlineData("presentie", $$"""{{{Wie}},"periode":"2024-10","geplandeUren":10,"gevolgdeUren":1e1,"geoorloofdVerzuimUren":0,"ongeoorloofdVerzuimUren":0}""", "/gevolgdeUren")]
    [InlineData("presentie", $$"""{{{Wie}},"periode":"2024-10","geplandeUren":10,"gevolgdeUren":1.234,"geoorloofdVerzuimUren":0,"ongeoorloofdVerzuimUren":0}""", "/gevolgdeUren")]
    [InlineData("presentie", $$"""{{{Wie}},"periode":"2024-10","geplandeUren":10,"gevolgdeUren":"8","geoorloofdVerzuimUren":0,"ongeoorloofdVerzuimUren":0}""", "/gevolgdeUren")]
    [InlineData("presentie", $$"""{{{Wie}},"periode":"2024-10","geplandeUren":744.01,"gevolgdeUren":8,"geoorloofdVerzuimUren":0,"ongeoorloofdVerzuimUren":0}""", "/geplandeUren")]
    [InlineData("presentie", $$"""{{{Wie}},"periode":"2024-10","gevolgdeUren":8,"geoorloofdVerzuimUren":0,"ongeoorloofdVerzuimUren":0}""", "/geplandeUren")]
    [InlineData("presentie", $$"""{{{Wie}},"periode":"2024-10",{{Uren}},"alfabetisering":{"geplandeUren":10,"gevolgdeUren":8,"geoorloofdVerzuimUren":1} }""", "/alfabetisering/ongeoorloofdVerzuimUren")]
    [InlineData("presentie", $$"""{{{Wie}},"periode":"2024-10",{{Uren}},"alfabetisering":12}""", "/alfabetisering")]
    [InlineData("presentie", $$"""{{{Wie}},"periode":"2024-10",{{Uren}},"correctie":1}""", "/correctie")]
    [InlineData("inschrijving", $$"""{{{Wie}},"datum":"2024-06-24","verwachteStart":"2024-08-26","verwachtEinde":"2024-08-25"}""", "/verwachtEinde")]
    [InlineData("voortgang", $$"""{{{Wie}},"vaardigheid":"Lezen","niveau":"A2","datum":"2024-10-01"}""", "/vaardigheid")]
    [InlineData("voortgang", $$"""{{{Wie}},"vaardigheid":"lezen","niveau":"a2","datum":"2024-10-01"}""", "/niveau")]
    [InlineData("voortgang", $$"""{{{Wie}},"vaardigheid":"lezen","niveau":"A2","datum":"2024-10-01","uitslag":"behaald"}""", "/uitslag")]
    [InlineData("signaal", $$"""{{{Wie}},"soort":"ziek","datum":"2024-10-01"}""", "/soort")]
    [InlineData("beeindiging", $$"""{{{Wie}},"datum":"2024-10-01","reden":"verhuisd naar Assen"}""", "/reden")]
    [InlineData("attest-inzet", $$"""{{{Wie}},"datum":"2024-10-01","gevolgdeUren":600}""", "/voldoendeInzet")]
    public void Read_OneWrongField_IsOneFaultAtItsPlace(string type, string data, string plaats) =>
        Assert.Equal([plaats], Assert.IsType<PartnerReply<Partnerbericht>.Unreadable>(Read(type, data)).Fouten.Select(f => f.Pointer));

    [Fact]
    public void Read_WordsAtASignal_AtMost500()
    {
        static string Met(int lengte) => new JsonObject { ["bsn"] = "999990019", ["soort"] = "dreigende-uitval", ["datum"] = "2024-10-01", ["toelichting"] = new string('a', lengte) }.ToJsonString();

        Assert.IsType<PartnerReply<Partnerbericht>.Answer>(Read("signaal", Met(500)));
        Assert.IsType<PartnerReply<Partnerbericht>.Unreadable>(Read("signaal", Met(501)));
    }

    [Fact]
    public void Read_AFieldTheContractLacks_IsNeverInTheRecord()
    {
        var bericht = Assert.IsType<PartnerReply<Partnerbericht>.Answer>(Read("start", $$"""{{{Wie}},"datum":"2024-08-26","toelichting":"is ziek"}""")).Value;

        Assert.Equal([new Lesstart(new DateOnly(2024, 8, 26))], Assert.Single(bericht.Personen).Records);
    }

    private static PartnerReply<Partnerbericht> Read(string type, string data) =>
        PartnerBody.Read(Encoding.UTF8.GetBytes(data), fields => Readers[type].Read(fields));

    private static readonly Dictionary<string, IBerichtReader> Readers = new()
    {
        ["inschrijving"] = new TaalInschrijvingReader(),
        ["start"] = new TaalStartReader(),
        ["presentie"] = new TaalPresentieReader(),
        ["voortgang"] = new TaalVoortgangReader(),
        ["signaal"] = new TaalSignaalReader(),
        ["beeindiging"] = new TaalBeeindigingReader(),
        ["attest-inzet"] = new TaalAttestReader(),
    };
}
