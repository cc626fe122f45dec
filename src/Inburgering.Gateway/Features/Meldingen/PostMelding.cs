using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Meldingen;

/// <summary>POST /v1/dossiers/{dossierId}/pips and its siblings: what the gemeente tells DUO.</summary>
internal static class PostMelding
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        Map<PipInvoer>(v1, "pips", "meldPip", "Een PIP melden", "Meldt een nieuw of gewijzigd PIP aan DUO.");
        Map<AanbodInvoer>(v1, "aanbiedingen", "meldAanbod", "Een inburgeringsaanbod melden", "Meldt het aanbod bij één instelling aan DUO; het vervangt een eerder aanbod bij die instelling.");
        Map<MapResultaat>(v1, "map-resultaten", "meldMap", "Het eindgesprek van de MAP melden", "Meldt de datum van het eindgesprek, of of het overschrijden van de termijn verwijtbaar is, aan DUO.");
        Map<PvtResultaat>(v1, "pvt-resultaten", "meldPvt", "De ondertekening van de participatieverklaring melden", "Meldt de datum van ondertekening, of of het overschrijden van de termijn verwijtbaar is, aan DUO.");
        Map<ZrouteResultaat>(v1, "zroute-resultaten", "meldZroute", "Het einde van de Z-route melden", "Meldt aan DUO wanneer de Z-route is afgerond.");
        Map<UrenInvoer>(v1, "gevolgde-uren", "meldUren", "Gevolgde uren melden", "Meldt één van de drie totalen van gevolgde uren aan DUO: alle uren sinds het begin.");
        Map<ContactpersoonInvoer>(v1, "contactpersonen", "meldContactpersoon", "Een contactpersoon melden", "Meldt aan DUO wie bij uw gemeente bereikbaar is voor vragen over deze persoon. Kent DUO deze contactpersoon van u nog niet, dan wordt hij daar eerst aangemeld en daarna aan deze persoon gekoppeld; bij een volgende persoon volgt alleen de koppeling. Met een nummer wijzigt u de gegevens van die contactpersoon, voor iedereen die hem heeft.");
        Map(v1, "leerbaarheidstoets-afmeldingen", AfmeldAsync, "meldLeerbaarheidstoetsAf", "De leerbaarheidstoets afmelden", "Meldt aan DUO dat deze persoon de leerbaarheidstoets niet hoeft te maken.");
    }

    private static void Map<TInvoer>(IEndpointRouteBuilder v1, string pad, string naam, string samenvatting, string wat)
        where TInvoer : class, IMeldingInvoer => Map(v1, pad, HandleAsync<TInvoer>, naam, samenvatting, wat).Accepts<TInvoer>("application/json");

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder v1, string pad, Delegate handler, string naam, string samenvatting, string wat) => v1
        .MapPost($"/dossiers/{{dossierId}}/{pad}", handler)
        .WithMetadata(new HandelingAttribute("Melding ingediend", Actie.Muteren))
        .RequireScope(Scopes.DossierSchrijven)
        .WithName(naam)
        .WithTags("Meldingen")
        .WithSummary(samenvatting)
        .WithDescription($"{wat} De melding wordt eerst getoetst aan de voorwaarden van DUO en daarna verstuurd; u volgt haar onder het adres in Location. Dezelfde melding nog eens heeft geen tweede gevolg.");

    /// <summary>There is nothing to say but that it is so.</summary>
    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    private static async Task<Results<Accepted<MeldingView>, ProblemHttpResult>> AfmeldAsync(string dossierId, Caller caller, DienMeldingIn dien, CancellationToken ct)
    {
        var uitkomst = await dien.HandleAsync(caller, Adres.Id(dossierId), new LeerbaarheidstoetsAfmeldingInvoer(), ct);
        return uitkomst.Aangenomen(melding => Adres.Melding(melding.MeldingId));
    }

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    private static async Task<Results<Accepted<MeldingView>, ProblemHttpResult>> HandleAsync<TInvoer>(
        string dossierId, HttpRequest request, Caller caller, DienMeldingIn dien, WeigeringOver weigering, CancellationToken ct)
        where TInvoer : class, IMeldingInvoer
    {
        var id = Adres.Id(dossierId);
        var gelezen = await JsonBody.ReadAsync<TInvoer>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            await weigering.NoteAsync(caller, id, ct);
            return probleem.Answer(gelezen.Fouten);
        }

        if (gelezen.Value!.Fouten() is { Count: > 0 } fouten)
        {
            await weigering.NoteAsync(caller, id, ct);
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        var uitkomst = await dien.HandleAsync(caller, id, gelezen.Value, ct);
        return uitkomst.Aangenomen(melding => Adres.Melding(melding.MeldingId));
    }
}
