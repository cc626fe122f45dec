using Inburgering.Gateway.Verwerkingslog.Vorm;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>Follows the row of checkpoints: numbers, times, chain, signature, and the exported copy of each.</summary>
internal sealed class ZegelControle(IZegelSleutel sleutel, IEnumerable<(long Nummer, Zegel? Zegel)> ankers) : IDisposable
{
    private readonly IEnumerator<(long Nummer, Zegel? Zegel)> ankers = ankers.GetEnumerator();
    private readonly Dictionary<string, Kop> verloren = [];
    private readonly List<long> geenBewijs = [];
    private ZegelInhoud? vorige;
    private byte[] vorigeHash = Keten.Begin;
    private long nummer;
    private bool ankerWacht;

    public Bevinding? Bevinding { get; private set; }

    public long Aantal { get; private set; }

    public Zegel? Laatste { get; private set; }

    /// <summary>Numbers of checkpoints that are no evidence about lines.</summary>
    public IReadOnlyCollection<long> GeenBewijs => geenBewijs;

    /// <summary>Per stream the newest head of a checkpoint that only the exported files still have.</summary>
    public IReadOnlyDictionary<string, Kop> Verloren => verloren;

    public void Begin() => ankerWacht = ankers.MoveNext();

    public void Add(Zegel zegel)
    {
        var gelezenNummer = zegel.Nummer;
        Aantal++;
        AnkersBefore(gelezenNummer);
        if (gelezenNummer != nummer + 1)
        {
            Report(Soort.ZegelOntbreekt, nummer + 1, "Het zegel is er niet meer.");
            (vorige, vorigeHash) = (null, zegel.VorigHash);
        }

        if (Fault(zegel) is { } uitleg)
        {
            Report(Soort.ZegelOngeldig, gelezenNummer, uitleg);
            geenBewijs.Add(gelezenNummer);
        }

        CompareAnker(zegel);
        (nummer, Laatste, vorige, vorigeHash) = (gelezenNummer, zegel, ZegelForm.Read(zegel.Inhoud), zegel.Hash);
    }

    /// <param name="oudsteTijd">The last one may not be older.</param>
    public void Finish(long oudsteTijd)
    {
        AnkersBefore(long.MaxValue);
        if ((Laatste?.Tijd ?? long.MinValue) < oudsteTijd)
        {
            Report(Soort.ZegelOntbreekt, nummer + 1, "Het laatste zegel is te oud.");
        }
    }

    public void Dispose() => ankers.Dispose();

    private string? Fault(Zegel zegel)
    {
        if (ZegelForm.Read(zegel.Inhoud) is not { } inhoud)
        {
            return "De inhoud heeft niet de vorm van een zegel.";
        }

        if (inhoud.Nummer != zegel.Nummer || inhoud.Tijd != zegel.Tijd || !Same(inhoud.VorigHash, zegel.VorigHash))
        {
            return "De kolommen zeggen iets anders dan de inhoud.";
        }

        if (!Same(zegel.Hash, Zegel.HashOf(zegel.Inhoud)) || !sleutel.Verify(zegel.Kid, zegel.Hash, zegel.Handtekening))
        {
            return "De handtekening hoort niet bij de inhoud.";
        }

        if (!Same(inhoud.VorigHash, vorigeHash))
        {
            return "Het zegel sluit niet aan op het vorige.";
        }

        return vorige is not null && inhoud.Tijd < vorige.Tijd ? "Het zegel is ouder dan het vorige." : Backwards(inhoud);
    }

    private string? Backwards(ZegelInhoud inhoud)
    {
        if (vorige is null)
        {
            return null;
        }

        var nu = inhoud.Koppen.ToDictionary(k => k.Stroom);
        return vorige.Koppen.All(kop => nu.TryGetValue(kop.Stroom, out var later) && later.Seq >= kop.Seq)
            ? null
            : "Een stroom staat verder terug dan in het vorige zegel.";
    }

    private void AnkersBefore(long grens)
    {
        for (; ankerWacht && ankers.Current.Nummer < grens; ankerWacht = ankers.MoveNext())
        {
            Report(Soort.ZegelOntbreekt, ankers.Current.Nummer, "Het zegel is uitgevoerd, maar staat niet meer in het log.");
            Keep(ankers.Current.Zegel);
        }
    }

    private void CompareAnker(Zegel zegel)
    {
        if (!ankerWacht || ankers.Current.Nummer > zegel.Nummer)
        {
            if (ankerWacht)
            {
                Report(Soort.ZegelOntbreekt, zegel.Nummer, "Het uitgevoerde exemplaar van het zegel ontbreekt.");
            }

            return;
        }

        var anker = ankers.Current.Zegel;
        if (anker is null || !string.Equals(anker.Inhoud, zegel.Inhoud, StringComparison.Ordinal) || !Same(anker.Handtekening, zegel.Handtekening))
        {
            Report(Soort.ZegelOngeldig, zegel.Nummer, "Het zegel is anders dan het uitgevoerde exemplaar.");
            geenBewijs.Add(zegel.Nummer);
            Keep(anker);
        }

        ankerWacht = ankers.MoveNext();
    }

    private void Keep(Zegel? anker)
    {
        if (anker is null || !Same(anker.Hash, Zegel.HashOf(anker.Inhoud)) || !sleutel.Verify(anker.Kid, anker.Hash, anker.Handtekening))
        {
            return;
        }

        foreach (var kop in ZegelForm.Read(anker.Inhoud)!.Koppen)
        {
            verloren[kop.Stroom] = kop;
        }
    }

    private void Report(Soort soort, long plaats, string uitleg) => Bevinding ??= new Bevinding(soort, null, plaats, uitleg);

    private static bool Same(byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other);
}
