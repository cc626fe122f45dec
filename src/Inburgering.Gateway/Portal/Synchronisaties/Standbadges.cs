using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Synchronisaties;

namespace Inburgering.Gateway.Portal.Synchronisaties;

/// <summary>Status words of ux 5 with their kind; what is unknown is never good.</summary>
internal static class Standbadges
{
    /// <summary>What the filter offers.</summary>
    public static readonly IReadOnlyList<Keuze> Keuzes =
    [
        new("te-laat", "Te laat"), new("mislukt", "Mislukt"), new("verdacht-leeg", "Verdacht leeg"), new("gelukt-met-afkeur", "Gelukt met afkeur"), new("gestopt", "Gestopt"),
        new("gepauzeerd", "Gepauzeerd"), new("onbekend", "Onbekend"), new("loopt", "Loopt"), new("gelukt", "Gelukt"),
    ];

    public static Badge Van(SynchronisatieView view) => view.Status switch
    {
        "gepauzeerd" => new Badge($"Gepauzeerd tot {Datum.Kort(Datum.DagVan(view.PauzeTot!.Value))}", Ernst.Neutraal),
        "loopt" => Loopt(view.Laatste.FirstOrDefault(u => u is { Status: "loopt", PeriodeVan: null })?.Poging),
        _ => Van(view.Status),
    };

    public static Badge Van(UitvoeringView uitvoering) => uitvoering switch
    {
        { Status: "loopt" } => Loopt(uitvoering.Poging),
        { Status: "mislukt", Reden: "telling-klopt-niet" } => new Badge("De telling klopt niet", Ernst.Fout),
        { Status: "gelukt", Poging: > 1 } => new Badge($"Gelukt na {uitvoering.Poging} pogingen", Ernst.Goed),
        _ => Van(uitvoering.Status),
    };

    private static Badge Loopt(int? poging) => new(poging > 1 ? $"Loopt (poging {poging})" : "Loopt", Ernst.Neutraal);

    private static Badge Van(string status) => status switch
    {
        "gelukt" => new Badge("Gelukt", Ernst.Goed),
        "gelukt-met-afkeur" => new Badge("Gelukt met afkeur", Ernst.Let),
        "verdacht-leeg" => new Badge("Verdacht leeg", Ernst.Let),
        "mislukt" => new Badge("Mislukt", Ernst.Fout),
        "te-laat" => new Badge("Te laat", Ernst.Fout),
        "gestopt" => new Badge("Gestopt", Ernst.Neutraal),
        "overgeslagen" => new Badge("Niet begonnen", Ernst.Neutraal),
        "wacht-op-akkoord" => new Badge("Wacht op akkoord", Ernst.Let),
        "afgewezen" => new Badge("Afgewezen", Ernst.Neutraal),
        _ => new Badge("Onbekend", Ernst.Neutraal),
    };
}
