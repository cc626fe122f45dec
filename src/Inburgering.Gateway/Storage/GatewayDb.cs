using System.Data;
using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using NpgsqlTypes;

namespace Inburgering.Gateway.Storage;

/// <summary>Reads for a <see cref="Question"/>: no question, no query. One round trip, on the primary, inside one gemeente.</summary>
public sealed class GatewayDb(NpgsqlDataSource bron, Kluis kluis, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok, TimeProvider systeemklok)
{
    // materialized: else the lists of a dossier are made again for each of its facts
    private const string Kop = """
        with kop as materialized (
        select c.actief and c.tokens_geldig_vanaf <= @uitgegeven,
               d.dossier_id, r.extern_id, d.doelgroep, d.leerroute, s.sleutel_id, s.inpak_kid, s.ingepakt,
               array(select concat(o.taak, ' ', o.opdracht_id, '@', o.versie, case when o.tot <= @nu then ' geweest' else ' loopt' end,
                                  case when @gebruiker is null or ((o.tot is null or o.tot > @nu) and exists (
                                      select 1 from dossiers.caseload l where l.gemeentecode = @gemeente and l.opdracht_id = o.opdracht_id and l.gebruiker = @gebruiker and l.tot is null)) then ' eigen' else ' ander' end)
                     from dossiers.opdracht o
                     where o.gemeentecode = @gemeente and o.dossier_id = d.dossier_id and o.client_id = @client
                       and o.van <= @nu and (o.tot is null or (o.tot > @maandgeleden and o.tot > o.van))),
               array(select concat(t.doel, ' ', t.toestemming_id, '@', t.tekstversie) from dossiers.toestemming t
                     where t.gemeentecode = @gemeente and t.dossier_id = d.dossier_id and t.client_id = @client
                       and t.gegeven_op <= @nu and (t.ingetrokken_op is null or t.ingetrokken_op > @nu)),
               array(select b.categorie from dossiers.beperking b
                     where b.gemeentecode = @gemeente and b.dossier_id = d.dossier_id and b.van <= @nu and (b.tot is null or b.tot > @nu)),
               array(select z.doel from dossiers.bezwaar z
                     where z.gemeentecode = @gemeente and z.dossier_id = d.dossier_id and (z.client_id is null or z.client_id = @client)
                       and z.van <= @nu and (z.tot is null or z.tot > @nu)),
               (select n.noodtoegang_id from dossiers.noodtoegang n
                where n.gemeentecode = @gemeente and n.dossier_id = d.dossier_id and n.account_id = @account
                  and n.van <= @systeem and n.tot > @systeem limit 1),
               (select hash from toegang.beleid_actief order by volgnummer desc limit 1),
               array(select concat(k.categorie, '.', k.veld, ' ', k.bron) from dossiers.bronkeuze k
                     where k.gemeentecode = @gemeente and k.dossier_id = d.dossier_id and k.actueel and k.onderdeel = '')
        from (select 1) een
        left join identiteit.client c on c.client_id = @client
        """;

    private const string Secties = """

        left join sleutels.sleutel s on s.gemeentecode = @gemeente and s.sleutel_id = d.sleutel_id)
        select kop.*, f.feit_id, f.categorie, f.bron, f.inhoud, f.overgenomen_van is not null from kop
        left join dossiers.feit f on f.gemeentecode = @gemeente and f.dossier_id = kop.dossier_id and f.actueel and f.categorie = any(@categorieen)
        """;

    private const string Extern = """

        left join dossiers.relatie r on r.gemeentecode = @gemeente and r.client_id = @client and r.extern_id = @id and (r.geldig_tot is null or r.geldig_tot > @nu)
        left join dossiers.dossier d on d.gemeentecode = @gemeente and d.dossier_id = r.dossier_id
        """;

    private const string Intern = """

        left join dossiers.dossier d on d.gemeentecode = @gemeente and d.dossier_id = @id
        left join dossiers.relatie r on false
        """;

    private const string OpDossier = """

        left join dossiers.dossier d on d.gemeentecode = @gemeente and d.dossier_id = @id
        """;

    private const string RelatieVan = """

        left join dossiers.relatie r on r.gemeentecode = @gemeente and r.client_id = @client and r.dossier_id = d.dossier_id and (r.geldig_tot is null or r.geldig_tot > @nu)
        """;

    private const string OpBsn = """

        left join dossiers.dossier d on d.gemeentecode = @gemeente and (d.bsn_index = @oneven or d.bsn_index_even = @even)
        """;

    private const string OpVNummer = """

        left join dossiers.dossier d on d.gemeentecode = @gemeente and (d.vnummer_index = @oneven or d.vnummer_index_even = @even)
        """;

    private const string OpReferentie = """

        left join dossiers.relatie r on r.gemeentecode = @gemeente and r.client_id = @client and r.partner_referentie = @referentie and (r.geldig_tot is null or r.geldig_tot > @nu)
        left join dossiers.dossier d on d.gemeentecode = @gemeente and d.dossier_id = r.dossier_id
        """;

    /// <summary>The dossier as this caller names it: its pairwise id, or the inner id for the gemeente's own.</summary>
    public Task<IAccessFacts> ReadAsync(Question question, Guid id, CancellationToken ct) =>
        QueryAsync(question, question.Caller.VanGemeente ? Intern : Extern, p => p.Add(Param("id", NpgsqlDbType.Uuid, id)), ct);

    /// <summary>The dossier with this BSN.</summary>
    public Task<IAccessFacts> FindAsync(Question question, Bsn bsn, CancellationToken ct) =>
        QueryAsync(question, OpBsn + RelatieVan, p => p.AddRange(kluis.Index(question.Caller.Gemeentecode, bsn).Parameters("oneven", "even")), ct);

    /// <summary>The dossier with this V-nummer.</summary>
    public Task<IAccessFacts> FindAsync(Question question, VNummer vNummer, CancellationToken ct) =>
        QueryAsync(question, OpVNummer + RelatieVan, p => p.AddRange(kluis.Index(question.Caller.Gemeentecode, vNummer).Parameters("oneven", "even")), ct);

    /// <summary>The dossier this caller knows by its partnerReferentie.</summary>
    public Task<IAccessFacts> FindAsync(Question question, string partnerReferentie, CancellationToken ct) =>
        QueryAsync(question, OpReferentie, p => p.Add(Param("referentie", NpgsqlDbType.Text, partnerReferentie)), ct);

    /// <summary>As a partner would ask about the dossier that the gemeente itself was granted: for showing what that partner may.</summary>
    public Task<IAccessFacts> ReadVoorAsync(Question question, Granted eigen, CancellationToken ct) =>
        QueryAsync(question, OpDossier + RelatieVan, p => p.Add(Param("id", NpgsqlDbType.Uuid, eigen.DossierId)), ct);

    /// <summary>As this partner would ask about the dossier that the transaction holds: what is decided, and what is written of it, are one.</summary>
    internal async Task<IAccessFacts> ReadAsync(Question question, DbTransaction transactie, DossierRef dossier, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)transactie.Connection!, (NpgsqlTransaction)transactie);
        batch.BatchCommands.Add(Command(question, OpDossier + RelatieVan, p => p.Add(Param("id", NpgsqlDbType.Uuid, dossier.DossierId))));
        await using var reader = await batch.ExecuteReaderAsync(CommandBehavior.Default, ct);
        return await FactsReader.ReadAsync(reader, question.Caller, kluis, ct);
    }

    private static NpgsqlParameter Param(string name, NpgsqlDbType type, object value) => new(name, type) { Value = value };

    private async Task<IAccessFacts> QueryAsync(Question question, string joins, Action<NpgsqlParameterCollection> values, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(verbinding);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("begin read only"));
        batch.BatchCommands.Add(Tenant.Set(question.Caller.Gemeentecode));
        batch.BatchCommands.Add(Command(question, joins, values));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await using var reader = await batch.ExecuteReaderAsync(CommandBehavior.Default, ct);
        while (reader.FieldCount < 2)
        {
            await reader.NextResultAsync(ct);
        }

        return await FactsReader.ReadAsync(reader, question.Caller, kluis, ct);
    }

    private NpgsqlBatchCommand Command(Question question, string joins, Action<NpgsqlParameterCollection> values)
    {
        var caller = question.Caller;
        var command = new NpgsqlBatchCommand(Kop + joins + Secties);
        command.Parameters.Add(Param("gemeente", NpgsqlDbType.Text, caller.Gemeentecode));
        command.Parameters.Add(Param("client", NpgsqlDbType.Text, caller.ClientId ?? caller.Id));
        command.Parameters.Add(Param("gebruiker", NpgsqlDbType.Text, (object?)caller.Gebruiker ?? DBNull.Value));
        command.Parameters.Add(Param("uitgegeven", NpgsqlDbType.TimestampTz, caller.TokenUitgegeven ?? DateTimeOffset.UnixEpoch));
        var nu = zaakklok.GetUtcNow();
        command.Parameters.Add(Param("nu", NpgsqlDbType.TimestampTz, nu));
        command.Parameters.Add(Param("maandgeleden", NpgsqlDbType.TimestampTz, nu.AddMonths(-1)));
        command.Parameters.Add(Param("systeem", NpgsqlDbType.TimestampTz, systeemklok.GetUtcNow()));
        command.Parameters.Add(Param("account", NpgsqlDbType.Uuid, caller.ClientId is null && Guid.TryParse(caller.Id, out var account) ? account : Guid.Empty));
        command.Parameters.Add(Param("categorieen", NpgsqlDbType.Array | NpgsqlDbType.Text, question.Categorieen.ToArray()));
        values(command.Parameters);
        return command;
    }
}
