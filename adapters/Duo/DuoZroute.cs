using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema ResultaatZroute of DUO's MAP, PVT en Z-route API 1.0.0; DUO has no GET for it.</summary>
internal static class DuoZroute
{
    public static byte[] FromCanonical(ZrouteMelding melding) => DuoBody.Of(("datumAfrondingZroute", melding.DatumAfronding));
}
