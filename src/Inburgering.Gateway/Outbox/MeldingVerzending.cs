using System.Data.Common;
using System.Diagnostics;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Outbox;

/// <summary>One melding: decide, write the line, send, write how it ended. A crash in between leaves an attempt whose outcome is not known.</summary>
internal sealed class MeldingVerzending(ILogWriter log, MeldingVertrek vertrek, MeldingAfronding afronding, Verzender verzender, Meldinguitkomst uitkomst)
{
    public async Task WorkAsync(string gemeentecode, Guid meldingId, CancellationToken ct)
    {
        Vertrek? gaat = null;
        await log.AppendAsync(
            gemeentecode,
            async (transactie, stop) =>
            {
                (gaat, var regel) = await vertrek.DecideAsync(transactie, gemeentecode, meldingId, stop);
                return [regel];
            },
            ct);
        if (gaat is null)
        {
            return;
        }

        var antwoord = await SendAsync(gaat, ct);
        var (afloop, regel) = uitkomst.Of(gemeentecode, gaat.Melding, antwoord);
        await log.AppendAsync(
            gemeentecode,
            async (transactie, stop) =>
            {
                await afronding.FinishAsync(transactie, gemeentecode, gaat.Melding, afloop, stop);
                return [regel];
            },
            ct);
    }

    /// <summary>In the trace of the request that gave it.</summary>
    private async Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Vertrek gaat, CancellationToken ct)
    {
        using var handeling = new Activity("melding verzenden");
        handeling.SetIdFormat(ActivityIdFormat.W3C);
        handeling.SetParentId(ActivityTraceId.CreateFromString(gaat.Melding.TraceId), ActivitySpanId.CreateRandom());
        handeling.Start();
        return await verzender.SendAsync(gaat.Melding.Melding, gaat.Envelop, ct);
    }
}

/// <summary>Says how a melding ended; what was confirmed is recorded in the dossier in the same transaction.</summary>
internal sealed class MeldingAfronding(MeldingStore meldingen, DossierWriter dossiers, Meldinggegevens gegevens)
{
    public async Task FinishAsync(DbTransaction transactie, string gemeentecode, GegevenMelding melding, Meldingafloop afloop, CancellationToken ct)
    {
        await meldingen.FinishAsync(transactie, gemeentecode, melding, afloop, ct);
        if (afloop.Status == Meldingstatus.Bevestigd && await dossiers.FindAsync(transactie, gemeentecode, melding.DossierId, ct) is { GeslotenOp: null } dossier)
        {
            await gegevens.RecordAsync(transactie, dossier, melding.Melding, ct);
        }
    }
}

/// <summary>What the partner's reply means for a melding.</summary>
internal sealed class Meldinguitkomst(Beleid beleid, MeldingRegels regels)
{
    public (Meldingafloop Afloop, Logregel Regel) Of(string gemeentecode, GegevenMelding melding, PartnerReply<Ontvangstbevestiging> antwoord)
    {
        var afloop = antwoord switch
        {
            PartnerReply<Ontvangstbevestiging>.Answer { Value: var bevestiging } => new Meldingafloop(Meldingstatus.Bevestigd) { Nummer = bevestiging.Nummer },
            // taken back twice: the first time was heard
            PartnerReply<Ontvangstbevestiging>.Absent when melding is { IntrekkingVan: not null, Pogingen: > 1 } => new Meldingafloop(Meldingstatus.Bevestigd),
            PartnerReply<Ontvangstbevestiging>.Absent => Mens(Meldingredenen.OnbekendBijPartner),
            PartnerReply<Ontvangstbevestiging>.Refused { Redenen.Count: 0 } => Mens(Meldingredenen.GeenToegangMeer),
            PartnerReply<Ontvangstbevestiging>.Refused { Redenen: var redenen } => new Meldingafloop(Meldingstatus.Geweigerd, Meldingredenen.PartnerWeigert) { Uitleg = redenen },
            PartnerReply<Ontvangstbevestiging>.Unavailable { RetryAfter: var wens } => Later(melding, wens),
            PartnerReply<Ontvangstbevestiging>.Unreadable => Mens(Meldingredenen.AntwoordOnleesbaar),
            _ => throw new UnreachableException(),
        };
        return afloop.Status switch
        {
            Meldingstatus.Bevestigd => (afloop, regels.Afloop(gemeentecode, melding, "Melding bevestigd", Resultaat.Toegestaan, null)),
            Meldingstatus.Geweigerd => (afloop, regels.Afloop(gemeentecode, melding, "Melding geweigerd", Resultaat.Geweigerd, afloop.Reden)),
            _ => (afloop, regels.Afloop(gemeentecode, melding, "Melding niet aangekomen", Resultaat.Fout, afloop.Reden)),
        };
    }

    /// <summary>Not reached: again after the next wait of the partner's config; after the last one a person decides.</summary>
    private Meldingafloop Later(GegevenMelding melding, TimeSpan? wens)
    {
        if (!melding.Melding.Herhaalbaar)
        {
            return Mens(Meldingredenen.UitkomstOnbekend);
        }

        return beleid.Partners[melding.Partner].Verbinding!.Wacht(melding.Pogingen, wens) is { } wacht
            ? new Meldingafloop(Meldingstatus.Wacht, Meldingredenen.PartnerNietBereikbaar, wacht)
            : Mens(Meldingredenen.PartnerNietBereikbaar);
    }

    private static Meldingafloop Mens(string reden) => new(Meldingstatus.WachtOpMens, reden);
}
