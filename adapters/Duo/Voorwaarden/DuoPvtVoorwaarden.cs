using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>DUO's conditions on the signature of the PVT. Source: voorwaarden.md, "Participatieverklaringstraject (PVT)".</summary>
internal sealed class DuoPvtVoorwaarden() : DuoVoorwaarden<PvtMelding>(Gedeeld.Alle())
{
    private static readonly DuoEinddatumRegels<PvtMelding> Gedeeld = new()
    {
        Onderdeel = "PVT",
        Datumnaam = "datum ondertekening PVT",
        Pointer = "/datumOndertekening",
        EersteRegel = 122,
        Datum = pvt => pvt.DatumOndertekening,
        Verwijtbaar = pvt => pvt.Verwijtbaar,
        Geregistreerd = feiten => feiten.Pvt,
    };
}
