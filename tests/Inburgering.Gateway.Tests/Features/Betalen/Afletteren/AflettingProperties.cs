using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Features.Betalen.Afletteren;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Tests.Features.Betalen.Afletteren;

using Opdrachtstand = Inburgering.Gateway.Partners.Betalen.Opdrachtstand;

/// <summary>For any batch: whatever order its reports come in, and however often, it ends the same, to the cent, and nothing that left is offered again (payments 1.1 and 6.6).</summary>
public sealed class AflettingProperties
{
    internal static readonly bool IsLang = Environment.GetEnvironmentVariable("GATEWAY_TEST_MAAT") == "lang";

    private static readonly Opdrachtgebeurtenis[] VanDeBank = [Opdrachtgebeurtenis.Geaccepteerd, Opdrachtgebeurtenis.Afgewezen, Opdrachtgebeurtenis.Afgeboekt, Opdrachtgebeurtenis.Teruggeboekt];
    private static readonly Batchgebeurtenis[] VanDeBankMetBatch = [Batchgebeurtenis.Bevestigd, Batchgebeurtenis.Geweigerd, Batchgebeurtenis.Onzeker, Batchgebeurtenis.Afgerond];

    [Fact]
    public void Berichten_ElkeVolgorde_EindigtHetzelfde() => Check(verhaal =>
    {
        var verwacht = Eind(Na(verhaal, [.. verhaal.Afschriften, .. verhaal.Berichten]));
        foreach (var volgorde in verhaal.Volgordes())
        {
            Assert.Equal(verwacht, Eind(Na(verhaal, volgorde)));
        }
    });

    [Fact]
    public void Berichten_Herhaald_VeranderenNiets() => Check(verhaal =>
    {
        foreach (var volgorde in verhaal.Volgordes())
        {
            var kas = Na(verhaal, volgorde.SelectMany(b => new[] { b, b }));
            var (eind, geboekt) = (Eind(kas), kas.Gevolgen.Count(g => g is Bankgevolg.Geboekt or Bankgevolg.Aangehouden));
            Assert.Equal(Eind(Na(verhaal, volgorde)), eind);

            foreach (var bericht in volgorde)
            {
                kas.Ontvang(bericht);
            }

            Assert.Equal((eind, geboekt), (Eind(kas), kas.Gevolgen.Count(g => g is Bankgevolg.Geboekt or Bankgevolg.Aangehouden)));
        }
    });

    [Fact]
    public void Opdrachten_NaAlleBerichten_StaanWaarDeBankHenHeeft() => Check(verhaal =>
    {
        var kas = Na(verhaal, [.. verhaal.Berichten, .. verhaal.Afschriften]);

        var geaccepteerd = Gezegd(verhaal, Bankoordeel.Geaccepteerd);
        var geweigerd = Gezegd(verhaal, Bankoordeel.Afgewezen);
        Assert.Equal(verhaal.Lot.Select((lot, i) => Stand(lot, geaccepteerd[i], geweigerd[i])), kas.Opdrachten.Select(o => o.Stand));
        Assert.Equal(verhaal.Lot.Select(Betaald), kas.Opdrachten.Select(o => o.IsBetaald));
        Assert.Equal(verhaal.Lot.Select((lot, i) => (i, lot)).Where(x => x.lot is Lot.Dubbel or Lot.DubbelEnTerug).Select(x => kas[x.i].Kenmerk), Over(kas, Signaalcode.DubbelBetaald));
    });

    [Fact]
    public void Bedragen_NaElkBericht_TellenOp() => Check(verhaal =>
    {
        foreach (var volgorde in verhaal.Volgordes())
        {
            var (kas, afschriften) = (Na(verhaal, []), default(Bedrag));
            foreach (var bericht in volgorde)
            {
                kas.Ontvang(bericht);
                afschriften += bericht is Bankbericht.Afschriften(var lijst) ? Bedrag.Som(lijst.SelectMany(a => a.Posten).Select(p => p.Bedrag)) : default;
                Assert.Equal(afschriften, kas.Geboekt + Bedrag.Som(kas.Aangehouden.Select(a => a.Bedrag)));
            }
        }
    });

    [Fact]
    public void Opdrachten_InElkeVolgorde_WordenNooitOpnieuwAangebodenNochGeweigerdNaBetaling() => Check(verhaal =>
    {
        foreach (var volgorde in verhaal.Volgordes())
        {
            var kas = Na(verhaal, []);
            foreach (var bericht in volgorde)
            {
                kas.Ontvang(bericht);
                Assert.DoesNotContain(kas.Opdrachten, o => o is { Afschrijvingen: > 0, Stand: not (Opdrachtstand.Uitgevoerd or Opdrachtstand.Teruggeboekt) });
            }

            Assert.All(kas.Gevolgen.OfType<Bankgevolg.OpdrachtBeweegt>(), g => Assert.Contains(g.Gebeurtenis, VanDeBank));
            Assert.All(kas.Gevolgen.OfType<Bankgevolg.BatchBeweegt>(), g => Assert.Contains(g.Gebeurtenis, VanDeBankMetBatch));
            Assert.Equal(verhaal.Lot.Select((lot, i) => (i, lot)).Where(x => x.lot is Lot.GeweigerdEnBetaald && Gezegd(verhaal, Bankoordeel.Afgewezen)[x.i]).Select(x => kas[x.i].Kenmerk).Except(Over(kas, Signaalcode.TegenstrijdigBericht)), []);
        }
    });

    [Fact]
    public void Afschrift_TwintigduizendPosten_KostRechtevenredigeTijd()
    {
        var (klein, groot) = (Duur(2_000), Duur(20_000));

        Assert.True(groot < klein * 40, $"2.000 posten {klein.TotalMilliseconds:F1} ms, 20.000 posten {groot.TotalMilliseconds:F1} ms.");
    }

    /// <summary>Half of them without an id, all of one amount: everything is a candidate for everything.</summary>
    private static TimeSpan Duur(int posten)
    {
        var bericht = Bankwoorden.Afschrift("S1", [.. Enumerable.Range(0, posten).Select(n => Bankwoorden.Post(-100, n % 2 == 0 ? Kas.Kenmerk(n) : null))]);
        return Enumerable.Range(0, 4).Min(_ =>
        {
            var kas = Kas.Van([.. Enumerable.Repeat(100L, posten)]);
            var begin = System.Diagnostics.Stopwatch.GetTimestamp();
            kas.Ontvang(bericht);
            var duur = System.Diagnostics.Stopwatch.GetElapsedTime(begin);
            Assert.Equal((posten / 2, posten / 2), (kas.Opdrachten.Count(o => o.Stand == Opdrachtstand.Uitgevoerd), kas.Signalen.Count(s => s.Kandidaten.Count == Match.MeesteKandidaten)));
            return duur;
        });
    }

    private static void Check(Action<Bankverhaal> regel) => Prop.ForAll(
        Gen.Choose(0, 10_000).ArrayOf(60).ToArbitrary(),
        trekking =>
        {
            var verhaal = new Bankverhaal(trekking);
            try
            {
                regel(verhaal);
            }
            catch (Exception fout)
            {
                throw new InvalidOperationException(verhaal.ToString(), fout);
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(IsLang ? 1_000 : 100));

    private static Kas Na(Bankverhaal verhaal, IEnumerable<Bankbericht> berichten)
    {
        var kas = Kas.Van(verhaal.Centen);
        foreach (var bericht in berichten)
        {
            kas.Ontvang(bericht);
        }

        return kas;
    }

    /// <summary>States, bookings, what is held, blocked and stopped.</summary>
    private static string Eind(Kas kas) => string.Join('\n', [
        $"{kas.Stand}: {kas.Standen}",
        string.Join(' ', kas.Opdrachten.Select(o => $"{o.Afschrijvingen}-{o.Retouren}")),
        .. kas.Aangehouden.Select(a => a.ToString()).Order(StringComparer.Ordinal),
        .. kas.Gevolgen.Where(g => g is Bankgevolg.Geboekt or Bankgevolg.RekeningGeblokkeerd or Bankgevolg.DossierStopt or Bankgevolg.ProfielStopt).Select(g => g.ToString()).Distinct().Order(StringComparer.Ordinal),
    ]);

    private static IEnumerable<Betaalid> Over(Kas kas, Signaalcode code) => kas.Signalen.Where(s => s.Code == code).Select(s => s.Kenmerk).OfType<Betaalid>().Distinct().OrderBy(k => k.ToString(), StringComparer.Ordinal);

    /// <summary>Which orders any message says this of, by name or with all the others.</summary>
    private static bool[] Gezegd(Bankverhaal verhaal, Bankoordeel oordeel) => [.. verhaal.Centen.Select((_, i) => verhaal.Berichten.OfType<Bankbericht.Status>().Any(s =>
        (s.Bestand?.Oordeel == oordeel && s.Batches.Count == 0) || s.Batches.SelectMany(b => b.Opdrachten).Any(o => o.Kenmerk == Kas.Kenmerk(i) && o.Status?.Oordeel == oordeel)))];

    private static bool Betaald(Lot lot) => lot is Lot.Betaald or Lot.GeweigerdEnBetaald or Lot.Dubbel or Lot.DubbelEnTerug;

    private static Opdrachtstand Stand(Lot lot, bool geaccepteerd, bool geweigerd)
    {
        if (lot is Lot.Terug or Lot.DubbelEnTerug)
        {
            return Opdrachtstand.Teruggeboekt;
        }

        if (Betaald(lot))
        {
            return Opdrachtstand.Uitgevoerd;
        }

        if (geweigerd)
        {
            return Opdrachtstand.Afgewezen;
        }

        return geaccepteerd ? Opdrachtstand.Geaccepteerd : Opdrachtstand.Aangeboden;
    }
}
