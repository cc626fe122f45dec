using Inburgering.Gateway.Verwerkingslog.Volledigheid;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>Counts of the front door, one gemeente per transaction like every tenant table.</summary>
internal sealed class NpgsqlTelstore(NpgsqlDataSource applicatie) : ITelstore
{
    public async Task AddAsync(IReadOnlyList<Telling> tellingen, CancellationToken ct)
    {
        await using var connection = await applicatie.OpenConnectionAsync(ct);
        foreach (var gemeente in tellingen.GroupBy(t => t.Gemeentecode))
        {
            await using var transactie = await connection.BeginTenantAsync(gemeente.Key, ct);
            foreach (var telling in gemeente)
            {
                await using var command = transactie.Command("insert into verwerkingslog.deurtelling (gemeentecode, actie, resultaat, van, tot, spans) values ($1, $2, $3, $4, $5, $6)");
                command.Add([
                    Value(telling.Gemeentecode), Value((short)telling.Actie), Value((short)telling.Resultaat), Value(telling.Van.ToUniversalTime()), Value(telling.Tot.ToUniversalTime()),
                    Value(telling.Spans)]);
                await command.ExecuteNonQueryAsync(ct);
            }

            await transactie.CommitAsync(ct);
        }
    }
}
