using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Inzagen;
using Microsoft.AspNetCore.Http.Extensions;

namespace Inburgering.Gateway.Portal;

/// <summary>Lines of one dossier put together by day.</summary>
/// <param name="Pad">The page without filters.</param>
/// <param name="Soort">Tab in force.</param>
internal sealed record GroepenTabel(IReadOnlyList<Inzagegroep> Groepen, string Bijschrift, string Pad, string Soort)
{
    /// <summary>Role in words; a job is a job, whoever's (ux 6).</summary>
    public static string Wie(Inzagegroep groep, Woorden woorden)
    {
        var rol = woorden.Rol(groep.Rol);
        return groep.Medewerker && groep.Rol != "onbekend" ? $"Medewerker, {rol.ToLower(Datum.Nederlands)}" : rol;
    }

    /// <summary>The single lines of a group.</summary>
    public string Regels(Inzagegroep groep)
    {
        var query = new QueryBuilder { { "weergave", "regels" }, { "soort", Soort }, { "van", Datum.Kort(groep.Dag) }, { "tot", Datum.Kort(groep.Dag) }, { "organisatie", groep.Organisatie } };
        if (groep.Doel is { } doel)
        {
            query.Add("doel", doel);
        }

        return Pad + query;
    }
}
