using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Features.Getuige;
using Inburgering.Gateway.Features.Koppelingen;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Features.Meldingen;
using Inburgering.Gateway.Features.Register;
using Inburgering.Gateway.Features.Synchronisaties;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal;

/// <summary>What this role has to do, most urgent first.</summary>
[ZonderLogregel("aantallen van de eigen gemeente, geen persoonsgegevens")]
internal sealed class IndexModel(
    LeesBerichten berichten, LeesMeldingen uitgaand, LeesOpschortingen opschortingen, LeesSynchronisaties koppelingen, Stilstandmelding stilstand, LeesVolledigheid volledigheid,
    Beleidsmelding beleid, Zegelmelding zegels, Caller caller) : PageModel
{
    /// <summary>For who looks after the policy and the log; none: all is well.</summary>
    public IEnumerable<string> Meldingen => [.. new[] { beleid.Voor(caller), zegels.Voor(caller) }.OfType<string>(), .. Stil.Select(s => $"{s.Wat} {s.Doen}"), .. Gepauzeerd];

    public IReadOnlyList<Taak> Taken { get; private set; } = [];

    private IReadOnlyList<Uitleg> Stil { get; set; } = [];

    private IReadOnlyList<string> Gepauzeerd { get; set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var taken = new List<Taak>();
        if (Menu.Mag(Menu.Beheer, caller.Rol) && await berichten.TelAsync(caller, ct) is { } telling)
        {
            Stil = await stilstand.VoorAsync(caller, ct);
            taken.AddRange(Koppelingen((await koppelingen.AlleAsync(caller, new Synchronisatiefilter(), ct)).Waarde!));
            taken.Add(Berichten(telling));
            if (await opschortingen.TelAsync(caller, ct) is > 0 and var personen)
            {
                taken.Add(new Taak($"De uitwisseling over {(personen == 1 ? "1 persoon" : $"{personen} personen")} ligt stil: de partner zegt dat die niet meer bij uw gemeente hoort.", "/koppelingen/opschortingen", "Bekijk wat er stilligt", true));
            }

            if (await uitgaand.TelAsync(caller, ct) is { ActieNodig: > 0 and var wacht })
            {
                taken.Add(new Taak($"{(wacht == 1 ? "Er is 1 melding" : $"Er zijn {wacht} meldingen")} geweigerd of in afwachting van een mens.", "/koppelingen/meldingen?stand=actie", "Bekijk welke meldingen actie nodig hebben", true));
            }
        }

        if (Menu.Mag(Menu.Toezicht, caller.Rol))
        {
            taken.Add(Volledigheid(await volledigheid.OntbreektAsync(caller, ct)));
            taken.Add(new Taak("Zien wie in een dossier keek, met welk doel en wat is geweigerd?", "/dossiers/zoeken", "Wie heeft gekeken", false));
            taken.Add(new Taak("Zien wat er de afgelopen dagen in uw gemeente is gebeurd?", "/logcontrole/zoeken", "Zoeken in het log", false));
        }

        Taken = [.. taken.OrderByDescending(t => t.Dringend)];
    }

    private IEnumerable<Taak> Koppelingen(SynchronisatiesView view)
    {
        Gepauzeerd = [.. view.Synchronisaties.Where(s => s.PauzeTot is not null).Select(s => $"{s.Naam} is gepauzeerd tot {Datum.Minuut(s.PauzeTot!.Value)}.")];
        if (view.MetActie > 0)
        {
            yield return new Taak(
                view.MetActie == 1 ? "1 koppeling vraagt actie." : $"{view.MetActie} koppelingen vragen actie.", "/koppelingen?actie=ja", "Bekijk welke koppelingen actie nodig hebben", true);
        }
    }

    private static Taak Berichten(BerichtenTelling telling) => telling switch
    {
        { ActieNodig: > 0 } => new($"{Aantal(telling.ActieNodig)} op een mens.", "/koppelingen/berichten?stand=actie", "Bekijk welke berichten actie nodig hebben", true),
        { WordtHerhaald: > 0 } => new($"{telling.WordtHerhaald} berichten worden opnieuw geprobeerd. U hoeft niets te doen.", "/koppelingen/berichten?stand=actie", "Bekijk deze berichten", false),
        { Alle: 0 } => new(Teksten.BerichtenLeeg, "/koppelingen/berichten", "Berichten", false),
        _ => new("Geen enkel bericht wacht op een mens.", "/koppelingen/berichten", "Bekijk alle berichten", false),
    };

    private static Taak Volledigheid(long ontbreekt) => ontbreekt switch
    {
        0 => new("Het log is volledig, voor zover dat is gecontroleerd.", "/logcontrole/volledigheid", "Bekijk de controles", false),
        1 => new("Incident: van 1 antwoord ontbreekt de regel in het log.", "/logcontrole/volledigheid", "Bekijk op welke dag", true),
        _ => new($"Incident: van {ontbreekt.ToString("N0", Datum.Nederlands)} antwoorden ontbreekt de regel in het log.", "/logcontrole/volledigheid", "Bekijk op welke dag", true),
    };

    private static string Aantal(long aantal) => aantal == 1 ? "1 bericht wacht" : $"{aantal.ToString("N0", Datum.Nederlands)} berichten wachten";
}

/// <summary>One sentence and where it leads.</summary>
internal sealed record Taak(string Zin, string Pad, string Link, bool Dringend);
