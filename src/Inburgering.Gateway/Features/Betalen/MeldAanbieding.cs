using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>What a person says of a file that was handed over: the bank has it, nobody knows, or it does not have it. Only the last, by two people, lets the same bytes go again (payments 6.4).</summary>
internal sealed class MeldAanbieding(Batchwerk werk, BatchStore store, Bankkanalen kanalen)
{
    private const int Tekens = 5;
    private static readonly InvoerFout Ongevraagd = new("De bank heeft nog niet gezegd dat zij dit bestand niet kent. De gateway vraagt het haar elke minuut; kijk later weer op deze pagina.");

    /// <summary>The bank has it: it shows the same last five characters.</summary>
    public Task<Uitkomst<BetaalbatchView>> OntvangenAsync(Caller caller, Guid batchId, string? laatsteTekens, CancellationToken ct) => BeweegAsync(
        caller, batchId, Batchgebeurtenis.Ontvangen,
        batch => batch.Hash is { } hash && string.Equals(laatsteTekens?.Trim(), hash[^Tekens..], StringComparison.OrdinalIgnoreCase)
            ? null
            : new InvoerFout("Dit zijn niet de laatste vijf tekens van dit bestand. Kijk bij de bank welk bestand u hebt ingelezen.", Parameter: "tekens"),
        ct);

    /// <summary>It may have gone wrong, and nobody can see whether.</summary>
    public Task<Uitkomst<BetaalbatchView>> OnzekerAsync(Caller caller, Guid batchId, CancellationToken ct) => BeweegAsync(caller, batchId, Batchgebeurtenis.Onzeker, _ => null, ct);

    /// <summary>The bank does not have it: so says this person. When another said so too, the file may go again.</summary>
    public async Task<Uitkomst<BetaalbatchView>> AfwezigAsync(Caller caller, Guid batchId, CancellationToken ct)
    {
        if (caller.ClientId is not null)
        {
            return Uitkomst<BetaalbatchView>.Niet(Problems.AlleenMedewerker, "geen-medewerker");
        }

        return await werk.DoeAsync<BetaalbatchView>(
            caller, batchId,
            async (transactie, batch, stop) =>
            {
                if (batch.Stand != Batchstand.Onbekend)
                {
                    return Batchwerk.Niet<BetaalbatchView>(Problems.BetalingVast, "niet-onbekend");
                }

                // where the bank can be asked, it has to say so first (payments 6.4c)
                if (kanalen.Van(caller.Gemeentecode)?.Kanaal.IsNavraagbaar == true && !await BatchStore.IsDeniedAsync(transactie, caller.Gemeentecode, batchId, stop))
                {
                    return Batchwerk.Niet<BetaalbatchView>(Problems.BetalingVast, "bank-niet-gevraagd", [Ongevraagd]);
                }

                if (await store.ConfirmAbsentAsync(transactie, caller.Gemeentecode, batch, caller.Id, stop))
                {
                    await store.MoveAsync(transactie, caller.Gemeentecode, batch, Batchgebeurtenis.AfwezigheidBewezen, caller.Id, stop);
                }

                return new(BetaalbatchView.Of((await BatchStore.HoldAsync(transactie, caller.Gemeentecode, batchId, stop))!), []);
            },
            ct);
    }

    private async Task<Uitkomst<BetaalbatchView>> BeweegAsync(Caller caller, Guid batchId, Batchgebeurtenis gebeurtenis, Func<Betaalbatch, InvoerFout?> toets, CancellationToken ct)
    {
        if (caller.ClientId is not null)
        {
            return Uitkomst<BetaalbatchView>.Niet(Problems.AlleenMedewerker, "geen-medewerker");
        }

        return await werk.DoeAsync<BetaalbatchView>(
            caller, batchId,
            async (transactie, batch, stop) =>
            {
                if (Batchverloop.Na(batch.Stand, gebeurtenis) is null)
                {
                    return Batchwerk.Niet<BetaalbatchView>(Problems.BetalingVast, "niet-nu");
                }

                if (toets(batch) is { } fout)
                {
                    return Batchwerk.Niet<BetaalbatchView>(Problems.OngeldigeInvoer, "ongeldig", [fout]);
                }

                await store.MoveAsync(transactie, caller.Gemeentecode, batch, gebeurtenis, caller.Id, stop);
                return new(BetaalbatchView.Of((await BatchStore.HoldAsync(transactie, caller.Gemeentecode, batchId, stop))!), []);
            },
            ct);
    }
}
