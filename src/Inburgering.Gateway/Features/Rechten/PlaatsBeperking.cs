using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Herstelmodus;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>POST /v1/dossiers/{dossierId}/beperkingen</summary>
internal static class PlaatsBeperking
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/dossiers/{dossierId}/beperkingen", HandleAsync)
        .Accepts<NieuweBeperking>("application/json")
        .Recht(
            "plaatsBeperking", "Beperking vastgelegd", "Een gegevenscategorie tegenhouden",
            "Houdt een gegevenscategorie overal tegen: lezen door partners en gemeente, exporteren en leveren. Wat binnenkomt, wordt wel bewaard. Dezelfde vraag voor dezelfde zaak heeft geen tweede gevolg.");

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    internal static async Task<Results<Created<BeperkingView>, ProblemHttpResult>> HandleAsync(
        string dossierId, HttpRequest request, Caller caller, Beperkingsregels regels, Regie regie, Dossierwerk werk, BeperkingStore beperkingen, Herstelboek boek, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<NieuweBeperking>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        var nieuw = gelezen.Value!;
        if (regels.Fouten(nieuw) is { Count: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        if (await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), nieuw.Categorie, ct) is not { } dossier)
        {
            return regie.Weigering.Answer();
        }

        Herstelregel[] geboekt = [];
        var uitkomst = await werk.DoeAsync<BeperkingView>(dossier, async (transactie, vast, stop) =>
        {
            var (beperking, herhaling) = await beperkingen.PlaceAsync(transactie, dossier, nieuw.Categorie, nieuw.Zaaknummer, nieuw.Van, stop);
            geboekt = [GeplaatsteBeperking.Of(vast, beperking, caller.Id)];
            await boek.WriteAsync(geboekt, stop);
            return Uitkomst<BeperkingView>.Gedaan(BeperkingView.Of(beperking), herhaling);
        }, ct);
        await boek.ConfirmAsync(geboekt, CancellationToken.None);
        return uitkomst.Nieuw(b => $"/v1/dossiers/{dossier.DossierId}/beperkingen/{b.BeperkingId}");
    }
}

/// <summary>Welke gegevenscategorie wordt tegengehouden, en in welke zaak dat is gevraagd.</summary>
/// <param name="Categorie">Code van de gegevenscategorie; toestemmingen, verzoeken en log zijn nooit te beperken.</param>
/// <param name="Zaaknummer">Nummer van het AVG-verzoek in uw eigen zaaksysteem.</param>
/// <param name="Van">Vanaf wanneer; nu of later. Ontbreekt: nu.</param>
public sealed record NieuweBeperking(string Categorie, string Zaaknummer, DateTimeOffset? Van = null);

/// <summary>What a beperking may say.</summary>
internal sealed class Beperkingsregels(Beleid beleid, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<InvoerFout> Fouten(NieuweBeperking nieuw)
    {
        var fouten = new List<InvoerFout>();
        if (!beleid.Gegevens.Categorieen.ContainsKey(nieuw.Categorie))
        {
            fouten.Add(new InvoerFout("Deze gegevenscategorie bestaat niet.", Pointer: "/categorie"));
        }
        else if (Besluitgrond.NooitBeperkt.Contains(nieuw.Categorie))
        {
            fouten.Add(new InvoerFout("Deze gegevenscategorie kan niet worden beperkt: zij bewijst wat met de gegevens is gedaan.", Pointer: "/categorie"));
        }

        fouten.AddRange(Zaaknummer.Fouten(nieuw.Zaaknummer));
        if (nieuw.Van < zaakklok.GetUtcNow())
        {
            fouten.Add(new InvoerFout("Een beperking werkt niet terug: kies nu of later.", Pointer: "/van"));
        }

        return fouten;
    }
}
