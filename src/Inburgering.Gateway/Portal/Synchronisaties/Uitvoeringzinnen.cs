using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Synchronisaties;

namespace Inburgering.Gateway.Portal.Synchronisaties;

/// <summary>Runs in a few words for a table.</summary>
internal static class Uitvoeringzinnen
{
    /// <summary>«vandaag 06:00, 61 ontvangen, 3 afgekeurd».</summary>
    public static string Laatste(SynchronisatieView view, DateTimeOffset nu) => view.Laatste.FirstOrDefault(u => u is { Poging: not null, PeriodeVan: null }) switch
    {
        null => "nog niet",
        { GeeindigdOp: null } u => $"{Tijdwoorden.Bij(u.BegonnenOp, nu)} begonnen, {Getal(u.Gedaan)} van {Getal(u.Ontvangen)} gedaan",
        var u => $"{Tijdwoorden.Bij(u.BegonnenOp, nu)}, {Getal(u.Ontvangen)} ontvangen{(u.Afgekeurd > 0 ? $", {Getal(u.Afgekeurd)} afgekeurd" : string.Empty)}{(u.Aanleiding == "proef" ? " (proef)" : string.Empty)}",
    };

    /// <summary>«maandag 06:00».</summary>
    public static string Volgende(SynchronisatieView view, DateTimeOffset nu) => view.Volgende switch
    {
        [] when view.Soort == Koppelpagina.Leverend => "geen verwacht",
        [] => "alleen met de hand",
        [var moment, ..] when moment < nu => $"had {Tijdwoorden.Bij(moment, nu)} moeten beginnen",
        [var moment, ..] => Tijdwoorden.Bij(moment, nu),
    };

    /// <summary>Why there was this run.</summary>
    public static string Waarom(UitvoeringView uitvoering) => uitvoering.Aanleiding switch
    {
        "rooster" => "Volgens het rooster",
        Koppelpagina.Leverend => uitvoering.Ontvangen > 0 ? $"Geleverd door {uitvoering.GestartDoorNaam}" : $"Verwacht van {uitvoering.GestartDoorNaam}",
        "proef" => $"Proefdraaien door {uitvoering.GestartDoorNaam}: er is niets overgenomen",
        "inhaal" => $"Ingehaald na een pauze, door {uitvoering.GestartDoorNaam}",
        "vervolg" => $"Vervolg op een gestopte uitvoering, door {uitvoering.GestartDoorNaam}",
        "inhaalrun" => $"Inhaalrun van {Datum.Kort(uitvoering.PeriodeVan!.Value)} tot en met {Datum.Kort(uitvoering.PeriodeTot!.Value)}, gevraagd door {uitvoering.GestartDoorNaam}",
        _ => $"Gestart door {uitvoering.GestartDoorNaam}",
    };

    /// <summary>How long it took, or takes; a day of deliveries is not work that lasts.</summary>
    public static string Duur(UitvoeringView uitvoering, DateTimeOffset nu) =>
        uitvoering.Poging is null || uitvoering.Aanleiding == Koppelpagina.Leverend ? "geen" : Tijdwoorden.Duur((uitvoering.GeeindigdOp ?? nu) - uitvoering.BegonnenOp);

    public static string Getal(int getal) => getal.ToString("N0", Datum.Nederlands);
}
