using Inburgering.Gateway.Partners.Betalen;
using static Inburgering.Gateway.Tests.Features.Betalen.Afletteren.Bankwoorden;

namespace Inburgering.Gateway.Tests.Features.Betalen.Afletteren;

/// <summary>What a bank does with one batch, drawn from numbers, and the reports that it gives of it.</summary>
internal sealed class Bankverhaal
{
    /// <summary>With one more there are up to six times as many orders of arrival.</summary>
    private static readonly int MeesteBerichten = AflettingProperties.IsLang ? 6 : 5;

    private readonly IReadOnlyList<int> trekking;
    private readonly List<Bankpost>[] dagen = [[], [], []];
    private readonly bool isVerzamel;
    private int volgende;

    public Bankverhaal(IReadOnlyList<int> trekking)
    {
        this.trekking = trekking;
        Centen = [.. Enumerable.Range(0, 2 + Trek(5)).Select(_ => 100L * (1 + Trek(4)))];
        isVerzamel = Trek(3) == 0;
        Lot = [.. Centen.Select(_ => isVerzamel ? Verzamellot() : (Lot)Trek(7))];
        for (var i = 0; i < Centen.Length; i++)
        {
            Boek(i);
        }

        if (isVerzamel && VerzameldeCenten is > 0 and var som)
        {
            dagen[0].Insert(0, Verzameld(-som) with { Batch = new Bankbatch(null, Batch, null) });
        }

        Afschriften = [.. dagen.Select((posten, i) => Bundel(i, posten)).Where((_, i) => i == 0 || dagen[i].Count > 0)];
        Berichten = [.. Statussen().Concat(Adviezen()).Take(MeesteBerichten - Afschriften.Count)];
    }

    public long[] Centen { get; }

    public Lot[] Lot { get; }

    /// <summary>They keep their order: Afschriftvolgorde holds them.</summary>
    public IReadOnlyList<Bankbericht.Afschriften> Afschriften { get; }

    /// <summary>In any order.</summary>
    public IReadOnlyList<Bankbericht> Berichten { get; }

    private long VerzameldeCenten => Centen.Where((_, i) => Lot[i] != Afletteren.Lot.Geweigerd).Sum();

    /// <summary>Every order in which they can arrive.</summary>
    public IEnumerable<IReadOnlyList<Bankbericht>> Volgordes() => Verweef([], Berichten, 0);

    public override string ToString() =>
        $"{string.Join(", ", Centen.Zip(Lot))}; verzamel {isVerzamel}; {string.Join(" | ", Berichten.Select(b => b is Bankbericht.Status s ? $"{s.Bestand?.Code} {string.Join(',', s.Bestand?.Redenen.Select(r => r.Code) ?? [])} {string.Join(',', s.Batches.SelectMany(d => d.Opdrachten).Select(o => $"{o.Kenmerk}={o.Status?.Code}"))}" : "054"))}; {Afschriften.Count} afschriften";

    private int Trek(int aantal) => volgende < trekking.Count ? trekking[volgende++] % aantal : 0;

    /// <summary>With a collective entry the bank does not say whom it paid, so it does not contradict itself on it.</summary>
    private Lot Verzamellot() => (Lot)(Trek(4) is var n && n >= 2 ? n + 1 : n);

    private void Boek(int i)
    {
        var (lot, kenmerk, centen) = (Lot[i], Kas.Kenmerk(i), Centen[i]);
        if (!isVerzamel && lot is not (Afletteren.Lot.Geweigerd or Afletteren.Lot.Stil))
        {
            dagen[Trek(2)].Add(Post(-centen, kenmerk, null, Trek(2) == 0 ? Iban(i + 1) : null));
        }

        if (lot is Afletteren.Lot.Dubbel or Afletteren.Lot.DubbelEnTerug)
        {
            dagen[1 + Trek(2)].Add(Post(-centen, kenmerk));
        }

        if (lot is Afletteren.Lot.Terug or Afletteren.Lot.DubbelEnTerug)
        {
            dagen[2].Add(Post(centen, kenmerk, Trek(2) == 0 ? "AC04" : "MS02"));
        }
    }

    /// <summary>Each payment an entry, or all that leave one entry with details.</summary>
    private Bankbericht.Afschriften Bundel(int dag, IReadOnlyList<Bankpost> posten)
    {
        Bankpost[] af = [.. posten.Where(p => p is { Bedrag.Centen: < 0, Details.Count: 1 })];
        return Trek(2) == 0 || af.Length < 2
            ? Afschrift($"S{dag}", [.. posten])
            : Afschrift($"S{dag}", [Verzameld(af.Sum(p => p.Bedrag.Centen), [.. af.Select(p => p.Details[0])]), .. posten.Except(af)]);
    }

    private IEnumerable<Bankbericht> Statussen()
    {
        var geweigerd = Enumerable.Range(0, Centen.Length).Where(i => Lot[i] is Afletteren.Lot.Geweigerd or Afletteren.Lot.GeweigerdEnBetaald).Select(i => ((string?)Kas.Kenmerk(i), (string?)(Trek(2) == 0 ? "RJCT AC01" : "RJCT MD07"))).ToArray();
        var knip = Trek(2) == 0 ? geweigerd.Length : geweigerd.Length / 2;
        foreach (var deel in new[] { geweigerd[..knip], geweigerd[knip..] }.Where(deel => deel.Length > 0))
        {
            yield return Statusbericht(Trek(2) == 0 ? "PART" : null, null, deel);
        }

        string[] bestand = ["ACCP", "RCVD", "RJCT DUPL", "RVNM", "ZZZZ", "PART", isVerzamel ? "PDNG" : "RJCT TECH"];
        foreach (var woord in Enumerable.Range(0, Trek(3)).Select(_ => bestand[Trek(bestand.Length)]).ToArray())
        {
            yield return Statusbericht(woord);
        }

        if (Trek(2) == 0)
        {
            yield return Statusbericht("PART", null, (Kas.Kenmerk(Trek(Centen.Length)), "ACCP"));
        }
    }

    private IEnumerable<Bankbericht> Adviezen()
    {
        if (Trek(2) == 0)
        {
            yield return Advies([.. dagen.SelectMany(d => d)]);
        }
    }

    private IEnumerable<IReadOnlyList<Bankbericht>> Verweef(Bankbericht[] al, IReadOnlyList<Bankbericht> nog, int afschriften)
    {
        if (nog.Count == 0 && afschriften == Afschriften.Count)
        {
            yield return al;
        }

        for (var i = 0; i < nog.Count; i++)
        {
            foreach (var volgorde in Verweef([.. al, nog[i]], [.. nog.Where((_, n) => n != i)], afschriften))
            {
                yield return volgorde;
            }
        }

        if (afschriften < Afschriften.Count)
        {
            foreach (var volgorde in Verweef([.. al, Afschriften[afschriften]], nog, afschriften + 1))
            {
                yield return volgorde;
            }
        }
    }
}

/// <summary>What becomes of one order at the bank.</summary>
internal enum Lot
{
    Betaald,
    Geweigerd,

    /// <summary>The bank contradicts itself.</summary>
    GeweigerdEnBetaald,
    Terug,
    Dubbel,
    DubbelEnTerug,

    /// <summary>Nothing is ever booked.</summary>
    Stil,
}
