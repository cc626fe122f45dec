using System.Data.Common;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Bewaren;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Herstelmodus;

/// <summary>Holds the journal against the database: which lines it does not know any more.</summary>
internal sealed class Hertoepassing(NpgsqlDataSource bron, Herstelboek boek)
{
    private const string Intrekkingen = "select toestemming_id from dossiers.toestemming where gemeentecode = $1 and toestemming_id = any($2) and ingetrokken_op is null";

    private const string Opdrachten = """
        select j.id from unnest($2::uuid[], $3::uuid[], $4::int[]) j (id, opdracht_id, versie)
        join dossiers.opdracht o on o.gemeentecode = $1 and o.opdracht_id = j.opdracht_id and o.versie < j.versie
        """;

    private const string Vertrekken = """
        select j.id from unnest($2::uuid[], $3::text[], $4::timestamptz[]) j (id, client_id, per)
        where exists (select from dossiers.relatie r where r.gemeentecode = $1 and r.client_id = j.client_id and r.geldig_tot is null and r.sinds <= j.per)
        """;

    private const string Rechten = """
        select j.id from unnest($2::uuid[], $3::uuid[], $4::uuid[]) j (id, dossier_id, recht_id)
        join dossiers.dossier d on d.gemeentecode = $1 and d.dossier_id = j.dossier_id
        where not exists (select from dossiers.beperking b where b.gemeentecode = $1 and b.beperking_id = j.recht_id)
          and not exists (select from dossiers.bezwaar b where b.gemeentecode = $1 and b.bezwaar_id = j.recht_id)
        """;

    private const string Wissingen = """
        select dossier_id from dossiers.dossier where gemeentecode = $1 and dossier_id = any($2)
        union all select feit_id from dossiers.feit where gemeentecode = $1 and feit_id = any($3)
        union all select bericht_id from inbox.bericht where gemeentecode = $1 and bericht_id = any($4) and inhoud is not null
        """;

    /// <summary>In the order of the journal.</summary>
    /// <exception cref="InvalidOperationException">In Dutch: the journal cannot be read.</exception>
    public async Task<IReadOnlyList<(Herstelregel Regel, bool Bevestigd)>> OntbreektAsync(CancellationToken ct)
    {
        var weg = new HashSet<Guid>();
        var alle = await boek.ReadAsync(ct);
        foreach (var gemeente in alle.Select(r => r.Regel).GroupBy(r => r.Gemeentecode, StringComparer.Ordinal))
        {
            await using var verbinding = await bron.OpenConnectionAsync(ct);
            await using var transactie = await verbinding.BeginTenantAsync(gemeente.Key, ct);
            weg.UnionWith(await IntrekkingenAsync(transactie, gemeente.Key, [.. gemeente.OfType<Toestemmingeinde>()], ct));
            weg.UnionWith(await OpdrachtenAsync(transactie, gemeente.Key, [.. gemeente.OfType<Opdrachtstand>()], ct));
            weg.UnionWith(await VertrekkenAsync(transactie, gemeente.Key, [.. gemeente.OfType<Partnervertrek>()], ct));
            weg.UnionWith(await RechtenAsync(
                transactie, gemeente.Key,
                [.. gemeente.OfType<GeplaatsteBeperking>().Select(b => (b.Id, b.DossierId, b.BeperkingId)), .. gemeente.OfType<GemaaktBezwaar>().Select(b => (b.Id, b.DossierId, b.BezwaarId))], ct));
            weg.UnionWith(await WissingenAsync(transactie, gemeente.Key, [.. gemeente.OfType<Wissing>()], ct));
        }

        return [.. alle.Where(r => weg.Contains(r.Regel.Id))];
    }

    private static async Task<IEnumerable<Guid>> IntrekkingenAsync(DbTransaction transactie, string gemeentecode, IReadOnlyList<Toestemmingeinde> regels, CancellationToken ct)
    {
        var staat = await ListAsync(transactie, Intrekkingen, [Value(gemeentecode), Value(regels.Select(r => r.ToestemmingId).ToArray())], ct);
        return regels.Where(r => staat.Contains(r.ToestemmingId)).Select(r => r.Id);
    }

    private static async Task<IEnumerable<Guid>> OpdrachtenAsync(DbTransaction transactie, string gemeentecode, IReadOnlyList<Opdrachtstand> regels, CancellationToken ct) => await ListAsync(
        transactie, Opdrachten,
        [Value(gemeentecode), Value(regels.Select(r => r.Id).ToArray()), Value(regels.Select(r => r.OpdrachtId).ToArray()), Value(regels.Select(r => r.Versie).ToArray())], ct);

    private static async Task<IEnumerable<Guid>> VertrekkenAsync(DbTransaction transactie, string gemeentecode, IReadOnlyList<Partnervertrek> regels, CancellationToken ct) => await ListAsync(
        transactie, Vertrekken,
        [Value(gemeentecode), Value(regels.Select(r => r.Id).ToArray()), Value(regels.Select(r => r.ClientId).ToArray()), Value(regels.Select(r => r.Per.ToUniversalTime()).ToArray())], ct);

    private static async Task<IEnumerable<Guid>> RechtenAsync(DbTransaction transactie, string gemeentecode, (Guid Id, Guid Dossier, Guid Recht)[] regels, CancellationToken ct) => await ListAsync(
        transactie, Rechten, [Value(gemeentecode), Value(regels.Select(r => r.Id).ToArray()), Value(regels.Select(r => r.Dossier).ToArray()), Value(regels.Select(r => r.Recht).ToArray())], ct);

    private static async Task<IEnumerable<Guid>> WissingenAsync(DbTransaction transactie, string gemeentecode, IReadOnlyList<Wissing> regels, CancellationToken ct)
    {
        var heel = regels.Where(r => r.Plan.HeelDossier is not null).Select(r => r.Plan.DossierId).ToArray();
        var feiten = regels.SelectMany(r => r.Plan.Categorieen).SelectMany(c => c.Feiten).ToArray();
        var berichten = regels.SelectMany(r => r.Plan.Berichten).ToArray();
        var staat = await ListAsync(transactie, Wissingen, [Value(gemeentecode), Value(heel), Value(feiten), Value(berichten)], ct);
        return regels.Where(r => Noemt(r.Plan, staat)).Select(r => r.Id);
    }

    private static bool Noemt(Wisplan plan, HashSet<Guid> staat) =>
        (plan.HeelDossier is not null && staat.Contains(plan.DossierId)) || plan.Categorieen.SelectMany(c => c.Feiten).Concat(plan.Berichten).Any(staat.Contains);

    private static async Task<HashSet<Guid>> ListAsync(DbTransaction transactie, string sql, NpgsqlParameter[] values, CancellationToken ct)
    {
        await using var command = transactie.Command(sql);
        command.Add(values);
        return [.. await command.ListAsync(r => r.GetGuid(0), ct)];
    }
}
