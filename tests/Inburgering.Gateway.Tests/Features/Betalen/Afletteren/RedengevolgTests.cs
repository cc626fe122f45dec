using Inburgering.Gateway.Features.Betalen.Afletteren;
using Inburgering.Gateway.Partners.Betalen;
using static Inburgering.Gateway.Tests.Features.Betalen.Afletteren.Bankwoorden;

namespace Inburgering.Gateway.Tests.Features.Betalen.Afletteren;

/// <summary>The table of reasons of payments 7: the same of a refusal as of a return.</summary>
public sealed class RedengevolgTests
{
    private const string Huur = "ZW7Q2K-202612-HUUR-1", Leefgeld = "ZW7Q2K-202612-LEEF-1";

    [Theory]
    [InlineData("AC01", Huur, "RekeningGeblokkeerd AC01", "RekeningOnjuist Taak")]
    [InlineData("AC04", Huur, "RekeningGeblokkeerd AC04", "RekeningGesloten Taak")]
    [InlineData("AC06", Huur, "RekeningGeblokkeerd AC06", "RekeningGesloten Taak")]
    [InlineData("AC01", Leefgeld, "RekeningGeblokkeerd AC01", "RekeningOnjuist Taak")]
    [InlineData("AC04", Leefgeld, "RekeningGeblokkeerd AC04", "RekeningGesloten Spoed")]
    [InlineData("AC06", Leefgeld, "RekeningGeblokkeerd AC06", "RekeningGesloten Spoed")]
    [InlineData("MD07", Huur, "DossierStopt", "Overleden Taak")]
    [InlineData("FF01", Huur, "ProfielStopt", "Bestandsfout Taak")]
    [InlineData("AM04", Huur, "", "Saldo Taak")]
    [InlineData("MS02", Huur, "", "DoorOntvangerGeweigerd Taak")]
    [InlineData("RR04", Huur, "", "Toezicht Taak")]
    [InlineData("ZZ99", Huur, "", "Onbekend Taak")]
    public void Reden_VanEenOpdracht_DoetHetzelfdeBijWeigeringEnRetour(string reden, string kenmerk, string maatregel, string taak)
    {
        foreach (var (bericht, code) in new (Bankbericht, Signaalcode)[]
        {
            (Statusbericht("PART", null, (kenmerk, $"RJCT {reden}")), Signaalcode.Geweigerd),
            (Afschrift("S1", Post(-100, kenmerk), Post(100, kenmerk, reden)), Signaalcode.Retour),
        })
        {
            var kas = new Kas([Kas.Opdracht(kenmerk, 100)], Kas.Batch(Batchstand.Aangeboden, [Betaalid.Parse(kenmerk)]));

            kas.Ontvang(bericht);

            Assert.Equal(maatregel, string.Join(' ', kas.Gevolgen.Select(Maatregel).OfType<string>()));
            var signaal = Assert.Single(kas.Signalen);
            Assert.Equal((code, taak, kenmerk), (signaal.Code, $"{signaal.Reden} {signaal.Ernst}", signaal.Kenmerk.ToString()));
        }
    }

    [Theory]
    [InlineData("FF01", "ProfielStopt", "Bestandsfout Alarm")]
    [InlineData("AC04", "", "RekeningGesloten Taak")]
    [InlineData("MD07", "", "Overleden Taak")]
    [InlineData("AM04", "", "Saldo Taak")]
    public void Reden_VanHeelHetBestand_BlokkeertGeenRekeningEnStoptGeenDossier(string reden, string maatregel, string taak)
    {
        var kas = Kas.Van(100, 200);

        kas.Ontvang(Statusbericht($"RJCT {reden}"));

        Assert.Equal(maatregel, string.Join(' ', kas.Gevolgen.Select(Maatregel).OfType<string>()));
        Assert.Equal(taak, string.Join(',', kas.Signalen.Select(s => $"{s.Reden} {s.Ernst}")));
    }

    [Fact]
    public void Reden_ZonderReden_IsEenTaakOmDeBankTeVragen()
    {
        var kas = Kas.Van(100);

        kas.Ontvang(Statusbericht("PART", null, (Kas.Kenmerk(0), "RJCT")));

        Assert.Equal(Redensoort.Onbekend, Assert.Single(kas.Signalen).Reden);
    }

    [Theory]
    [InlineData("ACCP AC04")]
    [InlineData("PDNG MD07")]
    [InlineData("RVNM AC01")]
    public void Reden_BijEenAndereStatus_BlokkeertNiets(string woorden)
    {
        var kas = Kas.Van(100);

        kas.Ontvang(Statusbericht("PART", null, (Kas.Kenmerk(0), woorden)));

        Assert.DoesNotContain(kas.Gevolgen, g => Maatregel(g) is not null);
    }

    private static string? Maatregel(Bankgevolg gevolg) => gevolg switch
    {
        Bankgevolg.RekeningGeblokkeerd(_, var code) => $"RekeningGeblokkeerd {code}",
        Bankgevolg.DossierStopt => "DossierStopt",
        Bankgevolg.ProfielStopt => "ProfielStopt",
        _ => null,
    };
}
