using System.Data.Common;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Bestanden;

/// <summary>Files of rows: kept encrypted until they are done, worked on by one worker at a time.</summary>
internal sealed class BestandStore(NpgsqlDataSource bron, Kluis kluis, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok, TimeProvider systeemklok)
{
    /// <summary>More faults are counted, not kept.</summary>
    public const int MeesteFouten = 1000;

    /// <summary>After these a file waits for a person; it is tried once an hour, should what broke it be mended.</summary>
    public const int MeestePogingen = 5;

    private const string Soort = "leveringsbestand";

    private static readonly TimeSpan Uur = TimeSpan.FromHours(1);

    /// <summary>Stores a file inside the log writer's transaction; the same bytes of the same client are the same file, unless it was refused.</summary>
    /// <returns>Id of the file, and whether it was here before.</returns>
    public async Task<(Guid BestandId, bool Herhaling)> StoreAsync(DbTransaction transactie, NieuwBestand nieuw, CancellationToken ct)
    {
        var hash = kluis.Hash(nieuw.Gemeentecode, Soort, nieuw.Inhoud.Span);
        await using (var zoek = transactie.Command("select bestand_id from inbox.leveringsbestand where gemeentecode = $1 and client_id = $2 and inhoud_hash = $3 and status <> 3"))
        {
            zoek.Add([Value(nieuw.Gemeentecode), Value(nieuw.ClientId), Value(hash)]);
            if (await zoek.ExecuteScalarAsync(ct) is Guid eerder)
            {
                return (eerder, true);
            }
        }

        var (id, nu) = (Guid.NewGuid(), zaakklok.GetUtcNow());
        var (sleutelId, sleutel) = await MakeAsync(transactie, kluis, nieuw.Gemeentecode, nu, ct);
        await using var command = transactie.Command("""
            insert into inbox.leveringsbestand (gemeentecode, bestand_id, client_id, partner, inhoud_hash, sleutel_id, inhoud, gedeeltelijk, status, fouten, getoetst,
                                                geleverd_tot, ontvangen_op, volgende_poging, pogingen, trace_id, gebruiker)
            values ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, 0, 0, $9, $10, 0, $11, $12)
            """);
        command.Add([
            Value(nieuw.Gemeentecode), Value(id), Value(nieuw.ClientId), Value(nieuw.Partner), Value(hash), Value(sleutelId),
            Value(Kluis.Versleutel(sleutel, nieuw.Inhoud.Span, Soort, nieuw.Gemeentecode, id)), Value(nieuw.Gedeeltelijk), Value(nu), Value(systeemklok.GetUtcNow()), Value(nieuw.TraceId),
            Text(nieuw.Gebruiker)]);
        await command.ExecuteNonQueryAsync(ct);
        if (nieuw.Instantie is { } instantie)
        {
            await LeveringStore.OpenAsync(transactie, nieuw.Gemeentecode, (nieuw.Partner, instantie), nieuw.ClientId, nu, nieuw.TraceId, ct);
        }

        return (id, false);
    }

    /// <summary>Takes files whose time has come; another worker keeps off them until the lease ends.</summary>
    public async Task<IReadOnlyList<Guid>> ClaimAsync(string gemeentecode, TimeSpan lease, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("""
            update inbox.leveringsbestand set bezet_tot = $3, pogingen = pogingen + 1, volgende_poging = case when pogingen >= $4 then $5 else volgende_poging end
            where gemeentecode = $1 and bestand_id in (
                select bestand_id from inbox.leveringsbestand
                where gemeentecode = $1 and volgende_poging <= $2 and (bezet_tot is null or bezet_tot <= $2)
                order by ontvangen_op, bestand_id limit 1 for update skip locked)
            returning bestand_id
            """);
        var nu = systeemklok.GetUtcNow();
        command.Add([Value(gemeentecode), Value(nu), Value(nu + lease), Value(MeestePogingen), Value(nu + Uur)]);
        var ids = await command.ListAsync(r => r.GetGuid(0), ct);
        await transactie.CommitAsync(ct);
        return ids;
    }

    /// <summary>A file that is not done, decrypted.</summary>
    public async Task<Bestand> OpenAsync(string gemeentecode, Guid bestandId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("""
            select client_id, partner, sleutel_id, inhoud, gedeeltelijk, status, geleverd_tot, ontvangen_op, pogingen, trace_id, gebruiker from inbox.leveringsbestand
            where gemeentecode = $1 and bestand_id = $2
            """);
        command.Add([Value(gemeentecode), Value(bestandId)]);
        var (bestand, sleutelId, inhoud) = (await command.ListAsync(
            r => (new Bestand(gemeentecode, bestandId, r.GetString(0), r.GetString(1))
            {
                Gedeeltelijk = r.GetBoolean(4),
                Status = (Bestandstatus)r.GetInt16(5),
                GeleverdTot = r.GetInt32(6),
                OntvangenOp = r.GetFieldValue<DateTimeOffset>(7),
                Pogingen = r.GetInt32(8),
                TraceId = r.GetString(9),
                Gebruiker = r.OptionalText(10),
            }, r.GetGuid(2), r.GetFieldValue<byte[]>(3)),
            ct)).Single();
        var sleutel = await GetAsync(transactie, kluis, gemeentecode, sleutelId, ct);
        return bestand with { Inhoud = Kluis.Ontsleutel(sleutel, inhoud, Soort, gemeentecode, bestandId) };
    }

    /// <summary>How far it is; the lease begins again.</summary>
    /// <exception cref="IngehaaldException">Another worker took the file.</exception>
    public async Task ProgressAsync(Bestand bestand, int getoetst, TimeSpan lease, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(bestand.Gemeentecode, ct);
        await UpdateAsync(transactie, bestand, "getoetst = $4, bezet_tot = $5", ct, Value(getoetst), Value(systeemklok.GetUtcNow() + lease));
        await transactie.CommitAsync(ct);
    }

    /// <summary>Every row was looked at: the right ones become messages, or nothing of the file counts.</summary>
    public async Task JudgeAsync(DbTransaction transactie, Bestand bestand, Bestandoordeel oordeel, CancellationToken ct)
    {
        var telt = oordeel.Telt;
        await UpdateAsync(
            transactie, bestand, "status = $4, rijen = $5, getoetst = $5, fouten = $6, inhoud = case when $7 then inhoud end, klaar_op = case when $7 then null else $8 end, volgende_poging = case when $7 then volgende_poging end",
            ct, Value((short)(telt ? Bestandstatus.Leveren : Bestandstatus.Afgekeurd)), Value(oordeel.Rijen), Value(oordeel.Fouten), Value(telt), Value(zaakklok.GetUtcNow()));
        await using var command = transactie.Command("""
            insert into inbox.bestandrij (gemeentecode, bestand_id, rij, deel, kolom, fout)
            select $1, $2, f.rij, row_number() over (partition by f.rij order by f.nummer), f.kolom, f.fout
            from unnest($3::int[], $4::text[], $5::text[]) with ordinality f (rij, kolom, fout, nummer)
            """);
        command.Add([
            Value(bestand.Gemeentecode), Value(bestand.BestandId), Value(oordeel.Bewaard.Select(f => f.Rij).ToArray()),
            Rijen.Nullable(NpgsqlDbType.Array | NpgsqlDbType.Text, oordeel.Bewaard.Select(f => f.Kolom).ToArray()), Value(oordeel.Bewaard.Select(f => f.Detail).ToArray())]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>These rows are messages now.</summary>
    public async Task DeliveredAsync(DbTransaction transactie, Bestand bestand, IReadOnlyList<(int Rij, Guid BerichtId)> rijen, TimeSpan lease, CancellationToken ct)
    {
        await UpdateAsync(transactie, bestand, "geleverd_tot = $4, bezet_tot = $5", ct, Value(rijen[^1].Rij), Value(systeemklok.GetUtcNow() + lease));
        await using var command = transactie.Command("""
            insert into inbox.bestandrij (gemeentecode, bestand_id, rij, deel, bericht_id)
            select $1, $2, r.rij, 0, r.bericht_id from unnest($3::int[], $4::uuid[]) r (rij, bericht_id)
            """);
        command.Add([Value(bestand.Gemeentecode), Value(bestand.BestandId), Value(rijen.Select(r => r.Rij).ToArray()), Value(rijen.Select(r => r.BerichtId).ToArray())]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>All rows are messages: the file itself is not kept.</summary>
    public Task FinishAsync(DbTransaction transactie, Bestand bestand, CancellationToken ct) =>
        UpdateAsync(transactie, bestand, "status = 2, inhoud = null, klaar_op = $4, volgende_poging = null", ct, Value(zaakklok.GetUtcNow()));

    private static async Task UpdateAsync(DbTransaction transactie, Bestand bestand, string zet, CancellationToken ct, params NpgsqlParameter[] waarden)
    {
        await using var command = transactie.Command($"update inbox.leveringsbestand set {zet} where gemeentecode = $1 and bestand_id = $2 and pogingen = $3");
        command.Add([Value(bestand.Gemeentecode), Value(bestand.BestandId), Value(bestand.Pogingen), .. waarden]);
        if (await command.ExecuteNonQueryAsync(ct) == 0)
        {
            throw new IngehaaldException();
        }
    }
}

/// <summary>A file as it comes in at the door.</summary>
internal sealed record NieuwBestand(string Gemeentecode, string ClientId, string Partner, ReadOnlyMemory<byte> Inhoud, bool Gedeeltelijk, string TraceId)
{
    /// <summary>Null: the partner has none, and its deliveries are in no run.</summary>
    public required string? Instantie { get; init; }

    /// <summary>Keyed hash of the client's user who delivers; null: its system itself.</summary>
    public string? Gebruiker { get; init; }
}

/// <summary>A file that is worked on, opened.</summary>
internal sealed record Bestand(string Gemeentecode, Guid BestandId, string ClientId, string Partner)
{
    public ReadOnlyMemory<byte> Inhoud { get; init; }

    public required bool Gedeeltelijk { get; init; }

    public required Bestandstatus Status { get; init; }

    /// <summary>Last row that is a message; 0: none.</summary>
    public required int GeleverdTot { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset OntvangenOp { get; init; }

    public required int Pogingen { get; init; }

    public required string TraceId { get; init; }

    /// <summary>Keyed hash of the client's user who delivered it; null: its system itself.</summary>
    public string? Gebruiker { get; init; }
}

/// <summary>What was found in a file.</summary>
/// <param name="Telt">False: nothing of it counts.</param>
/// <param name="Rijen">Rows of data.</param>
/// <param name="Fouten">All faults.</param>
/// <param name="Bewaard">The first of them.</param>
internal sealed record Bestandoordeel(bool Telt, int Rijen, int Fouten, IReadOnlyList<(int Rij, string? Kolom, string Detail)> Bewaard)
{
    /// <summary>Rows of which the sender is told that they are about nobody of its persons.</summary>
    public int Missers { get; init; }
}
