using System.Text.RegularExpressions;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Toegangsvragen;

/// <summary>POST /access/v1/evaluation: AuthZEN NLGov; 200 also for a denial.</summary>
internal static partial class PostEvaluation
{
    public const string Pad = "/access/v1/evaluation";
    private const string Metadata = "/.well-known/authzen-configuration";
    private const string Verzoeknummer = "X-Request-ID";
    private const int MaxBytes = 64 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(Pad, HandleAsync)
            .WithMetadata(new HandelingAttribute("Toegang nagevraagd", Actie.Raadplegen))
            .RequireScope(Scopes.DossierLezen)
            .ExcludeFromDescription();
        app.MapGet(Metadata, Configuration)
            .AllowAnonymous()
            .WithMetadata(new ZonderLogregelAttribute("openbaar document, geen persoonsgegevens"))
            .ExcludeFromDescription();
    }

    internal static async Task<Results<Ok<Evaluatie>, ProblemHttpResult>> HandleAsync(HttpContext http, Caller caller, BeoordeelVraag beoordeel, CancellationToken ct)
    {
        if (http.Request.Headers[Verzoeknummer] is [{ } nummer] && Nummervorm().IsMatch(nummer))
        {
            http.Response.Headers[Verzoeknummer] = nummer;
        }

        if (!caller.VanGemeente)
        {
            return Problems.GeenToegang.Answer();
        }

        var gelezen = await JsonBody.ReadAsync<Evaluatievraag>(http.Request, MaxBytes, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        if (gelezen.Value!.Fouten() is { Count: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        return await beoordeel.HandleAsync(caller, gelezen.Value, ct) is { } evaluatie ? TypedResults.Ok(evaluatie) : Problems.BeleidVerouderd.Answer();
    }

    private static JsonHttpResult<Dictionary<string, string>> Configuration(HttpContext http, GatewayOptions gateway)
    {
        http.Response.Headers.CacheControl = "public, max-age=86400";
        return TypedResults.Json(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["policy_decision_point"] = gateway.BasisUrl,
            ["access_evaluation_endpoint"] = gateway.BasisUrl + Pad,
        });
    }

    [GeneratedRegex(@"^[A-Za-z0-9._:-]{1,128}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Nummervorm();
}
