using System.Data.Common;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Bewaren;

/// <summary>Reads what decides how long dossiers are kept. Opens a group of fields only where fields have terms of their own.</summary>
internal sealed class Bewaarlezer(Kluis kluis)
{
    private const int Pagina = 200;

    private const string Dossiers = """
        select d.dossier_id, coalesce(d.plicht_einde, s.plicht_einde), d.samengevoegd_in is not null and s.dossier_id is null,
               exists (select 1 from dossiers.bewaarplicht b where b.gemeentecode = $1 and b.dossier_id = d.dossier_id and b.van <= $3 and (b.tot is null or b.tot > $3)),
               exists (select 1 from inbox.bericht b where b.gemeentecode = $1 and b.dossier_id = d.dossier_id and b.volgende_poging is not null)
                   or exists (select 1 from outbox.melding m where m.gemeentecode = $1 and m.dossier_id = d.dossier_id and m.volgende_poging is not null),
               array(select distinct b.categorie from dossiers.beperking b
                     where b.gemeentecode = $1 and b.dossier_id = d.dossier_id and b.van <= $3 and (b.tot is null or b.tot > $3)),
               coalesce(o.loopt, false), o.einde, coalesce(o.begeleiding_loopt, false), o.begeleiding_einde,
               (select min(f.tijdstip) from dossiers.feit f where f.gemeentecode = $1 and f.dossier_id = d.dossier_id and f.categorie = 'PIP')
        from dossiers.dossier d
        left join dossiers.dossier s on s.gemeentecode = d.gemeentecode and s.dossier_id = d.samengevoegd_in
        left join lateral (
            select bool_or(o.tot is null or o.tot > $3) as loopt, max(o.tot) as einde,
                   bool_or(o.tot is null or o.tot > $3) filter (where o.taak = 'begeleiding') as begeleiding_loopt, max(o.tot) filter (where o.taak = 'begeleiding') as begeleiding_einde
            from dossiers.opdracht o where o.gemeentecode = $1 and o.dossier_id = d.dossier_id) o on true
        where d.gemeentecode = $1 and d.dossier_id = any($2)
        order by d.dossier_id
        """;

    private const string Feiten = """
        select f.dossier_id, f.feit_id, f.categorie, f.tijdstip, case when f.categorie = any($3) then f.inhoud end, s.sleutel_id, s.inpak_kid, s.ingepakt
        from dossiers.feit f
        join dossiers.dossier d on d.gemeentecode = f.gemeentecode and d.dossier_id = f.dossier_id
        left join sleutels.sleutel s on s.gemeentecode = d.gemeentecode and s.sleutel_id = d.sleutel_id
        where f.gemeentecode = $1 and f.dossier_id = any($2)
        """;

    private const string Berichten = """
        select b.dossier_id, b.bericht_id from inbox.bericht b
        where b.gemeentecode = $1 and b.dossier_id = any($2) and b.inhoud is not null and b.volgende_poging is null
          and b.status = any($3) and coalesce(b.verwerkt_op, b.ontvangen_op) <= $4
        """;

    /// <summary>Ends of the work on a message: what a person still has to look at is none.</summary>
    internal static short[] Klaar => [(short)Berichtstatus.Verwerkt, (short)Berichtstatus.ZonderGevolg];

    /// <summary>The next dossiers in order of id.</summary>
    public static async Task<IReadOnlyList<Guid>> NextAsync(DbTransaction transactie, string gemeentecode, Guid na, CancellationToken ct)
    {
        await using var command = transactie.Command("select dossier_id from dossiers.dossier where gemeentecode = $1 and dossier_id > $2 order by dossier_id limit $3");
        command.Add([Value(gemeentecode), Value(na), Value(Pagina)]);
        return await command.ListAsync(r => r.GetGuid(0), ct);
    }

    /// <summary>How these dossiers stand; one that is gone is left out.</summary>
    public async Task<IReadOnlyList<DossierStand>> ReadAsync(DbTransaction transactie, Bewaarvraag vraag, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var command = transactie.Command(Dossiers);
        command.Add([Value(vraag.Gemeentecode), Value(ids.ToArray()), Value(vraag.Nu.ToUniversalTime())]);
        var standen = await command.ListAsync(Row, ct);
        var feiten = (await FactsAsync(transactie, vraag, ids, ct)).ToLookup(f => f.DossierId, f => f.Feit);
        var berichten = (await BodiesAsync(transactie, vraag, ids, ct)).ToLookup(b => b.DossierId, b => b.BerichtId);
        return [.. standen.Select(s => s with { Feiten = [.. feiten[s.DossierId]], Berichten = [.. berichten[s.DossierId]] })];
    }

    private static DossierStand Row(NpgsqlDataReader r) => new()
    {
        DossierId = r.GetGuid(0),
        PlichtEinde = r.Optional<DateOnly>(1),
        Verweesd = r.GetBoolean(2),
        Vastgehouden = r.GetBoolean(3),
        InBehandeling = r.GetBoolean(4),
        Beperkt = r.GetFieldValue<string[]>(5),
        Opdrachten = new Opdrachtstand(r.GetBoolean(6), r.Optional<DateTimeOffset>(7)),
        Begeleiding = new Opdrachtstand(r.GetBoolean(8), r.Optional<DateTimeOffset>(9)),
        EerstePip = r.Optional<DateTimeOffset>(10),
        Feiten = [],
        Berichten = [],
    };

    private static async Task<IReadOnlyList<(Guid DossierId, Guid BerichtId)>> BodiesAsync(DbTransaction transactie, Bewaarvraag vraag, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var command = transactie.Command(Berichten);
        command.Add([Value(vraag.Gemeentecode), Value(ids.ToArray()), Value(Klaar), Value(vraag.VerwerktVoor.ToUniversalTime())]);
        return await command.ListAsync(r => (r.GetGuid(0), r.GetGuid(1)), ct);
    }

    private async Task<IReadOnlyList<(Guid DossierId, Feitstand Feit)>> FactsAsync(DbTransaction transactie, Bewaarvraag vraag, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var command = transactie.Command(Feiten);
        command.Add([Value(vraag.Gemeentecode), Value(ids.ToArray()), Value(vraag.MetEigenTermijnen.ToArray())]);
        return await command.ListAsync(r => (r.GetGuid(0), new Feitstand(r.GetGuid(1), r.GetString(2), r.GetFieldValue<DateTimeOffset>(3), Fields(r, vraag.Gemeentecode))), ct);
    }

    private List<string>? Fields(NpgsqlDataReader r, string gemeentecode)
    {
        if (r.IsDBNull(4))
        {
            return null;
        }

        var sleutel = kluis.Uitpakken(gemeentecode, r.GetGuid(5), r.GetString(6), r.GetFieldValue<byte[]>(7));
        var velden = Sectie.Open(sleutel, r.GetFieldValue<byte[]>(4), gemeentecode, r.GetGuid(1));
        return [.. velden.Select(v => v.Key)];
    }
}

/// <summary>What a run looks at.</summary>
/// <param name="Nu">Business clock.</param>
/// <param name="VerwerktVoor">A body of a message worked on before or at this instant is not kept.</param>
/// <param name="MetEigenTermijnen">Categories of which some fields have a term of their own.</param>
/// <param name="GeschiedenisVoor">A run of an exchange that began before or at this instant is not kept.</param>
internal sealed record Bewaarvraag(string Gemeentecode, DateTimeOffset Nu, DateTimeOffset VerwerktVoor, IReadOnlyList<string> MetEigenTermijnen, DateTimeOffset GeschiedenisVoor);
