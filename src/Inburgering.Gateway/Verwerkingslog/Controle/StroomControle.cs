using System.Globalization;
using Inburgering.Gateway.Verwerkingslog.Vorm;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>Follows one stream line by line and holds no more than its last two hashes and the first line that does not fit.</summary>
/// <remarks>
/// After a fault it goes on from the hash as stored, so that later lines can tell what happened to the first bad one: a line that fits
/// where the bad one stands was pushed up by an insertion, and so on.
/// </remarks>
/// <param name="gesloten">Its lines that went with their month, in order.</param>
internal sealed class StroomControle(string gemeentecode, int slot, Bewijzen bewijzen, Wiscontrole wissen, Queue<GeslotenReeks> gesloten)
{
    private const int MostDeleted = 8;

    private readonly Dictionary<(Bewijs Bewijs, bool Weg), long> genoemd = [];

    private Verdacht? verdacht;
    private byte[] laatste = Keten.Begin;
    private byte[] voorlaatste = Keten.Begin;
    private bool laatsteGoed = true;
    private long verzegeldTot;

    public string Gemeentecode => gemeentecode;

    public int Slot => slot;

    public string Naam { get; } = string.Create(CultureInfo.InvariantCulture, $"{gemeentecode}/{slot}");

    public long Seq { get; private set; }

    public Bevinding? Bevinding { get; private set; }

    public void Add(KetenRegel regel)
    {
        if (regel.Seq <= Seq)
        {
            AddUsedPlace(regel);
            return;
        }

        if (regel.Seq > Seq + 1)
        {
            Report(Soort.Verwijderd, Seq + 1, Seq + 2 == regel.Seq ? "De regel is er niet meer." : Text($"De regels {Seq + 1} tot en met {regel.Seq - 1} zijn er niet meer."));
            Accept(regel, regel.Leesbaar);                   // the hash of the line before is gone, so this one cannot be checked
            return;
        }

        var fits = regel.IsGood(laatste);
        if (!fits)
        {
            Misfit(regel);
        }
        else
        {
            Erased(regel);
            bewijzen.Witness(regel);
        }

        Accept(regel, fits);
    }

    /// <summary>Walks over lines that went with their month or were lost when the database was put back, below a line that comes next.</summary>
    public void WalkTo(long seq)
    {
        while (gesloten.TryPeek(out var next) && next.Reeks.Tot < seq && next.Reeks.Van <= Seq + 1)
        {
            gesloten.Dequeue();
            if (next.Reeks.Van == Seq + 1)
            {
                Walk(next);
            }
        }
    }

    /// <summary>Every line of the stream is gone.</summary>
    public void CutWhole() => Report(Soort.Afgekapt, 1, "Van deze stroom is geen regel meer over.");

    /// <summary>A head that a checkpoint lists, in order of seq; the line with that seq is the last one added, or is not there.</summary>
    public void Sealed(Kop kop)
    {
        if (kop.Seq == Seq && !kop.Hash.AsSpan().SequenceEqual(laatste))
        {
            Report(Soort.Gewijzigd, kop.Seq, Text($"Een zegel noemt voor deze regel een andere hash; tussen regel {verzegeldTot + 1} en {kop.Seq} is het log herschreven."));
        }
        else if (kop.Seq > Seq)
        {
            Report(Soort.Afgekapt, Seq + 1, Text($"Een zegel kent {kop.Seq} regels."));
        }

        verzegeldTot = kop.Seq;
    }

    public void Finish(Kop? kop)
    {
        if (kop is null)
        {
            Report(Soort.KopOnjuist, Seq, "De kop van deze stroom ontbreekt.");
        }
        else if (kop.Seq > Seq)
        {
            Report(Soort.Afgekapt, Seq + 1, Text($"De kop van deze stroom staat op {kop.Seq}."));
        }
        else if (kop.Seq < Seq)
        {
            FinishBeyond(kop);
        }
        else if (!kop.Hash.AsSpan().SequenceEqual(laatste))
        {
            Report(Soort.KopOnjuist, Seq, "De kop van deze stroom noemt een andere hash dan de laatste regel.");
        }
    }

    /// <summary>
    /// After all streams: now it is known which wislijnen, afsluitingen and herstellen stand in the log. A person is erased, or a line gone, by one of those or not at all.
    /// </summary>
    public Bevinding? Judge()
    {
        foreach (var ((bewijs, weg), seq) in genoemd.Where(g => g.Key.Weg != g.Key.Bewijs.InLog && (Bevinding is null || g.Value < Bevinding.Plaats)))
        {
            Bevinding = (bewijs.Soort, weg) switch
            {
                (Soort.AfsluitingOngeldig, _) => new Bevinding(Soort.Verwijderd, Naam, seq, "De maand is verwijderd met een afsluiting die niet in het log staat."),
                (Soort.HerstelOngeldig, _) => new Bevinding(Soort.Verwijderd, Naam, seq, "De regels ontbreken door een herstel dat niet in het log staat."),
                (_, true) => new Bevinding(Soort.Gewijzigd, Naam, seq, "De persoon is gewist met een wislijn die niet in het log staat."),
                _ => new Bevinding(Soort.Gewijzigd, Naam, seq, "Een wislijn zegt dat de persoon gewist is, maar hij staat er nog."),
            };
        }

        return Bevinding;
    }

    /// <summary>Lines behind the head: put there by someone else, unless checkpoints know them.</summary>
    private void FinishBeyond(Kop kop)
    {
        if (verzegeldTot > kop.Seq)
        {
            Report(Soort.KopOnjuist, Seq, Text($"De kop van deze stroom staat op {kop.Seq}; een zegel kent {verzegeldTot} regels."));
        }
        else if (Bevinding is null || Bevinding.Plaats > kop.Seq)
        {
            Bevinding = new Bevinding(Soort.Ingevoegd, Naam, kop.Seq + 1, "De regel staat achter de kop van deze stroom.");
        }
    }

    private void Walk(GeslotenReeks next)
    {
        if (!next.Reeks.Voor.AsSpan().SequenceEqual(laatste))
        {
            Report(Soort.Gewijzigd, Seq, next.Bewijs.Soort == Soort.HerstelOngeldig ? "Het herstel erna sluit aan op een andere hash." : "De maand erna is afgesloten op een andere hash.");
        }

        genoemd.TryAdd((next.Bewijs, true), next.Reeks.Van);
        (voorlaatste, laatste, laatsteGoed, Seq) = (next.Reeks.Laatste, next.Reeks.Laatste, true, next.Reeks.Tot);
    }

    private void Erased(KetenRegel regel)
    {
        if (wissen.Van(regel) is { } bewijs)
        {
            genoemd.TryAdd((bewijs, regel.Zout is null), regel.Seq);
        }
        else if (regel.Zout is null)
        {
            Report(Soort.Gewijzigd, regel.Seq, "De persoon is gewist zonder wislijn.");
        }
    }

    /// <summary>A second line on a place, or in a file a line that comes too late.</summary>
    private void AddUsedPlace(KetenRegel regel)
    {
        if (regel.Seq < Seq)
        {
            if (Bevinding is { Soort: Soort.Verwijderd } gap && gap.Plaats == regel.Seq)
            {
                Bevinding = gap with { Soort = Soort.Verwisseld, Uitleg = "De regel staat verderop." };
            }

            Report(Soort.Ingevoegd, regel.Seq, "Er staan twee regels op deze plaats.");
            return;
        }

        var fits = regel.IsGood(voorlaatste);
        var replaces = Bevinding is not { } found || found.Plaats >= regel.Seq;
        if (replaces)
        {
            Bevinding = fits && laatsteGoed
                ? new Bevinding(Soort.Vork, Naam, regel.Seq, "Er staan twee goede regels op deze plaats.")
                : new Bevinding(Soort.Ingevoegd, Naam, regel.Seq, "Er staan twee regels op deze plaats.");
            verdacht = null;
        }

        if (fits && !laatsteGoed)
        {
            (laatste, laatsteGoed) = (regel.Hash, true);
        }
    }

    private void Misfit(KetenRegel regel)
    {
        if (verdacht is null && Bevinding is null)
        {
            var copyOfLast = regel.Hash.AsSpan().SequenceEqual(laatste);
            if (regel.Seq > 1 && !copyOfLast && regel.FitsAt(regel.Seq - 1, voorlaatste))
            {
                Report(Soort.Ingevoegd, regel.Seq - 1, "De regels erna zijn een plaats opgeschoven.");
                return;
            }

            verdacht = new Verdacht(regel.Copy(), laatste);
            Report(Soort.Gewijzigd, regel.Seq, "De inhoud hoort niet bij de hash, of de regel ervoor is vervangen.");
        }
        else if (verdacht is { } eerder && Refine(eerder, regel) is { } beter)
        {
            Bevinding = beter;
            verdacht = null;
        }
    }

    /// <summary>What a later line that does not fit tells about the first one.</summary>
    private Bevinding? Refine(Verdacht eerder, KetenRegel regel)
    {
        var plaats = eerder.Regel.Seq;
        if (Swapped(eerder.Regel, regel))
        {
            return new Bevinding(Soort.Verwisseld, Naam, plaats, Text($"De regel hoort op plaats {regel.Seq}."));
        }

        if (regel.FitsAt(plaats, eerder.Vorige))
        {
            return new Bevinding(Soort.Ingevoegd, Naam, plaats, "De regels erna zijn een plaats opgeschoven.");
        }

        return regel.Seq == plaats + 1 && Enumerable.Range(1, MostDeleted).Any(n => regel.FitsAt(regel.Seq + n, laatste))
            ? new Bevinding(Soort.Verwijderd, Naam, plaats, "De regels erna zijn een plaats teruggeschoven.")
            : null;
    }

    /// <summary>Whether the first line has its right place where the second stands; their hashes may or may not have moved with them.</summary>
    private bool Swapped(KetenRegel first, KetenRegel second)
    {
        byte[][] before = second.Seq == first.Seq + 1 ? [first.Hash, second.Hash] : [laatste];
        return before.Select(hash => first.HashAt(second.Seq, hash))
            .Any(hash => hash.AsSpan().SequenceEqual(first.Hash) || hash.AsSpan().SequenceEqual(second.Hash));
    }

    private void Accept(KetenRegel regel, bool good)
    {
        (voorlaatste, laatste, laatsteGoed, Seq) = (laatste, regel.Hash, good, regel.Seq);
    }

    private void Report(Soort soort, long plaats, string uitleg) => Bevinding ??= new Bevinding(soort, Naam, plaats, uitleg);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.GetCultureInfo("nl-NL"));

    /// <param name="Regel">The first line that did not fit.</param>
    /// <param name="Vorige">The hash it should have been chained to.</param>
    private sealed record Verdacht(KetenRegel Regel, byte[] Vorige);
}
