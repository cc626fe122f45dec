using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Afkeuringen;

namespace Inburgering.Gateway.Inbox;

/// <summary>What the partners found at start can do. The service for a record is <see cref="IRecordSource{TRecord}"/> itself.</summary>
/// <param name="readers">Reader of notifications by partner key.</param>
/// <param name="sources">Partner key by canonical record.</param>
/// <param name="berichten">What may come in as a CloudEvent, by partner key and type.</param>
public sealed class PartnerCatalog(
    IReadOnlyDictionary<string, INotificationReader> readers, IReadOnlyDictionary<Type, string> sources, IReadOnlyDictionary<(string Partner, string Type), Berichttype> berichten) : IGebeurteniskennis
{
    /// <summary>How a file of rows becomes messages, by partner key.</summary>
    public IReadOnlyDictionary<string, Rijvorm> Rijvormen { private get; init; } = new Dictionary<string, Rijvorm>();

    /// <summary>How this partner delivers rows; null: it delivers none.</summary>
    public Rijvorm? RijvormOf(string partner) => Rijvormen.GetValueOrDefault(partner);

    /// <summary>Reader of what this partner notifies; null: it notifies nothing.</summary>
    public INotificationReader? ReaderOf(string partner) => readers.GetValueOrDefault(partner);

    /// <summary>What this partner delivers under this type; null: nothing.</summary>
    public Berichttype? BerichtOf(string partner, string type) => berichten.GetValueOrDefault((partner, type));

    /// <summary>The types this partner delivers, sorted.</summary>
    public IReadOnlyList<string> TypesOf(string partner) => [.. berichten.Keys.Where(b => b.Partner == partner).Select(b => b.Type).Order(StringComparer.Ordinal)];

    /// <summary>Partners that deliver messages and notify nothing: what is theirs in the inbox needs nobody's answer.</summary>
    public IReadOnlyList<string> Leveranciers => [.. berichten.Keys.Select(b => b.Partner).Distinct(StringComparer.Ordinal).Where(partner => !readers.ContainsKey(partner))];

    /// <summary>Whether any partner delivers this type.</summary>
    public bool KentType(string type) => berichten.Keys.Any(b => b.Type == type);

    /// <inheritdoc />
    public bool Kent(string partner, string code) => BerichtOf(partner, code) is not null || ReaderOf(partner)?.Kent(code) is true;

    /// <inheritdoc />
    public string? Betekenis(string partner, string code) => BerichtOf(partner, code)?.Betekenis;

    /// <summary>Key of the partner that gives this canonical record.</summary>
    /// <exception cref="KeyNotFoundException">No adapter reads it.</exception>
    public string PartnerOf(Type record) => sources.TryGetValue(record, out var partner)
        ? partner
        : throw new KeyNotFoundException($"Geen adapter levert {record.Name}.");

    /// <summary>The canonical records this partner gives.</summary>
    public IReadOnlyList<Type> RecordsOf(string partner) => [.. sources.Where(s => s.Value == partner).Select(s => s.Key)];
}

/// <summary>One type of message that a partner delivers.</summary>
/// <param name="Betekenis">In Dutch, for a list.</param>
public sealed record Berichttype(IBerichtReader Reader, string Betekenis);
