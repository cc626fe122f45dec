using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Afstemmingen;

/// <summary>Whose turn it is in the rounds that run, within what the partner is asked per second and what is done at the same time, over all processes.</summary>
internal sealed class Afstemwachtrij(NpgsqlDataSource bron, DossierWriter dossiers, TimeProvider systeemklok, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>How far ahead a turn at the partner is taken: what is taken must be used within the lease.</summary>
    private static readonly TimeSpan Vooruit = TimeSpan.FromSeconds(2);

    /// <summary>The most persons at once, at a question a second, with all that is asked of each.</summary>
    private static readonly TimeSpan Verst = TimeSpan.FromMinutes(20);

    /// <summary>Takes persons; another worker keeps off them until the lease ends. A round in which nobody is left to be done, ends.</summary>
    public async Task<IReadOnlyList<Guid>> ClaimAsync(string gemeentecode, Afstembudget budget, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        var rondes = await RunningAsync(transactie, gemeentecode, budget, ct);
        foreach (var af in rondes.Where(r => r.Open == 0))
        {
            await CloseAsync(transactie, gemeentecode, af.AfstemmingId, ct);
        }

        var ids = await NextAsync(transactie, gemeentecode, [.. rondes.Where(r => r.Open > 0)], budget.Gelijktijdig, ct);
        if (ids.Count == 0 || await ReserveAsync(transactie, budget, ids.Count, ct) is not { } begin)
        {
            await transactie.CommitAsync(ct);
            return [];
        }

        await TakeAsync(transactie, gemeentecode, ids, begin, budget, ct);
        await transactie.CommitAsync(ct);
        return ids;
    }

    /// <summary>A person that was taken, with what is needed to ask about him.</summary>
    public async Task<Afstempersoon> OpenAsync(string gemeentecode, Guid afstempersoonId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("""
            select p.afstemming_id, p.dossier_id, a.partner, a.trace_id, a.gestart_door, p.pogingen, p.vanaf, a.pauzes, a.proef
            from inbox.afstempersoon p join inbox.afstemming a on a.gemeentecode = p.gemeentecode and a.afstemming_id = p.afstemming_id
            where p.gemeentecode = $1 and p.afstempersoon_id = $2
            """);
        command.Add([Value(gemeentecode), Value(afstempersoonId)]);
        var persoon = (await command.OneAsync(
            r => new
            {
                AfstemmingId = r.GetGuid(0),
                DossierId = r.GetGuid(1),
                Partner = r.GetString(2),
                TraceId = r.GetString(3),
                Door = r.GetString(4),
                Pogingen = r.GetInt32(5),
                Vanaf = r.GetFieldValue<DateTimeOffset>(6),
                Pauzes = r.GetInt32(7),
                Proef = r.GetBoolean(8),
            },
            ct))!;
        var dossier = await dossiers.FindAsync(transactie, gemeentecode, persoon.DossierId, ct);
        return new Afstempersoon
        {
            Gemeentecode = gemeentecode,
            AfstempersoonId = afstempersoonId,
            AfstemmingId = persoon.AfstemmingId,
            DossierId = persoon.DossierId,
            Partner = persoon.Partner,
            TraceId = persoon.TraceId,
            GestartDoor = persoon.Door,
            Proef = persoon.Proef,
            Pogingen = persoon.Pogingen,
            Vanaf = persoon.Vanaf,
            Pauzes = persoon.Pauzes,
            Gesloten = dossier is null or { GeslotenOp: not null },
            Bsn = dossier is null ? null : await DossierWriter.BsnAsync(transactie, dossier, ct),
            Stop = dossier is null ? new Stopgronden([], [], null) : await Stopgronden.ReadAsync(transactie, dossier, zaakklok.GetUtcNow(), ct),
        };
    }

    /// <summary>The rounds of this gemeente whose time it is, held until the transaction ends, the one least busy first; none while another machine holds one.</summary>
    private async Task<IReadOnlyList<Ronde>> RunningAsync(NpgsqlTransaction transactie, string gemeentecode, Afstembudget budget, CancellationToken ct)
    {
        var nu = systeemklok.GetUtcNow();
        await using var command = transactie.Command("""
            select 1 from inbox.afstemming
            where gemeentecode = $1 and partner = $2 and status = 0 and (wacht_tot is null or wacht_tot <= $3) for update skip locked
            """);
        command.Add([Value(gemeentecode), Value(budget.Partner), Value(nu)]);
        if ((await command.ListAsync(r => r.GetInt32(0), ct)) is not { Count: > 0 and var vast })
        {
            return [];
        }

        // after the lock: a statement sees what was there when it began; by lot where both are as busy, or one at a time would always be of the same lane
        await using var tel = transactie.Command("""
            select a.afstemming_id, count(p.afstempersoon_id), count(p.afstempersoon_id) filter (where p.bezet_tot > $3) as bezet
            from inbox.afstemming a
            left join inbox.afstempersoon p on p.gemeentecode = a.gemeentecode and p.afstemming_id = a.afstemming_id and p.uitkomst is null
            where a.gemeentecode = $1 and a.partner = $2 and a.status = 0 and (a.wacht_tot is null or a.wacht_tot <= $3)
            group by a.afstemming_id order by bezet, random()
            """);
        tel.Add([Value(gemeentecode), Value(budget.Partner), Value(nu)]);
        var rondes = await tel.ListAsync(r => new Ronde(r.GetGuid(0), (int)r.GetInt64(1), (int)r.GetInt64(2)), ct);
        return rondes.Count == vast ? rondes : [];
    }

    private async Task CloseAsync(NpgsqlTransaction transactie, string gemeentecode, Guid afstemmingId, CancellationToken ct)
    {
        // whose dossier was erased meanwhile is no longer one of those that were to be done
        await using var command = transactie.Command("""
            update inbox.afstemming set status = 1, geeindigd_op = $3, reden = null, wacht_tot = null, totaal = gelijk + gemist + verschillend + mislukt + tegengehouden
            where gemeentecode = $1 and afstemming_id = $2
            """);
        command.Add([Value(gemeentecode), Value(afstemmingId), Value(systeemklok.GetUtcNow())]);
        await command.ExecuteNonQueryAsync(ct);
        await UitvoeringStore.SluitMetAfstemmingAsync(transactie, gemeentecode, afstemmingId, ct);
    }

    /// <summary>The work on a person goes on: other workers keep off him for longer.</summary>
    /// <exception cref="IngehaaldException">The lease ran out and another worker took the person.</exception>
    public async Task VerlengAsync(Afstempersoon persoon, TimeSpan lease, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(persoon.Gemeentecode, ct);
        await using var command = transactie.Command(
            "update inbox.afstempersoon set bezet_tot = $3 where gemeentecode = $1 and afstempersoon_id = $2 and pogingen = $4 and uitkomst is null");
        command.Add([Value(persoon.Gemeentecode), Value(persoon.AfstempersoonId), Value(systeemklok.GetUtcNow() + lease), Value(persoon.Pogingen)]);
        if (await command.ExecuteNonQueryAsync(ct) == 0)
        {
            throw new IngehaaldException();
        }

        await transactie.CommitAsync(ct);
    }

    /// <summary>Whose turn it is: with two lanes each has half of what is done at the same time, and one that is alone has all.</summary>
    private async Task<IReadOnlyList<Guid>> NextAsync(NpgsqlTransaction transactie, string gemeentecode, IReadOnlyList<Ronde> rondes, int gelijktijdig, CancellationToken ct)
    {
        var deel = Math.Max(1, gelijktijdig / Math.Max(1, rondes.Count));
        var vrij = gelijktijdig - rondes.Sum(r => r.Bezet);
        List<Guid> ids = [];
        foreach (var ronde in rondes)
        {
            ids.AddRange(await NextAsync(transactie, gemeentecode, ronde, Math.Min(deel - ronde.Bezet, vrij - ids.Count), ct));
        }

        return ids;
    }

    /// <summary>Who was tried least goes first: one on whom the partner breaks holds up nobody.</summary>
    private async Task<IReadOnlyList<Guid>> NextAsync(NpgsqlTransaction transactie, string gemeentecode, Ronde ronde, int hoogstens, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select afstempersoon_id from inbox.afstempersoon
            where gemeentecode = $1 and afstemming_id = $2 and uitkomst is null and (bezet_tot is null or bezet_tot <= $3)
            order by pogingen, dossier_id limit $4
            """);
        command.Add([Value(gemeentecode), Value(ronde.AfstemmingId), Value(systeemklok.GetUtcNow()), Value(Math.Max(0, hoogstens))]);
        return await command.ListAsync(r => r.GetGuid(0), ct);
    }

    /// <summary>The partner's next free turns, one after the other for all gemeenten and processes.</summary>
    /// <returns>When the first of them is; null: they are all taken for the moment.</returns>
    private Task<DateTimeOffset?> ReserveAsync(NpgsqlTransaction transactie, Afstembudget budget, int personen, CancellationToken ct)
    {
        var nu = systeemklok.GetUtcNow();
        var vraag = new Beurtvraag(budget.Partner, Beurten.Afstemming, budget.PerPersoon * personen, nu + Vooruit) { Verst = Verst };
        return Beurten.ReserveAsync(transactie.Connection!, transactie, vraag, nu, ct);
    }

    private async Task TakeAsync(NpgsqlTransaction transactie, string gemeentecode, IReadOnlyList<Guid> ids, DateTimeOffset begin, Afstembudget budget, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update inbox.afstempersoon p set bezet_tot = $3, pogingen = pogingen + 1, vanaf = $4 + (n.nummer - 1) * $5
            from unnest($2) with ordinality n (id, nummer) where p.gemeentecode = $1 and p.afstempersoon_id = n.id
            """);
        command.Add([Value(gemeentecode), Value(ids.ToArray()), Value(systeemklok.GetUtcNow() + budget.Lease), Value(begin), Value(budget.PerPersoon)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record Ronde(Guid AfstemmingId, int Open, int Bezet);
}

/// <summary>What a round may ask of its partner.</summary>
/// <param name="Partner">Key of the partner.</param>
/// <param name="Gelijktijdig">Persons at the same time, per gemeente and over all processes.</param>
/// <param name="Tussenpoos">Between two questions, over all gemeenten and processes.</param>
/// <param name="Vragen">Per person.</param>
/// <param name="Lease">How long a person is another worker's after a crash.</param>
internal sealed record Afstembudget(string Partner, int Gelijktijdig, TimeSpan Tussenpoos, int Vragen, TimeSpan Lease)
{
    /// <summary>The turns of one person.</summary>
    public TimeSpan PerPersoon => Tussenpoos * Vragen;
}
