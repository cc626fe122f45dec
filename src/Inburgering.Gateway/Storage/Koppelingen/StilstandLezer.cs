using Inburgering.Gateway.Access;
using Npgsql;

namespace Inburgering.Gateway.Storage.Koppelingen;

/// <summary>What stands still, for who looks at it.</summary>
internal sealed class StilstandLezer(NpgsqlDataSource bron)
{
    /// <summary>Those that last.</summary>
    public async Task<IReadOnlyList<Stil>> LopendAsync(Question vraag, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        return await Stilstanden.LopendAsync(transactie, vraag.Caller.Gemeentecode, string.Empty, ct);
    }
}
