using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>The conditions on the end of the Z-route. DUO writes none of its own; two follow from those on MAP and PVT.</summary>
internal sealed class DuoZrouteVoorwaarden() : DuoVoorwaarden<ZrouteMelding>(
    BijZRoute, NietInToekomst,
    NietVoor("a", "datum eindgesprek MAP", "voorwaarden.md, MAP, regel 110", feiten => feiten.Map),
    NietVoor("b", "datum ondertekening PVT", "voorwaarden.md, PVT, regel 126", feiten => feiten.Pvt))
{
    /// <summary>Withdrawing stays possible after a change of route.</summary>
    private static readonly DuoRegel<ZrouteMelding> BijZRoute = new("ZRO-01", "map-pvt-zroute.openapi.yml, datumAfrondingZroute (aanname)", "")
    {
        GaatOver = zroute => zroute.DatumAfronding is not null,
        Voldoet = (_, feiten) => feiten.HeeftLeerroute(Leerroute.ZRoute),
        Schending = "Deze persoon volgt volgens de actuele PIP niet de Z-route. Controleer de leerroute, of stuur eerst een gewijzigde PIP.",
        Ontbreekt = "De leerroute is niet bekend. DUO beoordeelt of de Z-route bij deze persoon hoort.",
    };

    private static readonly DuoRegel<ZrouteMelding> NietInToekomst = new("ZRO-02", "voorwaarden.md, MAP, regel 111 (aanname)", "/datumAfronding")
    {
        GaatOver = zroute => zroute.DatumAfronding is not null,
        Voldoet = (zroute, feiten) => zroute.DatumAfronding <= feiten.Vandaag,
        Schending = "De datum afronding Z-route ligt in de toekomst. Lever de datum pas als de Z-route is afgerond.",
    };

    /// <summary>A MAP or PVT may not lie after the end of the Z-route, so the end may not lie before them.</summary>
    private static DuoRegel<ZrouteMelding> NietVoor(string letter, string naam, string bron, Func<Meldingfeiten, Einddatum?> standVan) => new($"ZRO-03{letter}", bron, "/datumAfronding")
    {
        GaatOver = zroute => zroute.DatumAfronding is not null,
        Voldoet = (zroute, feiten) => standVan(feiten) is { } stand ? stand.Datum is not { } datum || datum <= zroute.DatumAfronding : null,
        Schending = $"De datum afronding Z-route ligt vóór de {naam} die bij DUO staat. Controleer beide datums.",
        Ontbreekt = $"Of DUO een {naam} heeft, is niet bekend. Die mag niet na de datum afronding Z-route liggen.",
    };
}
