using System.Data.Common;
using System.Text.Json;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>Orders, opened.</summary>
internal sealed class BetalingLezer(NpgsqlDataSource bron, Kluis kluis)
{
    internal const string Soort = "betaalopdracht";

    private const string Select = """
        select o.opdracht_id, o.dossier_id, o.besluit_id, o.maand, o.soort, o.uitvoeringsdatum, o.inhoud, o.kenmerk, o.poging, o.verplichting, o.rekening_hash, o.stand, o.batch_id,
               array(select distinct g.door from betalen.betaalgebeurtenis g where g.gemeentecode = o.gemeentecode and g.opdracht_id = o.opdracht_id and g.gebeurtenis in ('gepland', 'bewerkt')),
               r.wijze, r.uitkomst, r.door, r.aanvaard_door, r.geblokkeerd_om, d.sleutel_id, s.inpak_kid, s.ingepakt, o.vorige
        from betalen.betaalopdracht o
        join dossiers.dossier d on d.gemeentecode = o.gemeentecode and d.dossier_id = o.dossier_id
        left join sleutels.sleutel s on s.gemeentecode = d.gemeentecode and s.sleutel_id = d.sleutel_id
        left join betalen.rekeningcontrole r on r.gemeentecode = o.gemeentecode and r.rekening_hash = o.rekening_hash
        where o.gemeentecode = $1 and
        """;

    private const string Volgorde = " order by o.maand, o.uitvoeringsdatum, o.kenmerk";

    /// <summary>Of a dossier whose finances were granted, by month.</summary>
    public async Task<IReadOnlyList<Betaling>> ReadAsync(Granted dossier, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(dossier.Question.Caller.Gemeentecode, ct);
        return await QueryAsync(transactie, dossier.Question.Caller.Gemeentecode, "o.dossier_id = $2" + Volgorde, [Value(dossier.DossierId)], ct);
    }

    /// <summary>Of a dossier that the transaction holds.</summary>
    public Task<IReadOnlyList<Betaling>> ReadAsync(DbTransaction transactie, DossierRef dossier, CancellationToken ct) =>
        QueryAsync(transactie, dossier.Gemeentecode, "o.dossier_id = $2" + Volgorde + " for update of o", [Value(dossier.DossierId)], ct);

    /// <summary>Of a batch, held until the transaction ends; whoever works on a dossier holds the dossier first, so by dossier.</summary>
    public Task<IReadOnlyList<Betaling>> ReadBatchAsync(DbTransaction transactie, string gemeentecode, Guid batchId, CancellationToken ct) =>
        QueryAsync(transactie, gemeentecode, "o.batch_id = $2 order by o.dossier_id, o.kenmerk for update of o", [Value(batchId)], ct);

    /// <summary>As above, of several.</summary>
    public Task<IReadOnlyList<Betaling>> ReadBatchesAsync(DbTransaction transactie, string gemeentecode, Guid[] batchIds, CancellationToken ct) =>
        QueryAsync(transactie, gemeentecode, "o.batch_id = any($2) order by o.dossier_id, o.kenmerk for update of o", [Value(batchIds)], ct);

    /// <summary>At the bank, their day over, and the bank's silence about them not told yet.</summary>
    public Task<IReadOnlyList<Betaling>> ReadStilAsync(DbTransaction transactie, string gemeentecode, DateOnly vandaag, CancellationToken ct) => QueryAsync(
        transactie, gemeentecode,
        """
        o.stand in ('aangeboden', 'geaccepteerd') and o.uitvoeringsdatum < $2
            and not exists (select 1 from betalen.banksignaal g where g.gemeentecode = $1 and g.opdracht_id = o.opdracht_id
                            and g.code = case o.stand when 'aangeboden' then 'geen-bericht' else 'niet-geboekt' end)
        order by o.dossier_id, o.kenmerk
        """,
        [Value(vandaag)], ct);

    /// <summary>Approved and in no batch, for this day: the oldest first.</summary>
    public Task<IReadOnlyList<Betaling>> ReadVrijAsync(DbTransaction transactie, string gemeentecode, DateOnly dag, int hoogstens, CancellationToken ct) => QueryAsync(
        transactie, gemeentecode, "o.uitvoeringsdatum = $2 and o.batch_id is null and o.stand = 'vrijgegeven' order by o.gemaakt_op, o.kenmerk limit $3 for update of o", [Value(dag), Value(hoogstens)], ct);

    /// <summary>The dossier of an order of this gemeente; null: there is none such.</summary>
    public async Task<Guid?> DossierAsync(Caller caller, Guid opdrachtId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(caller.Gemeentecode, ct);
        await using var command = transactie.Command("select dossier_id from betalen.betaalopdracht where gemeentecode = $1 and opdracht_id = $2");
        command.Add([Value(caller.Gemeentecode), Value(opdrachtId)]);
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }

    private async Task<IReadOnlyList<Betaling>> QueryAsync(DbTransaction transactie, string gemeentecode, string waar, NpgsqlParameter[] waarden, CancellationToken ct)
    {
        await using var command = transactie.Command($"{Select} {waar}");
        command.Add([Value(gemeentecode), .. waarden]);
        var sleutels = new Dictionary<Guid, byte[]>();
        return await command.ListAsync(r => Open(r, gemeentecode, sleutels), ct);
    }

    private Betaling Open(NpgsqlDataReader r, string gemeentecode, Dictionary<Guid, byte[]> sleutels)
    {
        var (opdrachtId, sleutelId) = (r.GetGuid(0), r.GetGuid(19));
        if (!sleutels.TryGetValue(sleutelId, out var sleutel))
        {
            sleutels[sleutelId] = sleutel = Unwrap(kluis, gemeentecode, sleutelId, r, 20);
        }

        var inhoud = JsonSerializer.Deserialize<Betaalinhoud>(Kluis.Ontsleutel(sleutel, r.GetFieldValue<byte[]>(6), Soort, gemeentecode, opdrachtId), JsonSerializerOptions.Web)!;
        return new Betaling(opdrachtId, r.GetGuid(1), new NieuweBetaling(r.GetGuid(2), r.GetFieldValue<DateOnly>(3), r.GetString(4), r.GetFieldValue<DateOnly>(5), inhoud))
        {
            Kenmerk = Betaalid.Parse(r.GetString(7)),
            Poging = r.GetInt16(8),
            Vorige = r.Optional<Guid>(22),
            Verplichting = r.GetFieldValue<byte[]>(9),
            RekeningHash = r.GetFieldValue<byte[]>(10),
            Stand = Enumwoord.Lees<Opdrachtstand>(r.GetString(11)),
            BatchId = r.Optional<Guid>(12),
            Makers = r.GetFieldValue<string[]>(13),
            Controle = r.IsDBNull(14) ? null : new Rekeningcontrole(r.GetString(14), r.GetString(15), r.GetString(16), r.OptionalText(17), r.OptionalText(18)),
        };
    }
}
