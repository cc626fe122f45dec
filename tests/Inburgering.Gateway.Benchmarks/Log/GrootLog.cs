using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Inburgering.Gateway.Tests.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;

namespace Inburgering.Gateway.Benchmarks.Log;

/// <summary>A log as it is after a while: months, gemeenten, partners, staff, jobs and persons in the shape the demo's lines have. Its chain says nothing.</summary>
public sealed class GrootLog : IAsyncLifetime
{
    public const int Regels = 10_000_000;

    /// <summary>Months that are filled, until <see cref="Einde"/>.</summary>
    public const int Maanden = 10;

    /// <summary>Clients of partners per gemeente, "partner-1" and on.</summary>
    public const int Clients = 8;

    /// <summary>The largest of the gemeenten; about four in ten lines are its.</summary>
    public const string Gemeente = "1708";

    private const int Dossiers = 2_000;
    private const int Medewerkers = 30;
    private static readonly string[] Gemeenten = [Gemeente, "0171", "0106", "0114", "0119"];

    // one row per kind of line, as often as it occurs: a job that fetches, a partner that reads or is refused, a person in the portal
    private const string Soorten = """
        create table public.soort as
        select row_number() over () - 1 nr, alle.* from (
            select s.* from (
                select distinct r.gemeentecode, r.context, r.client, c.rol = 'taak' taak, c.rol = 'REG' medewerker, c.resultaat = 1 geweigerd from verwerkingslog.regel r
                join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context) s,
                generate_series(1, case s.gemeentecode when '1708' then 4 when '0171' then 3 else 1 end
                    * case when s.taak then 60 when s.geweigerd then 2 when s.medewerker then 1 else 7 end)) alle;
        analyze public.soort;
        """;

    private const string Maand = """
        insert into verwerkingslog.regel (tijdstip, registratie, seq, context, duur_ms, aantal, client, slot, dossier_id, gemeentecode, trace_id, span_id,
            parent_span_id, bericht_id, betrokkene, informatie, zout, hash)
        select x.t, x.t + interval '4 ms', x.i + 1, s.context, 3, 1, s.client, 15, encode(substr(sha256((s.gemeentecode || x.d)::bytea), 1, 16), 'hex')::uuid, s.gemeentecode,
            substr(sha256(('t' || x.i)::bytea), 1, 16), substr(x.h, 9, 8), case when x.i % 7 = 0 then substr(x.h, 1, 8) end,
            case when s.taak then gen_random_uuid()::text end, case when s.taak then sha256((s.gemeentecode || x.d)::bytea) end,
            case when not s.taak then 'opdracht:' || gen_random_uuid() || '@1' end, uuid_send(gen_random_uuid()), x.h
        from (select i, $1 + (i - $2) * ($3 - $1) / ($4 - $2) t, (random() * $6)::int d, (random() * $5)::int nr, sha256(i::text::bytea) h
              from generate_series($2, $4 - 1) i offset 0) x
        join public.soort s on s.nr = x.nr
        """;

    private const string Groottes = """
        select i.relname, sum(pg_relation_size(hi.inhrelid))::bigint from pg_index t join pg_class i on i.oid = t.indexrelid join pg_inherits hi on hi.inhparent = i.oid
        where t.indrelid = 'verwerkingslog.regel'::regclass group by 1
        union all select 'zonder indexen', sum(pg_table_size(inhrelid))::bigint from pg_inherits where inhparent = 'verwerkingslog.regel'::regclass order by 2 desc
        """;

    public static DateTimeOffset Einde { get; } = new(2024, 12, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Bytes per line of the table and of each index.</summary>
    public IReadOnlyList<(string Wat, double Bytes)> Ruimte { get; private set; } = [];

    internal LogWereld Wereld { get; private set; } = null!;

    public static Guid Dossier(int n) => Guid.ParseExact(Hash($"{Gemeente}{Spread(n, Dossiers)}"), "N");

    public static string Medewerker(int n) => Given.Dossier(1 + Spread(n, 9)).ToString();

    public static string Trace(int n) => Hash($"t{Spread(n, Regels)}");

    /// <summary>Some lines of each kind through the real writer, then as many as asked in one insert per month.</summary>
    public async ValueTask InitializeAsync()
    {
        var begin = Stopwatch.GetTimestamp();
        Wereld = await LogWereld.CreateAsync();
        await Task.WhenAll(Gemeenten.SelectMany(Kinds).Select(r => Wereld.Writer.AppendAsync(r, Given.Ct)));
        await Wereld.Database.OwnerAsync(Soorten);
        var laatste = await Wereld.Database.OwnerScalarAsync<long>("select max(nr) from public.soort");
        for (var maand = 0; maand < Maanden; maand++)
        {
            await FillAsync(maand, laatste);
        }

        Ruimte = await MeasureAsync();
        await using var vacuum = Wereld.Database.Owner.CreateCommand("vacuum analyze verwerkingslog.regel");
        vacuum.CommandTimeout = 600;
        await vacuum.ExecuteNonQueryAsync();
        Meting.Druk($"{Regels} logregels gemaakt in {Stopwatch.GetElapsedTime(begin).TotalSeconds:F0} s");
    }

    public ValueTask DisposeAsync() => Wereld.DisposeAsync();

    /// <summary>The first half, as the fill takes it.</summary>
    private static string Hash(string tekst) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tekst)).AsSpan(0, 16));

    private static int Spread(int n, int most) => (int)(n * 7919L % most);

    private async Task FillAsync(int maand, long laatste)
    {
        await using var command = Wereld.Database.Owner.CreateCommand(Maand);
        command.CommandTimeout = 600;
        object[] values = [Einde.AddMonths(maand - Maanden), (long)Regels / Maanden * maand, Einde.AddMonths(maand - Maanden + 1), (long)Regels / Maanden * (maand + 1), (double)laatste, (double)(Dossiers - 1)];
        Array.ForEach(values, v => command.Parameters.Add(new NpgsqlParameter { Value = v }));
        await command.ExecuteNonQueryAsync(Given.Ct);
    }

    private async Task<List<(string, double)>> MeasureAsync()
    {
        await using var command = Wereld.Database.Owner.CreateCommand(Groottes);
        await using var reader = await command.ExecuteReaderAsync(Given.Ct);
        var groottes = new List<(string, double)>();
        while (await reader.ReadAsync(Given.Ct))
        {
            groottes.Add((reader.GetString(0), reader.GetInt64(1) / (double)Regels));
        }

        return groottes;
    }

    private static IEnumerable<Logregel> Kinds(string gemeentecode)
    {
        var regel = Given.Regel(gemeentecode);
        for (var p = 1; p <= Clients; p++)
        {
            var partner = regel with { ClientId = $"partner-{p}", Actor = $"partner-{p}", Organisatie = $"{p:D20}" };
            yield return partner;
            yield return partner with { Geleverd = ["IDN.naam"], Doel = "uitvoeren-participatie", Verwerkingsactiviteit = "VA-08-participatie/1" };
            yield return partner with { Resultaat = Resultaat.Geweigerd, Reden = "geen-relatie", Geleverd = [] };
        }

        for (var m = 1; m <= Medewerkers; m++)
        {
            var medewerker = regel with { ClientId = null, Actor = Given.Dossier(m).ToString(), Rol = "REG", Doel = "regie-voeren", Verwerkingsactiviteit = "VA-01-regie/1" };
            yield return medewerker;
            yield return medewerker with { Geleverd = [.. regel.Geleverd, "GSP.verslag"] };
        }

        foreach (var soort in new[] { "Examenresultaten", "Inburgeringstermijn", "Inburgeringsplicht" })
        {
            yield return regel with
            {
                ClientId = null,
                Actor = "verwerken-notificaties",
                Rol = "taak",
                Oorsprong = "taak",
                Naam = $"Bij duo opgevraagd: {soort}",
                Doel = "uitwisselen-duo",
                Verwerkingsactiviteit = "VA-03-duo/1",
                Ontvanger = "00000001999990009000",
            };
        }
    }
}
