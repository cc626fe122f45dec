using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Afstemmingen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Koppelingen;

/// <summary>The rounds of reconciliation, and the button for a new one.</summary>
[Handeling("Afstemmingen bekeken", Actie.Beheer)]
internal sealed class AfstemmingenModel(LeesAfstemmingen lees, StartAfstemronde start, Verwerking verwerking, Caller caller) : PageModel, IVerantwoord
{
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>Number of the first row, for the caption alone.</summary>
    [BindProperty(SupportsGet = true)]
    public int Vanaf { get; set; } = 1;

    public AfstemmingenView View { get; private set; } = null!;

    /// <summary>Why what was asked was not done; null: nothing was refused.</summary>
    public string? Fout { get; private set; }

    public bool EerstePagina => Cursor is null;

    public bool MagStarten => Menu.Mag(Menu.Afstemmen, caller.Rol);

    public Bladeren Bladeren => new(
        EerstePagina,
        GekozenFilters.Link(Request, "cursor", null),
        View.Volgende is { } cursor ? GekozenFilters.Volgende(Request, cursor, Eerste + View.Afstemmingen.Count) : null);

    public string Bijschrift => $"{Bladeren.Bereik(Eerste, View.Afstemmingen.Count, View.Alle, "afstemming", "afstemmingen")}, nieuwste eerst.";

    public string Antwoord => View.Afstemmingen switch
    {
        [] => "Er is nog niet afgestemd.",
        [{ Status: "loopt" or "wacht" } nu, ..] => $"Er loopt nu een afstemming: {nu.Gedaan} van {nu.Totaal} personen zijn gedaan.",
        [var laatste, ..] => $"De laatste afstemming vond {Aantal(laatste.GemisteGebeurtenissen, "gemiste gebeurtenis", "gemiste gebeurtenissen")} en {Aantal(laatste.Verschillend, "persoon", "personen")} met een verschil.",
    };

    private int Eerste => EerstePagina ? 1 : Math.Max(1, Vanaf);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ToonAsync(ct);

    /// <summary>The line says what was done, not that the page was looked at.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        (verwerking.Naam, Cursor) = ("Afstemming gestart", null);
        var uitkomst = await start.HandleAsync(caller, ct);
        if (uitkomst.Waarde is { } gestart)
        {
            return RedirectToPage("Afstemming", new { id = gestart.AfstemmingId });
        }

        if (uitkomst.Probleem!.Status != StatusCodes.Status409Conflict)
        {
            return StatusCode(uitkomst.Probleem.Status);
        }

        Fout = uitkomst.Probleem.Detail;
        return await ToonAsync(ct);
    }

    public IReadOnlyList<string> GeleverdeVelden() => View.GeleverdeVelden();

    private async Task<IActionResult> ToonAsync(CancellationToken ct)
    {
        var uitkomst = await lees.ListAsync(caller, Cursor, ct);
        if (uitkomst.Waarde is not { } view)
        {
            return StatusCode(uitkomst.Probleem!.Status);
        }

        View = view;
        return Page();
    }

    private static string Aantal(int aantal, string enkel, string meer) => aantal == 1 ? $"1 {enkel}" : $"{aantal.ToString("N0", Datum.Nederlands)} {meer}";
}
