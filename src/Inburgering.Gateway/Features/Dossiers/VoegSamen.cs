using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
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
    private const int MaxBytes = 1024 * 1024;

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
        HttpRequest request, string dossierId, Caller caller, AccessDesk access, VoegSamenStappen stappen, CancellationToken ct)
    {
        if (access.Ask(caller, "regie-voeren", alleenRelatie: true) is null)
        {
            return Problems.For(access.Refusal).Answer();
        }

        var gelezen = await JsonBody.ReadAsync<Samenvoegvraag>(request, MaxBytes, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        var id = Guid.TryParseExact(dossierId, "D", out var blijft) ? blijft : Guid.Empty;
        var ander = gelezen.Value!.MetDossierId;
        if (ander is null || ander == id)
        {
            return Problems.OngeldigeInvoer.Answer([new InvoerFout("Noem het andere dossier, niet ditzelfde.", Pointer: "/metDossierId")]);
        }

        return await stappen.MergeAsync(caller, id, ander.Value, ct) switch
        {
            Samenvoeguitkomst.Gedaan => TypedResults.Created($"/v1/dossiers/{id:D}", new Samengevoegd(id, ander.Value)),
            Samenvoeguitkomst.NietSamenTeVoegen => Problems.NietSamenTeVoegen.Answer(),
            _ => Problems.DossierOnbekend.Answer(),
        };
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

internal enum Samenvoeguitkomst
{
    Gedaan,
    NietSamenTeVoegen,
    Onbekend,
}

/// <summary>What a merge needs of storage and log: one line per dossier, in the transaction of the change.</summary>
internal sealed class VoegSamenStappen(
    Beleid beleid, AccessDesk access, Verwerking verwerking, ILogWriter log, DossierWriter dossiers, Samenvoeging samenvoeging)
{
    public async Task<Samenvoeguitkomst> MergeAsync(Caller caller, Guid blijftId, Guid gaatOpId, CancellationToken ct)
    {
        access.Aanvaard(Leverrecht.VanGemeente(beleid));
        verwerking.Gevraagd = ["dossierId"];
        try
        {
            verwerking.Bewijs = await log.AppendAsync(
                caller.Gemeentecode,
                async (transactie, stop) =>
                {
                    var (eerste, tweede) = blijftId.CompareTo(gaatOpId) < 0 ? (blijftId, gaatOpId) : (gaatOpId, blijftId);
                    var a = await FindAsync(transactie, caller, eerste, stop);
                    var b = await FindAsync(transactie, caller, tweede, stop);
                    var (blijft, gaatOp) = a.DossierId == blijftId ? (a, b) : (b, a);
                    if (!await samenvoeging.MergeAsync(transactie, blijft, gaatOp, stop))
                    {
                        throw new NietGeluktException(Samenvoeguitkomst.NietSamenTeVoegen);
                    }

                    verwerking.Geleverd = ["dossierId", "opgenomenDossierId"];
                    verwerking.GaatOver(blijftId);
                    var regel = verwerking.NaarRegel();
                    return [regel with { SpanId = System.Diagnostics.ActivitySpanId.CreateRandom().ToHexString(), Betrokkene = new Betrokkene(null, "dossier", gaatOpId) }, regel];
                },
                ct);
            return Samenvoeguitkomst.Gedaan;
        }
        catch (NietGeluktException e)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return e.Uitkomst;
        }
    }

    /// <summary>In a fixed order, so that two merges at once cannot wait for each other.</summary>
    private async Task<DossierRef> FindAsync(System.Data.Common.DbTransaction transactie, Caller caller, Guid id, CancellationToken ct)
    {
        var dossier = await dossiers.FindAsync(transactie, caller.Gemeentecode, id, ct) ?? throw new NietGeluktException(Samenvoeguitkomst.Onbekend);
        dossier.RequireOpen();
        return dossier;
    }

    private sealed class NietGeluktException(Samenvoeguitkomst uitkomst) : Exception
    {
        public Samenvoeguitkomst Uitkomst { get; } = uitkomst;
    }
}
