using System.Data.Common;
using System.Diagnostics;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>One message: ask what its event asks for, apply it to the dossier, say how it ended. Safe to run twice.</summary>
internal sealed class BerichtVerwerking(
    BerichtStore berichten, PartnerCatalog partners, Ophaling ophaling, BerichtToepassing toepassing, Beleid beleid, TaakRegels regels)
{
    public async Task WorkAsync(string gemeentecode, Guid berichtId, CancellationToken ct)
    {
        var bericht = await berichten.OpenAsync(gemeentecode, berichtId, ct);
        if (partners.ReaderOf(bericht.Partner)!.Read(bericht.Inhoud) is not PartnerReply<Gebeurtenis>.Answer { Value: var gebeurtenis })
        {
            throw new UnreachableException("What was stored had been read before.");
        }

        if (bericht.Pogingen > beleid.Partners[bericht.Partner].Verbinding!.HerhaalMinuten.Count + 1)
        {
            // it broke us every time: no more of it until a person looked
            await toepassing.FinishAsync(bericht, new Afloop(Berichtstatus.Quarantaine, Berichtredenen.InterneFout), null, [regels.Bericht(bericht, null, Berichtredenen.InterneFout)], ct);
            return;
        }

        var bsn = gebeurtenis.Bsn ?? await toepassing.BsnOfAsync(bericht, gebeurtenis.VNummer!.Value, ct);
        if (bsn is not { } persoon)
        {
            await toepassing.FinishAsync(bericht, new Afloop(Berichtstatus.Quarantaine, Berichtredenen.BsnNogNietBekend), null, [regels.Bericht(bericht, null, Berichtredenen.BsnNogNietBekend)], ct);
            return;
        }

        var opgehaald = await ophaling.FetchAsync(bericht, gebeurtenis, persoon, ct);
        if (opgehaald.Afloop is null)
        {
            await toepassing.ApplyAsync(bericht, gebeurtenis, persoon, opgehaald, ct);
            return;
        }

        var (afloop, wacht) = Afloop(bericht, opgehaald);
        await toepassing.FinishAsync(bericht, afloop, wacht, opgehaald.Regels, ct);
    }

    /// <summary>Not reached: again after the next wait of the partner's config; after the last one a person decides.</summary>
    private (Afloop Afloop, TimeSpan? Wacht) Afloop(Bericht bericht, Opgehaald opgehaald)
    {
        var wachttijden = beleid.Partners[bericht.Partner].Verbinding!.HerhaalMinuten;
        return opgehaald.Afloop == Berichtredenen.PartnerNietBereikbaar && bericht.Pogingen <= wachttijden.Count
            ? (new Afloop(Berichtstatus.Ontvangen, Berichtredenen.PartnerNietBereikbaar), opgehaald.RetryAfter ?? TimeSpan.FromMinutes(wachttijden[bericht.Pogingen - 1]))
            : (new Afloop(Berichtstatus.Quarantaine, opgehaald.Afloop), null);
    }
}

/// <summary>The database side of <see cref="BerichtVerwerking"/>: every write in one transaction with its lines.</summary>
internal sealed class BerichtToepassing(
    ILogWriter log, BerichtStore berichten, DossierWriter dossiers, DossierNormalization normalization, TaakRegels regels)
{
    /// <summary>Applies what was fetched and closes the message.</summary>
    public Task ApplyAsync(Bericht bericht, Gebeurtenis gebeurtenis, Bsn bsn, Opgehaald opgehaald, CancellationToken ct) => CloseAsync(
        bericht,
        opgehaald.Regels,
        async (transactie, stop) =>
        {
            var dossier = await dossiers.FindOrOpenAsync(transactie, bericht.Gemeentecode, bsn, gebeurtenis.VNummer, bericht.SleutelId, stop);
            var velden = await normalization.ApplyAsync(transactie, dossier, regels.Recht(bericht.Partner), bericht.BerichtId, opgehaald.Records, stop);
            await berichten.FinishAsync(transactie, bericht, new Afloop(Berichtstatus.Verwerkt, null), dossier.DossierId, null, stop);
            return [.. opgehaald.Regels.Select(r => r with { Betrokkene = r.Betrokkene! with { DossierId = dossier.DossierId } }), regels.Vastgelegd(bericht, bsn, dossier, velden)];
        },
        ct);

    /// <summary>Closes the message without a change to the dossier.</summary>
    public Task FinishAsync(Bericht bericht, Afloop afloop, TimeSpan? opnieuwOver, IReadOnlyList<Logregel> regelsVan, CancellationToken ct) => CloseAsync(
        bericht,
        regelsVan,
        async (transactie, stop) =>
        {
            await berichten.FinishAsync(transactie, bericht, afloop, null, opnieuwOver, stop);
            return regelsVan;
        },
        ct);

    /// <summary>Overtaken by another worker: nothing of ours is applied, but what was asked of a partner was asked and stays in the log.</summary>
    private async Task CloseAsync(
        Bericht bericht, IReadOnlyList<Logregel> gevraagd, Func<DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> werk, CancellationToken ct)
    {
        try
        {
            await log.AppendAsync(bericht.Gemeentecode, werk, ct);
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

    private async Task<Bsn?> LookUpAsync(DbTransaction transactie, Bericht bericht, VNummer vNummer, CancellationToken ct)
    {
        if (await dossiers.FindAsync(transactie, bericht.Gemeentecode, null, vNummer, ct) is not { } dossier)
        {
            return null;
        }

        var identiteit = await DossierWriter.GetAsync(transactie, dossier, "IDN", "gemeente", "gegevens", ct);
        return Bsn.TryParse((string?)identiteit?["bsn"], out var bsn) ? bsn : null;
    }
}
