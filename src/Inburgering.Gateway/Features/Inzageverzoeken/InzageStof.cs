using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzageverzoeken;

/// <summary>Brings together what is known of one person, from the one dossier that was granted.</summary>
internal sealed class InzageStof(InzageWoorden woorden, Persoonsgebruik gebruik, OpdrachtLezer opdrachten, ToestemmingLezer toestemmingen, Rechtenlezer rechten)
{
    private const int MeesteOpdrachten = 1000;

    public async Task<InzageExport> MakeAsync(Granted granted, IAccessFacts facts, DateTimeOffset nu, CancellationToken ct)
    {
        var gemeente = granted.Question.Caller.Gemeentecode;
        var bronnen = granted.MetBron(facts).ToLookup(b => b.Categorie);
        return new InzageExport
        {
            DossierId = granted.DossierId,
            Gemeente = woorden.Gemeente(gemeente),
            GemaaktOp = nu,
            Gegevens = granted.Gegevens,
            Categorieen = [.. granted.Gegevens.Select(c => woorden.Uitleg(c.Key, gemeente, Bronnen(c.Value, bronnen[c.Key])))],
            NietOpgenomen = [.. woorden.Ontbrekend(await gebruik.CategorieenAsync(granted, ct), granted.Gegevens.Keys, facts.Beperkingen)],
            Partners = [.. (await opdrachten.ListAsync(granted, null, MeesteOpdrachten, ct)).Select(o => new Partnertaak(woorden.Client(o.Inhoud.ClientId), o.Inhoud.Taak, o.Inhoud.Van, o.Inhoud.Tot))],
            Toestemmingen = [.. (await toestemmingen.ListAsync(granted, ct)).Select(t => new Toestemmingsuitleg(woorden.Client(t.Inhoud.ClientId), woorden.Doel(t.Inhoud.Doel), t.Inhoud.GegevenOp, t.IngetrokkenOp))],
            Verzoeken = await VerzoekenAsync(granted, ct),
            Gebruik = [.. (await gebruik.ReadAsync(granted, ct)).Select(woorden.Gebruik)],
        };
    }

    private IReadOnlyList<Veldbron> Bronnen(JsonObject velden, IEnumerable<Bronveld> bronnen)
    {
        var perVeld = bronnen.ToLookup(b => b.Veld);
        return [.. velden.Select(v => new Veldbron(
            v.Key,
            Woorden.Veld(v.Key),
            [.. perVeld[v.Key].Where(b => JsonNode.DeepEquals(b.Waarde, v.Value)).Select(b => woorden.Bron(b.Bron)).Distinct()],
            [.. perVeld[v.Key].Where(b => !JsonNode.DeepEquals(b.Waarde, v.Value)).Select(b => new AndereWaarde(woorden.Bron(b.Bron), b.Waarde))]))];
    }

    private async Task<IReadOnlyList<Rechtuitleg>> VerzoekenAsync(Granted granted, CancellationToken ct) =>
    [
        .. (await rechten.BeperkingenAsync(granted, ct)).Select(b => new Rechtuitleg("beperking", woorden.Categorie(b.Categorie), b.Van, b.Tot)),
        .. (await rechten.BezwarenAsync(granted, ct)).Select(b => new Rechtuitleg("bezwaar", woorden.Doel(b.Doel), b.Van, b.Tot)),
        .. (await rechten.RectificatiesAsync(granted, ct)).Select(r => new Rechtuitleg("verbetering", $"{woorden.Categorie(r.Categorie)}: {Woorden.Veld(r.Veld)}", r.Op, null)),
    ];
}

/// <summary>What the log and the dossier say of one person, also under a dossier that was merged into this one.</summary>
internal sealed class Persoonsgebruik(LogGroepen log, PersoonLezer personen, Categorielezer categorieen)
{
    /// <summary>Days and organisations of many years; more than a person can read.</summary>
    private const int Meest = 20_000;

    public Task<IReadOnlyList<string>> CategorieenAsync(Granted granted, CancellationToken ct) => categorieen.OfAsync(granted, ct);

    /// <summary>All but what is confidential (VNG).</summary>
    public async Task<IReadOnlyList<Inzagegroep>> ReadAsync(Granted granted, CancellationToken ct)
    {
        var gemeente = granted.Question.Caller.Gemeentecode;
        var persoon = (await personen.OfAsync(gemeente, [granted.DossierId], ct))[granted.DossierId];
        var dossiers = (await personen.DossiersAsync(gemeente, persoon.Pseudoniem, ct)).Append(granted.DossierId).Distinct().ToArray();
        var filter = new LogFilter { Persoon = new LogPersoon(persoon.Pseudoniem, dossiers), ZonderVertrouwelijk = true };
        return Inzagegroep.Of(await log.ReadAsync(gemeente, filter, Meest, ct));
    }
}
