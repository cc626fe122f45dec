using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>POST /v1/logregels/_zoek: the portal's «Zoeken in het log» for systems, with the same filters.</summary>
internal static class ZoekLogregels
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/logregels/_zoek", HandleAsync)
        .WithMetadata(new HandelingAttribute("Log doorzocht", Actie.Zoeken))
        .RequireScope(Scopes.LogboekLezen)
        .Accepts<Logregelvraag>("application/json")
        .WithName("zoekLogregels")
        .WithTags("Logboek")
        .WithSummary("Zoeken in het log")
        .WithDescription($"Geeft de regels van het log van uw gemeente die bij uw filters passen: nieuwste eerst, {LogLezer.Pagina} per pagina, over 7 dagen of met een periode over hoogstens {ZoekInLog.MeesteDagen}. Een dossier noemt u in de inhoud, nooit in het adres. Ook uw zoekvraag komt in het log te staan.");

    internal static async Task<Results<Ok<LogregelsView>, ProblemHttpResult>> HandleAsync(
        HttpRequest request, Caller caller, ZoekInLog zoek, Woorden woorden, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<Logregelvraag>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        if (gelezen.Value!.Fouten(zaakklok) is { Count: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        return await zoek.HandleAsync(caller, gelezen.Value.Vraag(zaakklok), gelezen.Value.Dossier, tel: false, ct) switch
        {
            InzagenUitkomst.Pagina { Inhoud: var pagina } => TypedResults.Ok(LogregelsView.Of(pagina, woorden)),
            var niet => Weigering(niet),
        };
    }

    /// <summary>Also of the export, which asks the same.</summary>
    internal static ProblemHttpResult Weigering(InzagenUitkomst niet) => niet switch
    {
        InzagenUitkomst.Geweigerd { Refusal: var refusal } => Problems.For(refusal).Answer(),
        InzagenUitkomst.OnbekendDossier => Problems.DossierOnbekend.Answer(),
        InzagenUitkomst.GeenNummer => Problems.OngeldigeInvoer.Answer([new InvoerFout("Dit is geen dossierId, BSN of V-nummer.", Pointer: "/dossier")]),
        InzagenUitkomst.OnbekendeCursor => Problems.OngeldigeInvoer.Answer([new InvoerFout("Deze cursor hoort niet bij deze vraag.", Pointer: "/cursor")]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Eén pagina regels van het log van de gemeente.</summary>
/// <param name="Van">Eerste dag van de periode.</param>
/// <param name="Tot">Laatste dag van de periode.</param>
/// <param name="Logregels">Nieuwste eerst.</param>
/// <param name="Volgende">Cursor van de volgende pagina; ontbreekt op de laatste.</param>
public sealed record LogregelsView(DateOnly Van, DateOnly Tot, IReadOnlyList<InzageView> Logregels, string? Volgende = null) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => Logregels.Count == 0 ? [] : ["LOG.regels"];

    internal static LogregelsView Of(Inzagenpagina pagina, Woorden woorden) =>
        new(pagina.Periode.Van, pagina.Periode.Tot, [.. pagina.Regels.Select(r => InzageView.Of(r, woorden, metDossier: true))], pagina.Volgende);
}
