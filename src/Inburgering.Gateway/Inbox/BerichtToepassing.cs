using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>The database side of <see cref="BerichtVerwerking"/>: every write in one transaction with its lines.</summary>
internal sealed class BerichtToepassing(
    ILogWriter log, BerichtStore berichten, DossierWriter dossiers, Verhuizing verhuizing, DossierNormalization normalization, MeldingStore meldingen, Bronregels bronnen, Koppelgevolg gevolg, Beleid beleid, TaakRegels regels)
{
    /// <summary>Applies what was fetched and closes the message. When DUO names another gemeente's PIP, what travels comes along first.</summary>
    public Task ApplyAsync(Bericht bericht, Gebeurtenis gebeurtenis, Bsn bsn, Opgehaald opgehaald, CancellationToken ct)
    {
        var vorige = opgehaald.Records.Select(r => r.Record).OfType<Pip>().FirstOrDefault()?.Gemeentecode;
        var overdracht = gebeurtenis.Vestiging ? Overdracht.Tussen(beleid, vorige, bericht.Gemeentecode) : null;
        return CloseAsync(bericht, opgehaald.Regels, (transactie, stop) => StoreAsync(transactie, new Vondst(bericht, gebeurtenis, bsn, opgehaald, overdracht), stop), overdracht, ct);
    }

    private async Task<IReadOnlyList<Logregel>> StoreAsync(DbTransaction transactie, Vondst vondst, CancellationToken ct)
    {
        var (bericht, gebeurtenis, bsn, opgehaald, overdracht) = vondst;
        var dossier = await dossiers.FindOrOpenAsync(transactie, bericht.Gemeentecode, bsn, gebeurtenis.VNummer, bericht.SleutelId, ct);
        List<Logregel> lijnen = [.. await gevolg.HervatAsync(transactie, bericht, gebeurtenis, dossier, ct), .. opgehaald.Regels.Select(r => r with { Betrokkene = r.Betrokkene! with { DossierId = dossier.DossierId } })];
        if (gebeurtenis.Vestiging)
        {
            await Verhuizing.HeropenAsync(transactie, dossier, ct);
        }

        if (overdracht is not null && await verhuizing.OvernemenAsync(transactie, dossier, bsn, overdracht, ct) is { } overgenomen)
        {
            lijnen.AddRange(regels.Overgedragen(bericht, bsn, dossier, overdracht, overgenomen));
        }

        var recht = regels.Recht(bericht.Partner);
        IReadOnlyList<string> velden =
        [
            .. await normalization.IdentifyAsync(transactie, dossier, recht, bericht.BerichtId, bsn, gebeurtenis.Tijdstip, ct),
            .. await normalization.ApplyAsync(transactie, dossier, recht, bericht.BerichtId, opgehaald.Records, ct),
        ];
        if (gebeurtenis.Bevestigt.Count > 0)
        {
            await meldingen.CompleteAsync(transactie, dossier, [.. gebeurtenis.Bevestigt.Select(Melding.SoortVan)], ct);
        }

        var twee = await dossiers.HasOtherAsync(transactie, dossier, bsn, gebeurtenis.VNummer, ct);
        var anders = await bronnen.VolgAsync(transactie, dossier, recht.Bron, velden, ct);
        await berichten.FinishAsync(transactie, bericht, new Afloop(Berichtstatus.Verwerkt, twee ? Berichtredenen.SamenvoegenNodig : anders), dossier.DossierId, null, ct);
        return [.. lijnen, regels.Vastgelegd(bericht, bsn, dossier, velden)];
    }

    /// <summary>Closes the message of which the partner's answers made nothing, and keeps what they say of our standing there.</summary>
    public Task FailAsync(Bericht bericht, Bsn bsn, Opgehaald opgehaald, Afloop afloop, TimeSpan? opnieuwOver, CancellationToken ct) => CloseAsync(
        bericht,
        opgehaald.Regels,
        async (transactie, stop) =>
        {
            var (dossierId, lijnen) = await gevolg.NoteAsync(transactie, bericht, bsn, opgehaald, stop);
            await berichten.FinishAsync(transactie, bericht, afloop, dossierId, opnieuwOver, stop);
            return [.. opgehaald.Regels, .. lijnen];
        },
        null,
        ct);

    /// <summary>Closes the message without a change to the dossier.</summary>
    public Task FinishAsync(Bericht bericht, Afloop afloop, TimeSpan? opnieuwOver, IReadOnlyList<Logregel> regelsVan, CancellationToken ct) => CloseAsync(
        bericht,
        regelsVan,
        async (transactie, stop) =>
        {
            await berichten.FinishAsync(transactie, bericht, afloop, afloop.DossierId, opnieuwOver, stop);
            return regelsVan;
        },
        null,
        ct);

    /// <summary>Overtaken by another worker: nothing of ours is applied, but what was asked of a partner was asked and stays in the log.</summary>
    private async Task CloseAsync(
        Bericht bericht, IReadOnlyList<Logregel> gevraagd, Func<DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> werk, Overdracht? overdracht, CancellationToken ct)
    {
        try
        {
            await (overdracht is null ? log.AppendAsync(bericht.Gemeentecode, werk, ct) : log.AppendVerhuizingAsync(overdracht.Van, overdracht.Naar, werk, ct));
        }
        catch (IngehaaldException) when (gevraagd.Count > 0)
        {
            await log.AppendAsync(bericht.Gemeentecode, (_, _) => Task.FromResult(gevraagd), ct);
        }
    }

    /// <summary>The BSN that belongs to a V-nummer, when the dossier knows it by now.</summary>
    public async Task<Bsn?> BsnOfAsync(Bericht bericht, VNummer vNummer, CancellationToken ct)
    {
        Bsn? gevonden = null;
        await log.AppendAsync(
            bericht.Gemeentecode,
            async (transactie, stop) =>
            {
                gevonden = await LookUpAsync(transactie, bericht, vNummer, stop);
                return [regels.Bericht(bericht, vNummer, null)];
            },
            ct);
        return gevonden;
    }

    private async Task<Bsn?> LookUpAsync(DbTransaction transactie, Bericht bericht, VNummer vNummer, CancellationToken ct) =>
        await dossiers.FindAsync(transactie, bericht.Gemeentecode, null, vNummer, ct) is { } dossier
            ? await DossierWriter.BsnAsync(transactie, dossier, ct)
            : null;

    /// <summary>What one message brought.</summary>
    private sealed record Vondst(Bericht Bericht, Gebeurtenis Gebeurtenis, Bsn Bsn, Opgehaald Opgehaald, Overdracht? Overdracht);
}
