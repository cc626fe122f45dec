using Inburgering.Gateway.Verwerkingslog.Wissen;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>The verifier: one pass over checkpoints, one over lines, in memory that grows with what was erased, not with the log.</summary>
internal sealed class LogControle(IControleBron bron, IZegelSleutel sleutel, Ankers? ankers, Action<long>? progress = null)
{
    private const int ProgressEvery = 100_000;

    private readonly List<Bevinding> bevindingen = [];
    private readonly Dictionary<string, StroomControle> afgerond = [];
    private readonly Bewijzen bewijzen = new();
    private Wiscontrole wissen = null!;
    private readonly GeslotenReeksen gesloten = new();
    private Afsluitcontrole afsluitingen = null!;
    private Herstelcontrole herstellen = null!;
    private readonly Dictionary<string, Kop> koppen = [];
    private IReadOnlyDictionary<string, Kop> verloren = new Dictionary<string, Kop>();
    private IAsyncEnumerator<Kop>? verzegeld;
    private bool meerVerzegeld;
    private StroomControle? stroom;
    private long regels;
    private long onverzegeld;
    private long laatstVerzegeld;

    /// <summary>The last checkpoint may not be older, ms since 1970.</summary>
    public long OudsteTijd { get; init; } = long.MinValue;

    public async Task<Controleuitslag> RunAsync(CancellationToken ct)
    {
        using var zegels = new ZegelControle(sleutel, ankers?.Read() ?? []);
        zegels.Begin();
        await foreach (var zegel in bron.ReadZegelsAsync(ct))
        {
            zegels.Add(zegel);
        }

        zegels.Finish(OudsteTijd);
        AddBevinding(zegels.Bevinding);
        verloren = zegels.Verloren;
        await BewijzenAsync(ct);
        await RegelsAsync(zegels.GeenBewijs, ct);
        AddBevinding(afsluitingen.Finish());
        AddBevinding(herstellen.Finish());
        afgerond.Values.Select(s => s.Judge()).ToList().ForEach(AddBevinding);
        AddBevinding(wissen.Finish());
        return new Controleuitslag(bevindingen, regels, afgerond.Count, zegels.Aantal, zegels.Laatste, onverzegeld, herstellen.Goed);
    }

    private async Task BewijzenAsync(CancellationToken ct)
    {
        wissen = new Wiscontrole(bewijzen);
        await foreach (var wislijn in bron.ReadWislijnenAsync(ct))
        {
            wissen.Add(wislijn);
        }

        afsluitingen = new Afsluitcontrole(bewijzen, gesloten, sleutel);
        await foreach (var afsluiting in bron.ReadAfsluitingenAsync(ct))
        {
            afsluitingen.Add(afsluiting);
        }

        herstellen = new Herstelcontrole(bewijzen, gesloten, sleutel);
        await foreach (var herstel in bron.ReadHerstellenAsync(ct))
        {
            herstellen.Add(herstel);
        }
    }

    private async Task RegelsAsync(IReadOnlyCollection<long> zonder, CancellationToken ct)
    {
        foreach (var kop in await bron.ReadKoppenAsync(ct))
        {
            koppen[kop.Stroom] = kop;
        }

        await using var sealedHeads = bron.ReadVerzegeldeKoppenAsync(zonder, ct).GetAsyncEnumerator(ct);
        verzegeld = sealedHeads;
        meerVerzegeld = await sealedHeads.MoveNextAsync();
        await foreach (var regel in bron.ReadRegelsAsync(ct))
        {
            await AddAsync(regel);
        }

        await FinishStroomAsync();
        while (meerVerzegeld)
        {
            await WithoutRegelsAsync(verzegeld.Current);
        }

        foreach (var reeks in gesloten.Stromen.Where(r => !afgerond.ContainsKey(r.Stroom)))
        {
            stroom = New(reeks.Gemeentecode, reeks.Slot);
            await FinishStroomAsync();
        }

        koppen.Where(k => !afgerond.ContainsKey(k.Key)).ToList().ForEach(k => CutWhole(k.Value));
    }

    private async Task AddAsync(KetenRegel regel)
    {
        if (stroom is null || !regel.InStroomVan(stroom.Gemeentecode, stroom.Slot))
        {
            await FinishStroomAsync();
            while (meerVerzegeld && Order(verzegeld!.Current, regel) < 0)
            {
                await WithoutRegelsAsync(verzegeld.Current);
            }

            stroom = New(regel.Gemeentecode, regel.Slot);
        }

        stroom.WalkTo(regel.Seq);
        await SealedUntilAsync(regel.Seq);
        stroom.Add(regel);
        if (verloren.GetValueOrDefault(stroom.Naam) is { } kop && kop.Seq == regel.Seq)
        {
            stroom.Sealed(kop);
        }

        if (++regels % ProgressEvery == 0)
        {
            progress?.Invoke(regels);
        }
    }

    /// <summary>Hands over the sealed heads below a line that comes next: their line is the last one added, or is not there.</summary>
    private async Task SealedUntilAsync(long seq)
    {
        while (meerVerzegeld && stroom is not null && Order(verzegeld!.Current, stroom) == 0 && verzegeld.Current.Seq < seq)
        {
            if (verzegeld.Current.Seq == stroom.Seq || seq == long.MaxValue)
            {
                stroom.Sealed(verzegeld.Current);
            }

            laatstVerzegeld = verzegeld.Current.Seq;
            meerVerzegeld = await verzegeld.MoveNextAsync();
        }
    }

    private async Task FinishStroomAsync()
    {
        if (stroom is null)
        {
            return;
        }

        stroom.WalkTo(long.MaxValue);
        await SealedUntilAsync(long.MaxValue);
        if (verloren.GetValueOrDefault(stroom.Naam) is { } kop && kop.Seq > stroom.Seq)
        {
            stroom.Sealed(kop);
        }

        stroom.Finish(koppen.GetValueOrDefault(stroom.Naam));
        onverzegeld += Math.Max(0, stroom.Seq - laatstVerzegeld);
        afgerond.Add(stroom.Naam, stroom);
        stroom = null;
    }

    private async Task WithoutRegelsAsync(Kop kop)
    {
        if (gesloten.Kent(kop.Stroom) && !afgerond.ContainsKey(kop.Stroom))
        {
            stroom = New(kop.Gemeentecode, kop.Slot);
            await FinishStroomAsync();
            return;
        }

        if (!afgerond.ContainsKey(kop.Stroom))
        {
            CutWhole(kop);
        }

        meerVerzegeld = await verzegeld!.MoveNextAsync();
    }

    private void CutWhole(Kop kop)
    {
        var leeg = New(kop.Gemeentecode, kop.Slot);
        leeg.CutWhole();
        afgerond.Add(leeg.Naam, leeg);
    }

    private StroomControle New(string gemeentecode, int slot)
    {
        laatstVerzegeld = 0;
        var naam = new Kop(gemeentecode, slot, 0, []).Stroom;
        return new StroomControle(gemeentecode, slot, bewijzen, wissen, gesloten.Van(naam));
    }

    private void AddBevinding(Bevinding? bevinding)
    {
        if (bevinding is not null)
        {
            bevindingen.Add(bevinding);
        }
    }

    private static int Order(Kop kop, KetenRegel regel) => Order(kop, regel.Gemeentecode, regel.Slot);

    private static int Order(Kop kop, StroomControle stroom) => Order(kop, stroom.Gemeentecode, stroom.Slot);

    private static int Order(Kop kop, string gemeentecode, int slot) =>
        string.CompareOrdinal(kop.Gemeentecode, gemeentecode) is var order and not 0 ? order : kop.Slot.CompareTo(slot);
}

/// <param name="Bevindingen">The first fault of the checkpoints, of the afsluitingen, of the herstellen, of each stream and of the wislijnen; empty when the log is whole.</param>
/// <param name="Onverzegeld">Lines behind the last checkpoint.</param>
/// <param name="Herstellen">How often the database was put back, and what it lost: no fault, and never silent.</param>
internal sealed record Controleuitslag(
    IReadOnlyList<Bevinding> Bevindingen, long Regels, int Stromen, long Zegels, Zegel? LaatsteZegel, long Onverzegeld, IReadOnlyList<Herstel> Herstellen);
