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
internal sealed class Vertrektoets(Meldingtoets toets, ContactpersoonStore contacten, Aanmeldingsbesluit aanmeldingen, Beleid beleid, MeldingRegels regels)
{
    internal static readonly TimeSpan TotNieuwBeleid = TimeSpan.FromSeconds(2);

    /// <summary>Whether it leaves now, and as what.</summary>
    public async Task<Vertrekoordeel> DecideAsync(DbTransaction transactie, GegevenMelding melding, DossierRef? dossier, CancellationToken ct)
    {
        if (dossier is null or { GeslotenOp: not null })
        {
            return new Vertrekoordeel(new Meldingafloop(Meldingstatus.Vervallen, Meldingredenen.DossierGesloten), melding);
        }

        if (!beleid.Bestemmingen.TryGetValue(melding.Partner, out var ontvanger))
        {
            return new Vertrekoordeel(Mens(Meldingredenen.NietToegestaan), melding);
        }

        if (ontvanger.Verbinding.IsOp(melding.Geteld))
        {
            return new Vertrekoordeel(Mens(Meldingredenen.InterneFout), melding);
        }

        if (melding.Melding is AanmeldingMelding aanmelding)
        {
            return await aanmeldingen.MaakAsync(transactie, dossier, melding, aanmelding, ct);
        }

        var bsn = await DossierWriter.BsnAsync(transactie, dossier, ct);
        return new Vertrekoordeel(await StaysAsync(transactie, melding, dossier, bsn, ct), melding) { Bsn = bsn };
    }

    /// <summary>Why it does not leave now; null: it does.</summary>
    private async Task<Meldingafloop?> StaysAsync(DbTransaction transactie, GegevenMelding melding, DossierRef dossier, Bsn? bsn, CancellationToken ct)
    {
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

/// <summary>What was decided about a melding that wants to leave.</summary>
/// <param name="Blijft">Null: it leaves.</param>
/// <param name="Melding">As it leaves.</param>
internal sealed record Vertrekoordeel(Meldingafloop? Blijft, GegevenMelding Melding)
{
    /// <summary>Whom it is about; null: the receiver is told no BSN.</summary>
    public Bsn? Bsn { get; init; }

    /// <summary>Categories that were asked; null: the fields of the melding.</summary>
    public IReadOnlyList<string>? Gevraagd { get; init; }

    /// <summary>What the decision rested on, as the line refers to it; null: the policy alone.</summary>
    public string? Informatie { get; init; }
}
