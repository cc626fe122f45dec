using System.Collections.Concurrent;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Normalization;

/// <summary>A partner's list of instellingen, kept for an hour: about nobody, and too slow to ask for every melding.</summary>
/// <remarks>Not known is not wrong: without the list the rule that needs it says so, and the partner decides.</remarks>
internal sealed class Naslag(IServiceProvider services, TimeProvider systeemklok)
{
    private static readonly TimeSpan Vers = TimeSpan.FromHours(1), NaMislukken = TimeSpan.FromMinutes(1), Geduld = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, Stand> standen = new(StringComparer.Ordinal);

    /// <summary>As last heard on behalf of this gemeente; null: never.</summary>
    public IReadOnlyDictionary<string, Instelling>? Instellingen(string gemeentecode) => standen.GetValueOrDefault(gemeentecode)?.Lijst;

    /// <summary>Asks again when what is known is old; a partner that does not answer in time changes nothing.</summary>
    /// <param name="bron">OIN of the gemeente.</param>
    /// <param name="doel">OIN of the partner that keeps the list.</param>
    public async Task VerversAsync(string gemeentecode, Oin bron, Oin doel, CancellationToken ct)
    {
        if (standen.TryGetValue(gemeentecode, out var stand) && stand.Tot > systeemklok.GetUtcNow())
        {
            return;
        }

        var gehoord = await VraagAsync(bron, doel, ct);
        standen[gemeentecode] = gehoord is null
            ? new Stand(Instellingen(gemeentecode), systeemklok.GetUtcNow() + NaMislukken)
            : new Stand(gehoord.Lijst.DistinctBy(i => i.Nummer).ToDictionary(i => i.Nummer, StringComparer.Ordinal), systeemklok.GetUtcNow() + Vers);
    }

    private async Task<Instellingen?> VraagAsync(Oin bron, Oin doel, CancellationToken ct)
    {
        using var wacht = CancellationTokenSource.CreateLinkedTokenSource(ct);
        wacht.CancelAfter(Geduld);
        var vraag = new Raadpleging { Bsn = null, Bron = bron, Doel = doel, BerichtId = Guid.NewGuid() };
        try
        {
            return await services.GetRequiredService<IRecordSource<Instellingen>>().ReadAsync(vraag, wacht.Token) is PartnerReply<Instellingen>.Answer { Value: var lijst } ? lijst : null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private sealed record Stand(IReadOnlyDictionary<string, Instelling>? Lijst, DateTimeOffset Tot);
}
