using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;
using static Inburgering.Gateway.Storage.Rechten.Rijen;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>Reports of banks, each under a key of its own; what is written goes inside the log writer's transaction.</summary>
internal sealed class BankberichtStore(NpgsqlDataSource bron, Kluis kluis, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    private const string Soort = "bankbericht";
    private const string Select = "select b.bericht_id, b.hash, b.stand, b.soort, b.afzender, b.kenmerk, b.fouten, b.ontvangen_op, b.verwerkt_op from betalen.bankbericht b where b.gemeentecode = $1";

    /// <summary>Of one gemeente one report at a time is received or booked: what it does depends on those before it.</summary>
    public static async Task TurnAsync(DbTransaction transactie, string gemeentecode, CancellationToken ct)
    {
        await using var slot = transactie.Command("select pg_advisory_xact_lock(hashtextextended('bankbericht|' || $1, 0))");
        slot.Add([Value(gemeentecode)]);
        await slot.ExecuteScalarAsync(ct);
    }

    /// <summary>Keeps the bytes as they came.</summary>
    /// <param name="kanaal">"levering": by a client or in the portal; else the channel's word.</param>
    /// <returns>Its id, and whether these bytes came before, along whatever way: then nothing was added.</returns>
    public async Task<(Guid BerichtId, bool Herhaling)> KeepAsync(DbTransaction transactie, string gemeentecode, string kanaal, ReadOnlyMemory<byte> inhoud, string door, CancellationToken ct)
    {
        await TurnAsync(transactie, gemeentecode, ct);
        var hash = Convert.ToHexStringLower(SHA256.HashData(inhoud.Span));
        await using (var eerder = transactie.Command("select bericht_id from betalen.bankbericht where gemeentecode = $1 and hash = $2"))
        {
            eerder.Add([Value(gemeentecode), Value(hash)]);
            if (await eerder.ExecuteScalarAsync(ct) is Guid bekend)
            {
                return (bekend, true);
            }
        }

        var (id, nu) = (Guid.NewGuid(), zaakklok.GetUtcNow());
        var (sleutelId, sleutel) = await MakeAsync(transactie, kluis, gemeentecode, nu, ct);
        await using var command = transactie.Command("""
            insert into betalen.bankbericht (gemeentecode, bericht_id, kanaal, hash, stand, ontvangen_door, ontvangen_op, sleutel_id, inhoud) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """);
        command.Add([
            Value(gemeentecode), Value(id), Value(kanaal), Value(hash), Value(Enumwoord.Van(Bankberichtstand.Ontvangen)), Value(door), Value(nu), Value(sleutelId),
            Value(Kluis.Versleutel(sleutel, inhoud.Span, Soort, gemeentecode, id))]);
        await command.ExecuteNonQueryAsync(ct);
        return (id, false);
    }

    /// <summary>Those that are not done: the oldest first.</summary>
    /// <param name="ookWachtend">False: only those that were never looked into.</param>
    public async Task<IReadOnlyList<Guid>> WaitingAsync(Question question, bool ookWachtend, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        await using var command = transactie.Command("select bericht_id from betalen.bankbericht where gemeentecode = $1 and (stand = 'ontvangen' or ($2 and stand = 'wacht')) order by ontvangen_op, bericht_id");
        command.Add([Value(question.Caller.Gemeentecode), Value(ookWachtend)]);
        return await command.ListAsync(r => r.GetGuid(0), ct);
    }

    /// <summary>The bytes as they came.</summary>
    public async Task<byte[]> BytesAsync(Question question, Guid berichtId, CancellationToken ct)
    {
        var gemeentecode = question.Caller.Gemeentecode;
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("select sleutel_id, inhoud from betalen.bankbericht where gemeentecode = $1 and bericht_id = $2");
        command.Add([Value(gemeentecode), Value(berichtId)]);
        var (sleutelId, inhoud) = (await command.ListAsync(r => (r.GetGuid(0), r.GetFieldValue<byte[]>(1)), ct)).Single();
        return Kluis.Ontsleutel(await GetAsync(transactie, kluis, gemeentecode, sleutelId, ct), inhoud, Soort, gemeentecode, berichtId);
    }

    /// <summary>Newest first.</summary>
    /// <param name="na">The last one of the page before; null: the first page.</param>
    public async Task<IReadOnlyList<Ontvangenbericht>> ReadAsync(Question question, (DateTimeOffset Op, Guid Id)? na, int aantal, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        await using var command = transactie.Command($"{Select} and ($2::timestamptz is null or (b.ontvangen_op, b.bericht_id) < ($2, $3)) order by b.ontvangen_op desc, b.bericht_id desc limit $4");
        command.Add([Value(question.Caller.Gemeentecode), Nullable(NpgsqlDbType.TimestampTz, na?.Op), Nullable(NpgsqlDbType.Uuid, na?.Id), Value(aantal)]);
        return await command.ListAsync(Row, ct);
    }

    /// <summary>Null: this gemeente has none such.</summary>
    public async Task<Ontvangenbericht?> FindAsync(Question question, Guid berichtId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        return await FindAsync(transactie, question.Caller.Gemeentecode, berichtId, ct);
    }

    /// <summary>As above, inside a transaction that has its turn.</summary>
    public static async Task<Ontvangenbericht?> FindAsync(DbTransaction transactie, string gemeentecode, Guid berichtId, CancellationToken ct)
    {
        await using var command = transactie.Command($"{Select} and b.bericht_id = $2");
        command.Add([Value(gemeentecode), Value(berichtId)]);
        return await command.OneAsync(Row, ct);
    }

    /// <summary>Whether another report, of other bytes, went by this id.</summary>
    public static async Task<bool> IsUsedAsync(DbTransaction transactie, string gemeentecode, Guid berichtId, Bankberichtsoort soort, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select exists (select 1 from betalen.bankbericht
                where gemeentecode = $1 and bericht_id <> $2 and soort = $3 and afzender = $4 and kenmerk = $5 and stand <> 'quarantaine')
            """);
        command.Add([Value(gemeentecode), Value(berichtId), Value(soort.Soort), Value(soort.Afzender), Value(soort.Kenmerk)]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>How far it is now.</summary>
    /// <param name="soort">Null: not understood.</param>
    public async Task MarkAsync(DbTransaction transactie, string gemeentecode, Guid berichtId, Bankberichtstand stand, Bankberichtsoort? soort, IReadOnlyList<BerichtFout> fouten, CancellationToken ct)
    {
        await using var command = transactie.Command(
            "update betalen.bankbericht set stand = $3, soort = $4, afzender = $5, kenmerk = $6, fouten = $7, verwerkt_op = $8 where gemeentecode = $1 and bericht_id = $2");
        command.Add([
            Value(gemeentecode), Value(berichtId), Value(Enumwoord.Van(stand)), Text(soort?.Soort), Text(soort?.Afzender), Text(soort?.Kenmerk),
            Nullable(NpgsqlDbType.Jsonb, fouten.Count == 0 ? null : JsonSerializer.Serialize(fouten, JsonSerializerOptions.Web)),
            Nullable(NpgsqlDbType.TimestampTz, stand == Bankberichtstand.Verwerkt ? zaakklok.GetUtcNow() : null)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static Ontvangenbericht Row(NpgsqlDataReader r) => new(r.GetGuid(0), r.GetString(1))
    {
        Stand = Enumwoord.Lees<Bankberichtstand>(r.GetString(2)),
        Soort = r.IsDBNull(3) ? null : new Bankberichtsoort(r.GetString(3), r.GetString(4), r.GetString(5)),
        Fouten = r.OptionalText(6) is { } fouten ? JsonSerializer.Deserialize<BerichtFout[]>(fouten, JsonSerializerOptions.Web)! : [],
        OntvangenOp = r.GetFieldValue<DateTimeOffset>(7),
        VerwerktOp = r.Optional<DateTimeOffset>(8),
    };
}
