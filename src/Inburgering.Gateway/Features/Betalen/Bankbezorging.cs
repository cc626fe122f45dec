using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Betalen.Afletteren;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Hands the sealed files of one gemeente over along its channel, each once: what does not come back as a plain yes is doubt, and doubt never sends again (payments 6.3, 6.4).</summary>
internal sealed class Bankbezorging(
    Ontzorgtaak taak, Bankkanalen kanalen, Vertrek vertrek, BatchStore store, OverdrachtStore overdracht, BoekingStore boekingen, ILogWriter log,
    IOptions<BankOptions> options, TimeProvider systeemklok)
{
    /// <summary>Name of the job in lines.</summary>
    public const string Actor = "taak-bankbezorging";

    private const string Onzeker = "Betaalbatch is onzeker";

    private TimeSpan Lease => TimeSpan.FromSeconds(options.Value.LeaseSeconden);

    public async Task HandleAsync(string gemeentecode, CancellationToken ct)
    {
        if (taak.Vraag(Actor, gemeentecode) is not { } vraag)
        {
            return;
        }

        await TwijfelAsync(vraag, ct);
        if (kanalen.Van(gemeentecode) is var (kanaal, adres))
        {
            await VraagNaAsync(vraag, kanaal, adres, ct);
            await BezorgAsync(vraag, kanaal, adres, ct);
        }
    }

    /// <summary>Where a machine died on the way nobody knows whether the file left: also after a person's click, and after a database was put back.</summary>
    private async Task TwijfelAsync(Question vraag, CancellationToken ct)
    {
        var gemeentecode = vraag.Caller.Gemeentecode;
        foreach (var (batch, aanbieding) in await overdracht.AheadAsync(await store.ReadSealedAsync(vraag, ct), ct))
        {
            await DoeAsync(
                vraag, batch.BatchId, Onzeker,
                async (transactie, nu, stop) =>
                {
                    if (nu.Stand != Batchstand.Verzegeld || nu.Aanbieding != batch.Aanbieding)
                    {
                        return null;
                    }

                    await BatchStore.CatchUpAsync(transactie, gemeentecode, nu.BatchId, aanbieding, stop);
                    return Batchgebeurtenis.Onzeker;
                },
                ct);
        }

        foreach (var batch in (await store.ReadOpenEndedAsync(vraag, ct)).Where(b => b is { Stand: Batchstand.WordtAangeboden, LeaseTot: not null }))
        {
            await DoeAsync(
                vraag, batch.BatchId, Onzeker,
                async (transactie, nu, stop) => await BatchStore.IsLeftAsync(transactie, gemeentecode, nu.BatchId, stop) ? Batchgebeurtenis.Onzeker : null,
                ct);
        }
    }

    /// <summary>The bank may know; that it does not know it is noted for the two people who decide, and changes nothing.</summary>
    private async Task VraagNaAsync(Question vraag, IBankkanaal kanaal, Bankadres adres, CancellationToken ct)
    {
        foreach (var batch in await store.ReadOpenEndedAsync(vraag, ct))
        {
            var kennis = await kanaal.VraagAsync(adres, batch.BerichtId, ct);
            if (kennis == Bankkennis.Heeft)
            {
                await DoeAsync(vraag, batch.BatchId, "Betaalbatch bij de bank gezien", (_, nu, _) => Task.FromResult(Na(nu, Batchgebeurtenis.Ontvangen)), ct);
            }
            else if (kennis == Bankkennis.HeeftNiet && batch.Stand == Batchstand.Onbekend && !await store.IsDeniedAsync(vraag, batch.BatchId, ct))
            {
                var verwerkingstijd = TimeSpan.FromSeconds(options.Value.VerwerkingstijdSeconden);
                await DoeAsync(
                    vraag, batch.BatchId, "Bank kent betaalbatch niet",
                    async (transactie, nu, stop) =>
                    {
                        if (nu.Stand == Batchstand.Onbekend)
                        {
                            await store.NoteDeniedAsync(transactie, vraag.Caller.Gemeentecode, nu, verwerkingstijd, Actor, stop);
                        }

                        return null;
                    },
                    ct);
            }
        }
    }

    /// <summary>After the first that is in doubt the rest waits for the next round: most likely the line is down.</summary>
    private async Task BezorgAsync(Question vraag, IBankkanaal kanaal, Bankadres adres, CancellationToken ct)
    {
        foreach (var batch in await store.ReadSealedAsync(vraag, ct))
        {
            if (!await BezorgAsync(vraag, batch, kanaal, adres, ct))
            {
                return;
            }
        }
    }

    /// <returns>Whether the next may go.</returns>
    private async Task<bool> BezorgAsync(Question vraag, Betaalbatch batch, IBankkanaal kanaal, Bankadres adres, CancellationToken ct)
    {
        if (await vertrek.MagWegAsync(vraag, batch, ct) is var (_, reden))
        {
            if (reden == Vertrek.AlOvergedragen)
            {
                await MeldAsync(vraag, batch, ct);
            }

            return reden != "journaal";
        }

        // counted from before the database counts, so that ours is over first
        using var tijd = new CancellationTokenSource(Lease, systeemklok);
        if (await BeginAsync(vraag, batch, ct) is not { } inhoud)
        {
            return true;
        }

        var gegeven = await GeefAsync(kanaal, adres, batch, inhoud, tijd.Token, ct);
        await DoeAsync(
            vraag, batch.BatchId, gegeven ? "Betaalbatch bij de bank aangekomen" : Onzeker,
            (_, nu, _) => Task.FromResult(Aankomst(nu, gegeven)), ct);
        return gegeven;
    }

    private static async Task<bool> GeefAsync(IBankkanaal kanaal, Bankadres adres, Betaalbatch batch, ReadOnlyMemory<byte> inhoud, CancellationToken tijd, CancellationToken ct)
    {
        using var beide = CancellationTokenSource.CreateLinkedTokenSource(tijd, ct);
        try
        {
            return !tijd.IsCancellationRequested && await kanaal.GeefAsync(adres, batch.BerichtId, inhoud, beide.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <returns>The bytes; null: it may not leave now.</returns>
    private async Task<ReadOnlyMemory<byte>?> BeginAsync(Question vraag, Betaalbatch batch, CancellationToken ct)
    {
        var gemeentecode = vraag.Caller.Gemeentecode;
        ReadOnlyMemory<byte>? inhoud = null;
        await log.AppendAgainAsync(
            gemeentecode,
            async (transactie, stop) =>
            {
                var nu = (await BatchStore.HoldAsync(transactie, gemeentecode, batch.BatchId, stop))!;
                var weg = nu.Aanbieding == batch.Aanbieding ? await vertrek.BeginAsync(transactie, gemeentecode, nu, Actor, stop) : new Vertrekuitslag(Problems.BetalingVast, "al-begonnen");
                inhoud = weg.Probleem is null ? weg.Inhoud : null;
                if (inhoud is not null)
                {
                    await BatchStore.LeaseAsync(transactie, gemeentecode, batch.BatchId, Lease, stop);
                }

                return Lijstregels.Of(Vertrekregel(gemeentecode, weg), weg.Dossiers);
            },
            ct);
        return inhoud;
    }

    private Logregel Vertrekregel(string gemeentecode, Vertrekuitslag weg) => Regel(gemeentecode, "Betaalbestand aan de bank aangeboden") with
    {
        Actie = Actie.Exporteren,
        Doel = vertrek.Recht.Doel,
        Grondslag = vertrek.Recht.Grondslag,
        Verwerkingsactiviteit = vertrek.Recht.Activiteit,
        Resultaat = weg.Probleem is null ? Resultaat.Toegestaan : Resultaat.Geweigerd,
        Reden = weg.Probleem is null ? null : weg.Reden,
        Geleverd = weg.Probleem is null ? VerzegelBatch.NaarDeBank : [],
        Aantal = weg.Dossiers.Count,
        Ontvanger = weg.Probleem is null ? vertrek.Ontvanger : null,
    };

    /// <summary>A late yes is still a yes: these bytes, under this id, are with the bank.</summary>
    private static Batchgebeurtenis? Aankomst(Betaalbatch nu, bool gegeven) => gegeven ? Na(nu, Batchgebeurtenis.Ontvangen) : Na(nu, Batchgebeurtenis.Onzeker, Batchstand.WordtAangeboden);

    private static Batchgebeurtenis? Na(Betaalbatch nu, Batchgebeurtenis gebeurtenis, Batchstand? alleen = null) =>
        (alleen is null || nu.Stand == alleen) && Batchverloop.Na(nu.Stand, gebeurtenis) is not null ? gebeurtenis : null;

    /// <summary>One step of a batch with its line; a step that is not there any more leaves a line alone.</summary>
    private Task DoeAsync(Question vraag, Guid batchId, string naam, Func<DbTransaction, Betaalbatch, CancellationToken, Task<Batchgebeurtenis?>> stap, CancellationToken ct) => log.AppendAgainAsync(
        vraag.Caller.Gemeentecode,
        async (transactie, stop) =>
        {
            var gemeentecode = vraag.Caller.Gemeentecode;
            if (await BatchStore.HoldAsync(transactie, gemeentecode, batchId, stop) is { } nu && await stap(transactie, nu, stop) is { } gebeurtenis)
            {
                await store.MoveAsync(transactie, gemeentecode, nu, gebeurtenis, Actor, stop);
            }

            return [Regel(gemeentecode, naam)];
        },
        ct);

    /// <summary>Told once; nothing of it is tried again by itself.</summary>
    private Task MeldAsync(Question vraag, Betaalbatch batch, CancellationToken ct) => log.AppendAgainAsync(
        vraag.Caller.Gemeentecode,
        async (transactie, stop) =>
        {
            await boekingen.SignalAsync(
                transactie, vraag.Caller.Gemeentecode, null, [new Banksignaal(Enumwoord.Van(Signaalcode.AlOvergedragen), Enumwoord.Van(Signaalernst.Hoogste)) { BatchId = batch.BatchId }], stop);
            return [Regel(vraag.Caller.Gemeentecode, "Betaalbatch tegengehouden")];
        },
        ct);

    private Logregel Regel(string gemeentecode, string naam) => taak.Regel(Actor, gemeentecode, naam);
}
