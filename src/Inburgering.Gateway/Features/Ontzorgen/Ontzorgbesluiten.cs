using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Ontzorgen;

/// <summary>/v1/dossiers/{dossierId}/ontzorgbesluiten: record, read, and see what a month would pay.</summary>
internal static class Ontzorgbesluiten
{
    private const string Pad = "/dossiers/{dossierId}/ontzorgbesluiten";

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapPost(Pad, LegVastAsync)
            .Accepts<OntzorgbesluitInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Ontzorgbesluit vastgelegd", Actie.Muteren))
            .RequireScope(Scopes.BetalingVoorbereiden)
            .WithName("postOntzorgbesluit")
            .WithTags("Ontzorgen")
            .WithSummary("Een besluit tot financieel ontzorgen vastleggen")
            .WithDescription("Legt een besluit vast met zijn begin, zijn vaste lasten en de rekeningen voor het leefgeld. De begindatum staat in het besluit; zonder einddatum duurt het zes maanden. Hetzelfde besluit nog eens sturen geeft hetzelfde antwoord. Een besluit verandert niet: een wijziging is een nieuw besluit, dat er met vervangt voor in de plaats komt.");
        v1.MapGet(Pad, LeesAsync)
            .WithMetadata(new HandelingAttribute("Ontzorgbesluiten opgevraagd", Actie.Raadplegen))
            .RequireScope(Scopes.BetalingVoorbereiden)
            .WithName("getOntzorgbesluiten")
            .WithTags("Ontzorgen")
            .WithSummary("De ontzorgbesluiten van een dossier lezen")
            .WithDescription("Geeft alle besluiten op begindatum, ook die vervangen zijn. In de laatste acht weken staat erbij hoeveel weken er nog zijn.");
        v1.MapPost(Pad + "/{besluitId}/berekeningen", BerekenAsync)
            .Accepts<MaandInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Maand van ontzorgen berekend", Actie.Raadplegen))
            .RequireScope(Scopes.BetalingVoorbereiden)
            .WithName("berekenOntzorgmaand")
            .WithTags("Ontzorgen")
            .WithSummary("Zien wat er in een maand betaald zou worden")
            .WithDescription("Rekent uit wat er van de uitkering van een maand naar de vaste lasten gaat en wat leefgeld is: uitkering min hele rekeningen. Is er te weinig, of ligt het leefgeld onder de ondergrens, dan is er eerst een besluit nodig en wordt er niets betaald. Er wordt niets klaargezet.");
    }

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    private static async Task<Results<Created<OntzorgbesluitView>, ProblemHttpResult>> LegVastAsync(
        string dossierId, HttpRequest request, Caller caller, LegOntzorgbesluitVast leg, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<OntzorgbesluitInvoer>(request, JsonBody.VerzoekMax, ct);
        return gelezen.Probleem is { } probleem
            ? probleem.Answer(gelezen.Fouten)
            : (await leg.HandleAsync(caller, Adres.Id(dossierId), gelezen.Value!, ct)).Nieuw(_ => $"/v1/dossiers/{Adres.Id(dossierId)}/ontzorgbesluiten");
    }

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    private static async Task<Results<Ok<OntzorgbesluitenView>, ProblemHttpResult>> LeesAsync(string dossierId, Caller caller, LeesOntzorgbesluiten lees, CancellationToken ct) =>
        (await lees.HandleAsync(caller, Adres.Id(dossierId), ct)).Antwoord();

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="besluitId">Nummer van het besluit.</param>
    private static async Task<Results<Ok<MaandberekeningView>, ProblemHttpResult>> BerekenAsync(
        string dossierId, string besluitId, HttpRequest request, Caller caller, BerekenMaand bereken, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<MaandInvoer>(request, JsonBody.VerzoekMax, ct);
        return gelezen.Probleem is { } probleem
            ? probleem.Answer(gelezen.Fouten)
            : (await bereken.HandleAsync(caller, Adres.Id(dossierId), Adres.Id(besluitId), gelezen.Value!, ct)).Antwoord();
    }
}
