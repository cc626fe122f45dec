using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;

namespace Inburgering.Gateway.Portal.Synchronisaties;

/// <summary>«Pauzeer»: why and until when.</summary>
[Handeling("Synchronisatie bekeken", Actie.Beheer)]
internal sealed class PauzeModel(LeesSynchronisaties lees, WijzigSynchronisatie wijzig, Verwerking verwerking, Caller caller, TimeProvider systeemklok) : Koppelpagina(lees, caller)
{
    [BindProperty]
    public string? Dag { get; set; }

    [BindProperty]
    public string? Tijd { get; set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var tot = WijzigSynchronisatie.GewonePauze(systeemklok.GetUtcNow());
        (Dag, Tijd) = (Datum.Kort(Datum.DagVan(tot)), Tijdwoorden.Tijd(tot));
        return ZelfformulierAsync(id, ct);
    }

    /// <summary>The line says what was done, not that the page was looked at.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        verwerking.Naam = "Synchronisatie gepauzeerd";
        var tot = Einde();
        var invoer = new PauzeInvoer { Reden = Reden ?? string.Empty, Tot = tot };
        Fouten = [.. tot is null ? Moment() : [], .. Bij(wijzig.Fouten(invoer), p => p == "/tot" ? "dag" : ZelfdeNaam(p))];
        if (Fouten.Count > 0)
        {
            return await FormulierAsync(id, ct);
        }

        var uitkomst = await wijzig.PauzeerAsync(Wie, id, invoer, ct);
        return uitkomst.Waarde is null ? await OpnieuwAsync(id, uitkomst.Probleem!, ct) : LocalRedirect($"/koppelingen/{id}?stand=pauze");
    }

    /// <summary>Null: no day or no time.</summary>
    private DateTimeOffset? Einde() => Datum.Lees(Dag, out var dag) && Kloktijd.Lees(Tijd) is { } tijd ? Kloktijd.Moment(dag, tijd) : null;

    private IEnumerable<Veldfout> Moment()
    {
        if (!Datum.Lees(Dag, out _))
        {
            yield return new Veldfout("dag", Teksten.DatumOnjuist);
        }

        if (Kloktijd.Lees(Tijd) is null)
        {
            yield return new Veldfout("tijd", Teksten.TijdOnjuist);
        }
    }
}
