using System.Globalization;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Dossiers;

/// <summary>POST /v1/dossiers/_zoek: a number in a body, never in a URL; the answer is this client's own id of the dossier.</summary>
internal static class ZoekDossier
{
    private const int MaxBytes = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/dossiers/_zoek", HandleAsync)
        .WithMetadata(new HandelingAttribute("Dossier gezocht", Actie.Zoeken))
        .RequireScope(Scopes.DossierLezen)
        .Accepts<Zoekvraag>("application/json")
        .WithName("zoekDossier")
        .WithTags("Dossiers")
        .WithSummary("Een dossier zoeken op nummer")
        .WithDescription("Zoekt op precies één nummer en geeft het id waaronder u het dossier kent. Zonder relatie is het antwoord hetzelfde als bij een onbekend nummer.");

    internal static async Task<Results<Ok<Zoekresultaat>, ProblemHttpResult>> HandleAsync(
        HttpRequest request, Caller caller, AccessDesk access, ZoekStappen stappen, Zoekmissers missers, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<Zoekvraag>(request, MaxBytes, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        var vraag = gelezen.Value!;
        if (vraag.Fouten() is { Count: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        stappen.Note(caller, vraag);
        if (access.Ask(caller, vraag.Doel, alleenRelatie: true) is not { } question || !access.MagZoekenOp(question, vraag.Veld))
        {
            await stappen.NoteDossierAsync(caller, vraag, ct);
            return Problems.For(access.Refusal).Answer();
        }

        if (await missers.WachttijdAsync(caller, ct) is { } wacht)
        {
            request.HttpContext.Response.Headers.RetryAfter = ((int)wacht.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Problems.TeVeel.Answer();
        }

        if (access.Decide(question, await stappen.FindAsync(question, vraag, ct)) is { } grant)
        {
            return TypedResults.Ok(new Zoekresultaat(await stappen.ExternIdAsync(grant, ct)));
        }

        await missers.AddAsync(caller, access.Refusal, ct);
        return Problems.For(access.Refusal).Answer();
    }
}

/// <summary>Eén nummer en waarvoor u het dossier zoekt.</summary>
/// <param name="Bsn">Burgerservicenummer: negen cijfers.</param>
/// <param name="VNummer">V-nummer: één tot tien cijfers.</param>
/// <param name="PartnerReferentie">Uw eigen referentie, die begint met PR-.</param>
/// <param name="Doel">Waarvoor u de gegevens nodig heeft, bijvoorbeeld uitvoeren-leerroute.</param>
public sealed record Zoekvraag(string? Bsn = null, string? VNummer = null, string? PartnerReferentie = null, string? Doel = null)
{
    internal string Veld => (Bsn, VNummer) switch
    {
        (not null, _) => "bsn",
        (_, not null) => "vNummer",
        _ => "partnerReferentie",
    };

    internal IReadOnlyList<InvoerFout> Fouten()
    {
        var fouten = new List<InvoerFout>();
        if (new[] { Bsn, VNummer, PartnerReferentie }.Count(n => n is not null) != 1)
        {
            fouten.Add(new InvoerFout("Geef precies één van bsn, vNummer en partnerReferentie.", Pointer: string.Empty));
        }

        if (Bsn is not null && !Partners.Bsn.TryParse(Bsn, out _))
        {
            fouten.Add(new InvoerFout("Dit is geen BSN: negen cijfers die aan de 11-proef voldoen.", Pointer: "/bsn"));
        }

        if (VNummer is not null && !Partners.VNummer.TryParse(VNummer, out _))
        {
            fouten.Add(new InvoerFout("Dit is geen V-nummer: één tot tien cijfers.", Pointer: "/vNummer"));
        }

        if (PartnerReferentie is { Length: not 13 })
        {
            fouten.Add(new InvoerFout("Dit is geen partnerReferentie: PR- en tien tekens.", Pointer: "/partnerReferentie"));
        }

        return fouten;
    }
}

/// <summary>Het id waaronder u het dossier kent; een andere afnemer kent een ander id.</summary>
public sealed record Zoekresultaat(Guid DossierId) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["dossierId"];
}
