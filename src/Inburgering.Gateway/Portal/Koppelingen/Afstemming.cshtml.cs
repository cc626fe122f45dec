using System.Globalization;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Afstemmingen;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Features.Partnerblik;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Koppelingen;

/// <summary>One round: how far it is, what it counted, and for the regievoerder what differs and who wins.</summary>
[Handeling("Afstemming bekeken", Actie.Beheer)]
internal sealed class AfstemmingModel(LeesAfstemmingen lees, LeesVerschillen verschillen, StopAfstemming stop, Woorden woorden, Verwerking verwerking, Caller caller) : PageModel, IVerantwoord
{
    private const string Niets = "niets";

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public AfstemmingView View { get; private set; } = null!;

    /// <summary>Null: this role sees the numbers alone.</summary>
    public VerschillenView? Verschillen { get; private set; }

    /// <summary>The values are shown, not covered.</summary>
    public bool Open { get; private set; }

    /// <summary>Why what was asked was not done; null: nothing was refused.</summary>
    public string? Fout { get; private set; }

    public bool Loopt => View.Status is "loopt" or "wacht";

    public bool MagStoppen => Menu.Mag(Menu.Afstemmen, caller.Rol);

    public Uitleg? Uitleg => Afstemwoorden.Reden(View.Reden);

    public string ToonAdres => $"/koppelingen/afstemmingen/{View.AfstemmingId}?handler=toon{(Cursor is null ? null : $"&cursor={Uri.EscapeDataString(Cursor)}")}";

    public Bladeren Bladeren => new(
        Cursor is null, GekozenFilters.Link(Request, "cursor", null), Verschillen!.Volgende is { } cursor ? GekozenFilters.Link(Request, "cursor", cursor) : null);

    public IReadOnlyList<Afstemvak> Telling =>
    [
        new("Gelijk", "same", View.Gelijk, "DUO en wij zeggen hetzelfde."),
        new("Gemist", "missed", View.Gemist, "DUO wist iets nieuws; wij namen het over."),
        new("Verschillend", "different", View.Verschillend, "DUO en een andere bron zeggen iets anders; u kijkt."),
        new("Mislukt", "failed", View.Mislukt, "Het lukte niet; hieronder staat waarom."),
        new("Tegengehouden", "held", View.Tegengehouden, "Wij mochten het niet vragen."),
        new("Nog niet gedaan", "todo", View.Totaal - View.Gedaan, Loopt ? "Deze personen komen nog." : "De afstemming is eerder gestopt."),
    ];

    /// <summary>The same as a bar, with what is there.</summary>
    public IEnumerable<Balkvak> Vakken
    {
        get
        {
            var x = 0.0;
            foreach (var vak in Telling.Where(t => t.Aantal > 0))
            {
                var breedte = 760.0 * vak.Aantal / View.Totaal;
                yield return new Balkvak(vak.Naam, vak.Soort, vak.Aantal, Getal(x), Getal(Math.Max(1, breedte - 2)));
                x += breedte;
            }
        }
    }

    public IEnumerable<Verschilrij> Rijen => Verschillen!.Personen.SelectMany(Rij);

    public static string Waarom(AfstemmingView afstemming) => afstemming.Aanleiding switch
    {
        "nacht" or "rooster" => "Volgens het rooster",
        "proef" => "Proefdraaien: er is niets overgenomen",
        "inhaalrun" => "Inhaalrun over een periode",
        _ => "Op verzoek",
    };

    public static Badge Stand(AfstemmingView afstemming) => afstemming switch
    {
        { Status: "loopt" } => new Badge("Loopt", Ernst.Neutraal),
        { Status: "wacht" } => new Badge("Wacht", Ernst.Let),
        { Status: "gestopt" } => new Badge("Gestopt", Ernst.Neutraal),
        { Mislukt: > 0 } => new Badge("Klaar, niet alles gelukt", Ernst.Fout),
        { Verschillend: > 0 } or { Tegengehouden: > 0 } => new Badge("Klaar, kijk wat verschilt", Ernst.Let),
        _ => new Badge("Gelukt", Ernst.Goed),
    };

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ToonAsync(id, ct);

    public Task<IActionResult> OnPostToonAsync(Guid id, CancellationToken ct)
    {
        Open = true;
        return ToonAsync(id, ct);
    }

    /// <summary>The line says what was done, not that the page was looked at.</summary>
    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken ct)
    {
        verwerking.Naam = "Afstemming gestopt";
        var uitkomst = await stop.HandleAsync(caller, id, ct);
        if (uitkomst.Waarde is null && uitkomst.Probleem!.Status != StatusCodes.Status409Conflict)
        {
            return StatusCode(uitkomst.Probleem.Status);
        }

        return uitkomst.Waarde is null ? await ToonAsync(id, ct, uitkomst.Probleem!.Detail) : RedirectToPage(new { id });
    }

    public IReadOnlyList<string> GeleverdeVelden() => Verschillen?.GeleverdeVelden() ?? [];

    private async Task<IActionResult> ToonAsync(Guid id, CancellationToken ct, string? fout = null)
    {
        var uitkomst = await lees.ReadAsync(caller, id, ct);
        if (uitkomst.Waarde is not { } view)
        {
            return StatusCode(uitkomst.Probleem!.Status);
        }

        (View, Fout) = (view, fout);
        if (Menu.Mag(Menu.Meldingen, caller.Rol))
        {
            verwerking.Actie = Actie.Raadplegen;
            var gevonden = await verschillen.HandleAsync(caller, id, Cursor, ct);
            if (gevonden.Waarde is null)
            {
                return StatusCode(gevonden.Probleem!.Status);
            }

            Verschillen = gevonden.Waarde;
        }

        return Page();
    }

    private IEnumerable<Verschilrij> Rij(BevindingView persoon)
    {
        if (persoon.Uitleg is { } uitleg)
        {
            yield return new Verschilrij(persoon.DossierId, uitleg.Wat, Niets, Niets, null, string.Empty, uitleg.Doen);
        }

        foreach (var gemist in persoon.Gemist)
        {
            yield return new Verschilrij(persoon.DossierId, $"Gemist: {string.Join(", ", gemist.Split(' ').Select(Veld))}", "nieuw", "overgenomen", new Badge("DUO", Ernst.Neutraal), "Hiervan kwam geen notificatie.", "U hoeft niets te doen.");
        }

        foreach (var v in persoon.Verschillen)
        {
            var wat = $"{Veld($"{v.Categorie}.{v.Veld}")}{(v.Onderdeel is null ? null : $" ({v.Onderdeel.Replace('-', ' ')})")}";
            yield return new Verschilrij(
                persoon.DossierId, wat, Waarde(v.Veld, v.Waarden.Partner), Waarde(v.Veld, v.Waarden.Bron), new Badge(v.Wint is { } w ? Naam(w) : "Niemand", v.Wint is null ? Ernst.Let : Ernst.Neutraal), v.Waarom, v.Doen);
        }
    }

    private string Naam(string bron) => bron == "gemeente" ? "Uw gemeente" : woorden.Rol(bron);

    private string Veld(string naam) => naam.Split('.') is [var categorie, var veld] ? $"{woorden.Categorie(categorie)}: {Woorden.Veld(veld)}" : naam;

    private string Waarde(string veld, JsonNode? waarde) => (waarde, Open) switch
    {
        (null, _) => Niets,
        (_, true) => Masker.Open(waarde),
        _ => Masker.Van(veld, waarde),
    };

    private static string Getal(double getal) => getal.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>One outcome with its number.</summary>
/// <param name="Soort">Part of the class that gives it its look.</param>
internal sealed record Afstemvak(string Naam, string Soort, int Aantal, string Betekenis);

/// <summary>One part of the bar.</summary>
internal sealed record Balkvak(string Naam, string Soort, int Aantal, string X, string Breedte);

/// <summary>One row of the table.</summary>
/// <param name="Wint">Null: there is nothing to win.</param>
internal sealed record Verschilrij(Guid DossierId, string Wat, string Partner, string Eigen, Badge? Wint, string Waarom, string Doen);
