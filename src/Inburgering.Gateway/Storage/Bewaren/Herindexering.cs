using System.Data.Common;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Bewaren;

/// <summary>Gives dossiers the newest version of their blind index, from the numbers their own facts hold (security 18).</summary>
internal sealed class Herindexering(NpgsqlDataSource bron, Kluis kluis, DossierWriter dossiers)
{
    /// <summary>Dossiers with a number that stands only under an older version.</summary>
    public async Task<IReadOnlyList<Guid>> TeDoenAsync(string gemeentecode, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        return await ZonderAsync(transactie, gemeentecode, kluis.Indexversies[^1], ct);
    }

    /// <summary>One dossier, in the log writer's transaction.</summary>
    /// <returns>False: its facts do not hold the number; it gets the new version when somebody delivers it again.</returns>
    public async Task<bool> DoeAsync(DbTransaction transactie, string gemeentecode, Guid dossierId, CancellationToken ct)
    {
        if (await dossiers.FindAsync(transactie, gemeentecode, dossierId, ct) is not { } dossier)
        {
            return false;
        }

        foreach (var feit in await Feitlezer.ReadAsync(transactie, dossier, ["IDN"], ct))
        {
            var bsn = Bsn.TryParse((string?)feit.Velden["bsn"], out var b) ? b : (Bsn?)null;
            var vNummer = VNummer.TryParse((string?)feit.Velden["vNummer"], out var v) ? v : (VNummer?)null;
            await dossiers.AddNumbersAsync(transactie, dossier, bsn, vNummer, ct);
        }

        return !(await ZonderAsync(transactie, gemeentecode, kluis.Indexversies[^1], ct)).Contains(dossierId);
    }

    /// <summary>How many dossiers cannot be found with the versions in use: their key was taken away too early.</summary>
    public static async Task<long> OnvindbaarAsync(NpgsqlDataSource bron, Kluis kluis, IReadOnlyCollection<string> gemeenten, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        var aantal = 0L;
        foreach (var gemeentecode in gemeenten)
        {
            await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
            await using var command = transactie.Command("""
                select count(*) from dossiers.dossier where gemeentecode = $1
                  and ((coalesce(bsn_index, bsn_index_even) is not null
                        and (substr(bsn_index, 1, 2) = any($2) or substr(bsn_index_even, 1, 2) = any($2)) is not true)
                    or (coalesce(vnummer_index, vnummer_index_even) is not null
                        and (substr(vnummer_index, 1, 2) = any($2) or substr(vnummer_index_even, 1, 2) = any($2)) is not true))
                """);
            command.Add([Value(gemeentecode), new NpgsqlParameter { Value = kluis.Indexversies.Select(Nummerindex.Versie).ToArray() }]);
            aantal += (long)(await command.ExecuteScalarAsync(ct))!;
        }

        return aantal;
    }

    private static async Task<IReadOnlyList<Guid>> ZonderAsync(DbTransaction transactie, string gemeentecode, ushort versie, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select dossier_id from dossiers.dossier where gemeentecode = $1
              and ((coalesce(bsn_index, bsn_index_even) is not null and (substr(bsn_index, 1, 2) = $2 or substr(bsn_index_even, 1, 2) = $2) is not true)
                or (coalesce(vnummer_index, vnummer_index_even) is not null and (substr(vnummer_index, 1, 2) = $2 or substr(vnummer_index_even, 1, 2) = $2) is not true))
            """);
        command.Add([Value(gemeentecode), Value(Nummerindex.Versie(versie))]);
        return await command.ListAsync(r => r.GetGuid(0), ct);
    }
}
