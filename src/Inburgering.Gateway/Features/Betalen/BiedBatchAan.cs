using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Hands a sealed batch over: a download is one (security 25). In the journal first, then in the database with its lines, then the bytes; never rendered again, never twice without two people.</summary>
internal sealed class BiedBatchAan(AccessDesk desk, Batchwerk werk, BetalingLezer lezer, BatchStore store, OverdrachtStore overdracht, Beleid beleid, Verwerking verwerking, ILogger<BiedBatchAan> logger)
{
    private const string Bank = "bank";

    public async Task<Uitkomst<Betaalbestandinhoud>> HandleAsync(Caller caller, Guid batchId, CancellationToken ct)
    {
        if (caller.ClientId is not null)
        {
            return Uitkomst<Betaalbestandinhoud>.Niet(Problems.AlleenMedewerker, "geen-medewerker");
        }

        if (desk.AskOntzorgen(caller) is not { } vraag)
        {
            return Uitkomst<Betaalbestandinhoud>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        if (await store.FindAsync(vraag, batchId, ct) is not { } batch)
        {
            return Uitkomst<Betaalbestandinhoud>.Niet(Problems.BetalingOnbekend, "geen-batch");
        }

        if (batch.Stand != Batchstand.Verzegeld)
        {
            return Uitkomst<Betaalbestandinhoud>.Niet(Problems.BetalingVast, "niet-verzegeld");
        }

        return await MagWegAsync(vraag, batch, ct) is { } niet ? niet : await GeefAsync(caller, batchId, ct);
    }

    /// <summary>Null: it is in the journal.</summary>
    private async Task<Uitkomst<Betaalbestandinhoud>?> MagWegAsync(Question vraag, Betaalbatch batch, CancellationToken ct)
    {
        try
        {
            if (await overdracht.EnterAsync(vraag, batch, ct))
            {
                return null;
            }

            logger.LogCritical("Batch {BatchId}: an obligation in it was handed over under another file; nothing leaves", batch.BatchId);
            return Uitkomst<Betaalbestandinhoud>.Niet(Problems.AlOvergedragen, "al-overgedragen");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            logger.LogCritical(e, "The journal of hand-overs cannot be used; nothing leaves");
            return Uitkomst<Betaalbestandinhoud>.Niet(Problems.NietBeschikbaar, "journaal");
        }
    }

    private Task<Uitkomst<Betaalbestandinhoud>> GeefAsync(Caller caller, Guid batchId, CancellationToken ct) => werk.DoeAsync<Betaalbestandinhoud>(
        caller, batchId,
        async (transactie, batch, stop) =>
        {
            if (Batchverloop.Na(batch.Stand, Batchgebeurtenis.AanbiedenBegonnen) is null)
            {
                // somebody else was first
                return Batchwerk.Niet<Betaalbestandinhoud>(Problems.BetalingVast, "niet-verzegeld");
            }

            if (await BetaalstopStore.IsStoppedAsync(transactie, caller.Gemeentecode, batch.Profiel, stop))
            {
                return Batchwerk.Niet<Betaalbestandinhoud>(Problems.BetalingenGestopt, "betaalstop");
            }

            var recht = Uitgaandrecht.Van(beleid, Bank)!;
            (verwerking.Doel, verwerking.Grondslag, verwerking.Verwerkingsactiviteit) = (recht.Doel, recht.Grondslag, recht.Activiteit);
            await store.MoveAsync(transactie, caller.Gemeentecode, batch, Batchgebeurtenis.AanbiedenBegonnen, caller.Id, stop);
            var betalingen = await lezer.ReadBatchAsync(transactie, caller.Gemeentecode, batchId, stop);
            return new(
                new Betaalbestandinhoud($"{batch.BerichtId}.xml", await store.BytesAsync(transactie, caller.Gemeentecode, batchId, stop)),
                [.. betalingen.Where(b => Opdrachtverloop.IsBijBank(b.Stand)).Select(b => b.DossierId).Distinct()])
            {
                Ontvanger = beleid.Partners[Bank].Instanties.FirstOrDefault()?.Oin,
            };
        },
        ct);
}

/// <summary>A file on its way to the bank.</summary>
/// <param name="Naam">MsgId with ".xml".</param>
internal sealed record Betaalbestandinhoud(string Naam, ReadOnlyMemory<byte> Inhoud) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => VerzegelBatch.NaarDeBank;
}
