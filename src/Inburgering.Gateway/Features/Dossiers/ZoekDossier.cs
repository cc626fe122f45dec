using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
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
        HttpRequest request, Caller caller, AccessDesk access, ZoekStappen stappen, CancellationToken ct)
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

        return access.Decide(question, await stappen.FindAsync(question, vraag, ct)) is { } grant
            ? TypedResults.Ok(new Zoekresultaat(await stappen.ExternIdAsync(grant, ct)))
            : Problems.For(access.Refusal).Answer();
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

/// <summary>What a search needs of storage and log.</summary>
internal sealed class ZoekStappen(GatewayDb db, Dossierverwijzing verwijzing, Kluis kluis, RelatieStore relaties, ILogWriter log, Verwerking verwerking)
{
    /// <summary>The line gets the pseudonym of what was asked, found or not, allowed or not.</summary>
    public void Note(Caller caller, Zoekvraag vraag)
    {
        if (Bsn.TryParse(vraag.Bsn, out var bsn))
        {
            var (pseudoniem, type) = kluis.Pseudoniem(caller.Gemeentecode, bsn);
            verwerking.Betrokkene = new Betrokkene(pseudoniem, type, null);
        }
        else if (VNummer.TryParse(vraag.VNummer, out var vNummer))
        {
            var (pseudoniem, type) = kluis.Pseudoniem(caller.Gemeentecode, vNummer);
            verwerking.Betrokkene = new Betrokkene(pseudoniem, type, null);
        }
    }

    /// <summary>Refused before anything was read: the line still tells whose dossier it was about.</summary>
    public async Task NoteDossierAsync(Caller caller, Zoekvraag vraag, CancellationToken ct) => verwerking.GaatOver(vraag switch
    {
        { Bsn: { } tekst } when Bsn.TryParse(tekst, out var bsn) => await verwijzing.WhoseAsync(caller, bsn, ct),
        { VNummer: { } tekst } when VNummer.TryParse(tekst, out var vNummer) => await verwijzing.WhoseAsync(caller, vNummer, ct),
        _ => await verwijzing.WhoseAsync(caller, vraag.PartnerReferentie!, ct),
    });

    /// <summary>Finds by the one number given.</summary>
    public Task<IAccessFacts> FindAsync(Question question, Zoekvraag vraag, CancellationToken ct)
    {
        if (Bsn.TryParse(vraag.Bsn, out var bsn))
        {
            return db.FindAsync(question, bsn, ct);
        }

        return VNummer.TryParse(vraag.VNummer, out var vNummer)
            ? db.FindAsync(question, vNummer, ct)
            : db.FindAsync(question, vraag.PartnerReferentie!, ct);
    }

    /// <summary>The caller's id; a new one is stored together with this request's line.</summary>
    public async Task<Guid> ExternIdAsync(Granted grant, CancellationToken ct)
    {
        if (grant.ExternId is { } bekend)
        {
            return bekend;
        }

        var id = Guid.Empty;
        verwerking.Geleverd = new Zoekresultaat(id).GeleverdeVelden();
        verwerking.Bewijs = await log.AppendAsync(
            grant.Question.Caller.Gemeentecode,
            async (transactie, stop) =>
            {
                id = await relaties.GetOrMakeAsync(transactie, grant, stop);
                return [verwerking.NaarRegel()];
            },
            ct);
        return id;
    }
}
