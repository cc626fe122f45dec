using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>POST /v1/notificaties: DUO's Notificatie API, byte-true. Stored durably with its log line, answered 201, and only then worked on.</summary>
internal static class PostNotificatie
{
    private const string Partner = "duo";

    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/notificaties", HandleAsync)
        .WithMetadata(new HandelingAttribute("Notificatie ontvangen", Actie.Ontvangen))
        .RequireScope(Scopes.NotificatiesLeveren)
        .WithName("opvoerenNotificatie")
        .WithTags("Notificaties")
        .WithSummary("Een notificatie van DUO ontvangen")
        .WithDescription("Neemt een notificatie aan zoals DUO die verstuurt. De notificatie is bewaard voordat u antwoord krijgt; daarna haalt de gateway de gegevens op.");

    internal static async Task<IResult> HandleAsync(
        HttpRequest request, CallerHolder holder, PartnerCatalog partners, NotificatieOntvangst ontvangst, CancellationToken ct)
    {
        if (holder.Registratie is not { } client || client.Sjabloon.Rol != Partner)
        {
            return Problems.ScopeOntbreekt.Answer();
        }

        var body = await JsonBody.ReadRawAsync(request, JsonBody.BerichtMax, ct);
        if (body.Probleem is { } probleem)
        {
            return probleem.Answer();
        }

        var fouten = new List<InvoerFout>();
        var headers = NotificatieHeaders.Read(request.Headers, fouten);
        var gelezen = partners.ReaderOf(Partner)!.Read(body.Value);
        if (gelezen is PartnerReply<Gebeurtenis>.Unreadable onleesbaar)
        {
            fouten.AddRange(onleesbaar.Fouten.Select(f => new InvoerFout(f.Detail, Pointer: f.Pointer)));
        }

        if (headers is null || gelezen is not PartnerReply<Gebeurtenis>.Answer { Value: var gebeurtenis } || fouten.Count > 0)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        if (headers.Bron.ToString() != client.Sjabloon.Organisatie)
        {
            return Problems.AfzenderKloptNiet.Answer();
        }

        return await ontvangst.StoreAsync(holder, headers, gebeurtenis, body.Value!, ct);
    }
}
