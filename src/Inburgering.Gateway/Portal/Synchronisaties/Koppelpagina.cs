using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Synchronisaties;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Synchronisaties;

/// <summary>What every page about one koppeling shares: the koppeling, who may act on it, a reason, and what was wrong with a form.</summary>
internal abstract class Koppelpagina(LeesSynchronisaties lees, Caller caller) : PageModel, IVerantwoord
{
    public const string Leverend = "levering";

    /// <summary>In the address of a koppeling after something was asked that only the hub's own exchanges can do.</summary>
    protected const string LevertZelfWoord = "levert-zelf";

    [BindProperty]
    public string? Reden { get; set; }

    public SynchronisatieView View { get; private set; } = null!;

    public IReadOnlyList<Veldfout> Fouten { get; protected set; } = [];

    /// <summary>Why what was asked could not be done now; null: nothing was refused.</summary>
    public string? Weigering { get; protected set; }

    public bool MagDoen => Menu.Mag(Menu.Afstemmen, caller.Rol);

    /// <summary>The partner delivers: nobody starts, repeats, stops or pauses it here.</summary>
    public bool LevertZelf => View.Soort == Leverend;

    public string Pad => $"/koppelingen/{View.SynchronisatieId}";

    /// <summary>The run that goes on; null: none does.</summary>
    public UitvoeringView? Lopend => View.Laatste.FirstOrDefault(u => u is { Status: "loopt", PeriodeVan: null });

    protected LeesSynchronisaties Lees => lees;

    protected Caller Wie => caller;

    /// <summary>What is wrong with one field; null: nothing.</summary>
    public string? FoutBij(string veld) => Fouten.FirstOrDefault(f => f.Veld == veld)?.Zin;

    public IReadOnlyList<string> GeleverdeVelden() => [];

    /// <summary>The page, for who may see it.</summary>
    protected async Task<IActionResult> ToonAsync(Guid id, CancellationToken ct)
    {
        var uitkomst = await lees.OneAsync(caller, id, ct);
        if (uitkomst.Waarde is not { } view)
        {
            return StatusCode(uitkomst.Probleem!.Status);
        }

        View = view;
        return Page();
    }

    /// <summary>The page of a form, for who may send it.</summary>
    protected Task<IActionResult> FormulierAsync(Guid id, CancellationToken ct) =>
        MagDoen ? ToonAsync(id, ct) : Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status403Forbidden));

    /// <summary>As above, of what the hub does itself; of what a partner delivers there is no form, and its own page says why.</summary>
    protected async Task<IActionResult> ZelfformulierAsync(Guid id, CancellationToken ct)
    {
        var pagina = await FormulierAsync(id, ct);
        return View is not null && LevertZelf ? LocalRedirect($"/koppelingen/{id}?stand={LevertZelfWoord}") : pagina;
    }

    /// <summary>What a refusal becomes: the form again with what was filled in, or an error page.</summary>
    protected async Task<IActionResult> OpnieuwAsync(Guid id, Probleem probleem, CancellationToken ct)
    {
        if (probleem.Status != StatusCodes.Status409Conflict)
        {
            return StatusCode(probleem.Status);
        }

        Weigering = probleem.Detail;
        return await (probleem == Problems.PartnerLevertZelf ? ZelfformulierAsync(id, ct) : FormulierAsync(id, ct));
    }

    /// <summary>Faults of the API at the fields of the form.</summary>
    protected static IReadOnlyList<Veldfout> Bij(IEnumerable<InvoerFout> fouten, Func<string, string> veld) => [.. fouten.Select(f => new Veldfout(veld(f.Pointer ?? string.Empty), f.Detail))];

    /// <summary>A field that is named as in the API.</summary>
    protected static string ZelfdeNaam(string pointer) => pointer.TrimStart('/');
}
