using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;
using static Inburgering.Gateway.Storage.Rechten.Rijen;

namespace Inburgering.Gateway.Storage;

/// <summary>Writes versions of facts of many dossiers in one round trip.</summary>
internal sealed class Feitschrijver(DbTransaction transactie, string gemeentecode)
{
    private readonly Dictionary<Guid, Nieuw> nieuwe = [];
    private readonly HashSet<Guid> vervallen = [];
    private readonly Dictionary<Guid, Feitstand> bevestigd = [];
    private readonly Dictionary<Guid, DossierRef> volgend = [];

    /// <summary>A new version takes the place of what stood there; null: nothing did.</summary>
    public void Vervangt(DossierRef dossier, Feitstand? oud, Feitstand nieuw, DateTimeOffset op)
    {
        if (oud is not null)
        {
            if (nieuwe.TryGetValue(oud.FeitId, out var zelf))
            {
                zelf.Actueel = false;
            }
            else
            {
                vervallen.Add(oud.FeitId);
            }
        }

        nieuwe.Add(nieuw.FeitId, new Nieuw(dossier, nieuw, op));
    }

    /// <summary>What stands there was said again.</summary>
    public void Bevestigd(Feitstand stand) => bevestigd[stand.FeitId] = stand;

    /// <summary>The phase of this dossier follows from its working columns.</summary>
    public void Volgt(DossierRef dossier) => volgend[dossier.DossierId] = dossier;

    public async Task WriteAsync(CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)transactie.Connection!, (NpgsqlTransaction)transactie);
        if (vervallen.Count > 0)
        {
            batch.BatchCommands.Add(Command("update dossiers.feit set actueel = false where gemeentecode = $1 and feit_id = any($2)", Value(vervallen.ToArray())));
        }

        if (bevestigd.Values.Where(s => !nieuwe.ContainsKey(s.FeitId)).ToArray() is { Length: > 0 } eerder)
        {
            batch.BatchCommands.Add(Bevestig(eerder));
        }

        if (nieuwe.Count > 0)
        {
            batch.BatchCommands.Add(Insert());
            batch.BatchCommands.Add(Wek());
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(ct);
        }

        if (volgend.Count > 0)
        {
            await DossierWriter.SetWorkingAsync(transactie, gemeentecode, [.. volgend.Keys], Werkkolommen.Geen, ct);
        }

        nieuwe.Clear();
        vervallen.Clear();
        bevestigd.Clear();
        volgend.Clear();
    }

    /// <summary>An aanmelding that waits for something of these dossiers is decided again.</summary>
    private NpgsqlBatchCommand Wek() => Command(
        "update outbox.melding set volgende_poging = now() where gemeentecode = $1 and dossier_id = any($2) and status = 0 and reden = $3",
        Value(nieuwe.Values.Select(n => n.Dossier.DossierId).Distinct().ToArray()), Value(Model.Meldingredenen.WachtOpGegevens));

    private NpgsqlBatchCommand Bevestig(Feitstand[] eerder) => Command(
        "update dossiers.feit f set gevraagd_op = b.op, volgorde = b.volgorde from unnest($2::uuid[], $3::timestamptz[], $4::bigint[]) b (id, op, volgorde) where f.gemeentecode = $1 and f.feit_id = b.id",
        Value(eerder.Select(s => s.FeitId).ToArray()), Value(eerder.Select(s => s.Feit.GevraagdOp).ToArray()), Lijst(NpgsqlDbType.Bigint, eerder.Select(s => s.Feit.Volgorde).ToArray()));

    private NpgsqlBatchCommand Insert() => Command(
        """
        insert into dossiers.feit (gemeentecode, feit_id, dossier_id, categorie, veldgroep, bron, bericht_id, versie, actueel, tijdstip, gevraagd_op, inhoud, inhoud_hash, overgenomen_van, volgorde)
        select $1, n.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::int[], $9::bool[], $10::timestamptz[], $11::timestamptz[], $12::bytea[], $13::bytea[], $14::text[], $15::bigint[]) n
        """,
        Value(Van(n => n.Stand.FeitId)), Value(Van(n => n.Dossier.DossierId)), Value(Van(n => n.Stand.Feit.Categorie)), Value(Van(n => n.Stand.Feit.Veldgroep)), Value(Van(n => n.Stand.Feit.Bron)),
        Lijst(NpgsqlDbType.Uuid, Van(n => n.Stand.Feit.BerichtId)), Value(Van(n => n.Stand.Versie)), Value(Van(n => n.Actueel)), Value(Van(n => n.Op)), Value(Van(n => n.Stand.Feit.GevraagdOp)),
        Value(Van(n => n.Stand.Inhoud)), Value(Van(n => n.Stand.Hash)), Lijst(NpgsqlDbType.Text, Van(n => n.Stand.Feit.OvergenomenVan)), Lijst(NpgsqlDbType.Bigint, Van(n => n.Stand.Feit.Volgorde)));

    private T[] Van<T>(Func<Nieuw, T> waarde) => [.. nieuwe.Values.Select(waarde)];

    private NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<NpgsqlParameter> waarden)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { Value(gemeentecode) } };
        foreach (var waarde in waarden)
        {
            command.Parameters.Add(waarde);
        }

        return command;
    }

    private sealed class Nieuw(DossierRef dossier, Feitstand stand, DateTimeOffset op)
    {
        public DossierRef Dossier => dossier;

        public Feitstand Stand => stand;

        /// <summary>Business clock: since when we hold it.</summary>
        public DateTimeOffset Op => op;

        public bool Actueel { get; set; } = true;
    }
}
