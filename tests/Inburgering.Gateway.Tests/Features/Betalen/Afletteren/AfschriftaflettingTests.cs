using Inburgering.Gateway.Features.Betalen.Afletteren;
using Inburgering.Gateway.Partners.Betalen;
using static Inburgering.Gateway.Tests.Features.Betalen.Afletteren.Bankwoorden;

namespace Inburgering.Gateway.Tests.Features.Betalen.Afletteren;

using Opdrachtstand = Inburgering.Gateway.Partners.Betalen.Opdrachtstand;

/// <summary>camt.053 and camt.054 (payments 7): what is booked on an order, what is held, and what is said of it.</summary>
public sealed class AfschriftaflettingTests
{
    private static readonly string Een = Kas.Kenmerk(0);
    private static readonly string Twee = Kas.Kenmerk(1);
    private static readonly string Drie = Kas.Kenmerk(2);

    /// <summary>Three orders of 100, 200 and 100 to accounts 1, 2 and 3: the entry, the states after it, the sum that is booked and held, and the signals with their candidates.</summary>
    private static readonly (string Wat, Bankpost Post, string Standen, long Geboekt, long Aangehouden, string Signalen)[] Posten =
    [
        ("a debit", Post(-100, Een), "Uitgevoerd Aangeboden Aangeboden", -100, 0, ""),
        ("with the account of its creditor", Post(-100, Een, null, Iban(1)), "Uitgevoerd Aangeboden Aangeboden", -100, 0, ""),
        ("to another account", Post(-100, Een, null, Iban(2)), "Aangeboden Aangeboden Aangeboden", 0, -100, "AfschrijvingZonderOpdracht:Hoogste[0]"),
        ("to no IBAN", Verzameld(-100, Detail(-100, Een) with { AndereTegenrekening = true }), "Aangeboden Aangeboden Aangeboden", 0, -100, "AfschrijvingZonderOpdracht:Hoogste[0]"),
        ("a cent more", Post(-101, Een), "Aangeboden Aangeboden Aangeboden", 0, -101, "AfschrijvingZonderOpdracht:Hoogste[0]"),
        ("of an order that we do not know", Post(-100, "Z00000-202612-HUUR-1"), "Aangeboden Aangeboden Aangeboden", 0, -100, "AfschrijvingZonderOpdracht:Hoogste[]"),
        ("without an id", Post(-100, (string?)null), "Aangeboden Aangeboden Aangeboden", 0, -100, "NietTeMatchen:Taak[02]"),
        ("without an id, of no order's amount", Post(-300, (string?)null), "Aangeboden Aangeboden Aangeboden", 0, -300, "AfschrijvingZonderOpdracht:Hoogste[]"),
        ("without details", Verzameld(-200), "Aangeboden Aangeboden Aangeboden", 0, -200, "NietTeMatchen:Taak[1]"),
        ("not booked yet", Post(-100, Een) with { Stand = Poststand.InBehandeling }, "Aangeboden Aangeboden Aangeboden", 0, 0, ""),
        ("only told", Post(-100, Een) with { Stand = Poststand.Informatie }, "Aangeboden Aangeboden Aangeboden", 0, 0, ""),
        ("undone by the bank, off", Post(-100, Een) with { IsHerstel = true }, "Aangeboden Aangeboden Aangeboden", 0, -100, "Herstelboeking:Alarm[0]"),
        ("undone by the bank, on", Post(100, Een) with { IsHerstel = true }, "Aangeboden Aangeboden Aangeboden", 0, 100, "Herstelboeking:Alarm[0]"),
        ("undone by the bank, whole", Verzameld(100) with { IsHerstel = true }, "Aangeboden Aangeboden Aangeboden", 0, 100, "Herstelboeking:Alarm[]"),
        ("money from somebody else", Post(5000, "IETS-ANDERS"), "Aangeboden Aangeboden Aangeboden", 0, 0, ""),
        ("money without anything", Verzameld(5000), "Aangeboden Aangeboden Aangeboden", 0, 0, ""),
        ("money of our order without return information", Post(100, Een), "Aangeboden Aangeboden Aangeboden", 0, 100, "NietTeMatchen:Taak[0]"),
        ("a return of another's payment", Post(100, "IETS-ANDERS", "AC04"), "Aangeboden Aangeboden Aangeboden", 0, 100, "NietTeMatchen:Taak[]"),
        ("a return before its debit", Post(100, Een, "AC04"), "Aangeboden Aangeboden Aangeboden", 100, 0, "Retour:Taak[] RetourZonderAfschrijving:Taak[]"),
        ("a collective debit", Verzameld(-300, Detail(-100, Een), Detail(-200, Twee)), "Uitgevoerd Uitgevoerd Aangeboden", -300, 0, ""),
        ("of which one is not ours", Verzameld(-300, Detail(-100, Een), Detail(-200, "IETS-ANDERS")), "Uitgevoerd Aangeboden Aangeboden", -100, -200, "AfschrijvingZonderOpdracht:Hoogste[]"),
        ("that does not add up", Verzameld(-301, Detail(-100, Een), Detail(-200, Twee)), "Aangeboden Aangeboden Aangeboden", 0, -301, "VerzamelboekingKloptNiet:Alarm[01]"),
        ("of which one has no amount", Verzameld(-300, Detail(-100, Een), Detail(null, Twee)), "Aangeboden Aangeboden Aangeboden", 0, -300, "VerzamelboekingKloptNiet:Alarm[01]"),
        ("larger than a number holds", Verzameld(-300, Detail(long.MinValue + 1, Een), Detail(long.MinValue + 1, Twee)), "Aangeboden Aangeboden Aangeboden", 0, -300, "VerzamelboekingKloptNiet:Alarm[01]"),
    ];

    public static TheoryData<string> PostenWoorden => [.. Posten.Select(geval => geval.Wat)];

    [Theory]
    [MemberData(nameof(PostenWoorden))]
    public void Post_OpEenAfschrift_WordtGeboektOfAangehouden(string geval)
    {
        var (_, post, standen, geboekt, aangehouden, signalen) = Posten.Single(p => p.Wat == geval);
        var kas = Kas.Van(100, 200, 100);

        kas.Ontvang(Afschrift("S1", post));

        var woorden = string.Join(' ', kas.Signalen.Select(s => $"{s.Code}:{s.Ernst}[{string.Concat(s.Kandidaten.Select(k => int.Parse(k.ToString()[1..6], System.Globalization.CultureInfo.InvariantCulture)))}]"));
        Assert.Equal(
            (standen, geboekt, aangehouden, signalen),
            (kas.Standen, kas.Geboekt.Centen, kas.Aangehouden.Sum(a => a.Bedrag.Centen), woorden));
        Assert.All(kas.Aangehouden, a => Assert.Contains(kas.Signalen, s => s.Post == a.Sleutel));
    }

    /// <summary>A debit from every state: a booking is the proof, and where it cannot move an order it is still counted.</summary>
    [Theory]
    [InlineData("Aangeboden", "Uitgevoerd", "")]
    [InlineData("Geaccepteerd", "Uitgevoerd", "")]
    [InlineData("Afgewezen", "Uitgevoerd", "TegenstrijdigBericht:Hoogste")]
    [InlineData("Geannuleerd", "Geannuleerd", "TegenstrijdigBericht:Hoogste")]
    [InlineData("Vrijgegeven", "Vrijgegeven", "TegenstrijdigBericht:Hoogste")]
    public void Afschrijving_UitElkeStand_TeltEnVerbodenOvergangIsVanDeHoogsteErnst(string van, string naar, string signalen)
    {
        var kas = Kas.Van(Enum.Parse<Opdrachtstand>(van), Batchstand.Bevestigd, 100);

        kas.Ontvang(Afschrift("S1", Post(-100, Een)));

        Assert.Equal((naar, signalen, 1, true), (kas.Standen, kas.Signaalwoorden, kas[0].Afschrijvingen, kas[0].IsBetaald));
    }

    [Theory]
    [InlineData("Open", "Open", "TegenstrijdigBericht:Hoogste")]
    [InlineData("Verzegeld", "Gesloten", "TegenstrijdigBericht:Hoogste")]
    [InlineData("Ingetrokken", "Ingetrokken", "TegenstrijdigBericht:Hoogste")]
    [InlineData("WordtAangeboden", "Gesloten", "")]
    [InlineData("Onbekend", "Gesloten", "")]
    [InlineData("Geweigerd", "Gesloten", "")]
    public void Afschrijving_UitElkeBatch_BewijstDatDeBankHaarHeeft(string van, string naar, string signalen)
    {
        var kas = Kas.Van(Opdrachtstand.Aangeboden, Enum.Parse<Batchstand>(van), 100);

        kas.Ontvang(Afschrift("S1", Post(-100, Een)));

        Assert.Equal((naar, "Uitgevoerd", signalen), (kas.Stand.ToString(), kas.Standen, kas.Signaalwoorden));
    }

    [Fact]
    public void Afschrijving_VanEenAndereRekening_IsGeenMatch()
    {
        var kas = Kas.Van(100);
        var bericht = Afschrift("S1", Post(-100, Een), Post(-100, (string?)null), Post(100, Een, "AC04"));

        kas.Ontvang(bericht with { Lijst = [bericht.Lijst[0] with { Rekening = Iban(9) }] });

        Assert.Equal(("Aangeboden", "AfschrijvingZonderOpdracht:Hoogste NietTeMatchen:Taak AfschrijvingZonderOpdracht:Hoogste"), (kas.Standen, kas.Signaalwoorden));
        Assert.Empty(kas.Gevolgen.OfType<Bankgevolg.Geboekt>());
    }

    [Fact]
    public void Afschrijving_VanOpdrachtZonderBatch_IsVanDeHoogsteErnst()
    {
        var kas = new Kas([Kas.Opdracht(Een, 100) with { Batch = null, Stand = Opdrachtstand.Vrijgegeven }]);

        kas.Ontvang(Afschrift("S1", Post(-100, Een)));

        Assert.Equal(("Vrijgegeven", "AfschrijvingZonderOpdracht:Hoogste"), (kas.Standen, kas.Signaalwoorden));
        Assert.Equal([kas[0].Kenmerk], Assert.Single(kas.Signalen).Kandidaten);
    }

    [Fact]
    public void Afschrijving_TweedeKeer_BlijftUitgevoerdMetAlarm()
    {
        var kas = Kas.Van(100);

        kas.Ontvang(Afschrift("S1", Post(-100, Een)));
        Assert.Empty(kas.Signalen);
        kas.Ontvang(Afschrift("S2", Post(-100, Een)));

        Assert.Equal(("Uitgevoerd", "DubbelBetaald:Alarm", 2), (kas.Standen, kas.Signaalwoorden, kas[0].Afschrijvingen));
    }

    [Fact]
    public void Afschrijving_TweeKeerOpEenAfschrift_IsDubbelBetaald()
    {
        var kas = Kas.Van(100);

        kas.Ontvang(Afschrift("S1", Verzameld(-200, Detail(-100, Een), Detail(-100, Een))));

        Assert.Equal(("Uitgevoerd", "DubbelBetaald:Alarm"), (kas.Standen, kas.Signaalwoorden));
    }

    [Fact]
    public void Retour_VanEenAfschrijving_BoektTerugMetTaak()
    {
        var kas = Kas.Van(100, 200);

        kas.Ontvang(Afschrift("S1", Post(-100, Een), Post(-200, Twee)));
        kas.Ontvang(Afschrift("S2", Post(100, Een, "MS02", Gemeente)));

        Assert.Equal(("Teruggeboekt Uitgevoerd", "Retour:Taak", -200, false), (kas.Standen, kas.Signaalwoorden, kas.Geboekt.Centen, kas[0].IsBetaald));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(101)]
    public void Retour_MetAnderBedrag_WordtAangehouden(long centen)
    {
        var kas = Kas.Van(100);

        kas.Ontvang(Afschrift("S1", Post(-100, Een), Post(centen, Een, "AC04")));

        Assert.Equal(("Uitgevoerd", "RetourMetAnderBedrag:Taak", centen), (kas.Standen, kas.Signaalwoorden, Assert.Single(kas.Aangehouden).Bedrag.Centen));
        Assert.Empty(kas.Gevolgen.OfType<Bankgevolg.RekeningGeblokkeerd>());
    }

    [Fact]
    public void Retour_MeerDanErBetaaldIs_WordtAangehouden()
    {
        var kas = Kas.Van(100);

        kas.Ontvang(Afschrift("S1", Post(-100, Een), Post(100, Een, "MS02"), Post(100, Een, "MS02")));

        Assert.Equal(("Teruggeboekt", "Retour:Taak NietTeMatchen:Taak", 1), (kas.Standen, kas.Signaalwoorden, kas[0].Retouren));
    }

    [Fact]
    public void Retour_ZonderKenmerk_NoemtWatBetaaldIsMetDatBedrag()
    {
        var kas = Kas.Van(100, 100, 100);

        kas.Ontvang(Afschrift("S1", Post(100, null, "MS02"), Post(-100, Een), Post(-100, Drie)));

        Assert.Equal([kas[0].Kenmerk, kas[2].Kenmerk], Assert.Single(kas.Signalen).Kandidaten);
    }

    [Fact]
    public void Retour_VanEenDubbeleBetaling_IsTeruggeboektEnNogAltijdBetaald()
    {
        var kas = Kas.Van(100);

        kas.Ontvang(Afschrift("S1", Post(-100, Een), Post(-100, Een), Post(100, Een, "MS02")));

        Assert.Equal(("Teruggeboekt", true), (kas.Standen, kas[0].IsBetaald));
    }

    [Fact]
    public void Retour_VoorZijnAfschrijving_VerrekentZichAlsDieKomt()
    {
        var kas = Kas.Van(100);

        kas.Ontvang(Afschrift("S1", Post(100, Een, "MS02")));
        kas.Ontvang(Afschrift("S2", Post(-100, Een)));

        Assert.Equal(("Teruggeboekt", Batchstand.Gesloten, 0), (kas.Standen, kas.Stand, kas.Geboekt.Centen));
    }

    [Fact]
    public void Kandidaten_ZijnWatNietZekerEenAnderIs_EnHoogstensTien()
    {
        var kas = Kas.Van([.. Enumerable.Repeat(100L, 14)]);

        kas.Ontvang(Afschrift("S1", Post(-100, (string?)null), Post(-100, Een), Post(-100, Drie)));

        Assert.Equal(Enumerable.Range(0, 13).Except([0, 2]).Take(10).Select(n => kas[n].Kenmerk), Assert.Single(kas.Signalen).Kandidaten);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("A", "B")]
    [InlineData("2", null)]
    [InlineData(null, "1")]
    public void Sleutel_PostenOpEenAfschrift_ZijnElkEenEnTellenEens(string? een, string? twee)
    {
        var kas = Kas.Van(100, 200);
        var bericht = Afschrift("S1", Post(-100, Een) with { Referentie = een }, Post(-200, Twee) with { Referentie = twee });

        kas.Ontvang(bericht);
        var nogEens = kas.Ontvang(bericht with { BerichtId = "ANDER" });

        Assert.Equal("Uitgevoerd Uitgevoerd", kas.Standen);
        Assert.Empty(nogEens);
        Assert.Equal(2, kas.Gevolgen.OfType<Bankgevolg.Geboekt>().Select(g => g.Sleutel).Distinct().Count());
    }

    [Fact]
    public void Sleutel_PaginasVanEenAfschrift_ZijnElkEen()
    {
        var kas = Kas.Van(100, 200);
        var (een, twee) = (Afschrift("S1", Post(-100, Een)), Afschrift("S1", Post(-200, Twee)));

        kas.Ontvang(een with { Lijst = [een.Lijst[0] with { Pagina = new Pagina(1, false) }, twee.Lijst[0] with { Pagina = new Pagina(2, true) }] });

        Assert.Equal("Uitgevoerd Uitgevoerd", kas.Standen);
    }

    [Fact]
    public void Herhaling_VanWatAangehoudenIs_DoetNiets()
    {
        var kas = Kas.Van(100);
        var bericht = Afschrift("S1", Post(-300, Een), Post(-1, "IETS-ANDERS"), Post(7, Een), Verzameld(-5), Post(100, "IETS-ANDERS", "AC04"));

        kas.Ontvang(bericht);

        Assert.Equal(5, kas.Aangehouden.Count());
        Assert.Empty(kas.Ontvang(bericht));
        Assert.Empty(kas.Ontvang(bericht with { Lijst = [bericht.Lijst[0], bericht.Lijst[0]] }));
    }

    [Fact]
    public void Afschrift_TweeKeerInEenBericht_TeltEens()
    {
        var kas = Kas.Van(100);
        var bericht = Afschrift("S1", Post(-100, Een));

        kas.Ontvang(bericht with { Lijst = [bericht.Lijst[0], bericht.Lijst[0]] });

        Assert.Equal((1, string.Empty), (kas[0].Afschrijvingen, kas.Signaalwoorden));
    }

    [Fact]
    public void Advies_VanEenRetour_WordtEensAangekondigdEnBeweegtNiets()
    {
        var kas = Kas.Van(100, 200);
        var advies = Advies(Post(-100, Een), Post(-200, Twee), Post(100, Een, "AC04"), Post(200, Twee), Post(300, "IETS-ANDERS", "AC04"), Post(200, Twee, "AC04") with { IsHerstel = true });

        Assert.All(kas.Ontvang(advies), g => Assert.IsType<Bankgevolg.Gesignaleerd>(g));
        var signaal = Assert.Single(kas.Signalen);
        Assert.Equal((Signaalcode.RetourAangekondigd, Signaalernst.Taak, kas[0].Kenmerk, Redensoort.RekeningGesloten), (signaal.Code, signaal.Ernst, signaal.Kenmerk, signaal.Reden));

        kas.Ontvang(Afschrift("S1", Post(-100, Een), Post(100, Een, "AC04")));
        Assert.Empty(kas.Ontvang(advies));
        Assert.Equal(("Teruggeboekt Aangeboden", 1), (kas.Standen, kas[0].Retouren));
    }

    [Fact]
    public void Advies_OpEenAndereRekening_ZegtNiets()
    {
        var kas = Kas.Van(100);
        var advies = Advies(Post(100, Een, "AC04"));

        Assert.Empty(kas.Ontvang(advies with { Lijst = [advies.Lijst[0] with { Rekening = Iban(9) }] }));
    }

    [Fact]
    public void Gevolgen_GeschrevenInWoorden_HebbenGeenRekening()
    {
        var kas = Kas.Van(100, 200, 300);

        kas.Ontvang(Statusbericht("PART", null, (Een, "RJCT AC01")));
        kas.Ontvang(Afschrift("S1", Post(-100, Een, null, Iban(1)), Post(-1, Twee, null, Iban(2)), Verzameld(-300), Post(300, null, "AC04"), Verzameld(-7) with { IsHerstel = true }));

        Assert.NotEmpty(kas.Signalen);
        Assert.All(kas.Gevolgen, g => Assert.DoesNotContain("TEST", g.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Boekhouding_MetEenHalveBatch_IsEenFout()
    {
        Assert.Throws<ArgumentException>(() => new Boekhouding([], [Kas.Batch(Batchstand.Aangeboden, [Betaalid.Parse(Een)])], new HashSet<Postsleutel>()));
        Assert.Throws<ArgumentException>(() => new Boekhouding([Kas.Opdracht(Een, 100)], [], new HashSet<Postsleutel>()));
    }
}
