using Inburgering.Gateway.Features.Betalen.Afletteren;
using Inburgering.Gateway.Partners.Betalen;
using static Inburgering.Gateway.Tests.Features.Betalen.Afletteren.Bankwoorden;

namespace Inburgering.Gateway.Tests.Features.Betalen.Afletteren;

using Opdrachtstand = Inburgering.Gateway.Partners.Betalen.Opdrachtstand;

/// <summary>pain.002 (payments 4 and 5): what moves an order or a batch, what is only said, and what cannot be.</summary>
public sealed class StatusaflettingTests
{
    private static readonly string Een = Kas.Kenmerk(0);
    private static readonly string Twee = Kas.Kenmerk(1);

    /// <summary>Words of file, batch, first order (-: not listed) and what comes of two orders and the batch that were handed over.</summary>
    [Theory]
    [InlineData("ACCP", null, "-", "Geaccepteerd Geaccepteerd", "Bevestigd", "")]
    [InlineData(null, "ACSC", "-", "Geaccepteerd Geaccepteerd", "Bevestigd", "")]
    [InlineData("RJCT", "ACCP", "-", "Geaccepteerd Geaccepteerd", "Bevestigd", "")]
    [InlineData("ACCP", null, "RJCT MS02", "Afgewezen Geaccepteerd", "Bevestigd", "Geweigerd:Taak")]
    [InlineData("ACCP", null, "PDNG", "Aangeboden Geaccepteerd", "Bevestigd", "")]
    [InlineData("ACCP", null, null, "Geaccepteerd Geaccepteerd", "Bevestigd", "")]
    [InlineData("ACCP", null, "ZZZZ", "Aangeboden Geaccepteerd", "Bevestigd", "OnbekendeStatus:Taak")]
    [InlineData("PART", "PART", "RJCT", "Afgewezen Aangeboden", "Bevestigd", "Geweigerd:Taak")]
    [InlineData("PART", null, "ACCP", "Geaccepteerd Aangeboden", "Bevestigd", "")]
    [InlineData("PART", null, null, "Aangeboden Aangeboden", "Bevestigd", "")]
    [InlineData(null, null, "RJCT", "Afgewezen Aangeboden", "Bevestigd", "Geweigerd:Taak")]
    [InlineData("RJCT TECH", null, "-", "Afgewezen Afgewezen", "Geweigerd", "Geweigerd:Taak")]
    [InlineData(null, "RJCT", "-", "Afgewezen Afgewezen", "Geweigerd", "Geweigerd:Taak")]
    [InlineData("RJCT", null, "ACCP", "Geaccepteerd Afgewezen", "Bevestigd", "Geweigerd:Taak")]
    [InlineData("RCVD", null, "-", "Aangeboden Aangeboden", "Bevestigd", "")]
    [InlineData("ACTC", null, "-", "Aangeboden Aangeboden", "Bevestigd", "")]
    [InlineData("PDNG", null, "-", "Aangeboden Aangeboden", "Bevestigd", "")]
    [InlineData("ZZZZ", null, "-", "Aangeboden Aangeboden", "Aangeboden", "OnbekendeStatus:Taak")]
    [InlineData(null, null, "ZZZZ", "Aangeboden Aangeboden", "Aangeboden", "OnbekendeStatus:Taak")]
    [InlineData("RVNM", null, "-", "Aangeboden Aangeboden", "Bevestigd", "BesluitBijBankNodig:Taak")]
    [InlineData("PART", null, "RCVC", "Aangeboden Aangeboden", "Bevestigd", "BesluitBijBankNodig:Taak")]
    [InlineData("RJCT DUPL", null, "-", "Aangeboden Aangeboden", "Onbekend", "BankKentDitIdAl:Alarm")]
    [InlineData(null, "RJCT AM05", "-", "Aangeboden Aangeboden", "Onbekend", "BankKentDitIdAl:Alarm")]
    [InlineData("RJCT DUPL", "RJCT", "RJCT", "Aangeboden Aangeboden", "Onbekend", "BankKentDitIdAl:Alarm")]
    [InlineData("RJCT", null, "RJCT AM05", "Aangeboden Aangeboden", "Onbekend", "BankKentDitIdAl:Alarm")]
    [InlineData(null, null, "RJCT AM05", "Aangeboden Aangeboden", "Onbekend", "BankKentDitIdAl:Alarm")]
    [InlineData("PART", null, "RJCT DUPL", "Aangeboden Aangeboden", "Bevestigd", "BankKentDitIdAl:Alarm")]
    public void Status_PerNiveau_BeweegtWatHijZegtEnNietMeer(string? bestand, string? batch, string? opdracht, string standen, string stand, string signalen)
    {
        var kas = Kas.Van(100, 200);

        kas.Ontvang(opdracht == "-" ? Statusbericht(bestand, batch) : Statusbericht(bestand, batch, (Een, opdracht)));

        Assert.Equal((standen, stand, signalen), (kas.Standen, kas.Stand.ToString(), kas.Signaalwoorden));
    }

    /// <summary>Each state against acceptance and refusal of the order by name: where it ends, and whether somebody is told.</summary>
    [Theory]
    [InlineData("Gepland", "ACCP", "Gepland", true)]
    [InlineData("Vrijgegeven", "ACCP", "Vrijgegeven", true)]
    [InlineData("Aangeboden", "ACCP", "Geaccepteerd", false)]
    [InlineData("Geaccepteerd", "ACCP", "Geaccepteerd", false)]
    [InlineData("Afgewezen", "ACCP", "Afgewezen", true)]
    [InlineData("Uitgevoerd", "ACCP", "Uitgevoerd", false)]
    [InlineData("Teruggeboekt", "ACCP", "Teruggeboekt", false)]
    [InlineData("Geannuleerd", "ACCP", "Geannuleerd", true)]
    [InlineData("Gepland", "RJCT", "Gepland", true)]
    [InlineData("Vrijgegeven", "RJCT", "Vrijgegeven", true)]
    [InlineData("Aangeboden", "RJCT", "Afgewezen", false)]
    [InlineData("Geaccepteerd", "RJCT", "Afgewezen", false)]
    [InlineData("Afgewezen", "RJCT", "Afgewezen", false)]
    [InlineData("Uitgevoerd", "RJCT", "Uitgevoerd", true)]
    [InlineData("Teruggeboekt", "RJCT", "Teruggeboekt", true)]
    [InlineData("Geannuleerd", "RJCT", "Geannuleerd", true)]
    public void Status_UitElkeStand_VerbodenOvergangIsTegenstrijdigEnBeweegtNiets(string van, string woord, string naar, bool tegenstrijdig)
    {
        var kas = Kas.Van(Enum.Parse<Opdrachtstand>(van), Batchstand.Bevestigd, 100);

        kas.Ontvang(Statusbericht(null, null, (Een, woord)));

        Assert.Equal(naar, kas.Standen);
        Assert.Equal(tegenstrijdig, kas.Signalen.Any(s => s is { Code: Signaalcode.TegenstrijdigBericht, Ernst: Signaalernst.Alarm } && s.Kenmerk == kas[0].Kenmerk));
    }

    [Fact]
    public void Status_WeigeringVanWatGeboektIs_BeweegtNiets()
    {
        // withdrawn by two people, and paid all the same
        var opdracht = Kas.Opdracht(Een, 100) with { Stand = Opdrachtstand.Geaccepteerd, Afschrijvingen = 1 };
        var kas = new Kas([opdracht], Kas.Batch(Batchstand.Bevestigd, [opdracht.Kenmerk]));

        kas.Ontvang(Statusbericht(null, null, (Een, "RJCT AC04")));

        Assert.Equal(("Geaccepteerd", "TegenstrijdigBericht:Alarm"), (kas.Standen, kas.Signaalwoorden));
    }

    [Theory]
    [InlineData("Open", true)]
    [InlineData("Verzegeld", true)]
    [InlineData("Ingetrokken", true)]
    [InlineData("WordtAangeboden", false)]
    [InlineData("Aangeboden", false)]
    [InlineData("Onbekend", false)]
    [InlineData("Bevestigd", false)]
    [InlineData("Geweigerd", false)]
    public void Status_OverBestandDatNooitWegging_IsVanDeHoogsteErnstEnBeweegtNiets(string stand, bool nooitWeg)
    {
        var kas = Kas.Van(Opdrachtstand.Aangeboden, Enum.Parse<Batchstand>(stand), 100);

        kas.Ontvang(Statusbericht("ACCP"));

        Assert.Equal(nooitWeg ? ("Aangeboden", stand, "TegenstrijdigBericht:Hoogste") : ("Geaccepteerd", "Bevestigd", string.Empty), (kas.Standen, kas.Stand.ToString(), kas.Signaalwoorden));
    }

    private static readonly (string Wat, Func<Bankbericht.Status, Bankbericht.Status> Anders, string Signaal)[] Vreemd =
    [
        ("another's file", s => s with { OverBericht = "GW-BERICHT-2" }, "NietTeMatchen:Taak"),
        ("no id of ours", s => s with { OverBericht = "/anders/" }, "NietTeMatchen:Taak"),
        ("another number of orders", s => s with { Aantal = 3 }, "TegenstrijdigBericht:Alarm"),
        ("another sum", s => s with { Totaal = new Bedrag(301) }, "TegenstrijdigBericht:Alarm"),
        ("another batch", s => s with { Batches = [s.Batches[0] with { BatchId = "GW-BATCH-2" }] }, "TegenstrijdigBericht:Alarm"),
        ("the batch twice", s => s with { Batches = [s.Batches[0], s.Batches[0]] }, "TegenstrijdigBericht:Alarm"),
    ];

    public static TheoryData<string> VreemdWoorden => [.. Vreemd.Select(geval => geval.Wat)];

    [Theory]
    [MemberData(nameof(VreemdWoorden))]
    public void Status_DieNietOverOnsBestandKanGaan_BeweegtNiets(string geval)
    {
        var (_, anders, signaal) = Vreemd.Single(v => v.Wat == geval);
        var kas = Kas.Van(100, 200);

        kas.Ontvang(anders(Statusbericht("ACCP", "ACCP") with { Aantal = 2, Totaal = new Bedrag(300) }));

        Assert.Equal(("Aangeboden Aangeboden", Batchstand.Aangeboden, signaal), (kas.Standen, kas.Stand, kas.Signaalwoorden));
    }

    [Fact]
    public void Status_VanOpdrachtMetAnderBedrag_BeweegtHaarNietEnDeRestWel()
    {
        var kas = Kas.Van(100, 200);
        var bericht = Statusbericht("ACCP", null, (Een, "ACCP"), (Twee, "ACCP"));

        kas.Ontvang(bericht with { Batches = [bericht.Batches[0] with { Opdrachten = [bericht.Batches[0].Opdrachten[0] with { Bedrag = new Bedrag(101) }, bericht.Batches[0].Opdrachten[1] with { Bedrag = new Bedrag(200) }] }] });

        Assert.Equal(("Aangeboden Geaccepteerd", "TegenstrijdigBericht:Alarm"), (kas.Standen, kas.Signaalwoorden));
    }

    [Fact]
    public void Status_VanOpdrachtDieTweeKeerGenoemdIs_BeweegtHaarNiet()
    {
        var kas = Kas.Van(100, 200);

        kas.Ontvang(Statusbericht("PART", null, (Een, "ACCP"), (Een, "RJCT")));

        Assert.Equal(("Aangeboden Aangeboden", "TegenstrijdigBericht:Alarm"), (kas.Standen, kas.Signaalwoorden));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Z00000-202612-HUUR-1")]
    public void Status_VanOpdrachtDieNietInDezeBatchZit_WordtGemeld(string? kenmerk)
    {
        var kas = Kas.Van(100);

        kas.Ontvang(Statusbericht("PART", null, (kenmerk, "RJCT AC01")));

        Assert.Equal(("Aangeboden", "NietTeMatchen:Taak"), (kas.Standen, kas.Signaalwoorden));
        Assert.Empty(kas.Gevolgen.OfType<Bankgevolg.RekeningGeblokkeerd>());
    }

    [Fact]
    public void Status_AllesAanZijnEind_SluitDeBatch()
    {
        var kas = Kas.Van(100, 200);

        kas.Ontvang(Statusbericht("PART", null, (Een, "RJCT")));
        Assert.Equal(Batchstand.Bevestigd, kas.Stand);
        kas.Ontvang(Statusbericht("PART", null, (Twee, "RJCT")));
        Assert.Equal(Batchstand.Gesloten, kas.Stand);
    }

    [Fact]
    public void Status_HeelBestandGeweigerd_IsEenSignaalEnNietEenPerOpdracht()
    {
        var kas = Kas.Van([.. Enumerable.Range(1, 50).Select(n => (long)n)]);
        kas.Ontvang(Afschrift("S1", [.. Enumerable.Range(0, 50).Select(n => Post(-n - 1, Kas.Kenmerk(n)))]));

        kas.Ontvang(Statusbericht("RJCT"));

        Assert.Equal("Geweigerd:Taak TegenstrijdigBericht:Alarm", kas.Signaalwoorden);
    }
}
