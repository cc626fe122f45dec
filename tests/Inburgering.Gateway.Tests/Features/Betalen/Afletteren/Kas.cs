using Inburgering.Gateway.Features.Betalen.Afletteren;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Tests.Features.Betalen.Afletteren;

using Opdrachtstand = Inburgering.Gateway.Partners.Betalen.Opdrachtstand;

/// <summary>Applies what a report does, as tables would: each move has to be one that the state machines allow from where it stands then.</summary>
internal sealed class Kas
{
    private readonly Dictionary<Betaalid, BekendeOpdracht> opdrachten;
    private readonly Dictionary<Betaalid, BekendeBatch> batches;
    private readonly HashSet<Postsleutel> verwerkt = [];
    private readonly Dictionary<Boeksleutel, Bankgevolg.Aangehouden> aangehouden = [];

    public Kas(IEnumerable<BekendeOpdracht> opdrachten, params BekendeBatch[] batches) =>
        (this.opdrachten, this.batches) = (opdrachten.ToDictionary(o => o.Kenmerk), batches.ToDictionary(b => b.BerichtId));

    /// <summary>A batch that the bank has, of these amounts in cents: W00001-202612-HUUR-1 and so on, paid to <see cref="Bankwoorden.Iban"/> 1 and so on.</summary>
    public static Kas Van(params long[] centen) => Van(Opdrachtstand.Aangeboden, Batchstand.Aangeboden, centen);

    public static Kas Van(Opdrachtstand stand, Batchstand batch, params long[] centen)
    {
        BekendeOpdracht[] nieuw = [.. centen.Select((bedrag, i) => Opdracht(Kenmerk(i), bedrag) with { Stand = stand, Tegenrekening = Bankwoorden.Iban(i + 1) })];
        return new Kas(nieuw, Batch(batch, [.. nieuw.Select(o => o.Kenmerk)]));
    }

    public static string Kenmerk(int nummer) => $"W{nummer:D5}-202612-HUUR-1";

    public static BekendeOpdracht Opdracht(string kenmerk, long centen) => new()
    {
        Kenmerk = Betaalid.Parse(kenmerk),
        Bedrag = new Bedrag(centen),
        Tegenrekening = Bankwoorden.Iban(1),
        Stand = Opdrachtstand.Aangeboden,
        Batch = Betaalid.Parse(Bankwoorden.Bericht),
        Uitvoeringsdatum = Bankwoorden.Dag,
    };

    public static BekendeBatch Batch(Batchstand stand, IReadOnlyList<Betaalid> opdrachten) => new()
    {
        BerichtId = Betaalid.Parse(Bankwoorden.Bericht),
        BatchId = Betaalid.Parse(Bankwoorden.Batch),
        Stand = stand,
        Rekening = Bankwoorden.Gemeente,
        Opdrachten = opdrachten,
    };

    /// <summary>Every effect so far, in order.</summary>
    public List<Bankgevolg> Gevolgen { get; } = [];

    public IEnumerable<BekendeOpdracht> Opdrachten => opdrachten.Values;

    public Batchstand Stand => batches[Betaalid.Parse(Bankwoorden.Bericht)].Stand;

    public IEnumerable<Signaal> Signalen => Gevolgen.OfType<Bankgevolg.Gesignaleerd>().Select(g => g.Signaal);

    public IEnumerable<Bankgevolg.Aangehouden> Aangehouden => aangehouden.Values;

    public Bedrag Geboekt => Bedrag.Som(Gevolgen.OfType<Bankgevolg.Geboekt>().Select(g => g.Bedrag));

    /// <summary>"Aangeboden Uitgevoerd": of all orders, in the order of the batch.</summary>
    public string Standen => string.Join(' ', opdrachten.Values.Select(o => o.Stand));

    /// <summary>"dubbel-betaald:Alarm", in order.</summary>
    public string Signaalwoorden => string.Join(' ', Signalen.Select(s => $"{s.Code}:{s.Ernst}"));

    public BekendeOpdracht this[int nummer] => opdrachten[Betaalid.Parse(Kenmerk(nummer))];

    /// <returns>What this report did.</returns>
    public IReadOnlyList<Bankgevolg> Ontvang(Bankbericht bericht)
    {
        var gevolgen = Afletting.Van(new Boekhouding(opdrachten.Values, batches.Values, verwerkt), bericht);
        foreach (var gevolg in gevolgen)
        {
            Pas(gevolg);
            Gevolgen.Add(gevolg);
        }

        return gevolgen;
    }

    private void Pas(Bankgevolg gevolg)
    {
        switch (gevolg)
        {
            case Bankgevolg.OpdrachtBeweegt(var kenmerk, var gebeurtenis):
                opdrachten[kenmerk] = opdrachten[kenmerk] with { Stand = Assert.NotNull(Opdrachtverloop.Na(opdrachten[kenmerk].Stand, gebeurtenis)) };
                break;
            case Bankgevolg.BatchBeweegt(var batch, var gebeurtenis):
                batches[batch] = batches[batch] with { Stand = Assert.NotNull(Batchverloop.Na(batches[batch].Stand, gebeurtenis)) };
                break;
            case Bankgevolg.Geboekt(var sleutel, var kenmerk, var bedrag):
                var opdracht = opdrachten[kenmerk];
                opdrachten[kenmerk] = bedrag.Centen < 0 ? opdracht with { Afschrijvingen = opdracht.Afschrijvingen + 1 } : opdracht with { Retouren = opdracht.Retouren + 1 };
                verwerkt.Add(sleutel.Post);
                break;
            case Bankgevolg.Aangehouden post:
                aangehouden.Add(post.Sleutel, post);
                verwerkt.Add(post.Sleutel.Post);
                Hang(post.Batch);
                break;
            case Bankgevolg.Vrijgevallen(var sleutel):
                Assert.True(aangehouden.Remove(sleutel, out var weg));
                Hang(weg.Batch);
                break;
            default:
                break;
        }
    }

    private void Hang(Betaalid? batch)
    {
        if (batch is { } id)
        {
            batches[id] = batches[id] with { Aangehouden = [.. aangehouden.Values.Where(a => a.Batch == id)] };
        }
    }
}
