using System.Diagnostics;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Dossiers;

/// <summary>POST /v1/dossiers/{dossierId}/samenvoegingen: the gemeente says that two dossiers are one person (a V-nummer that got its BSN).</summary>
internal static class VoegSamen
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/dossiers/{dossierId}/samenvoegingen", HandleAsync)
        .WithMetadata(new HandelingAttribute("Dossiers samengevoegd", Actie.Muteren))
        .RequireScope(Scopes.DossierSchrijven)
        .Accepts<Samenvoegvraag>("application/json")
        .WithName("voegDossiersSamen")
        .WithTags("Dossiers")
        .WithSummary("Twee dossiers van één persoon samenvoegen")
        .WithDescription("Het genoemde dossier gaat op in dit dossier, met zijn gegevens, opdrachten en toestemmingen, en wordt gesloten. Alleen voor de gemeente zelf.");

    /// <param name="dossierId">Het dossier dat blijft.</param>
    internal static async Task<Results<Created<Samengevoegd>, ProblemHttpResult>> HandleAsync(
        HttpRequest request, string dossierId, Caller caller, VoegSamenStappen stappen, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<Samenvoegvraag>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        var id = Adres.Id(dossierId);
        var ander = gelezen.Value!.MetDossierId;
        if (ander is null || ander == id)
        {
            return Problems.OngeldigeInvoer.Answer([new InvoerFout("Noem het andere dossier, niet ditzelfde.", Pointer: "/metDossierId")]);
        }

        var uitkomst = await stappen.MergeAsync(caller, id, ander.Value, ct);
        return uitkomst.Nieuw(samen => $"/v1/dossiers/{samen.DossierId:D}");
    }
}

/// <summary>Welk dossier opgaat in het dossier van het adres.</summary>
/// <param name="MetDossierId">Het dossier dat opgaat en daarna gesloten is.</param>
public sealed record Samenvoegvraag(Guid? MetDossierId = null);

/// <summary>De uitkomst van een samenvoeging.</summary>
/// <param name="DossierId">Het dossier dat blijft.</param>
/// <param name="OpgenomenDossierId">Het dossier dat erin is opgegaan; het is gesloten.</param>
public sealed record Samengevoegd(Guid DossierId, Guid OpgenomenDossierId) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["dossierId", "opgenomenDossierId"];
}

/// <summary>A merge: both dossiers are the gemeente's own, and each has its line in the transaction of the change.</summary>
internal sealed class VoegSamenStappen(Regie regie, Dossierwerk werk, DossierWriter dossiers, Samenvoeging samenvoeging)
{
    public async Task<Uitkomst<Samengevoegd>> MergeAsync(Caller caller, Guid blijftId, Guid gaatOpId, CancellationToken ct)
    {
        if (await regie.OpenAsync(caller, gaatOpId, ct) is null || await regie.OpenAsync(caller, blijftId, ct) is not { } dossier)
        {
            return Uitkomst<Samengevoegd>.Niet(regie.Weigering, string.Empty);
        }

        return await werk.DoeAsync<Samengevoegd>(
            dossier,
            async (transactie, blijft, stop) =>
            {
                if (await dossiers.FindAsync(transactie, caller.Gemeentecode, gaatOpId, stop) is not { } gaatOp)
                {
                    return Uitkomst<Samengevoegd>.Niet(Problems.DossierOnbekend, "geen-dossier");
                }

                if ((blijft.GeslotenOp ?? gaatOp.GeslotenOp) is not null)
                {
                    return Uitkomst<Samengevoegd>.Niet(Problems.DossierGesloten, "dossier-gesloten");
                }

                return await samenvoeging.MergeAsync(transactie, blijft, gaatOp, stop)
                    ? new Samengevoegd(blijftId, gaatOpId)
                    : Uitkomst<Samengevoegd>.Niet(Problems.NietSamenTeVoegen, "twee-personen");
            },
            (regel, _) => [regel with { SpanId = ActivitySpanId.CreateRandom().ToHexString(), Betrokkene = new Betrokkene(null, "dossier", gaatOpId) }, regel],
            ct);
    }
}
