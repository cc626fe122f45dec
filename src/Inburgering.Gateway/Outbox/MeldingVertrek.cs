using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Outbox;

/// <summary>Decides once more, on the facts as they stand now, whether a melding may leave; its line is written before the first byte goes.</summary>
internal sealed class MeldingVertrek(MeldingStore meldingen, DossierWriter dossiers, Meldingtoets toets, Beleid beleid, MeldingRegels regels)
{
    private static readonly TimeSpan TotNieuwBeleid = TimeSpan.FromSeconds(2);

    /// <summary>Inside the log writer's transaction.</summary>
    /// <returns>The melding and its envelope, null when it stays; and the line.</returns>
    public async Task<(Vertrek? Vertrek, Logregel Regel)> DecideAsync(DbTransaction transactie, string gemeentecode, Guid meldingId, CancellationToken ct)
    {
        var melding = (await meldingen.FindAsync(transactie, gemeentecode, meldingId, ct))!;
        var dossier = await dossiers.FindAsync(transactie, gemeentecode, melding.DossierId, ct);
        var bsn = dossier is null ? null : await DossierWriter.BsnAsync(transactie, dossier, ct);
        if (await StaysAsync(transactie, melding, dossier, bsn, ct) is { } blijft)
        {
            await meldingen.FinishAsync(transactie, gemeentecode, melding, blijft, ct);
            return (null, regels.Afloop(gemeentecode, melding, "Melding niet verzonden", Resultaat.Geweigerd, blijft.Reden));
        }

        var berichtId = Guid.NewGuid();
        await MeldingStore.LeaveAsync(transactie, gemeentecode, melding, berichtId, ct);
        var envelop = new Envelop(
            bsn, Oin.Parse(beleid.Gemeenten[gemeentecode].Oin), Oin.Parse(beleid.Partners[melding.Partner].Instanties[0].Oin), berichtId);
        return (new Vertrek(melding with { OnderwegAls = berichtId }, envelop), regels.Vertrek(gemeentecode, melding, berichtId));
    }

    /// <summary>Why it does not leave now; null: it does.</summary>
    private async Task<Meldingafloop?> StaysAsync(DbTransaction transactie, GegevenMelding melding, DossierRef? dossier, Bsn? bsn, CancellationToken ct)
    {
        if (dossier is null or { GeslotenOp: not null })
        {
            return new Meldingafloop(Meldingstatus.Vervallen, Meldingredenen.DossierGesloten);
        }

        if (beleid.Partners[melding.Partner].Verbinding!.IsOp(melding.Geteld))
        {
            return Mens(Meldingredenen.InterneFout);
        }

        if (melding is { OnderwegAls: not null, Melding.Herhaalbaar: false })
        {
            return Mens(Meldingredenen.UitkomstOnbekend);
        }

        var stop = await Stopgronden.ReadAsync(transactie, dossier, regels.Nu, ct);
        if (stop.Beleid != beleid.Hash)
        {
            return new Meldingafloop(Meldingstatus.Wacht, Meldingredenen.BeleidVerouderd, TotNieuwBeleid);
        }

        if (stop.Opgeschort.Contains(melding.Partner))
        {
            return Mens(Meldingredenen.Opgeschort);
        }

        if (regels.Recht(melding.Partner).Hindert(melding.Melding.Gegevens, stop.Beperkt, stop.Bezwaren) is { } hindernis)
        {
            return Mens(Woord(hindernis));
        }

        if (bsn is null)
        {
            return Mens(Meldingredenen.BsnNogNietBekend);
        }

        var geschonden = await toets.GeschondenAsync(transactie, dossier, melding, Klok.Dag(regels.Nu), ct);
        return geschonden.Count == 0 ? null : Mens(Meldingredenen.VoldoetNietMeer) with { Uitleg = [.. geschonden.Select(g => g.Detail)] };
    }

    private static Meldingafloop Mens(string reden) => new(Meldingstatus.WachtOpMens, reden);

    private static string Woord(Hindernis hindernis) => hindernis switch
    {
        Hindernis.NietToegestaan => Meldingredenen.NietToegestaan,
        Hindernis.Bezwaar => Meldingredenen.Bezwaar,
        Hindernis.Beperking => Meldingredenen.Beperkt,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>A melding that leaves.</summary>
internal sealed record Vertrek(GegevenMelding Melding, Envelop Envelop);
