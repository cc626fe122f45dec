using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>/v1/bankberichten: what the bank says of payments, brought by the gemeente's own system or by a person in the portal.</summary>
internal static class Bankberichten
{
    public const string Mediatype = "application/xml";

    private const string Pad = "/bankberichten";
    private const string Tag = "Betalen";

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapPost(Pad, OntvangAsync)
            .Accepts<object>(Mediatype)
            .WithMetadata(new HandelingAttribute("Bankbericht ontvangen", Actie.Ontvangen))
            .RequireScope(Scopes.BetalingVoorbereiden)
            .WithName("postBankbericht")
            .WithTags(Tag)
            .WithSummary("Een bericht van de bank inlezen")
            .WithDescription("Neemt een statusbericht (pain.002), afschrift (camt.053) of advies (camt.054) aan zoals de bank het gaf. Het is bewaard voordat het gelezen wordt. Klopt er iets niet, dan staat het in quarantaine en is er niets geboekt; ontbreekt er een afschrift dat eerst komt, dan wacht het. Hetzelfde bericht nog eens verandert niets. Tot 28 MB.");
        v1.MapGet(Pad, LeesAsync)
            .WithMetadata(new HandelingAttribute("Bankberichten opgevraagd", Actie.Raadplegen))
            .RequireScope(Scopes.BetalingVoorbereiden)
            .WithName("getBankberichten")
            .WithTags(Tag)
            .WithSummary("De berichten van de bank lezen")
            .WithDescription("Geeft de berichten van de bank voor uw gemeente met wat ervan kwam, nieuwste eerst, 50 per pagina.");
        v1.MapGet(Pad + "/{berichtId}", ZoekAsync)
            .WithMetadata(new HandelingAttribute("Bankbericht opgevraagd", Actie.Raadplegen))
            .RequireScope(Scopes.BetalingVoorbereiden)
            .WithName("getBankbericht")
            .WithTags(Tag)
            .WithSummary("Een bericht van de bank lezen")
            .WithDescription("Geeft hoever het bericht is, wat er niet klopt en waar een medewerker naar moet kijken.");
    }

    private static async Task<Results<Created<BankberichtView>, ProblemHttpResult>> OntvangAsync(HttpRequest request, Caller caller, OntvangBankbericht ontvang, CancellationToken ct)
    {
        var inhoud = await JsonBody.ReadFileAsync(request, OntvangBankbericht.MeesteBytes, Mediatype, ct);
        return inhoud.Probleem is { } probleem ? probleem.Answer() : (await ontvang.HandleAsync(caller, inhoud.Value!, ct)).Nieuw(bericht => $"/v1{Pad}/{bericht.BerichtId}");
    }

    /// <param name="cursor">Van de vorige pagina.</param>
    private static async Task<Results<Ok<BankberichtenView>, ProblemHttpResult>> LeesAsync(string? cursor, Caller caller, LeesBankberichten lees, CancellationToken ct) =>
        (await lees.HandleAsync(caller, cursor, ct)).Antwoord();

    /// <param name="berichtId">Nummer van het bericht.</param>
    private static async Task<Results<Ok<BankberichtView>, ProblemHttpResult>> ZoekAsync(string berichtId, Caller caller, LeesBankberichten lees, CancellationToken ct) =>
        (await lees.FindAsync(caller, Adres.Id(berichtId), ct)).Antwoord();
}
