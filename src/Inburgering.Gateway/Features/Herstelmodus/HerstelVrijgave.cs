using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Herstelmodus;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Herstelmodus;

/// <summary>What is known of a database that was put back, and the release by two persons (security 19).</summary>
internal sealed class HerstelVrijgave(AccessDesk desk, HerstelStore store, Hertoepassing toepassing, ILogWriter log, Verwerking verwerking)
{
    /// <returns>Null: not for this role.</returns>
    public async Task<HerstelView?> ReadAsync(Caller caller, CancellationToken ct)
    {
        if (!desk.AskVrijgave(caller))
        {
            return null;
        }

        return await store.LaatsteAsync(ct) is { } stand
            ? HerstelView.Of(stand, (await toepassing.OntbreektAsync(ct)).Count, caller.Id)
            : HerstelView.Geen;
    }

    /// <returns>False: not for this role or person, or what the journal says is not applied yet.</returns>
    public async Task<bool> ReleaseAsync(Caller caller, CancellationToken ct)
    {
        if (await ReadAsync(caller, ct) is not { MagVrijgeven: true } view)
        {
            return false;
        }

        var gelukt = false;
        verwerking.Naam = "Herstel vrijgegeven";
        verwerking.Bewijs = await log.AppendAsync(
            caller.Gemeentecode,
            async (transactie, stop) =>
            {
                gelukt = await HerstelStore.ReleaseAsync(transactie, view.Nummer, Guid.Parse(caller.Id), stop);
                return [verwerking.NaarRegel() with { Reden = gelukt ? null : "geen-wijziging" }];
            },
            ct);
        return gelukt;
    }
}
