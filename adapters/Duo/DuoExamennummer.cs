using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Examennummer of DUO's Leerbaarheidstoets API 1.2.0.</summary>
internal static class DuoExamennummer
{
    public static PartnerReply<LeerbaarheidstoetsExamennummer> ToCanonical(ReadOnlyMemory<byte> body) =>
        PartnerBody.Read(body, duo => new LeerbaarheidstoetsExamennummer(duo.Required("examennummer").Text(0, 12)));
}
