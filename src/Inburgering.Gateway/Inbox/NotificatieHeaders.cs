using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Inbox;

/// <summary>The three headers of DUO's Notificatie API: who sends, for whom, which message.</summary>
internal sealed record NotificatieHeaders(Oin Bron, Oin Doel, Guid BerichtId)
{
    /// <summary>Reads all three and says every fault at once.</summary>
    public static NotificatieHeaders? Read(IHeaderDictionary headers, List<InvoerFout> fouten)
    {
        var bron = ReadOin(headers, "bron", fouten);
        var doel = ReadOin(headers, "doel", fouten);
        var tekst = Single(headers, "berichtId", fouten);
        var berichtId = Guid.Empty;
        if (tekst is not null && !Guid.TryParseExact(tekst, "D", out berichtId))
        {
            fouten.Add(new InvoerFout("De header berichtId is een UUID.", Parameter: "berichtId"));
            tekst = null;
        }

        return bron is { } b && doel is { } d && tekst is not null ? new NotificatieHeaders(b, d, berichtId) : null;
    }

    private static Oin? ReadOin(IHeaderDictionary headers, string name, List<InvoerFout> fouten)
    {
        if (Single(headers, name, fouten) is not { } tekst)
        {
            return null;
        }

        if (Oin.TryParse(tekst, out var oin))
        {
            return oin;
        }

        fouten.Add(new InvoerFout($"De header {name} is een OIN van twintig posities.", Parameter: name));
        return null;
    }

    private static string? Single(IHeaderDictionary headers, string name, List<InvoerFout> fouten)
    {
        if (headers[name] is [{ Length: > 0 } value])
        {
            return value;
        }

        fouten.Add(new InvoerFout($"De header {name} is verplicht en komt één keer voor.", Parameter: name));
        return null;
    }
}
