using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>A person has seen to what the bank said, or lets payments go on; never a system.</summary>
internal sealed class HandelBanktaakAf(Batchwerk werk, BanktaakStore store)
{
    public Task<Uitkomst<BanktakenView>> SignaalAsync(Caller caller, long nummer, CancellationToken ct) => DoeAsync(
        caller, async (transactie, stop) => await store.CloseAsync(transactie, caller.Gemeentecode, nummer, caller.Id, stop) ? Guid.Empty : null, ct);

    /// <summary>Lifts a stop; what it cancelled stays cancelled.</summary>
    public Task<Uitkomst<BanktakenView>> StopAsync(Caller caller, long nummer, CancellationToken ct) =>
        DoeAsync(caller, (transactie, stop) => store.LiftAsync(transactie, caller.Gemeentecode, nummer, caller.Id, stop), ct);

    private async Task<Uitkomst<BanktakenView>> DoeAsync(Caller caller, Func<System.Data.Common.DbTransaction, CancellationToken, Task<Guid?>> doe, CancellationToken ct)
    {
        if (caller.ClientId is not null)
        {
            return Uitkomst<BanktakenView>.Niet(Problems.AlleenMedewerker, "geen-medewerker");
        }

        return await werk.DoeAsync<BanktakenView>(
            caller,
            async (transactie, stop) => await doe(transactie, stop) is { } dossierId
                ? new(new BanktakenView([], []), Wie(dossierId))
                : Batchwerk.Niet<BanktakenView>(Problems.BanktaakOnbekend, "geen-banktaak"),
            ct);
    }

    private static Guid[] Wie(Guid dossierId) => dossierId == Guid.Empty ? [] : [dossierId];
}
