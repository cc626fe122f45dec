using Inburgering.Gateway.Door;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Zegels;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Features.Getuige;

/// <summary>POST /getuige/v1/zegels: keeps a checkpoint of another gateway and signs that it has it (C2SP tlog-witness).</summary>
/// <remarks>
/// No token: the signature of the checkpoint is the proof of who sends, and a copy sent by somebody else changes nothing. No log line either:
/// two gateways that witness each other would write one for ever; the kept checkpoints are their own register.
/// </remarks>
internal static class OntvangZegel
{
    public const string Pad = "/getuige/v1/zegels";

    /// <summary>342 gemeenten in 16 streams each fit.</summary>
    private const int MaxBytes = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Pad, HandleAsync)
        .AllowAnonymous()
        .WithMetadata(new ZonderLogregelAttribute("zegel van een andere gateway: hashes en handtekeningen, geen persoonsgegevens"))
        .ExcludeFromDescription();

    internal static async Task<Results<Ok<Bevestiging>, ProblemHttpResult>> HandleAsync(
        HttpContext http, IOptions<VerwerkingslogOptions> options, IGetuigenisStore store, IZegelSleutel sleutel, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<Aangeboden>(http.Request, MaxBytes, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        if (gelezen.Value!.ToZegel() is not { } zegel)
        {
            return Problems.OngeldigeInvoer.Answer([new InvoerFout("Dit is geen zegel.", "/inhoud")]);
        }

        if (!options.Value.Getuigt.TryGetValue(gelezen.Value.Van, out var bestanden) || !IsVan(bestanden, zegel))
        {
            return Problems.ZegelOnbekend.Answer();
        }

        var ontvangst = await store.OntvangAsync(gelezen.Value.Van, zegel, ct);
        if (!ontvangst.Past)
        {
            return (Problems.ZegelPastNiet with { Detail = $"Het laatste zegel dat hier van u staat heeft nummer {ontvangst.Laatste}. Dit zegel sluit daar niet op aan of zegt iets anders." }).Answer();
        }

        var getuigenis = Getuigenis.Make(gelezen.Value.Van, zegel, ontvangst.Tijd, sleutel);
        return TypedResults.Ok(new Bevestiging(getuigenis.Inhoud, ontvangst.Tijd, getuigenis.Kid, Convert.ToHexStringLower(getuigenis.Handtekening)));
    }

    private static bool IsVan(IEnumerable<string> bestanden, Zegel zegel) =>
        zegel.Hash.AsSpan().SequenceEqual(Zegel.HashOf(zegel.Inhoud)) && Zegelsleutels.Verify(bestanden, zegel.Hash, zegel.Handtekening);
}
