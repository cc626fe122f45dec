using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Features.Bronnen;

/// <summary>Where the sources of one dossier differ: of each only what this caller may see.</summary>
internal sealed class LeesBronverschillen(Regie regie, BronkeuzeStore keuzes, Bronregels regels, Woorden woorden, Beleid beleid)
{
    private const string Gemeente = "gemeente";

    public async Task<Uitkomst<BronverschillenView>> HandleAsync(Caller caller, Guid dossierId, CancellationToken ct) =>
        await FindAsync(caller, dossierId, ct) is var (dossier, verschillen)
            ? new BronverschillenView(await ShowAsync(dossier, verschillen, ct))
            : Uitkomst<BronverschillenView>.Niet(regie.Weigering, string.Empty);

    /// <summary>What differs, of a dossier that was granted.</summary>
    /// <returns>Null: refused.</returns>
    public async Task<(Granted Dossier, IReadOnlyList<Bronverschil> Verschillen)?> FindAsync(Caller caller, Guid dossierId, CancellationToken ct) =>
        await regie.LeesAsync(caller, dossierId, ct) is { } dossier && regie.Feiten is { } feiten ? (dossier, Of(dossier, feiten)) : null;

    /// <summary>Of what was granted alone.</summary>
    public static IReadOnlyList<Bronverschil> Of(Granted dossier, IAccessFacts feiten) =>
        Bronverschillen.Of(dossier.MetBron(feiten).Select(b => new Brongegeven(b.Categorie, b.Veld, b.Bron, b.Waarde)));

    /// <summary>The same in words.</summary>
    public async Task<IReadOnlyList<BronverschilView>> ShowAsync(Granted dossier, IReadOnlyList<Bronverschil> verschillen, CancellationToken ct)
    {
        if (verschillen.Count == 0)
        {
            return [];
        }

        var gekozen = (await keuzes.ReadAsync(dossier, ct)).ToDictionary(k => k.Punt);
        return [.. verschillen.Select(v => View(dossier.Question.Caller.Gemeentecode, v, gekozen.GetValueOrDefault(v.Punt)))];
    }

    private BronverschilView View(string gemeentecode, Bronverschil verschil, Bronkeuze? keuze)
    {
        var gevolgd = keuze is not null && verschil.Waarden.Any(w => w.Bron == keuze.Bron) ? keuze.Bron : null;
        var houder = Houder(verschil);
        return new BronverschilView
        {
            Categorie = verschil.Punt.Categorie,
            Veld = verschil.Punt.Veld,
            Onderdeel = verschil.Punt.Onderdeel is { Length: > 0 } onderdeel ? onderdeel : null,
            Waarden = [.. verschil.Waarden.Select(w => new BronwaardeView(w.Bron, Naam(gemeentecode, w.Bron), w.Tekst))],
            Geldt = gevolgd ?? houder,
            Waarom = Waarom(gevolgd, houder),
            Open = regels.IsOpen(gemeentecode, verschil, keuze is null ? [] : [keuze]),
            Stand = Convert.ToHexStringLower(regels.Stand(gemeentecode, verschil)),
            Keuze = keuze is null ? null : View(keuze),
        };
    }

    internal static BronkeuzeView View(Bronkeuze keuze) => new(keuze.Bron, keuze.Reden, keuze.Op);

    private static string Waarom(string? gevolgd, string? houder) => (gevolgd, houder) switch
    {
        ({ }, _) => "De regievoerder koos deze bron.",
        (_, { }) => "Deze bron houdt het gegeven bij. Er is nog niet gekozen.",
        _ => "Geen van deze bronnen houdt het gegeven bij. Er is nog niet gekozen.",
    };

    /// <summary>Who keeps this field by the policy; null: none of these, or more than one of that kind.</summary>
    private string? Houder(Bronverschil verschil)
    {
        var houders = beleid.Gegevens.Categorieen[verschil.Punt.Categorie].Bronhouders;
        var beste = verschil.Waarden.GroupBy(w => Projection.Rank(beleid.SoortVan(w.Bron), houders)).MinBy(g => g.Key)!;
        return beste.Key < int.MaxValue && beste.Count() == 1 ? beste.Single().Bron : null;
    }

    private string Naam(string gemeentecode, string bron) => bron == Gemeente ? $"Gemeente {woorden.Gemeente(gemeentecode)}" : woorden.Bron(bron);
}
