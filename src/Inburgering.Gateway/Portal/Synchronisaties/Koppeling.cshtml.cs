using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Portal.Grafieken;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;

namespace Inburgering.Gateway.Portal.Synchronisaties;

/// <summary>One koppeling: its schedule and who chose it, when it runs next, what thirty days brought, and every run.</summary>
[Handeling("Synchronisatie bekeken", Actie.Beheer)]
internal sealed class KoppelingModel(LeesSynchronisaties lees, Caller caller, TimeProvider systeemklok) : Koppelpagina(lees, caller)
{
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>Number of the first row, for the caption alone.</summary>
    [BindProperty(SupportsGet = true)]
    public int Vanaf { get; set; } = 1;

    /// <summary>What just happened, as a word in the address.</summary>
    [FromQuery(Name = "stand")]
    public string? Stand { get; set; }

    public UitvoeringenView Uitvoeringen { get; private set; } = null!;

    public DateTimeOffset Nu { get; } = systeemklok.GetUtcNow();

    public bool EerstePagina => Cursor is null;

    public string? Bericht => Stand switch
    {
        "rooster" => "Het rooster is gewijzigd.",
        "pauze" => "De koppeling is gepauzeerd. Wat al liep, gaat door.",
        "hervat" => "De koppeling is hervat.",
        _ => null,
    };

    /// <summary>What was asked and cannot be, for who came from there.</summary>
    public string? Kan => Stand == LevertZelfWoord && LevertZelf ? Problems.PartnerLevertZelf.Detail : null;

    public Dagenstaven? Staven => Dagenstaven.Of(View.Dagen!);

    /// <summary>Who chose the schedule that holds; null: nobody of late.</summary>
    public WijzigingView? Roosterkeuze => View.Wijzigingen!.FirstOrDefault(w => w.Soort == "rooster");

    public Bladeren Bladeren => new(
        EerstePagina,
        GekozenFilters.Link(Request, "cursor", null),
        Uitvoeringen.Volgende is { } cursor ? GekozenFilters.Volgende(Request, cursor, Eerste + Uitvoeringen.Uitvoeringen.Count) : null);

    public string Bijschrift => $"{Bladeren.Bereik(Eerste, Uitvoeringen.Uitvoeringen.Count, Uitvoeringen.Alle, "uitvoering", "uitvoeringen")}, nieuwste eerst.";

    private int Eerste => EerstePagina ? 1 : Math.Max(1, Vanaf);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var pagina = await ToonAsync(id, ct);
        if (View is null)
        {
            return pagina;
        }

        var uitvoeringen = await Lees.UitvoeringenAsync(Wie, id, Cursor, ct);
        if (uitvoeringen.Waarde is not { } gevonden)
        {
            return StatusCode(uitvoeringen.Probleem!.Status);
        }

        Uitvoeringen = gevonden;
        return pagina;
    }

    public string Wat(WijzigingView wijziging) => wijziging switch
    {
        { Soort: "pauze", Tot: { } tot } => $"Gepauzeerd tot {Tijdwoorden.Bij(tot, Nu)}",
        { Soort: "hervatting" } => "Hervat",
        { Standaard: true } => "Terug naar het standaardrooster",
        _ => "Eigen rooster gekozen",
    };
}
