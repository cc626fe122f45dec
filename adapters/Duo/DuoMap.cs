using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schemas DatumMap and ResultaatMap of DUO's MAP, PVT en Z-route API 1.0.0; DUO does not give verwijtbaar back.</summary>
internal static class DuoMap
{
    public static PartnerReply<MapRegistratie> ToCanonical(ReadOnlyMemory<byte> body) =>
        PartnerBody.Read(body, duo => new MapRegistratie(duo.Required("datumEindgesprekMap").Date()));

    public static byte[] FromCanonical(MapMelding melding) =>
        DuoBody.Of(("datumEindgesprekMap", melding.DatumEindgesprek), ("verwijtbaar", DuoBody.JaNee(melding.Verwijtbaar)));
}
