using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Koppelingen;
using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Portal.Grafieken;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Synchronisaties;

/// <summary>What runs by itself: whether a person must do something, how each ran lately and when it runs next, and how the partners answer.</summary>
[Handeling("Synchronisaties bekeken", Actie.Beheer)]
internal sealed class KoppelingenModel(LeesSynchronisaties lees, Caller caller, TimeProvider systeemklok, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok) : PageModel, IVerantwoord
{
    [BindProperty(SupportsGet = true)]
    public string? Partner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    /// <summary>"ja": only those that ask for action.</summary>
    [BindProperty(SupportsGet = true, Name = "actie")]
    public string? AlleenActie { get; set; }

    /// <summary>All of them; the filters are for the table alone.</summary>
    public SynchronisatiesView View { get; private set; } = null!;

    public IReadOnlyList<SynchronisatieView> Rijen { get; private set; } = [];

    public DateTimeOffset Nu { get; } = systeemklok.GetUtcNow();

    /// <summary>What is now for this one: what a partner delivers goes by the business clock.</summary>
    public DateTimeOffset Bij(SynchronisatieView koppeling) => koppeling.Soort == Koppelpagina.Leverend ? zaakklok.GetUtcNow() : Nu;

    public bool MagDoen => Menu.Mag(Menu.Afstemmen, caller.Rol);

    public IReadOnlyList<Keuze> Partners => [.. View.Synchronisaties.Select(s => new Keuze(s.Partner, s.PartnerNaam)).Distinct()];

    public static IReadOnlyList<Keuze> Acties { get; } = [new("ja", "Alleen actie nodig")];

    public GekozenFilters Gekozen => GekozenFilters.Of(
        Request,
        ("partner", "Partner", Naam(Partners, Partner)),
        ("status", "Status", Naam(Standbadges.Keuzes, Status)),
        ("actie", "Actie", Naam(Acties, AlleenActie)));

    public string Bijschrift => $"{Bladeren.Bereik(1, Rijen.Count, Rijen.Count, "koppeling", "koppelingen")}; wat actie vraagt eerst, daarna op naam.";

    public string LeegTekst => this switch
    {
        { View.Alle: 0 } => Teksten.KoppelingenLeeg,
        { AlleenActie: "ja" } => Teksten.KoppelingenGeenActie,
        _ => Teksten.KoppelingenNietsGevonden,
    };

    public string Antwoord => View switch
    {
        { Alle: 0 } => "Er is nog niets te doen.",
        { MetActie: 1 } => "1 koppeling vraagt actie.",
        { MetActie: > 1 } => $"{View.MetActie} koppelingen vragen actie.",
        _ when View.Synchronisaties.All(s => s.Status is "gelukt" or "loopt") => "Alles loopt.",
        _ => $"Geen enkele koppeling vraagt actie. {string.Join(' ', Anders())}",
    };

    public static Badge Badge(VerbindingView verbinding) => verbinding.Status switch
    {
        "geen-storing" => new Badge("Geen storing", Ernst.Goed),
        "antwoordt-niet" => new Badge("Antwoordt niet", Ernst.Let),
        "herkent-ons-niet" => new Badge("Herkent ons niet", Ernst.Fout),
        _ => new Badge("Onbekend", Ernst.Neutraal),
    };

    public Uitvoeringenstrip? Strip(SynchronisatieView koppeling) => Uitvoeringenstrip.Of($"{koppeling.SynchronisatieId}", koppeling.Naam, koppeling.Laatste, Bij(koppeling));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var uitkomst = await lees.AlleAsync(caller, new Synchronisatiefilter(), ct);
        if (uitkomst.Waarde is not { } view)
        {
            return StatusCode(uitkomst.Probleem!.Status);
        }

        View = view;
        Rijen = [.. view.Synchronisaties.Where(new Synchronisatiefilter(Gevuld(Partner), Gevuld(Status), AlleenActie == "ja").Past)];
        return Page();
    }

    public IReadOnlyList<string> GeleverdeVelden() => [];

    private IEnumerable<string> Anders()
    {
        foreach (var (status, wat) in new[] { ("gepauzeerd", "gepauzeerd"), ("gestopt", "gestopt"), ("onbekend", "nog nooit uitgevoerd") })
        {
            if (View.Synchronisaties.Count(s => s.Status == status) is > 0 and var aantal)
            {
                yield return $"{(aantal == 1 ? "Er is er 1" : $"Er zijn er {aantal}")} {wat}.";
            }
        }
    }

    private static string? Naam(IReadOnlyList<Keuze> keuzes, string? waarde) => keuzes.FirstOrDefault(k => k.Waarde == waarde)?.Naam;

    private static string? Gevuld(string? waarde) => string.IsNullOrEmpty(waarde) ? null : waarde;
}
