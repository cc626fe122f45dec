using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Gets what the bank of one gemeente put out along its channel: each report is kept first, with the note that we have it, and only then read and booked (payments 6.6).</summary>
internal sealed partial class Bankophaling(
    Ontzorgtaak taak, Bankkanalen kanalen, KanaalStore kanaalstand, BankberichtStore berichten, VerwerkBankberichten verwerk, ILogWriter log,
    ILogger<Bankophaling> logger)
{
    /// <summary>Name of the job in lines.</summary>
    public const string Actor = "taak-bankophaling";


    /// <summary>A bank that puts out more is gone on with in the next round.</summary>
    private const int PerRonde = 50;

    public async Task HandleAsync(string gemeentecode, CancellationToken ct)
    {
        if (kanalen.Van(gemeentecode) is not var (kanaal, adres) || taak.Vraag(Actor, gemeentecode) is not { } vraag)
        {
            return;
        }

        var lijst = await kanaal.LijstAsync(adres, ct);
        var gehaald = lijst is not null;
        var nieuw = await kanaalstand.NewAsync(vraag, kanaal.Soort, lijst ?? [], ct);
        foreach (var sleutel in nieuw.Take(PerRonde))
        {
            gehaald &= await HaalAsync(vraag, kanaal, adres, sleutel, ct);
        }

        await kanaalstand.MarkAsync(vraag, gehaald, ct);
        if (nieuw.Count > 0)
        {
            await verwerk.HandleAsync(vraag, Regel(gemeentecode), ookWachtend: true, ct);
        }
    }

    /// <returns>False: it could not be fetched, and is tried again with the next round.</returns>
    private async Task<bool> HaalAsync(Question vraag, IBankkanaal kanaal, Bankadres adres, string sleutel, CancellationToken ct)
    {
        var gemeentecode = vraag.Caller.Gemeentecode;
        if (await kanaal.HaalAsync(adres, sleutel, OntvangBankbericht.MeesteBytes, ct) is not { } inhoud)
        {
            LogNiet(gemeentecode);
            return false;
        }

        await log.AppendAgainAsync(
            gemeentecode,
            async (DbTransaction transactie, CancellationToken stop) =>
            {
                var (berichtId, herhaling) = await berichten.KeepAsync(transactie, gemeentecode, kanaal.Soort, inhoud, Actor, stop);
                await kanaalstand.NoteAsync(transactie, gemeentecode, kanaal.Soort, sleutel, berichtId, stop);
                return [Regel(gemeentecode) with { Actie = Actie.Ontvangen, BerichtId = $"{berichtId:D}", Reden = herhaling ? "herhaling" : null }];
            },
            ct);
        await kanaal.BewaardAsync(adres, sleutel, ct);
        return true;
    }

    private Logregel Regel(string gemeentecode) => taak.Regel(Actor, gemeentecode, "Bankbericht opgehaald");

    [LoggerMessage(Level = LogLevel.Warning, Message = "Een bericht van de bank van gemeente {Gemeentecode} is niet op te halen; de volgende ronde weer.")]
    private partial void LogNiet(string gemeentecode);
}
