using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema GratisPogingTegoed of DUO's Examen API 1.0.0: a list.</summary>
internal static class DuoGratisPogingen
{
    public static PartnerReply<GratisPogingen> ToCanonical(ReadOnlyMemory<byte> body) =>
        PartnerBody.ReadList(body, DuoExamen.MostItems, Poging, pogingen => new GratisPogingen(pogingen));

    private static GratisPoging Poging(JsonFields duo) => new(DuoExamen.Onderdeel(duo), (int)duo.Required("gratisPogingenTegoed").Integer(0, 99));
}
