using System.Diagnostics;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Wiring;

/// <summary>Brings config/, the version in force for all processes, and what this process decides with to one (security 12).</summary>
internal sealed partial class Beleidsversies(BeleidHouder houder, BeleidStore store, GatewayOptions options, ILogger<Beleidsversies> logger)
{
    private const string Anders = "De bestanden in config/ zijn niet het beleid dat geldt: dat is nieuwer en komt uit de database.";
    private string beoordeeld = houder.Beleid.Tekst;
    private string gezien = houder.Beleid.Tekst;

    // every policy that loads names each adapter
    private string[] Adapters => [.. houder.Beleid.Partners.Keys];

    /// <summary>Before the first request.</summary>
    /// <exception cref="PolicyException">The register would say something else under a version it had.</exception>
    public async Task BeginAsync(CancellationToken ct)
    {
        switch (await store.ActiveerAsync(houder.Beleid, ct))
        {
            case Activering.InWerking:
                return;
            case Activering.Verouderd { Actief: var actief }:
                await VolgAsync(actief, ct);
                return;
            case Activering.Geweigerd { Fouten: var fouten }:
                throw new PolicyException(fouten);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>One look at the version in force and at the files.</summary>
    public async Task KijkAsync(CancellationToken ct)
    {
        if (await store.ActiefAsync(ct) is { } actief && actief != houder.Beleid.Hash)
        {
            await VolgAsync(actief, ct);
        }

        var tekst = Lees();
        var rustig = tekst == gezien;
        gezien = tekst;
        // files that are still being copied are looked at again
        if (rustig && tekst != beoordeeld)
        {
            beoordeeld = tekst;
            await BeoordeelAsync(tekst, ct);
        }
    }

    private async Task BeoordeelAsync(string tekst, CancellationToken ct)
    {
        try
        {
            var nieuw = PolicyLoader.FromText(tekst, Adapters);
            switch (await store.ActiveerAsync(nieuw, ct))
            {
                case Activering.InWerking:
                    houder.Zet(nieuw, anders: null);
                    houder.Meld(fout: null);
                    LogNieuw(logger, nieuw.Hash);
                    break;
                case Activering.Verouderd { Actief: var actief }:
                    houder.Meld(fout: null);
                    await VolgAsync(actief, ct);
                    break;
                case Activering.Geweigerd { Fouten: var fouten }:
                    throw new PolicyException(fouten);
                default:
                    throw new UnreachableException();
            }
        }
        catch (PolicyException e)
        {
            houder.Meld($"De bestanden in config/ kloppen niet ({(e.Fouten.Count == 1 ? "1 fout" : $"{e.Fouten.Count} fouten")}). Het laatste goede beleid blijft gelden.");
            LogOngeldig(logger, e.Message);
        }
    }

    /// <summary>The version in force comes from the database.</summary>
    private async Task VolgAsync(string hash, CancellationToken ct)
    {
        var actief = PolicyLoader.FromText(await store.InhoudAsync(hash, ct), Adapters);
        var anders = actief.Tekst == beoordeeld ? null : Anders;
        houder.Zet(actief, anders);
        if (anders is not null)
        {
            LogAnders(logger, hash, anders);
        }
    }

    private string Lees()
    {
        try
        {
            return PolicyLoader.ReadFolder(options.ConfigMap);
        }
        catch (PolicyException e)
        {
            // judged like any other content: it is no policy
            return e.Message;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Nieuw beleid van kracht: {Hash}")]
    private static partial void LogNieuw(ILogger logger, string hash);

    [LoggerMessage(Level = LogLevel.Error, Message = "Het laatste goede beleid blijft gelden. {Fouten}")]
    private static partial void LogOngeldig(ILogger logger, string fouten);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Beleid {Hash} geldt. {Reden}")]
    private static partial void LogAnders(ILogger logger, string hash, string reden);
}
