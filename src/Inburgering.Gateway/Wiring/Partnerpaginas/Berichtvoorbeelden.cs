using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Wiring.Partnerpaginas;

/// <summary>The examples of an adapter that its own reader takes: what a contract or a page shows is what a test holds.</summary>
internal static class Berichtvoorbeelden
{
    private const string Bestand = "/partner.json";

    /// <summary>Name of the adapter's folder.</summary>
    public static string Map(IPartner partner) => partner.GetType().Namespace!.Split('.')[^1];

    /// <summary>Whether the folder has a README.md; else what is documented of the partner stands in docs/.</summary>
    public static bool HeeftUitleg(IPartner partner) => partner.GetType().Assembly.GetManifestResourceInfo($"{Map(partner)}/README.md") is not null;

    /// <summary>In the order of the adapter's types, and of one type by the name of the example.</summary>
    public static IEnumerable<Berichtvoorbeeld> Van(IPartner partner)
    {
        var poorten = Poortlijst.Van(partner).Berichten;
        var gelezen = partner.GetType().Assembly.GetManifestResourceNames()
            .Where(naam => naam.StartsWith($"{Map(partner)}/Examples/", StringComparison.Ordinal) && naam.EndsWith(Bestand, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(naam => Lees(partner, naam, poorten)).OfType<Berichtvoorbeeld>().ToLookup(voorbeeld => voorbeeld.Type);
        return poorten.Keys.SelectMany(type => gelezen[type]);
    }

    /// <summary>Null: no message, or one that the reader refuses.</summary>
    private static Berichtvoorbeeld? Lees(IPartner partner, string naam, IReadOnlyDictionary<string, (IBerichtReader Reader, string Betekenis)> poorten)
    {
        using var stream = partner.GetType().Assembly.GetManifestResourceStream(naam)!;
        using var inhoud = new MemoryStream();
        stream.CopyTo(inhoud);
        var bytes = inhoud.ToArray();
        return JsonNode.Parse(bytes) is JsonObject bericht && bericht["type"] is JsonValue soort && soort.TryGetValue<string>(out var volledig)
            && volledig.StartsWith(Partnerbericht.Voorvoegsel, StringComparison.Ordinal) && poorten.TryGetValue(volledig[Partnerbericht.Voorvoegsel.Length..], out var poort)
            && PartnerBody.Read(bytes, velden => poort.Reader.Read(velden.Required("data").Object())) is PartnerReply<Partnerbericht>.Answer(var gelezen)
                ? new Berichtvoorbeeld(volledig[Partnerbericht.Voorvoegsel.Length..], poort.Betekenis, bericht, gelezen)
                : null;
    }
}

/// <summary>One event as the partner sends it, and what the adapter makes of it.</summary>
/// <param name="Type">Without «nl.inburgering.».</param>
/// <param name="Betekenis">In Dutch, for a list.</param>
internal sealed record Berichtvoorbeeld(string Type, string Betekenis, JsonObject Bericht, Partnerbericht Gelezen);
