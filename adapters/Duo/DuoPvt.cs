using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schemas DatumPvt and ResultaatPvt of DUO's MAP, PVT en Z-route API 1.0.0; DUO does not give verwijtbaar back.</summary>
internal static class DuoPvt
{
    public static PartnerReply<PvtRegistratie> ToCanonical(ReadOnlyMemory<byte> body) =>
        PartnerBody.Read(body, duo => new PvtRegistratie(duo.Required("datumOndertekeningPvt").Date()));

    public static byte[] FromCanonical(PvtMelding melding) =>
        DuoBody.Of(("datumOndertekeningPvt", melding.DatumOndertekening), ("verwijtbaar", DuoBody.JaNee(melding.Verwijtbaar)));
}
