using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Koppelingen;

/// <summary>GET /v1/dossiers/{dossierId}/opschortingen</summary>
internal static class GetOpschortingen
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapGet("/dossiers/{dossierId}/opschortingen", HandleAsync)
        .WithMetadata(new HandelingAttribute("Opschortingen geraadpleegd", Actie.Raadplegen))
        .RequireScope(Scopes.DossierLezen)
        .WithName("getOpschortingen")
        .WithTags("Meldingen")
        .WithSummary("Zien of de uitwisseling over een persoon stilligt")
        .WithDescription("Geeft de opschortingen van een dossier, ook die voorbij zijn; oudste eerst. Zolang er een geldt, wordt bij die partner niets over deze persoon opgevraagd of gemeld.");

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    private static async Task<Results<Ok<OpschortingenView>, ProblemHttpResult>> HandleAsync(string dossierId, Caller caller, LeesOpschortingen lees, CancellationToken ct)
    {
        var uitkomst = await lees.HandleAsync(caller, Adres.Id(dossierId), ct);
        return uitkomst.Antwoord();
    }
}

/// <summary>What is suspended: as numbers of the gemeente, or of one dossier.</summary>
internal sealed class LeesOpschortingen(AccessDesk desk, Regie regie, OpschortingLezer lezer, Dossierverwijzing verwijzing, Beleid beleid)
{
    public async Task<Uitkomst<OpschortingenView>> HandleAsync(Caller caller, Guid dossierId, CancellationToken ct) =>
        await regie.OpenAsync(caller, dossierId, ct) is { } dossier
            ? new OpschortingenView([.. (await lezer.OfAsync(dossier, ct)).Select(OpschortingView.Of)])
            : Uitkomst<OpschortingenView>.Niet(regie.Weigering, string.Empty);

    /// <summary>One, with its dossier.</summary>
    public async Task<Uitkomst<OpschortingView>> OneAsync(Caller caller, Guid opschortingId, CancellationToken ct) =>
        await regie.OpenAsync(caller, await verwijzing.OfOpschortingAsync(caller, opschortingId, ct), ct) is { } dossier
            ? OpschortingView.Of((await lezer.OfAsync(dossier, ct)).Single(o => o.OpschortingId == opschortingId))
            : Uitkomst<OpschortingView>.Niet(regie.WeigeringOf(Problems.BestaatNiet), string.Empty);

    /// <summary>Those that run, without their persons; null: this caller may not.</summary>
    public async Task<IReadOnlyList<Opschortingvermelding>?> LopendAsync(Caller caller, CancellationToken ct) =>
        desk.AskBeheer(caller) is { } vraag ? [.. (await lezer.LopendAsync(vraag, ct)).Select(Of)] : null;

    /// <summary>How many persons; null: this caller may not.</summary>
    public async Task<long?> TelAsync(Caller caller, CancellationToken ct) => desk.AskBeheer(caller) is { } vraag ? await lezer.TelAsync(vraag, ct) : null;

    private Opschortingvermelding Of(Lopend lopend) => new(
        lopend.OpschortingId,
        beleid.Bestemmingen.TryGetValue(lopend.Partner, out var partner) ? partner.Naam : lopend.Partner,
        lopend.Van,
        $"{(lopend.Meldingen == 1 ? "1 melding" : $"{lopend.Meldingen} meldingen")}, {(lopend.Berichten == 1 ? "1 bericht" : $"{lopend.Berichten} berichten")}");
}

/// <summary>One that runs, in words.</summary>
/// <param name="Wacht">What goes on when it ends.</param>
internal sealed record Opschortingvermelding(Guid OpschortingId, string Partner, DateTimeOffset Van, string Wacht);
