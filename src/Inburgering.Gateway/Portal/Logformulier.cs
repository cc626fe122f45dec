using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Inzagen;

namespace Inburgering.Gateway.Portal;

/// <summary>The filter form of a page about the log.</summary>
/// <param name="Pad">The page without filters.</param>
internal sealed record Logformulier(string Pad, string Gemeentecode, Logfilter Filter)
{
    public GekozenFilters Gekozen(HttpRequest request, Woorden woorden) => GekozenFilters.Of(
        request,
        ("van", "Van", Filter.FoutVan is null ? Leeg(Filter.Van) : null),
        ("tot", "Tot en met", Filter.FoutTot is null ? Leeg(Filter.Tot) : null),
        ("organisatie", "Organisatie", Leeg(Filter.Organisatie) is { } oin ? woorden.Organisatie(oin) : null),
        ("doel", "Doel", Leeg(Filter.Doel) is { } doel ? woorden.Doel(doel) : null),
        ("resultaat", "Resultaat", Inzagewoorden.Resultaten.FirstOrDefault(r => r.Waarde == Filter.Resultaat)?.Naam));

    private static string? Leeg(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}
