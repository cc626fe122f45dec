using System.Data.Common;
using System.Globalization;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Verwerkingslog.Vorm;
using Inburgering.Gateway.Verwerkingslog.Wissen;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>The months of the log under the role gateway_onderhoud: one gemeente per transaction; making and dropping is asked of the owner's functions.</summary>
internal sealed class NpgsqlMaandStore(NpgsqlDataSource onderhoud) : IMaandStore
{
    private const string Maanden = """
        select to_date(right(c.relname, 6), 'YYYYMM') from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'verwerkingslog.regel'::regclass and c.relname ~ '^regel_[0-9]{6}$' order by 1
        """;

    /// <summary>Whether there are lines, and one of which the term runs; stops at the first.</summary>
    private const string Stand = """
        select exists (select from verwerkingslog.regel r where r.gemeentecode = $1 and r.tijdstip >= $2 and r.tijdstip < $3),
            exists (select from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
                where r.gemeentecode = $1 and r.tijdstip >= $2 and r.tijdstip < $3 and r.tijdstip + c.bewaartermijn::interval >= $4)
        """;

    private const string Reeksen = """
        with r as (select slot, seq, hash, seq - row_number() over (partition by slot order by seq) eiland
            from verwerkingslog.regel where gemeentecode = $1 and tijdstip >= $2 and tijdstip < $3)
        select r.slot, min(r.seq), max(r.seq), (select v.hash from verwerkingslog.regel v where v.gemeentecode = $1 and v.slot = r.slot and v.seq = min(r.seq) - 1),
            (array_agg(r.hash order by r.seq desc))[1]
        from r group by r.slot, r.eiland order by 1, 2
        """;

    private const string Bewijzen = """
        select bericht_id from verwerkingslog.regel
        where gemeentecode = $1 and tijdstip >= $2 and tijdstip < $3 and bericht_id ~ '^(wislijn|afsluiting|herstel):' order by bericht_id collate "C"
        """;

    public async Task<int> MakeAheadAsync(CancellationToken ct)
    {
        await using var command = onderhoud.CreateCommand("select verwerkingslog.maak_maanden()");
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task<IReadOnlyList<DateOnly>> VoorbijAsync(DateTimeOffset nu, CancellationToken ct)
    {
        await using var command = onderhoud.CreateCommand(Maanden);
        var gemeenten = await GemeentenAsync(ct);
        var voorbij = new List<DateOnly>();
        foreach (var maand in (await command.ListAsync(r => r.GetFieldValue<DateOnly>(0), ct)).Where(m => Begin(m.AddMonths(1)) <= nu))
        {
            if (await IsVoorbijAsync(maand, gemeenten, nu, ct))
            {
                voorbij.Add(maand);
            }
        }

        return voorbij;
    }

    public async Task<Maandinhoud?> ReadAsync(DateOnly maand, CancellationToken ct)
    {
        var eerder = (await AfsluitingenAsync(ct)).Select(a => AfsluitingForm.Read(a)!).ToList();
        if (eerder.Exists(a => a.Maand == maand))
        {
            return null;
        }

        var (reeksen, bewijzen) = (new List<Reeks>(), new List<Bewijsregel>());
        var einden = eerder.SelectMany(a => a.Reeksen).Concat((await HerstellenAsync(ct)).SelectMany(h => h.Reeksen)).ToDictionary(r => (r.Gemeentecode, r.Slot, r.Tot), r => r.Laatste);
        foreach (var gemeentecode in await GemeentenAsync(ct))
        {
            reeksen.AddRange(await InMonthAsync(Reeksen, gemeentecode, maand, r => ToReeks(r, gemeentecode, einden), ct));
            bewijzen.AddRange(await InMonthAsync(Bewijzen, gemeentecode, maand, r => new Bewijsregel(gemeentecode, r.GetString(0)), ct));
        }

        return reeksen.Count == 0 ? null : new Maandinhoud(reeksen, bewijzen);
    }

    public async Task KeepAsync(DbTransaction transactie, BewaardeAfsluiting afsluiting, CancellationToken ct)
    {
        await using var command = transactie.Command("insert into verwerkingslog.afsluiting (maand, hash, inhoud, kid, handtekening) values ($1, $2, $3, $4, $5)");
        command.Add([Value(afsluiting.Maand), Value(afsluiting.Hash), Value(afsluiting.Inhoud), Value(afsluiting.Kid), Value(afsluiting.Handtekening)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<long> DropAsync(DateOnly maand, CancellationToken ct)
    {
        await using var command = onderhoud.CreateCommand("select verwerkingslog.verwijder_maand($1)");
        command.CommandTimeout = 0;
        command.Add([Value(maand)]);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>An empty month stays: it is ready for a late line.</summary>
    private async Task<bool> IsVoorbijAsync(DateOnly maand, IReadOnlyList<string> gemeenten, DateTimeOffset nu, CancellationToken ct)
    {
        var any = false;
        foreach (var gemeentecode in gemeenten)
        {
            var (heeft, loopt) = (await InMonthAsync(Stand, gemeentecode, maand, r => (r.GetBoolean(0), r.GetBoolean(1)), ct, nu))[0];
            any |= heeft;
            if (loopt)
            {
                return false;
            }
        }

        return any;
    }

    private async Task<IReadOnlyList<T>> InMonthAsync<T>(
        string sql, string gemeentecode, DateOnly maand, Func<NpgsqlDataReader, T> row, CancellationToken ct, DateTimeOffset? nu = null)
    {
        await using var verbinding = await onderhoud.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command(sql);
        command.CommandTimeout = 0;
        command.Add([Value(gemeentecode), Value(Begin(maand)), Value(Begin(maand.AddMonths(1)))]);
        if (nu is { } moment)
        {
            command.Add([Value(moment.ToUniversalTime())]);
        }

        return await command.ListAsync(row, ct);
    }

    private async Task<IReadOnlyList<string>> GemeentenAsync(CancellationToken ct)
    {
        await using var command = onderhoud.CreateCommand("select distinct gemeentecode collate \"C\" from verwerkingslog.kop order by 1");
        return await command.ListAsync(r => r.GetString(0), ct);
    }

    private async Task<IReadOnlyList<string>> AfsluitingenAsync(CancellationToken ct)
    {
        await using var command = onderhoud.CreateCommand("select inhoud from verwerkingslog.afsluiting order by maand");
        return await command.ListAsync(r => r.GetString(0), ct);
    }

    private async Task<IReadOnlyList<Herstel>> HerstellenAsync(CancellationToken ct)
    {
        await using var command = onderhoud.CreateCommand("select inhoud from verwerkingslog.herstel");
        return await command.ListAsync(r => HerstelForm.Read(r.GetString(0))!, ct);
    }

    private static Reeks ToReeks(NpgsqlDataReader row, string gemeentecode, Dictionary<(string, int, long), byte[]> einden)
    {
        var (slot, van) = (row.GetInt16(0), row.GetInt64(1));
        var voor = row.IsDBNull(3) ? Ended(gemeentecode, slot, van, einden) : row.GetFieldValue<byte[]>(3);
        return new Reeks(gemeentecode, slot, van, row.GetInt64(2), voor, row.GetFieldValue<byte[]>(4));
    }

    /// <summary>The hash before a run whose line before is not there: the stream begins, that line went with its month, or was lost when the database was put back.</summary>
    private static byte[] Ended(string gemeentecode, int slot, long van, Dictionary<(string, int, long), byte[]> einden) =>
        van == 1 ? Keten.Begin : einden.GetValueOrDefault((gemeentecode, slot, van - 1)) ?? throw Missing(gemeentecode, slot, van);

    private static InvalidOperationException Missing(string gemeentecode, int slot, long van) =>
        new(string.Create(CultureInfo.InvariantCulture, $"De regel voor {gemeentecode}/{slot}, regel {van}, is er niet en staat in geen afsluiting of herstel: de maand blijft staan."));

    private static DateTimeOffset Begin(DateOnly maand) => new(maand, TimeOnly.MinValue, TimeSpan.Zero);
}
