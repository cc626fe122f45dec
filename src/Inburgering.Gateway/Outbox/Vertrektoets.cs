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

/// <summary>Everything that can keep a melding from leaving, on the facts as they stand now.</summary>
internal sealed class Vertrektoets(Meldingtoets toets, ContactpersoonStore contacten, Beleid beleid, MeldingRegels regels)
{
    private static readonly TimeSpan TotNieuwBeleid = TimeSpan.FromSeconds(2);

    /// <summary>Why it does not leave now; null: it does.</summary>
    public async Task<Meldingafloop?> StaysAsync(DbTransaction transactie, GegevenMelding melding, DossierRef? dossier, Bsn? bsn, CancellationToken ct)
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
        return geschonden.Count == 0
            ? await ContactAsync(transactie, dossier, melding, ct)
            : Mens(Meldingredenen.VoldoetNietMeer) with { Uitleg = [.. geschonden.Select(g => g.Detail)] };
    }

    /// <summary>A contact is made at the partner once: one that another melding makes is waited for, one that is there is linked instead.</summary>
    private async Task<Meldingafloop?> ContactAsync(DbTransaction transactie, DossierRef dossier, GegevenMelding melding, CancellationToken ct)
    {
        if (melding.Melding is not ContactpersoonMelding nieuw)
        {
            return null;
        }

        return await contacten.ClaimAsync(transactie, dossier.Gemeentecode, melding.Partner, (nieuw, melding.MeldingId), ct) switch
        {
            { Nummer: { } nummer } => new Meldingafloop(Meldingstatus.Vervallen, Meldingredenen.ContactpersoonBekend) { Nummer = nummer },
            { Eigen: false } => new Meldingafloop(Meldingstatus.Wacht, Meldingredenen.WachtOpContactpersoon) { Vergeefs = true },
            _ => null,
        };
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
