using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Besluiten;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Dossiers;

/// <summary>«Waarom mocht dit?»: one decision in words.</summary>
[Handeling("Besluit bekeken", Actie.Raadplegen)]
internal sealed class BesluitModel(LeesBesluit lees, Caller caller) : PageModel, IVerantwoord
{
    [BindProperty(SupportsGet = true)]
    public Guid DossierId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string BesluitId { get; set; } = string.Empty;

    public Besluit Besluit { get; private set; } = null!;

    public Logregel Regel => Besluit.Regel;

    public string Kop => Regel.Resultaat == Resultaat.Toegestaan ? "Waarom mocht dit?" : "Waarom mocht dit niet?";

    public Badge Badge
    {
        get
        {
            var (woord, ernst) = Inzagewoorden.Resultaat(Regel.Resultaat);
            return new Badge(woord, ernst);
        }
    }

    /// <summary>What was not shown, with one reason for each group.</summary>
    public IEnumerable<IGrouping<string, string>> NietGetoond => Besluit.Uitleg.NietGetoond.GroupBy(n => n.Reden, n => n.Naam);

    /// <summary>Whether the decision, made again, ends the same.</summary>
    public string Controle => Besluit.Herberekend switch
    {
        true => "Wij rekenden dit besluit opnieuw uit, met de regels en de gegevens van toen. Er komt hetzelfde uit.",
        false => "Wij rekenden dit besluit opnieuw uit, met de regels en de gegevens van toen. Er komt iets anders uit. Meld dit bij uw beheerder.",
        null => "Dit besluit ging niet over het lezen van een dossier. Wij rekenen het daarom niet opnieuw uit.",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        switch (await lees.HandleAsync(caller, DossierId, BesluitId, ct))
        {
            case BesluitUitkomst.Gevonden { Besluit: var besluit }:
                Besluit = besluit;
                return Page();
            case BesluitUitkomst.Geweigerd { Refusal: Refusal.GeenRelatie }:
                HttpContext.Items[FoutModel.Sleutel] = Teksten.BesluitOnbekend;
                return StatusCode(StatusCodes.Status404NotFound);
            case BesluitUitkomst.Geweigerd:
                return StatusCode(StatusCodes.Status403Forbidden);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public IReadOnlyList<string> GeleverdeVelden() => ["LOG.besluit"];
}
