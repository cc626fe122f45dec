using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;
using static Inburgering.Gateway.Storage.Rechten.Rijen;

namespace Inburgering.Gateway.Storage.Berichten;

/// <summary>Whose turn it is in the inbox.</summary>
internal sealed class Berichtwachtrij(NpgsqlDataSource bron, Stilstanden stilstanden, TimeProvider systeemklok)
{
    /// <summary>Takes messages whose time has come; another worker keeps off them until the lease ends.</summary>
    /// <param name="hoogstens">How many of which a partner is asked about.</param>
    /// <param name="levering">How many of these partners beside, about which nobody is asked: they wait for no partner, also not for one that stands still.</param>
    public async Task<IReadOnlyList<Guid>> ClaimAsync(string gemeentecode, int hoogstens, (int Hoogstens, string[] Partners) levering, TimeSpan lease, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        var geleverd = await ClaimAsync(transactie, gemeentecode, new Greep(levering.Hoogstens, lease, levering.Partners, []), ct);
        var ids = await stilstanden.ClaimAsync(
            transactie, gemeentecode, hoogstens, (aantal, alleen, niet) => ClaimAsync(transactie, gemeentecode, new Greep(aantal, lease, alleen, [.. niet, .. levering.Partners]), ct), ct);
        await transactie.CommitAsync(ct);
        return [.. geleverd, .. ids];
    }

    private async Task<IReadOnlyList<Guid>> ClaimAsync(NpgsqlTransaction transactie, string gemeentecode, Greep greep, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update inbox.bericht set bezet_tot = $3, pogingen = pogingen + 1
            where gemeentecode = $1 and bericht_id in (
                select bericht_id from inbox.bericht
                where gemeentecode = $1 and volgende_poging <= $2 and (bezet_tot is null or bezet_tot <= $2)
                  and ($5::text[] is null or partner = any($5)) and not (partner = any($6))
                order by volgende_poging, ontvangen_op, bericht_id limit $4 for update skip locked)
            returning bericht_id
            """);
        var nu = systeemklok.GetUtcNow();
        command.Add([
            Value(gemeentecode), Value(nu), Value(nu + greep.Lease), Value(greep.Hoogstens), Nullable(NpgsqlDbType.Array | NpgsqlDbType.Text, greep.Alleen), Value(greep.Niet)]);
        return await command.ListAsync(r => r.GetGuid(0), ct);
    }
}
