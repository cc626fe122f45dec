using System.Collections.Concurrent;
using System.Data.Common;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Koppelingen;

/// <summary>Gemeenten that a partner does not know: all that they have for it waits, one tries every minute, and when that one is known the rest goes on.</summary>
/// <remarks>What this process saw last stands in memory: for the count at /metrics, and so that a good answer costs no question to the database.</remarks>
internal sealed partial class Stilstanden(TimeProvider systeemklok, ILogger<Stilstanden> logger)
{
    /// <summary>How long nothing tries.</summary>
    public static readonly TimeSpan Tussenpoos = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, IReadOnlyList<Stil>> gezien = new();

    /// <summary>As this process saw it last.</summary>
    public IEnumerable<(string Gemeentecode, string Partner)> Nu => gezien.SelectMany(g => g.Value.Select(s => (g.Key, s.Partner)));

    /// <summary>Takes work, none of it for a partner that does not know us, but for the one that tries.</summary>
    /// <param name="hoogstens">How much at once.</param>
    /// <param name="claim">Takes so much work for these partners alone, or for all but these.</param>
    public async Task<IReadOnlyList<Guid>> ClaimAsync(
        DbTransaction transactie, string gemeentecode, int hoogstens, Func<int, string[]?, string[], Task<IReadOnlyList<Guid>>> claim, CancellationToken ct)
    {
        var nu = systeemklok.GetUtcNow();
        var stil = await ReadAsync(transactie, gemeentecode, ct);
        var proef = stil.Where(s => s.ProefNa <= nu).Select(s => s.Partner).ToArray();
        if (proef.Length > 0 && await claim(1, proef, []) is { Count: > 0 } een)
        {
            await using var later = transactie.Command("update outbox.stilstand set proef_na = $3 where gemeentecode = $1 and partner = any($2) and tot is null");
            later.Add([Value(gemeentecode), Value(proef), Value(nu + Tussenpoos)]);
            await later.ExecuteNonQueryAsync(ct);
            return een;
        }

        return await claim(hoogstens, null, [.. stil.Select(s => s.Partner)]);
    }

    /// <summary>The partner does not know who we are.</summary>
    public async Task BeginAsync(DbTransaction transactie, string gemeentecode, string partner, CancellationToken ct)
    {
        var nu = systeemklok.GetUtcNow();
        await using var command = transactie.Command("""
            insert into outbox.stilstand (gemeentecode, stilstand_id, partner, sinds, proef_na) values ($1, $2, $3, $4, $5)
            on conflict (gemeentecode, partner) where tot is null do update set proef_na = excluded.proef_na returning xmax = 0
            """);
        command.Add([Value(gemeentecode), Value(Guid.NewGuid()), Value(partner), Value(nu), Value(nu + Tussenpoos)]);
        if ((bool)(await command.ExecuteScalarAsync(ct))!)
        {
            LogBegin(partner, gemeentecode);
        }

        gezien[gemeentecode] = await ReadAsync(transactie, gemeentecode, ct);
    }

    /// <summary>The partner knows us: what waited goes on. Nothing happens when nothing stood still.</summary>
    public async Task EndAsync(DbTransaction transactie, string gemeentecode, string partner, CancellationToken ct)
    {
        if (!Nu.Contains((gemeentecode, partner)))
        {
            return;
        }

        await using var einde = transactie.Command("update outbox.stilstand set tot = $3 where gemeentecode = $1 and partner = $2 and tot is null");
        einde.Add([Value(gemeentecode), Value(partner), Value(systeemklok.GetUtcNow())]);
        await einde.ExecuteNonQueryAsync(ct);
        foreach (var sql in new[]
        {
            "update outbox.melding set volgende_poging = $3 where gemeentecode = $1 and partner = $2 and status = 0 and reden = $4",
            "update inbox.bericht set volgende_poging = $3 where gemeentecode = $1 and partner = $2 and status = 0 and reden = $4",
        })
        {
            await using var command = transactie.Command(sql);
            command.Add([Value(gemeentecode), Value(partner), Value(systeemklok.GetUtcNow()), Value(Meldingredenen.AfzenderNietHerkend)]);
            await command.ExecuteNonQueryAsync(ct);
        }

        LogEnd(partner, gemeentecode);
        gezien[gemeentecode] = await ReadAsync(transactie, gemeentecode, ct);
    }

    /// <summary>Those that last.</summary>
    /// <param name="slot">"for update" to hold them; empty: only to look.</param>
    public static async Task<IReadOnlyList<Stil>> LopendAsync(DbTransaction transactie, string gemeentecode, string slot, CancellationToken ct)
    {
        await using var command = transactie.Command($"select partner, sinds, proef_na from outbox.stilstand where gemeentecode = $1 and tot is null order by partner {slot}");
        command.Add([Value(gemeentecode)]);
        return await command.ListAsync(r => new Stil(r.GetString(0), r.GetFieldValue<DateTimeOffset>(1), r.GetFieldValue<DateTimeOffset>(2)), ct);
    }

    /// <summary>Those of one gemeente; held, so that two workers do not both let one try.</summary>
    private async Task<IReadOnlyList<Stil>> ReadAsync(DbTransaction transactie, string gemeentecode, CancellationToken ct) =>
        gezien[gemeentecode] = await LopendAsync(transactie, gemeentecode, "for update", ct);

    [LoggerMessage(Level = LogLevel.Error, Message = "Partner {Partner} herkent gemeente {Gemeentecode} niet (401): alles voor deze partner wacht. Controleer het certificaat en het OIN.")]
    private partial void LogBegin(string partner, string gemeentecode);

    [LoggerMessage(Level = LogLevel.Information, Message = "Partner {Partner} herkent gemeente {Gemeentecode} weer: wat wachtte, gaat verder.")]
    private partial void LogEnd(string partner, string gemeentecode);
}

/// <summary>One that lasts.</summary>
/// <param name="Sinds">System clock.</param>
/// <param name="ProefNa">System clock: from then on one may try.</param>
internal sealed record Stil(string Partner, DateTimeOffset Sinds, DateTimeOffset ProefNa);

/// <summary>How much work, for how long, and for whom.</summary>
/// <param name="Alleen">Null: for every partner.</param>
internal sealed record Greep(int Hoogstens, TimeSpan Lease, string[]? Alleen, string[] Niet);
