using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Inburgering.Gateway.Tests.Shared;

/// <summary>What somebody with the disk would find: pg_dump of a whole database, and the log of the server.</summary>
internal static class DatabaseDump
{
    /// <summary>Schema and rows of all tables, row security or not.</summary>
    public static async Task<byte[]> OfAsync(string database, CancellationToken ct)
    {
        var superuser = new NpgsqlConnectionStringBuilder(Cluster.Superuser);
        var info = new ProcessStartInfo(Program()) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var word in new[] { "-h", superuser.Host!, "-p", superuser.Port.ToString(CultureInfo.InvariantCulture), "-U", superuser.Username!, "-d", database })
        {
            info.ArgumentList.Add(word);
        }

        using var dump = Process.Start(info)!;
        using var bytes = new MemoryStream();
        await dump.StandardOutput.BaseStream.CopyToAsync(bytes, ct);
        await dump.WaitForExitAsync(ct);
        Assert.Equal(0, dump.ExitCode);
        return bytes.ToArray();
    }

    /// <summary>The server's own log files beside its data, where this user may read them.</summary>
    public static async Task<byte[][]> ServerLogsAsync(CancellationToken ct)
    {
        await using var bron = NpgsqlDataSource.Create(Cluster.Superuser);
        await using var command = bron.CreateCommand("select current_setting('data_directory')");
        var folder = (string)(await command.ExecuteScalarAsync(ct))!;
        try
        {
            var files = Directory.EnumerateFiles(folder, "*.log").ToArray();
            return await Task.WhenAll(files.Select(file => ReadAsync(file, ct)));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken ct)
    {
        await using var log = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        await log.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }

    private static string Program()
    {
        var given = Environment.GetEnvironmentVariable("GATEWAY_TEST_PG_BIN");
        var folders = given is { Length: > 0 } ? [given] : Installed().Concat((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':'));
        return folders.Select(folder => Path.Combine(folder, "pg_dump")).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("pg_dump ontbreekt; start de tests met ./test.");
    }

    private static IEnumerable<string> Installed() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderByDescending(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var version) ? version : 0).Select(d => Path.Combine(d, "bin"))
        : [];
}
