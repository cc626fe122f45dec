using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>DUO's conditions on taking a PIP back. Source: voorwaarden.md, "Het verwijderen van een PIP".</summary>
internal sealed class DuoPipIntrekkingVoorwaarden() : DuoVoorwaarden<PipIntrekking>(GeenTermijn, GeenCursusuren, IsVanOns)
{
    /// <summary>Only between the PIP and the termijn that follows from it; tested again when the melding leaves.</summary>
    private static readonly DuoRegel<PipIntrekking> GeenTermijn = new("PIPD-01", "voorwaarden.md, PIP, regel 80", "")
    {
        Voldoet = (_, feiten) => !feiten.HeeftTermijn(),
        Schending = "De inburgeringstermijn is al vastgesteld, daarom kan de PIP niet meer worden verwijderd. Maak een gewijzigde PIP.",
        Ontbreekt = "Of er al een inburgeringstermijn is, is niet bekend. DUO beoordeelt of de PIP nog kan worden verwijderd.",
    };

    /// <summary>Schools give these hours to DUO, not to us: what we know is an indication.</summary>
    private static readonly DuoRegel<PipIntrekking> GeenCursusuren = new("PIPD-02", "voorwaarden.md, PIP, regel 81", "")
    {
        Voldoet = (_, feiten) => !feiten.CursusurenGeregistreerd,
        Schending = "Er zijn al cursusuren geregistreerd bij het actuele inburgeringsaanbod, daarom kan de PIP niet meer worden verwijderd. Maak een gewijzigde PIP.",
        Ontbreekt = "Of er cursusuren zijn geregistreerd, is niet bekend. DUO beoordeelt of de PIP nog kan worden verwijderd.",
    };

    private static readonly DuoRegel<PipIntrekking> IsVanOns = new("PIPD-03", "pip.openapi.yml, verwijderen van het actuele PIP (aanname)", "")
    {
        Voldoet = (_, feiten) => feiten.Pip is { } pip ? pip.Gemeentecode == feiten.Gemeentecode : !feiten.NietsEerder(),
        Schending = "De actuele PIP bij DUO is niet van deze gemeente, dus er is niets te verwijderen. Bekijk de actuele PIP bij DUO.",
        Ontbreekt = "De actuele PIP bij DUO is niet bekend. DUO beoordeelt of hij van deze gemeente is.",
    };
}
