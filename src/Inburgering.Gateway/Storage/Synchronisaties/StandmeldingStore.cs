using System.Data.Common;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Synchronisaties;

/// <summary>Changes of status that a gemeente's sink is told of: each change one row, however many machines see it, and each row sent until the sink has it.</summary>
internal sealed class StandmeldingStore(NpgsqlDataSource bron, TimeProvider systeemklok)
{
    /// <summary>After so many tries it is given up; the portal says so.</summary>
    public const int MeestePogingen = 10;

    private static readonly TimeSpan EersteWacht = TimeSpan.FromMinutes(1), LangsteWacht = TimeSpan.FromHours(1);

    /// <summary>What was told last, per exchange; one of which nothing was told is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, LaatstVerteld>> LaatsteAsync(string gemeentecode, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("""
            select distinct on (synchronisatie_id) synchronisatie_id, naar, volgnummer from synchronisatie.standmelding where gemeentecode = $1 order by synchronisatie_id, volgnummer desc
            """);
        command.Add([Value(gemeentecode)]);
        return (await command.ListAsync(r => (Id: r.GetGuid(0), Verteld: new LaatstVerteld(r.GetString(1), r.GetInt32(2))), ct)).ToDictionary(m => m.Id, m => m.Verteld);
    }

    /// <summary>A change, unless another machine wrote one since: then this one was seen too early, and is looked at again.</summary>
    /// <param name="na">What had been told last when the change was seen.</param>
    /// <returns>Null: another machine was first.</returns>
    public async Task<Guid?> NoteAsync(DbTransaction transactie, string gemeentecode, Standwissel wissel, LaatstVerteld na, CancellationToken ct)
    {
        // held, so that the machines look at the last one in turn
        if (await SynchronisatieStore.LockAsync(transactie, gemeentecode, wissel.SynchronisatieId, ct) is null)
        {
            return null;
        }

        await using var command = transactie.Command("""
            insert into synchronisatie.standmelding (gemeentecode, melding_id, synchronisatie_id, volgnummer, naam, van, naar, zin, uitvoering_id, gezien_op, volgende_poging)
            select $1, gen_random_uuid(), $2, $3 + 1, $4, $5, $6, $7, $8, $9, $9
            where $3 = (select coalesce(max(m.volgnummer), 0) from synchronisatie.standmelding m where m.gemeentecode = $1 and m.synchronisatie_id = $2)
            returning melding_id
            """);
        command.Add([
            Value(gemeentecode), Value(wissel.SynchronisatieId), Value(na.Volgnummer), Value(wissel.Naam), Value(na.Naar), Value(wissel.Naar), Value(wissel.Zin),
            Rijen.Nullable(NpgsqlDbType.Uuid, wissel.UitvoeringId), Value(systeemklok.GetUtcNow())]);
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }

    /// <summary>The oldest that are to be sent now. Until the next try they are nobody else's: a machine that is killed meanwhile costs a try and no melding.</summary>
    public async Task<IReadOnlyList<Standmelding>> ClaimAsync(string gemeentecode, int hoogstens, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("""
            update synchronisatie.standmelding m
            set pogingen = m.pogingen + 1, volgende_poging = case when m.pogingen + 1 < $4 then $2::timestamptz + least($5::interval * power(2, m.pogingen), $6::interval) end
            from synchronisatie.synchronisatie s
            where m.gemeentecode = $1 and s.gemeentecode = $1 and s.synchronisatie_id = m.synchronisatie_id and m.melding_id in (
                select melding_id from synchronisatie.standmelding where gemeentecode = $1 and volgende_poging <= $2 order by gezien_op, volgnummer limit $3 for update skip locked)
            returning m.melding_id, m.synchronisatie_id, s.partner, s.instantie, m.naam, m.van, m.naar, m.zin, m.uitvoering_id, m.gezien_op, m.volgnummer
            """);
        command.Add([
            Value(gemeentecode), Value(systeemklok.GetUtcNow()), Value(hoogstens), Value(MeestePogingen), Value(EersteWacht), Value(LangsteWacht)]);
        var geclaimd = await command.ListAsync(
            r => new Standmelding(r.GetGuid(0), gemeentecode, new Standwissel(r.GetGuid(1), r.GetString(4), r.GetString(6), r.GetString(7), r.Optional<Guid>(8)))
            {
                Partner = r.GetString(2),
                Instantie = r.OptionalText(3),
                Van = r.GetString(5),
                GezienOp = r.GetFieldValue<DateTimeOffset>(9),
                Volgnummer = r.GetInt32(10),
            },
            ct);
        await transactie.CommitAsync(ct);
        return [.. geclaimd.OrderBy(m => m.GezienOp).ThenBy(m => m.Volgnummer)];
    }

    /// <summary>The sink has it.</summary>
    public Task VerstuurdAsync(Standmelding melding, CancellationToken ct) => SetAsync(melding, "verstuurd_op = $3, volgende_poging = null", ct);

    /// <summary>It does not; after the last try it is given up.</summary>
    public Task MisluktAsync(Standmelding melding, CancellationToken ct) => SetAsync(melding, "mislukt_op = $3", ct);

    private async Task SetAsync(Standmelding melding, string wat, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(melding.Gemeentecode, ct);
        await using var command = transactie.Command($"update synchronisatie.standmelding set {wat} where gemeentecode = $1 and melding_id = $2");
        command.Add([Value(melding.Gemeentecode), Value(melding.MeldingId), Value(systeemklok.GetUtcNow())]);
        await command.ExecuteNonQueryAsync(ct);
        await transactie.CommitAsync(ct);
    }
}

/// <summary>What a sink was told last of one exchange.</summary>
/// <param name="Naar">Code of the status.</param>
/// <param name="Volgnummer">0: nothing yet.</param>
internal sealed record LaatstVerteld(string Naar, int Volgnummer)
{
    /// <summary>Nothing need be told until the status is another than good.</summary>
    public static readonly LaatstVerteld Niets = new(Standwissel.Goed, 0);
}

/// <summary>A change of status that a person must know of.</summary>
/// <param name="Naam">Of the exchange, as the portal shows it.</param>
/// <param name="Naar">Code of the status that it became.</param>
/// <param name="Zin">That status as a sentence.</param>
/// <param name="UitvoeringId">The last run; null: there was none.</param>
internal sealed record Standwissel(Guid SynchronisatieId, string Naam, string Naar, string Zin, Guid? UitvoeringId)
{
    /// <summary>Code of the status that asks for nobody.</summary>
    public const string Goed = "gelukt";
}

/// <summary>One of them on its way to the sink.</summary>
/// <param name="MeldingId">The same at every try.</param>
internal sealed record Standmelding(Guid MeldingId, string Gemeentecode, Standwissel Wissel)
{
    /// <summary>Key of the partner.</summary>
    public required string Partner { get; init; }

    /// <summary>Key of the instance that delivers; null: with the partner as a whole.</summary>
    public required string? Instantie { get; init; }

    /// <summary>Code of the status that it was.</summary>
    public required string Van { get; init; }

    /// <summary>System clock: when the gateway saw the change.</summary>
    public required DateTimeOffset GezienOp { get; init; }

    /// <summary>Order of the changes of one exchange, from 1.</summary>
    public required int Volgnummer { get; init; }
}
