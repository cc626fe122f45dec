using System.Diagnostics;
using System.Reflection;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Inbox;

/// <summary>Asks the source of a record type, whatever the type is.</summary>
internal sealed class RecordFetcher(IServiceProvider services)
{
    private static readonly MethodInfo Generic = typeof(RecordFetcher).GetMethod(nameof(FetchOneAsync), BindingFlags.Public | BindingFlags.Static)!;

    /// <summary>One question to the partner that gives this record.</summary>
    public Task<PartnerReply<object>> FetchAsync(Type record, Raadpleging raadpleging, CancellationToken ct) =>
        (Task<PartnerReply<object>>)Generic.MakeGenericMethod(record).Invoke(null, [services, raadpleging, ct])!;

    /// <summary>As above, when the type is known. Public only because it is found by name.</summary>
    public static async Task<PartnerReply<object>> FetchOneAsync<TRecord>(IServiceProvider services, Raadpleging raadpleging, CancellationToken ct)
        where TRecord : class => await services.GetRequiredService<IRecordSource<TRecord>>().ReadAsync(raadpleging, ct) switch
        {
            PartnerReply<TRecord>.Answer a => new PartnerReply<object>.Answer(a.Value),
            PartnerReply<TRecord>.Absent => new PartnerReply<object>.Absent(),
            PartnerReply<TRecord>.Refused r => new PartnerReply<object>.Refused(r.Redenen),
            PartnerReply<TRecord>.Unavailable u => new PartnerReply<object>.Unavailable(u.RetryAfter) { Waarom = u.Waarom },
            PartnerReply<TRecord>.Unreadable u => new PartnerReply<object>.Unreadable(u.Fouten),
            _ => throw new UnreachableException(),
        };
}
