using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Verlengingsgrond of DUO's Inburgeringstermijn API 1.0.0: a list about nobody.</summary>
internal static class DuoVerlengingsgronden
{
    public static PartnerReply<Verlengingsgronden> ToCanonical(ReadOnlyMemory<byte> body) =>
        PartnerBody.ReadList(body, DuoPlichthistorie.MostItems, Grond, gronden => new Verlengingsgronden(gronden));

    private static Verlengingsgrond Grond(JsonFields duo) => new(duo.Required("code").Text(1, 10), duo.Required("omschrijving").Text(1, 200));
}
