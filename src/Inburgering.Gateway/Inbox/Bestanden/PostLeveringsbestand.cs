using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>POST /v1/leveringsbestanden: a file of rows of a partner. Stored durably with its log line, answered 202, and only then read.</summary>
internal static class PostLeveringsbestand
{
    public const string Mediatype = "text/csv";

    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/leveringsbestanden", HandleAsync)
        .WithMetadata(new HandelingAttribute("Leveringsbestand ontvangen", Actie.Ontvangen))
        .RequireScope(Scopes.BerichtenLeveren)
        .WithName("leverBestand")
        .WithTags("Berichten")
        .WithSummary("Een bestand met rijen leveren")
        .WithDescription("Neemt een CSV aan waarvan elke rij een bericht is. Het bestand is bewaard voordat u antwoord krijgt en wordt daarna gelezen; op het adres in Location ziet u hoe het ermee staat, met de uitkomst per rij. Is één rij fout, dan telt geen enkele rij, tenzij u om gedeeltelijk vraagt. Hetzelfde bestand nog eens krijgt hetzelfde antwoord en telt niet nog eens.");

    /// <param name="gedeeltelijk">true: rijen die goed zijn tellen, ook als andere fout zijn.</param>
    private static async Task<IResult> HandleAsync(HttpRequest request, bool? gedeeltelijk, CallerHolder holder, PartnerCatalog partners, Leverbudget budget, Bestandontvangst ontvangst, CancellationToken ct)
    {
        if (holder.Registratie is not { Sjabloon.VanGemeente: false } client)
        {
            return Problems.ScopeOntbreekt.Answer();
        }

        if (client.Gemeentecode is { } gemeente && partners.RijvormOf(client.Sjabloon.Rol) is { } vorm && await budget.WeigeringAsync(request.HttpContext, gemeente, client, vorm.Type, ct) is { } weigering)
        {
            return weigering;
        }

        var body = await JsonBody.ReadFileAsync(request, JsonBody.BestandMax, Mediatype, ct);
        return body.Probleem is { } probleem
            ? probleem.Answer()
            : await ontvangst.StoreAsync(client, holder.Caller?.Gebruiker, body.Value!, gedeeltelijk ?? false, ct);
    }
}
