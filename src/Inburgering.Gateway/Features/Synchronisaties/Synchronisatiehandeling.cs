using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>What every act on a synchronisatie shares: who may, the row held, the line in the same transaction, and the bell set by what came of it.</summary>
internal sealed class Synchronisatiehandeling(AccessDesk desk, ILogWriter log, SynchronisatieStore synchronisaties, IWekker wekker, Beleid beleid, Verwerking verwerking)
{
    /// <summary>Every fault of the reason.</summary>
    public static IReadOnlyList<InvoerFout> Fouten(string? reden) => Redentoets.Fouten(reden, "dit doet");

    /// <summary>As below, of what the hub does itself; what a partner delivers is refused.</summary>
    public Task<Uitkomst<T>> DoeZelfAsync<T>(
        Caller caller, Guid synchronisatieId, Func<DbTransaction, Synchronisatie, Planning, CancellationToken, Task<Uitkomst<T>>> werk, CancellationToken ct)
        where T : class => DoeAsync(
            caller,
            synchronisatieId,
            (transactie, stand, plan, stop) => stand.IsLevering
                ? Task.FromResult(Uitkomst<T>.Niet(Problems.PartnerLevertZelf, "partner-levert-zelf"))
                : werk(transactie, stand, plan, stop),
            ct);

    /// <param name="werk">Runs with the row held; a problem changes nothing.</param>
    public async Task<Uitkomst<T>> DoeAsync<T>(
        Caller caller, Guid synchronisatieId, Func<DbTransaction, Synchronisatie, Planning, CancellationToken, Task<Uitkomst<T>>> werk, CancellationToken ct)
        where T : class
    {
        if (desk.AskUitvoering(caller) is null)
        {
            return Uitkomst<T>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        Uitkomst<T> uitkomst = null!;
        verwerking.Informatie = [$"synchronisatie:{synchronisatieId}"];
        verwerking.Bewijs = await log.AppendAsync(
            caller.Gemeentecode,
            async (transactie, stop) =>
            {
                uitkomst = await SynchronisatieStore.LockAsync(transactie, caller.Gemeentecode, synchronisatieId, stop) is { } stand && Planning.Van(beleid, stand) is { } plan
                    ? await werk(transactie, stand, plan, stop)
                    : Uitkomst<T>.Niet(Problems.SynchronisatieOnbekend, "onbekend");
                verwerking.Besluit = uitkomst.Waarde is null ? Resultaat.Geweigerd : Resultaat.Toegestaan;
                verwerking.Reden = uitkomst.Reden;
                return [verwerking.NaarRegel()];
            },
            ct);
        if (uitkomst.Waarde is not null && await synchronisaties.OneAsync(caller.Gemeentecode, synchronisatieId, ct) is { IsLevering: false } nu)
        {
            await wekker.ZetAsync(caller.Gemeentecode, synchronisatieId, nu.VolgendeOp, ct);
        }

        return uitkomst;
    }
}
