using System.Collections.Concurrent;
using System.Data.Common;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Koppelingen;

/// <summary>Partners that do not answer a gemeente, or do not know it: all that it has for them waits, one tries now and then, and when that one is answered the rest goes on.</summary>
/// <remarks>What this process saw last stands in memory: for the count at /metrics, and so that a good answer costs no question to the database.</remarks>
internal sealed partial class Stilstanden(BeleidHouder houder, TimeProvider systeemklok, ILogger<Stilstanden> logger)
{
    /// <summary>A partner's own wish is heard no longer than this: it may be back sooner.</summary>
    private static readonly TimeSpan LangsteWens = TimeSpan.FromMinutes(15);

    /// <summary>Between two tries of a partner that config does not call any more.</summary>
    private static readonly TimeSpan Onbekend = TimeSpan.FromMinutes(1);

    /// <summary>Why a message waits that goes on with the partner.</summary>
    private static readonly string[] Wachtenden = [Meldingredenen.AfzenderNietHerkend, Meldingredenen.PartnerNietBereikbaar];

    private readonly ConcurrentDictionary<string, IReadOnlyList<Stil>> gezien = new();

    /// <summary>As this process saw it last.</summary>
    public IEnumerable<(string Gemeentecode, Stil Stil)> Nu => gezien.SelectMany(g => g.Value.Select(s => (g.Key, s)));

    /// <summary>How long nothing tries: a certificate is mended by a person, a partner that is back should notice nothing.</summary>
    /// <param name="verbinding">Of the partner: one that does not answer is looked at as often as the breaker lets one call through.</param>
    public static TimeSpan Tussenpoos(Stilstandoorzaak oorzaak, VerbindingFile verbinding) => oorzaak == Stilstandoorzaak.HerkentOnsNiet ? TimeSpan.FromMinutes(1) : verbinding.Breker;

    /// <summary>Whether all for this partner waits: then one try that fails says nothing of the message it was made for.</summary>
    public bool Duurt(string gemeentecode, string partner) => gezien.TryGetValue(gemeentecode, out var stil) && stil.Any(s => s.Partner == partner);

    /// <summary>Takes work, none of it for a partner that stands still, but for the one that tries.</summary>
    /// <param name="hoogstens">How much at once.</param>
    /// <param name="claim">Takes so much work for these partners alone, or for all but these.</param>
    public async Task<IReadOnlyList<Guid>> ClaimAsync(
        DbTransaction transactie, string gemeentecode, int hoogstens, Func<int, string[]?, string[], Task<IReadOnlyList<Guid>>> claim, CancellationToken ct)
    {
        var nu = systeemklok.GetUtcNow();
        var stil = await ReadAsync(transactie, gemeentecode, ct);
        foreach (var proef in stil.Where(s => s.ProefNa <= nu))
        {
            if (await claim(1, [proef.Partner], []) is { Count: > 0 } een)
            {
                await LaterAsync(transactie, gemeentecode, proef.Partner, Tussenpoos(proef.Partner, proef.Oorzaak), ct);
                return een;
            }
        }

        return await claim(hoogstens, null, [.. stil.Select(s => s.Partner)]);
    }

    /// <summary>The partner does not answer, or does not know who we are.</summary>
    /// <param name="wens">How long it wants to be left alone; null: it did not say.</param>
    public async Task BeginAsync(DbTransaction transactie, string gemeentecode, string partner, Stilstandoorzaak oorzaak, TimeSpan? wens, CancellationToken ct)
    {
        var nu = systeemklok.GetUtcNow();
        await using var command = transactie.Command("""
            insert into outbox.stilstand (gemeentecode, stilstand_id, partner, sinds, proef_na, oorzaak) values ($1, $2, $3, $4, $5, $6)
            on conflict (gemeentecode, partner) where tot is null do update set proef_na = excluded.proef_na, oorzaak = excluded.oorzaak returning xmax = 0
            """);
        command.Add([Value(gemeentecode), Value(Guid.NewGuid()), Value(partner), Value(nu), Value(nu + Tussenpoos(partner, oorzaak)), Value((short)oorzaak)]);
        if ((bool)(await command.ExecuteScalarAsync(ct))!)
        {
            LogBegin(oorzaak, partner, gemeentecode);
        }

        gezien[gemeentecode] = await ReadAsync(transactie, gemeentecode, ct);
        await LaterAsync(transactie, gemeentecode, partner, wens, ct);
    }

    /// <summary>The next try of a partner that stands still is not before this; nothing happens when it does not.</summary>
    /// <param name="wens">Null: no sooner and no later.</param>
    public async Task LaterAsync(DbTransaction transactie, string gemeentecode, string partner, TimeSpan? wens, CancellationToken ct)
    {
        if (wens is { } wacht && Duurt(gemeentecode, partner))
        {
            await using var command = transactie.Command("update outbox.stilstand set proef_na = greatest(proef_na, $3) where gemeentecode = $1 and partner = $2 and tot is null");
            command.Add([Value(gemeentecode), Value(partner), Value(systeemklok.GetUtcNow() + (wacht < LangsteWens ? wacht : LangsteWens))]);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>The partner answers: what waited goes on. Nothing happens when nothing stood still.</summary>
    public async Task EndAsync(DbTransaction transactie, string gemeentecode, string partner, CancellationToken ct)
    {
        if (!Duurt(gemeentecode, partner))
        {
            return;
        }

        await using var einde = transactie.Command("update outbox.stilstand set tot = $3 where gemeentecode = $1 and partner = $2 and tot is null");
        einde.Add([Value(gemeentecode), Value(partner), Value(systeemklok.GetUtcNow())]);
        await einde.ExecuteNonQueryAsync(ct);
        foreach (var sql in new[]
        {
            "update outbox.melding set volgende_poging = $3 where gemeentecode = $1 and partner = $2 and status = 0 and reden = any($4)",
            "update inbox.bericht set volgende_poging = $3 where gemeentecode = $1 and partner = $2 and status = 0 and reden = any($4)",
        })
        {
            await using var command = transactie.Command(sql);
            command.Add([Value(gemeentecode), Value(partner), Value(systeemklok.GetUtcNow()), Value(Wachtenden)]);
            await command.ExecuteNonQueryAsync(ct);
        }

        LogEnd(partner, gemeentecode);
        gezien[gemeentecode] = await ReadAsync(transactie, gemeentecode, ct);
    }

    /// <summary>Those that last.</summary>
    /// <param name="slot">"for update" to hold them; empty: only to look.</param>
    public static async Task<IReadOnlyList<Stil>> LopendAsync(DbTransaction transactie, string gemeentecode, string slot, CancellationToken ct)
    {
        await using var command = transactie.Command($"select partner, sinds, proef_na, oorzaak from outbox.stilstand where gemeentecode = $1 and tot is null order by partner {slot}");
        command.Add([Value(gemeentecode)]);
        return await command.ListAsync(r => new Stil(r.GetString(0), r.GetFieldValue<DateTimeOffset>(1), r.GetFieldValue<DateTimeOffset>(2), (Stilstandoorzaak)r.GetInt16(3)), ct);
    }

    /// <summary>Those of one gemeente; held, so that two workers do not both let one try.</summary>
    private async Task<IReadOnlyList<Stil>> ReadAsync(DbTransaction transactie, string gemeentecode, CancellationToken ct) =>
        gezien[gemeentecode] = await LopendAsync(transactie, gemeentecode, "for update", ct);

    private TimeSpan Tussenpoos(string partner, Stilstandoorzaak oorzaak) => houder.Beleid.Bestemmingen.TryGetValue(partner, out var ontvanger) ? Tussenpoos(oorzaak, ontvanger.Verbinding) : Onbekend;

    private void LogBegin(Stilstandoorzaak oorzaak, string partner, string gemeentecode)
    {
        if (oorzaak == Stilstandoorzaak.HerkentOnsNiet)
        {
            LogNietHerkend(partner, gemeentecode);
        }
        else
        {
            LogGeenAntwoord(partner, gemeentecode);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Partner {Partner} herkent gemeente {Gemeentecode} niet (401): alles voor deze partner wacht. Controleer het certificaat en het OIN.")]
    private partial void LogNietHerkend(string partner, string gemeentecode);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Partner {Partner} antwoordt gemeente {Gemeentecode} niet: alles voor deze partner wacht, en gaat vanzelf verder.")]
    private partial void LogGeenAntwoord(string partner, string gemeentecode);

    [LoggerMessage(Level = LogLevel.Information, Message = "Partner {Partner} antwoordt gemeente {Gemeentecode} weer: wat wachtte, gaat verder.")]
    private partial void LogEnd(string partner, string gemeentecode);
}

/// <summary>One that lasts.</summary>
/// <param name="Sinds">System clock.</param>
/// <param name="ProefNa">System clock: from then on one may try.</param>
internal sealed record Stil(string Partner, DateTimeOffset Sinds, DateTimeOffset ProefNa, Stilstandoorzaak Oorzaak);

/// <summary>How much work, for how long, and for whom.</summary>
/// <param name="Alleen">Null: for every partner.</param>
internal sealed record Greep(int Hoogstens, TimeSpan Lease, string[]? Alleen, string[] Niet);
