using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Betalen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Takes a report of the bank: kept as it came with its line, and only then read and booked. The same bytes again are the same report.</summary>
internal sealed class OntvangBankbericht(AccessDesk desk, BankberichtStore store, VerwerkBankberichten verwerk, LeesBankberichten lees, Beleid beleid, ILogWriter log, Verwerking verwerking)
{
    /// <summary>Holds a statement of 20,000 entries; the server itself takes 30,000,000 bytes.</summary>
    public const int MeesteBytes = 28 * 1024 * 1024;

    private const string Levering = "levering";

    public async Task<Uitkomst<BankberichtView>> HandleAsync(Caller caller, ReadOnlyMemory<byte> inhoud, CancellationToken ct)
    {
        if (desk.AskOntzorgen(caller) is not { } vraag)
        {
            return Uitkomst<BankberichtView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        if (beleid.Gemeenten[caller.Gemeentecode].Betaalrekening is null)
        {
            return Uitkomst<BankberichtView>.Niet(Problems.GeenBetaalrekening, "geen-betaalrekening");
        }

        var berichtId = Guid.Empty;
        verwerking.Bewijs = await log.AppendAgainAsync(
            caller.Gemeentecode,
            async (transactie, stop) =>
            {
                (berichtId, var herhaling) = await store.KeepAsync(transactie, caller.Gemeentecode, Levering, inhoud, caller.Id, stop);
                (verwerking.BerichtId, verwerking.Reden, verwerking.Besluit) = ($"{berichtId:D}", herhaling ? "herhaling" : null, Resultaat.Toegestaan);
                return [verwerking.NaarRegel()];
            },
            ct);
        await verwerk.HandleAsync(vraag, verwerking.NaarRegel(), ookWachtend: true, ct);
        return await lees.FindAsync(vraag, berichtId, ct);
    }
}
