using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>Orders and files of which the bank says nothing, and of which that was not told yet.</summary>
internal sealed class BankstilteStore(NpgsqlDataSource bron, BetalingLezer lezer)
{
    public async Task<Bankstilte> ReadAsync(Question question, Stilgrens grens, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        return await ReadAsync(transactie, question.Caller.Gemeentecode, grens, ct);
    }

    /// <summary>As above, inside a transaction that has its turn.</summary>
    public async Task<Bankstilte> ReadAsync(DbTransaction transactie, string gemeentecode, Stilgrens grens, CancellationToken ct) => new(
        await lezer.ReadStilAsync(transactie, gemeentecode, grens.Vandaag, ct),
        await BatchStore.ReadUncertainAsync(transactie, gemeentecode, grens.Onbekend, grens.Gemeld, ct));
}

/// <summary>From when silence counts, by the business clock.</summary>
/// <param name="Vandaag">Dutch day.</param>
/// <param name="Onbekend">A file that was handed over before this should be known.</param>
/// <param name="Gemeld">What was told before this is told again.</param>
internal sealed record Stilgrens(DateOnly Vandaag, DateTimeOffset Onbekend, DateTimeOffset Gemeld);

/// <param name="Betalingen">At the bank, their day over.</param>
/// <param name="Batches">Nobody knows whether the bank has them.</param>
internal sealed record Bankstilte(IReadOnlyList<Betaling> Betalingen, IReadOnlyList<Guid> Batches);
