using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Koppelingen;

/// <summary>What stands still, for who looks at it.</summary>
internal sealed class StilstandLezer(NpgsqlDataSource bron)
{
    /// <summary>Those that last.</summary>
    public async Task<IReadOnlyList<Stil>> LopendAsync(Question vraag, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command("select partner, sinds, proef_na from outbox.stilstand where gemeentecode = $1 and tot is null order by partner");
        command.Add([Value(vraag.Caller.Gemeentecode)]);
        return await command.ListAsync(r => new Stil(r.GetString(0), r.GetFieldValue<DateTimeOffset>(1), r.GetFieldValue<DateTimeOffset>(2)), ct);
    }
}
