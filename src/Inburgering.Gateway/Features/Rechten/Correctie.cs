using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Verwerkingslog;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>Corrects a value of the gemeente itself, or asks its source; and finds who must hear of it (AVG 16, 19).</summary>
internal sealed class Correctie(Beleid beleid, RectificatieStore rectificaties, CorrectietaakStore taken)
{
    private const string Gemeente = "gemeente";
    private const int Langst = 10_000;

    private static readonly string[] Nummers = ["IDN.bsn", "IDN.vNummer"];

    /// <summary>Every fault of the request at once.</summary>
    public IReadOnlyList<InvoerFout> Fouten(NieuweRectificatie nieuw)
    {
        var fouten = new List<InvoerFout>();
        if (!beleid.Gegevens.Categorieen.TryGetValue(nieuw.Categorie, out var categorie))
        {
            fouten.Add(new InvoerFout("Deze gegevenscategorie bestaat niet.", Pointer: "/categorie"));
        }
        else
        {
            fouten.AddRange(Fouten(nieuw, categorie));
        }

        if (nieuw.NieuweWaarde.ToJsonString().Length > Langst)
        {
            fouten.Add(new InvoerFout("De nieuwe waarde is te lang.", Pointer: "/nieuweWaarde"));
        }

        fouten.AddRange(Zaaknummer.Fouten(nieuw.Zaaknummer));
        return fouten;
    }

    /// <summary>Inside the log writer's transaction.</summary>
    public async Task<Uitkomst<RectificatieView>> DoAsync(DbTransaction transactie, Granted grant, DossierRef dossier, NieuweRectificatie nieuw, CancellationToken ct)
    {
        var feiten = await RectificatieStore.FactsAsync(transactie, dossier, nieuw.Categorie, ct);
        if (Fout(feiten, nieuw) is not { } oud)
        {
            return Uitkomst<RectificatieView>.Niet(Problems.NietsTeVerbeteren, "geen-waarde");
        }

        var waarde = oud.Velden[nieuw.Veld]!;
        if (waarde.GetValueKind() != nieuw.NieuweWaarde.GetValueKind() && !(IsBool(waarde) && IsBool(nieuw.NieuweWaarde)))
        {
            return Uitkomst<RectificatieView>.Niet(Problems.OngeldigeInvoer, "andere-vorm", [new InvoerFout("De nieuwe waarde heeft een andere vorm dan de oude.", Pointer: "/nieuweWaarde")]);
        }

        var gelijk = JsonNode.DeepEquals(waarde, nieuw.NieuweWaarde);
        if ((gelijk || oud.Bron != Gemeente) && await RectificatieStore.FindAsync(transactie, grant, oud, nieuw.Veld, nieuw.Zaaknummer, ct) is { } eerder)
        {
            return Uitkomst<RectificatieView>.Gedaan(await ViewAsync(transactie, grant, eerder, ct), herhaling: true);
        }

        return gelijk
            ? Uitkomst<RectificatieView>.Niet(Problems.NietsTeVerbeteren, "zelfde-waarde")
            : await CorrectAsync(transactie, grant, dossier, oud, nieuw, ct);
    }

    private static bool IsBool(JsonNode waarde) => waarde.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    private IEnumerable<InvoerFout> Fouten(NieuweRectificatie nieuw, CategorieFile categorie)
    {
        if (categorie.Bronhouders.Contains("systeem"))
        {
            yield return new InvoerFout("Deze gegevenscategorie houdt de gateway zelf bij; daarin wordt niets gewijzigd.", Pointer: "/categorie");
        }
        else if (!categorie.Velden.Contains(nieuw.Veld))
        {
            yield return new InvoerFout("Dit veld staat niet in deze gegevenscategorie.", Pointer: "/veld");
        }
        else if (Nummers.Contains($"{nieuw.Categorie}.{nieuw.Veld}"))
        {
            yield return new InvoerFout("Aan een nummer is de persoon te herkennen: een ander nummer is een ander dossier.", Pointer: "/veld");
        }

        if (nieuw.Bron is { } bron && !categorie.Bronhouders.Contains(bron)
            && !categorie.Bronhouders.Any(b => beleid.Partners.TryGetValue(b, out var partner) && partner.Instanties.Any(i => i.Sleutel == bron)))
        {
            yield return new InvoerFout("Deze bron levert deze gegevenscategorie niet.", Pointer: "/bron");
        }
    }

    /// <summary>The group that holds the wrong value: of the source that was named, else of the one whose value is shown.</summary>
    private HuidigFeit? Fout(IReadOnlyList<HuidigFeit> feiten, NieuweRectificatie nieuw) => feiten
        .Where(f => f.Velden[nieuw.Veld] is not null && (nieuw.Bron is null || f.Bron == nieuw.Bron))
        .MinBy(f => Projection.Rank(beleid.SoortVan(f.Bron), beleid.Gegevens.Categorieen[nieuw.Categorie].Bronhouders));

    private async Task<RectificatieView> CorrectAsync(DbTransaction transactie, Granted grant, DossierRef dossier, HuidigFeit oud, NieuweRectificatie nieuw, CancellationToken ct)
    {
        if (oud.Bron != Gemeente)
        {
            var verzoek = await rectificaties.AddAsync(transactie, grant, oud, nieuw.Veld, nieuw.Zaaknummer, null, ct);
            await taken.AddAsync(transactie, grant, verzoek.RectificatieId, [oud.Bron], ct);
            return await ViewAsync(transactie, grant, verzoek, ct);
        }

        var velden = (JsonObject)oud.Velden.DeepClone();
        velden[nieuw.Veld] = nieuw.NieuweWaarde.DeepClone();
        var nieuwFeitId = await rectificaties.CorrectAsync(transactie, dossier, oud, velden, ct);
        await DossierWriter.SetWorkingAsync(transactie, dossier, new Werkkolommen { Leerroute = oud.Categorie == "PIP" ? (string?)velden["leerroute"] : null }, ct);
        var rectificatie = await rectificaties.AddAsync(transactie, grant, oud, nieuw.Veld, nieuw.Zaaknummer, nieuwFeitId, ct);
        var ontvangers = await LogOntvangers.OfAsync(transactie, grant, $"{nieuw.Categorie}.{nieuw.Veld}", ct);
        await taken.AddAsync(transactie, grant, rectificatie.RectificatieId, [.. ontvangers.Select(Naam).OfType<string>().Distinct().Order(StringComparer.Ordinal)], ct);
        return await ViewAsync(transactie, grant, rectificatie, ct);
    }

    /// <summary>Who must hear of it: a partner's client, or the partner something was sent to; the gemeente itself needs no task.</summary>
    private string? Naam(Ontvanger ontvanger) => ontvanger switch
    {
        { Organisatie: { } oin } => beleid.Partners.Values.SelectMany(p => p.Instanties).FirstOrDefault(i => i.Oin == oin)?.Sleutel,
        { ClientId: { } client, Rol: var rol } when !beleid.Gegevens.Rollen.ContainsKey(rol) => client,
        _ => null,
    };

    private static async Task<RectificatieView> ViewAsync(DbTransaction transactie, Granted grant, Rectificatie rectificatie, CancellationToken ct) =>
        RectificatieView.Of(rectificatie) with { Correctietaken = [.. (await CorrectietaakStore.OfAsync(transactie, grant, rectificatie.RectificatieId, ct)).Select(CorrectietaakView.Of)] };
}
