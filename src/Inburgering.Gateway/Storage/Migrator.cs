using System.Security.Cryptography;
using Inburgering.Gateway.Storage.Sleutels;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Inburgering.Gateway.Storage;

/// <summary>`gateway migrate`: as the owner makes roles, schema and the months ahead. The serving process never has this connection.</summary>
internal static class Migrator
{
    /// <summary>Roles beside the owner, each with a connection of its own in the key folder.</summary>
    private static readonly string[] Rollen = ["applicatie", "controle", "onderhoud"];

    /// <summary>Brings the database up to date; a second call does nothing.</summary>
    /// <param name="eigenaar">Npgsql connection string of the owner.</param>
    public static async Task RunAsync(string eigenaar, string sleutelMap, TextWriter output, CancellationToken ct)
    {
        await using var bron = NpgsqlDataSource.Create(eigenaar);
        await MakeRolesAsync(bron, sleutelMap, ct);
        await using var model = new GatewayModel(new DbContextOptionsBuilder<GatewayModel>().UseNpgsql(bron).Options);
        foreach (var migratie in await model.Database.GetPendingMigrationsAsync(ct))
        {
            await output.WriteLineAsync($"Migratie {migratie}");
        }

        await model.Database.MigrateAsync(ct);
        await using var partities = bron.CreateCommand("select verwerkingslog.maak_partities(date '2024-01-01', (now() + interval '14 months')::date)");
        await partities.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Connection of one role, from the key folder.</summary>
    /// <exception cref="InvalidOperationException">Not migrated yet.</exception>
    public static string Verbinding(string sleutelMap, string rol)
    {
        var path = Path.Combine(sleutelMap, $"{rol}.verbinding");
        return File.Exists(path)
            ? File.ReadAllText(path).Trim()
            : throw new InvalidOperationException($"{path} ontbreekt. Voer eerst «gateway migrate» uit.");
    }

    private static async Task MakeRolesAsync(NpgsqlDataSource bron, string sleutelMap, CancellationToken ct)
    {
        Directory.CreateDirectory(sleutelMap, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var rol in Rollen)
        {
            var path = Path.Combine(sleutelMap, $"{rol}.verbinding");
            var bestaat = await ExistsAsync(bron, $"gateway_{rol}", ct);
            if (bestaat && File.Exists(path))
            {
                continue;
            }

            var wachtwoord = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
            await using var command = bron.CreateCommand(
                $"{(bestaat ? "alter" : "create")} role gateway_{rol} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '{wachtwoord}'");
            await command.ExecuteNonQueryAsync(ct);
            var verbinding = new NpgsqlConnectionStringBuilder(bron.ConnectionString) { Username = $"gateway_{rol}", Password = wachtwoord };
            Sleutelmap.Write(sleutelMap, Path.GetFileName(path), verbinding.ConnectionString);
        }
    }

    private static async Task<bool> ExistsAsync(NpgsqlDataSource bron, string rol, CancellationToken ct)
    {
        await using var command = bron.CreateCommand("select exists (select 1 from pg_roles where rolname = $1)");
        command.Parameters.Add(new NpgsqlParameter { Value = rol });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
