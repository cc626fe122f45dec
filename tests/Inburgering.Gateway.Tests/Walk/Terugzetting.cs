using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>A back-up of a house's database and putting it back, as an operator does: the gateway is down, the folder with the anchors stays.</summary>
internal static class Terugzetting
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <returns>The database that holds it.</returns>
    public static async Task<string> BackupAsync(this RunningHouse house)
    {
        await house.KillGatewayAsync();
        await AloneAsync(house);
        var backup = await Cluster.CloneAsync(house.Database, Ct);
        await house.StartGatewayAsync();
        return backup;
    }

    /// <summary>Until all that was written is witnessed.</summary>
    public static Task VerankerdAsync(this RunningHouse house) => house.UntilAsync("""
        select not exists (
            select from verwerkingslog.kop k left join (
                select x ->> 0 as gemeentecode, (x ->> 1)::int as slot, (x ->> 2)::bigint as seq
                from jsonb_array_elements((select inhoud::jsonb -> 'koppen' from verwerkingslog.zegel order by nummer desc limit 1)) x) z using (gemeentecode, slot)
            where z.seq is distinct from k.seq)
        """);

    /// <summary>The gateway was killed; it is not started.</summary>
    public static async Task ZetTerugAsync(this RunningHouse house, string backup)
    {
        await Cluster.DropAsync(house.Database);
        await Cluster.ExecuteAsync($"create database {house.Database} template {backup} strategy file_copy", Ct);
        await Cluster.DropAsync(backup);
    }

    private static Task AloneAsync(RunningHouse house) =>
        house.UntilAsync($"select count(pg_terminate_backend(pid)) = 0 from pg_stat_activity where datname = '{house.Database}' and pid <> pg_backend_pid()");
}
