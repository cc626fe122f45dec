using Inburgering.Gateway.Features.Betalen.Afletteren;
using Inburgering.Gateway.Partners.Betalen;
using static Inburgering.Gateway.Tests.Features.Betalen.Afletteren.Bankwoorden;

namespace Inburgering.Gateway.Tests.Features.Betalen.Afletteren;

using Opdrachtstand = Inburgering.Gateway.Partners.Betalen.Opdrachtstand;

/// <summary>One entry for a whole batch without details (payments 7.4): its orders minus those refused, exactly, or it waits.</summary>
public sealed class VerzamelpostTests
{
    private static readonly Bankbatch Onze = new(null, Batch, null);
    private static readonly string Een = Kas.Kenmerk(0);

    /// <summary>Orders of 100, 200 and 400, of which the first may be refused before or after the entry.</summary>
    [Theory]
    [InlineData(-700, false, "Uitgevoerd Uitgevoerd Uitgevoerd", "")]
    [InlineData(-600, true, "Afgewezen Uitgevoerd Uitgevoerd", "")]
    [InlineData(-700, true, "Uitgevoerd Uitgevoerd Uitgevoerd", "TegenstrijdigBericht")]
    [InlineData(-600, false, "Aangeboden Aangeboden Aangeboden", "VerzamelboekingKloptNiet")]
    [InlineData(-701, false, "Aangeboden Aangeboden Aangeboden", "VerzamelboekingKloptNiet")]
    [InlineData(-500, true, "Afgewezen Aangeboden Aangeboden", "VerzamelboekingKloptNiet")]
    [InlineData(700, false, "Aangeboden Aangeboden Aangeboden", "VerzamelboekingKloptNiet")]
    public void Verzamelpost_SomVanWatNietGeweigerdIs_BoektDatOfNiets(long centen, bool geweigerd, string standen, string signaal)
    {
        var (voor, na) = (Kas.Van(100, 200, 400), Kas.Van(100, 200, 400));
        Bankbericht[] berichten = [.. geweigerd ? [Statusbericht("PART", null, (Een, "RJCT"))] : Array.Empty<Bankbericht>(), Afschrift("S1", Verzameld(centen) with { Batch = Onze })];

        Array.ForEach(berichten, b => voor.Ontvang(b));
        Array.ForEach([.. berichten.Reverse()], b => na.Ontvang(b));

        Assert.Equal(standen, voor.Standen);
        Assert.Equal((voor.Standen, voor.Stand, voor.Geboekt), (na.Standen, na.Stand, na.Geboekt));
        Assert.Equal(signaal, string.Join(' ', voor.Signalen.Where(s => s.Code != Signaalcode.Geweigerd).Select(s => s.Code)));
        Assert.Equal(centen, (voor.Geboekt + Bedrag.Som(voor.Aangehouden.Select(a => a.Bedrag))).Centen);
        Assert.Equal(voor.Aangehouden, na.Aangehouden);
    }

    private static readonly (string Wat, Bankbatch Batch, string Signalen)[] Namen =
    [
        ("PmtInfId", new Bankbatch(null, Batch, null), ""),
        ("MsgId", new Bankbatch(Bericht, null, null), ""),
        ("both", new Bankbatch(Bericht, Batch, 2), ""),
        ("another number of orders", new Bankbatch(null, Batch, 3), "VerzamelboekingKloptNiet:Alarm"),
        ("ids of two batches", new Bankbatch("GW-BERICHT-2", Batch, null), "AfschrijvingZonderOpdracht:Hoogste"),
        ("another's batch", new Bankbatch(null, "GW-BATCH-2", null), "AfschrijvingZonderOpdracht:Hoogste"),
        ("no id", new Bankbatch(null, null, 2), "AfschrijvingZonderOpdracht:Hoogste"),
    ];

    public static TheoryData<string> NamenWoorden => [.. Namen.Select(geval => geval.Wat)];

    [Theory]
    [MemberData(nameof(NamenWoorden))]
    public void Verzamelpost_GenoemdeBatch_MoetDeOnzeZijn(string geval)
    {
        var (_, batch, signalen) = Namen.Single(n => n.Wat == geval);
        var kas = Kas.Van(100, 200);

        kas.Ontvang(Afschrift("S1", Verzameld(-300) with { Batch = batch }));

        Assert.Equal((signalen, signalen.Length == 0 ? "Uitgevoerd Uitgevoerd" : "Aangeboden Aangeboden"), (kas.Signaalwoorden, kas.Standen));
    }

    [Fact]
    public void Verzamelpost_VanEenAndereRekening_IsVanDeHoogsteErnst()
    {
        var kas = Kas.Van(100, 200);
        var bericht = Afschrift("S1", Verzameld(-300) with { Batch = Onze });

        kas.Ontvang(bericht with { Lijst = [bericht.Lijst[0] with { Rekening = Iban(9) }] });

        Assert.Equal(("Aangeboden Aangeboden", "AfschrijvingZonderOpdracht:Hoogste"), (kas.Standen, kas.Signaalwoorden));
    }

    [Fact]
    public void Verzamelpost_VanBatchDieNogOpenIs_IsVanDeHoogsteErnst()
    {
        var kas = Kas.Van(Opdrachtstand.Vrijgegeven, Batchstand.Open, 100, 200);

        kas.Ontvang(Afschrift("S1", Verzameld(-300) with { Batch = Onze }));

        Assert.Equal(("Vrijgegeven Vrijgegeven", "AfschrijvingZonderOpdracht:Hoogste"), (kas.Standen, kas.Signaalwoorden));
    }

    [Fact]
    public void Verzamelpost_ZonderWatIngetrokkenIs_KloptOok()
    {
        BekendeOpdracht[] opdrachten = [Kas.Opdracht(Een, 100) with { Stand = Opdrachtstand.Geannuleerd }, Kas.Opdracht(Kas.Kenmerk(1), 200)];
        var kas = new Kas(opdrachten, Kas.Batch(Batchstand.Bevestigd, [.. opdrachten.Select(o => o.Kenmerk)]));

        kas.Ontvang(Afschrift("S1", Verzameld(-200) with { Batch = Onze }));

        Assert.Equal(("Geannuleerd Uitgevoerd", Batchstand.Gesloten, string.Empty), (kas.Standen, kas.Stand, kas.Signaalwoorden));
    }

    [Fact]
    public void Verzamelpost_TweeKeer_IsDubbelBetaaldPerOpdracht()
    {
        var kas = Kas.Van(100, 200);

        kas.Ontvang(Afschrift("S1", Verzameld(-300) with { Batch = Onze }));
        kas.Ontvang(Afschrift("S2", Verzameld(-300) with { Batch = Onze }));

        Assert.Equal(("Uitgevoerd Uitgevoerd", "DubbelBetaald:Alarm DubbelBetaald:Alarm"), (kas.Standen, kas.Signaalwoorden));
    }

    [Fact]
    public void Verzamelpost_MetDetails_GaatPerDetail()
    {
        var kas = Kas.Van(100, 200, 400);

        kas.Ontvang(Afschrift("S1", Verzameld(-300, Detail(-100, Een), Detail(-200, Kas.Kenmerk(1))) with { Batch = Onze }));

        Assert.Equal(("Uitgevoerd Uitgevoerd Aangeboden", string.Empty), (kas.Standen, kas.Signaalwoorden));
    }

    [Fact]
    public void Verzamelpost_HerhaaldNaVrijval_DoetNiets()
    {
        var kas = Kas.Van(100, 200);
        var afschrift = Afschrift("S1", Verzameld(-200) with { Batch = Onze });

        kas.Ontvang(afschrift);
        kas.Ontvang(Statusbericht("PART", null, (Een, "RJCT")));

        Assert.Equal("Afgewezen Uitgevoerd", kas.Standen);
        Assert.Empty(kas.Ontvang(afschrift));
        Assert.DoesNotContain(kas.Ontvang(Statusbericht("PART", null, (Een, "RJCT"))), g => g is Bankgevolg.Geboekt or Bankgevolg.Vrijgevallen or Bankgevolg.OpdrachtBeweegt);
    }
}
