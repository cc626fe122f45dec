using System.Data.Common;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Inburgering.Gateway.Storage.Bewaren;

/// <summary>The database side of the nightly run, under the role gateway_onderhoud: one gemeente per transaction.</summary>
internal sealed class Opruiming(NpgsqlDataSource onderhoud, Bewaarlezer lezer, Wisser wisser)
{
    /// <summary>"BEWA": one run at a time, over all machines.</summary>
    private const int Slot = 0x42455741;

    /// <summary>Takes the turn; it ends with what is returned.</summary>
    /// <returns>Null: another machine is at it.</returns>
    public async Task<IAsyncDisposable?> BeurtAsync(CancellationToken ct)
    {
        var verbinding = await onderhoud.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1)", verbinding) { Parameters = { new NpgsqlParameter { Value = (long)Slot } } };
        if (await command.ExecuteScalarAsync(ct) is true)
        {
            return new Beurt(verbinding);
        }

        await verbinding.DisposeAsync();
        return null;
    }

    /// <summary>Every dossier of the gemeente as it stands when its page is read.</summary>
    public async IAsyncEnumerable<DossierStand> DossiersAsync(Bewaarvraag vraag, [EnumeratorCancellation] CancellationToken ct)
    {
        var na = Guid.Empty;
        while (await PageAsync(vraag, na, ct) is { Count: > 0 } pagina)
        {
            foreach (var stand in pagina)
            {
                yield return stand;
            }

            na = pagina[^1].DossierId;
        }
    }

    /// <summary>How many rows a step of the night would take: counted by the step itself, which is then taken back.</summary>
    public async Task<int> CountAsync(Bewaarvraag vraag, Func<DbTransaction, Bewaarvraag, CancellationToken, Task<int>> stap, CancellationToken ct)
    {
        await using var verbinding = await onderhoud.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Gemeentecode, ct);
        return await stap(transactie, vraag, ct);
    }

    /// <summary>Keeps everybody else off the dossier and reads how it stands now.</summary>
    /// <returns>Null: it is gone.</returns>
    public async Task<DossierStand?> HoldAsync(DbTransaction transactie, Bewaarvraag vraag, Guid dossierId, CancellationToken ct)
    {
        await Wisser.HoldAsync(transactie, vraag.Gemeentecode, dossierId, ct);
        return (await lezer.ReadAsync(transactie, vraag, [dossierId], ct)).SingleOrDefault();
    }

    /// <summary>Erases by plan.</summary>
    public Task WipeAsync(DbTransaction transactie, Bewaarvraag vraag, Wisplan plan, CancellationToken ct) => wisser.WipeAsync(transactie, vraag.Gemeentecode, plan, vraag.Nu, ct);

    private async Task<IReadOnlyList<DossierStand>> PageAsync(Bewaarvraag vraag, Guid na, CancellationToken ct)
    {
        await using var verbinding = await onderhoud.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Gemeentecode, ct);
        return await lezer.ReadAsync(transactie, vraag, await Bewaarlezer.NextAsync(transactie, vraag.Gemeentecode, na, ct), ct);
    }

    /// <summary>Gives the lock back at once: a pooled connection would hold it until somebody uses it again.</summary>
    private sealed class Beurt(NpgsqlConnection verbinding) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (var command = new NpgsqlCommand("select pg_advisory_unlock_all()", verbinding))
            {
                await command.ExecuteNonQueryAsync();
            }

            await verbinding.DisposeAsync();
        }
    }
}
