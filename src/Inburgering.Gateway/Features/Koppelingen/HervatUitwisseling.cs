using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Koppelingen;

/// <summary>POST /v1/dossiers/{dossierId}/opschortingen/{opschortingId}/hervattingen</summary>
internal static class PostHervatting
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/dossiers/{dossierId}/opschortingen/{opschortingId}/hervattingen", HandleAsync)
        .Accepts<Hervatting>("application/json")
        .WithMetadata(new HandelingAttribute("Uitwisseling hervat", Actie.Muteren))
        .RequireScope(Scopes.DossierSchrijven)
        .WithName("hervatUitwisseling")
        .WithTags("Meldingen")
        .WithSummary("De uitwisseling over een persoon hervatten")
        .WithDescription("U heeft nagegaan dat de persoon bij uw gemeente hoort: wat wachtte, gaat weer verder. Zegt de partner opnieuw dat het niet zo is, dan staat de uitwisseling weer stil. Nog eens hervatten heeft geen tweede gevolg.");

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="opschortingId">Nummer van de opschorting.</param>
    private static async Task<Results<Ok<OpschortingView>, ProblemHttpResult>> HandleAsync(
        string dossierId, string opschortingId, HttpRequest request, Caller caller, HervatUitwisseling hervat, WeigeringOver weigering, CancellationToken ct)
    {
        var id = Adres.Id(dossierId);
        var gelezen = await JsonBody.ReadAsync<Hervatting>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            await weigering.NoteAsync(caller, id, ct);
            return probleem.Answer(gelezen.Fouten);
        }

        if (HervatUitwisseling.Fouten(gelezen.Value!.Reden) is { Count: > 0 } fouten)
        {
            await weigering.NoteAsync(caller, id, ct);
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        var uitkomst = await hervat.HandleAsync(caller, id, Adres.Id(opschortingId), gelezen.Value.Reden, ct);
        return uitkomst.Antwoord();
    }
}

/// <summary>A person looked: the exchange about someone goes on, with what waited.</summary>
internal sealed class HervatUitwisseling(Regie regie, Dossierwerk werk, OpschortingStore opschortingen, Dossierverwijzing verwijzing, Verwerking verwerking, Meldingsignaal signaal)
{
    /// <summary>Every fault of the reason.</summary>
    public static IReadOnlyList<InvoerFout> Fouten(string? reden) => Redentoets.Fouten(reden, "hervat");

    /// <summary>By its number alone.</summary>
    public async Task<Uitkomst<OpschortingView>> HandleAsync(Caller caller, Guid opschortingId, string reden, CancellationToken ct) =>
        await HandleAsync(caller, await verwijzing.OfOpschortingAsync(caller, opschortingId, ct) ?? Guid.Empty, opschortingId, reden, ct);

    public async Task<Uitkomst<OpschortingView>> HandleAsync(Caller caller, Guid dossierId, Guid opschortingId, string reden, CancellationToken ct)
    {
        if (await regie.OpenAsync(caller, dossierId, ct) is not { } dossier)
        {
            return Uitkomst<OpschortingView>.Niet(regie.Weigering, string.Empty);
        }

        var uitkomst = await werk.DoeAsync<OpschortingView>(
            dossier,
            async (transactie, vast, stop) =>
            {
                var gedaan = await opschortingen.ResumeAsync(transactie, vast, opschortingId, caller.Id, reden.Trim(), stop);
                if ((await opschortingen.OfAsync(transactie, vast.Gemeentecode, vast.DossierId, stop)).SingleOrDefault(o => o.OpschortingId == opschortingId) is not { } nu)
                {
                    return Uitkomst<OpschortingView>.Niet(Problems.BestaatNiet, "geen-opschorting");
                }

                verwerking.Informatie = [Verwijzing.Naar(Verwijzing.Opschorting, $"{opschortingId}")];
                return Uitkomst<OpschortingView>.Gedaan(OpschortingView.Of(nu), herhaling: !gedaan);
            },
            ct);
        signaal.Wek();
        return uitkomst;
    }
}
