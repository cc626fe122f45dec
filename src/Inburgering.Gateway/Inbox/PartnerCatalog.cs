using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Afkeuringen;

namespace Inburgering.Gateway.Inbox;

/// <summary>What the partners found at start can do. The service for a record is <see cref="IRecordSource{TRecord}"/> itself.</summary>
/// <param name="readers">Reader of notifications by partner key.</param>
/// <param name="sources">Partner key by canonical record.</param>
public sealed class PartnerCatalog(IReadOnlyDictionary<string, INotificationReader> readers, IReadOnlyDictionary<Type, string> sources) : IGebeurteniskennis
{
    /// <summary>Reader of what this partner notifies; null: it notifies nothing.</summary>
    public INotificationReader? ReaderOf(string partner) => readers.GetValueOrDefault(partner);

    /// <inheritdoc />
    public bool Kent(string partner, string code) => ReaderOf(partner)?.Kent(code) is true;

    /// <summary>Key of the partner that gives this canonical record.</summary>
    /// <exception cref="KeyNotFoundException">No adapter reads it.</exception>
    public string PartnerOf(Type record) => sources.TryGetValue(record, out var partner)
        ? partner
        : throw new KeyNotFoundException($"Geen adapter levert {record.Name}.");

    /// <summary>The canonical records this partner gives.</summary>
    public IReadOnlyList<Type> RecordsOf(string partner) => [.. sources.Where(s => s.Value == partner).Select(s => s.Key)];
}
