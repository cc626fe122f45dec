using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Inzagen;

namespace Inburgering.Gateway.Portal;

/// <summary>The filter form of a page about the log.</summary>
/// <param name="Pad">The page without filters.</param>
/// <param name="HeleLog">Of the whole gemeente: every filter there is.</param>
internal sealed record Logformulier(string Pad, string Gemeentecode, Logfilter Filter, bool HeleLog = false)
{
    public GekozenFilters Gekozen(HttpRequest request, Woorden woorden) => GekozenFilters.Of(
        request,
        ("van", "Van", Filter.FoutVan is null ? Leeg(Filter.Van) : null),
        ("tot", "Tot en met", Filter.FoutTot is null ? Leeg(Filter.Tot) : null),
        ("organisatie", "Organisatie", Leeg(Filter.Organisatie) is { } oin ? woorden.Organisatie(oin) : null),
        ("doel", "Doel", Leeg(Filter.Doel) is { } doel ? woorden.Doel(doel) : null),
        ("actor", "Actor", Leeg(Filter.Actor)),
        ("categorie", "Soort gegevens", Leeg(Filter.Categorie) is { } categorie ? woorden.Categorie(categorie) : null),
        ("actie", "Actie", Inzagewoorden.Acties.FirstOrDefault(a => a.Waarde == Filter.Actie)?.Naam),
        ("resultaat", "Resultaat", Inzagewoorden.Resultaten.FirstOrDefault(r => r.Waarde == Filter.Resultaat)?.Naam),
        ("vertrouwelijkheid", "Vertrouwelijkheid", Inzagewoorden.Vertrouwelijkheden.FirstOrDefault(v => v.Waarde == Filter.Vertrouwelijkheid)?.Naam));

    private static string? Leeg(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}
