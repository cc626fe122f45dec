using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Whose dossier a partner's message is about, if it may deliver about that person at all. No such person and no assignment are one answer.</summary>
public sealed class Leverrelatie(Kluis kluis)
{
    /// <summary>How each stands, in the same order, by one statement.</summary>
    internal async Task<IReadOnlyList<Leverstand>> FindAsync(DbTransaction transactie, string gemeentecode, IReadOnlyList<Aanvraag> aanvragen, CancellationToken ct)
    {
        // the V-nummer first: a BSN may still stand in another dossier of the same person, and then a person has to say that they are one
        await using var command = transactie.Command("""
            select d.dossier_id, d.doelgroep, o.opdracht_id is not null, a.gebruiker is null or exists (
                       select 1 from dossiers.caseload l where l.gemeentecode = $1 and l.opdracht_id = o.opdracht_id and l.gebruiker = a.gebruiker and l.sinds <= a.op and (l.tot is null or l.tot > a.op))
            from unnest($2::text[], $3::text[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[], $8::text[], $9::timestamptz[], $10::text[]) with ordinality
                 a (client, referentie, bsn, bsn_even, vnummer, vnummer_even, taak, op, gebruiker, nummer)
            left join dossiers.relatie r on r.gemeentecode = $1 and r.client_id = a.client and r.partner_referentie = a.referentie and r.geldig_tot is null
            left join lateral (
                select dossier_id from dossiers.dossier where a.referentie is null and gemeentecode = $1 and (vnummer_index = a.vnummer or vnummer_index_even = a.vnummer_even)
                order by bsn_index is null and bsn_index_even is null limit 1) v on true
            left join lateral (
                select dossier_id from dossiers.dossier where a.referentie is null and v.dossier_id is null and gemeentecode = $1 and (bsn_index = a.bsn or bsn_index_even = a.bsn_even) limit 1) b on true
            left join dossiers.dossier d on d.gemeentecode = $1 and d.dossier_id = coalesce(r.dossier_id, v.dossier_id, b.dossier_id)
            left join lateral (
                select opdracht_id from dossiers.opdracht where gemeentecode = $1 and dossier_id = d.dossier_id and client_id = a.client and taak = a.taak
                    and van <= a.op and (tot is null or tot > a.op) limit 1) o on true
            order by a.nummer
            """);
        var bsn = aanvragen.Select(a => a.Persoon.Bsn is { } nummer ? kluis.Index(gemeentecode, nummer) : default).ToArray();
        var vNummer = aanvragen.Select(a => a.Persoon.VNummer is { } nummer ? kluis.Index(gemeentecode, nummer) : default).ToArray();
        command.Add([
            Value(gemeentecode), Value(aanvragen.Select(a => a.ClientId).ToArray()), Rijen.Lijst(NpgsqlDbType.Text, aanvragen.Select(a => a.Persoon.PartnerReferentie).ToArray()),
            Rijen.Lijst(NpgsqlDbType.Bytea, bsn.Select(n => n.Oneven).ToArray()), Rijen.Lijst(NpgsqlDbType.Bytea, bsn.Select(n => n.Even).ToArray()),
            Rijen.Lijst(NpgsqlDbType.Bytea, vNummer.Select(n => n.Oneven).ToArray()), Rijen.Lijst(NpgsqlDbType.Bytea, vNummer.Select(n => n.Even).ToArray()),
            Rijen.Lijst(NpgsqlDbType.Text, aanvragen.Select(a => a.Recht.Opdracht).ToArray()), Value(aanvragen.Select(a => a.Op.ToUniversalTime()).ToArray()),
            Rijen.Lijst(NpgsqlDbType.Text, aanvragen.Select(a => a.Gebruiker).ToArray())]);
        return [.. (await command.ListAsync(r => (r.Optional<Guid>(0), r.OptionalText(1), r.GetBoolean(2), r.GetBoolean(3)), ct))
            .Zip(aanvragen, (rij, aanvraag) => new Leverstand(aanvraag.Recht, rij.Item1, rij.Item2, rij.Item3, rij.Item4))];
    }
}

/// <summary>Who wants to deliver about whom.</summary>
/// <param name="ClientId">Who delivered.</param>
/// <param name="Op">Business clock: when it was received; the assignment must have run then.</param>
/// <param name="Gebruiker">Keyed hash of the sender's user, who must have worked on the person then; null: the sender's system itself.</param>
internal sealed record Aanvraag(string Gemeentecode, string ClientId, Persoonsaanduiding Persoon, Leverrecht Recht, DateTimeOffset Op, string? Gebruiker = null);

/// <summary>How a sender stands to a person.</summary>
/// <param name="Bekend">The person's dossier, whether the sender may deliver about her or not; null: there is none.</param>
/// <param name="Doelgroep">Of the person; null: not known.</param>
/// <param name="Loopt">Whether the assignment that is needed runs, whatever the person's group.</param>
/// <param name="InCaseload">Whether the user who delivers works on the person under it; true when none is named.</param>
internal sealed record Leverstand(Leverrecht Recht, Guid? Bekend, string? Doelgroep, bool Loopt, bool InCaseload)
{
    /// <summary>Null: no relation.</summary>
    public Guid? DossierId => InCaseload && (Recht.Opdracht is null || (Loopt && (Recht.Doelgroepen is null || (Doelgroep is { } groep && Recht.Doelgroepen.Contains(groep))))) ? Bekend : null;

    /// <summary>Why there is no relation: who has an assignment may know that the person's group is the reason; nobody else learns anything.</summary>
    /// <returns>Code of <see cref="Model.Berichtredenen"/>.</returns>
    public string WaaromNiet => Recht.Opdracht is not null && Bekend is not null && Loopt && InCaseload ? Model.Berichtredenen.Doelgroep : Model.Berichtredenen.GeenRelatie;

    /// <summary>The sender has a relation with this person, and its user who delivers has not: for the log alone, to the sender it is no relation.</summary>
    public bool BuitenCaseload => Bekend is not null && Loopt && !InCaseload;
}
