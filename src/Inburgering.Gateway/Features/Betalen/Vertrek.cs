using System.Data.Common;
using System.Text.Json;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>A file leaves, by a person or by a channel: in the journal first, then in the database with its lines, then the bytes; never rendered again (payments 6, security 25).</summary>
internal sealed partial class Vertrek(OverdrachtStore overdracht, BatchStore store, BetalingLezer lezer, Beleid beleid, ILogger<Vertrek> logger)
{
    /// <summary>Reason of a file that may never leave.</summary>
    public const string AlOvergedragen = "al-overgedragen";

    private const string Bank = "bank";

    /// <summary>OIN of the bank, as lines name who got data.</summary>
    public string? Ontvanger => beleid.Partners[Bank].Instanties.FirstOrDefault()?.Oin;

    /// <summary>On what it rests that the bank gets this.</summary>
    public Uitgaandrecht Recht => Uitgaandrecht.Van(beleid, Bank)!;

    /// <summary>Null: it is in the journal, and this hand-over is the caller's.</summary>
    public async Task<(Probleem Probleem, string Reden)?> MagWegAsync(Question vraag, Betaalbatch batch, CancellationToken ct)
    {
        try
        {
            switch (await overdracht.EnterAsync(vraag, batch, ct))
            {
                case Inschrijving.Nieuw:
                    return null;
                case Inschrijving.AlBegonnen:
                    return (Problems.BetalingVast, "al-begonnen");
                case Inschrijving.Gestopt:
                    return (Problems.BetalingenGestopt, "betaalstop");
                default:
                    LogAnders(batch.BatchId);
                    return (Problems.AlOvergedragen, AlOvergedragen);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            LogJournaal(e);
            return (Problems.NietBeschikbaar, "journaal");
        }
    }

    /// <summary>In the transaction with the lines of whose data leave.</summary>
    public async Task<Vertrekuitslag> BeginAsync(DbTransaction transactie, string gemeentecode, Betaalbatch batch, string door, CancellationToken ct)
    {
        if (Batchverloop.Na(batch.Stand, Batchgebeurtenis.AanbiedenBegonnen) is null)
        {
            // somebody else was first
            return new(Problems.BetalingVast, "niet-verzegeld");
        }

        if (await BetaalstopStore.IsStoppedAsync(transactie, gemeentecode, batch.Profiel, ct))
        {
            return new(Problems.BetalingenGestopt, "betaalstop");
        }

        await store.MoveAsync(transactie, gemeentecode, batch, Batchgebeurtenis.AanbiedenBegonnen, door, ct);
        var betalingen = await lezer.ReadBatchAsync(transactie, gemeentecode, batch.BatchId, ct);
        return new(null, string.Empty)
        {
            Inhoud = await store.BytesAsync(transactie, gemeentecode, batch.BatchId, ct),
            Dossiers = [.. betalingen.Where(b => Opdrachtverloop.IsBijBank(b.Stand)).Select(b => b.DossierId).Distinct()],
        };
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Batch {BatchId}: een verplichting erin ging al in een ander bestand naar de bank; er gaat niets.")]
    private partial void LogAnders(Guid batchId);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Het journaal van overdrachten is niet te gebruiken; er gaat niets.")]
    private partial void LogJournaal(Exception e);
}

/// <summary>Whether a file may leave now.</summary>
/// <param name="Probleem">Null: it may.</param>
internal sealed record Vertrekuitslag(Probleem? Probleem, string Reden)
{
    /// <summary>The bytes; empty when it may not.</summary>
    public ReadOnlyMemory<byte> Inhoud { get; init; }

    /// <summary>Whose data are in it.</summary>
    public IReadOnlyCollection<Guid> Dossiers { get; init; } = [];
}
