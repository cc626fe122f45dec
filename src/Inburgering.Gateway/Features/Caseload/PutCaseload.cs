using System.Globalization;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Caseload;

/// <summary>PUT and GET /v1/partner/gebruikers/{gebruiker}/caseload: a partner's own users and persons, kept by its own system.</summary>
internal static class PutCaseload
{
    private const string Pad = "/partner/gebruikers/{gebruiker}/caseload";
    private const string Tag = "Caseload";

    private static readonly InvoerFout GeenGebruiker = new("Een gebruiker is 1 tot 64 letters, cijfers, punten, streepjes en lage streepjes, zonder BSN.", Parameter: "gebruiker");

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapPut(Pad, ZetAsync)
            .WithMetadata(new HandelingAttribute("Caseload van een gebruiker vastgelegd", Actie.Beheer))
            .RequireScope(Scopes.BerichtenLeveren)
            .Accepts<CaseloadInvoer>("application/json")
            .WithName("zetCaseload")
            .WithTags(Tag)
            .WithSummary("Vastleggen voor wie een gebruiker van u werkt")
            .WithDescription("Vervangt de hele caseload van één gebruiker. Vanaf het antwoord leest, zoekt en levert hij alleen nog over deze personen. Is één referentie fout, dan verandert er niets. Alleen voor uw systeem zelf: met een token zonder act.");
        v1.MapGet(Pad, LeesAsync)
            .WithMetadata(new HandelingAttribute("Caseload van een gebruiker bekeken", Actie.Beheer))
            .RequireScope(Scopes.BerichtenLeveren)
            .WithName("getCaseload")
            .WithTags(Tag)
            .WithSummary("Zien voor wie een gebruiker van u werkt")
            .WithDescription("Geeft de caseload van één gebruiker: wie u heeft vastgelegd, zolang uw opdracht voor die persoon loopt. Alleen voor uw systeem zelf: met een token zonder act.");
    }

    /// <param name="gebruiker">Hoe u de gebruiker noemt in act: een nummer of code van uw systeem, geen naam.</param>
    private static async Task<Results<Ok<CaseloadView>, ProblemHttpResult>> ZetAsync(
        string gebruiker, HttpRequest request, Aanvrager wie, Zoekmissers missers, ZetCaseload zet, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<CaseloadInvoer>(request, JsonBody.VerzoekMax, invoer => invoer.Fouten(), ct);
        if (gelezen.Probleem is not null || !Gebruiker.IsGeldig(gebruiker))
        {
            return (gelezen.Probleem ?? Problems.OngeldigeInvoer).Answer([.. Fouten(gebruiker), .. gelezen.Fouten]);
        }

        if (wie.Vraag() is not { } vraag)
        {
            return wie.Weigering();
        }

        if (await missers.WachttijdAsync(vraag.Caller, ct) is { } wacht)
        {
            request.HttpContext.Response.Headers.RetryAfter = ((int)wacht.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Problems.TeVeel.Answer();
        }

        return (await zet.HandleAsync(vraag, gebruiker, gelezen.Value!.PartnerReferenties, ct)).Antwoord();
    }

    /// <param name="gebruiker">Hoe u de gebruiker noemt in act.</param>
    private static async Task<Results<Ok<CaseloadView>, ProblemHttpResult>> LeesAsync(string gebruiker, Aanvrager wie, LeesCaseload lees, CancellationToken ct)
    {
        if (!Gebruiker.IsGeldig(gebruiker))
        {
            return Problems.OngeldigeInvoer.Answer([GeenGebruiker]);
        }

        return wie.Vraag() is { } vraag ? TypedResults.Ok(await lees.HandleAsync(vraag, gebruiker, ct)) : wie.Weigering();
    }

    private static InvoerFout[] Fouten(string gebruiker) => Gebruiker.IsGeldig(gebruiker) ? [] : [GeenGebruiker];

    /// <summary>Who keeps a caseload, asked at the desk.</summary>
    internal sealed class Aanvrager(CallerHolder holder, AccessDesk desk)
    {
        /// <summary>Null: refused, see <see cref="Weigering"/>.</summary>
        public Question? Vraag() => holder.Caller is { } caller ? desk.AskCaseload(caller) : null;

        public ProblemHttpResult Weigering() => (holder.Caller is null ? Problems.GeenToegang : Problems.For(desk.Refusal)).Answer();
    }
}
