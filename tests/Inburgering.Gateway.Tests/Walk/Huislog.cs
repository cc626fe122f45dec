using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Controle;
using Inburgering.Gateway.Wiring;
using Npgsql;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>The log of a running house, as its verifiers and as its tables tell it.</summary>
internal static class Huislog
{
    // of DUO's notifications, which is what these tests send: a message that nobody reads twice is one row, one line that it came, and one line that it was recorded once its work is done
    private const string Losse = """
        with regel as (
            select r.gemeentecode, r.bericht_id, r.seq, r.slot, c.naam, c.resultaat, c.beleid
            from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context),
        ander as (select gemeentecode, bericht_id::text from inbox.bericht where partner <> 'duo'),
        bericht as (select gemeentecode, bericht_id::text, status from inbox.bericht where partner = 'duo'),
        ontvangen as (select distinct gemeentecode, bericht_id from regel where naam = 'Notificatie ontvangen' and resultaat = 0),
        vastgelegd as (
            select gemeentecode, bericht_id, count(*) as keer from regel
            where naam = 'Gegevens vastgelegd' and bericht_id is not null and (gemeentecode, bericht_id) not in (select gemeentecode, bericht_id from ander) group by 1, 2)
        select coalesce(string_agg(fout, '; '), '') from (
            select 'regel van een ontvangst zonder bericht ' || bericht_id as fout from ontvangen left join bericht b using (gemeentecode, bericht_id) where b.status is null
            union all
            select 'bericht zonder regel ' || bericht_id from bericht left join ontvangen o using (gemeentecode, bericht_id) where o is null
            union all
            select 'verwerkt maar niet eenmaal vastgelegd ' || bericht_id from bericht left join vastgelegd v using (gemeentecode, bericht_id) where status = 1 and keer is distinct from 1
            union all
            select 'vastgelegd maar niet verwerkt ' || bericht_id from vastgelegd left join bericht b using (gemeentecode, bericht_id) where status is distinct from 1
            union all
            select 'regel zonder besluit ' || gemeentecode || '/' || slot || '/' || seq from regel where beleid is null and naam = 'Dossier geraadpleegd') fouten
        """;

    /// <summary>What both verifiers find, in the database and in its export, against the seals that were acknowledged before they looked.</summary>
    public static async Task<Controleuitslag> ControleerAsync(this RunningHouse house)
    {
        var ankers = CopyAnkers(house);
        using var sleutels = Sleutelmap.Open(Path.Combine(house.Data, "sleutels"));
        await using var controle = NpgsqlDataSource.Create(Migrator.Verbinding(sleutels.Map, "controle"));
        return await TweedeControle.BeideAsync(controle, new ZegelSleutel(sleutels), ankers, Path.Combine(house.Data, "controle.jsonl"));
    }

    /// <summary>Seals that the witness has.</summary>
    public static long Verankerd(this RunningHouse house) => Directory.GetFiles(Path.Combine(house.Data, "ankers"), "zegel-*.json").Length;

    /// <summary>Lines without their effect and effects without their line; empty when there are none.</summary>
    public static async Task<string> LosseRegelsAsync(this RunningHouse house) => (await house.ScalarAsync<string>(Losse))!;

    /// <summary>How many of these answers do not have exactly one line.</summary>
    public static async Task<long> ZonderRegelAsync(this RunningHouse house, IEnumerable<string> besluiten)
    {
        await using var bron = house.OpenDatabase();
        await using var command = bron.CreateCommand("""
            select count(*) from unnest($1) besluit
            left join (select span_id, count(*) as keer from verwerkingslog.regel group by 1) regel on regel.span_id = besluit
            where keer is distinct from 1
            """);
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. besluiten.Select(Convert.FromHexString)] });
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>A seal made while the verifiers read would be one that the database they see does not have.</summary>
    private static string CopyAnkers(RunningHouse house)
    {
        var kopie = Path.Combine(house.Data, "controle-ankers");
        Directory.CreateDirectory(kopie);
        foreach (var anker in Directory.GetFiles(Path.Combine(house.Data, "ankers"), "zegel-*.json"))
        {
            File.Copy(anker, Path.Combine(kopie, Path.GetFileName(anker)), overwrite: true);
        }

        return kopie;
    }
}
