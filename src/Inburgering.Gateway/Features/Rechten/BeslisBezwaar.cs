using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>POST /v1/dossiers/{dossierId}/bezwaren/{bezwaarId}/beslissingen</summary>
internal static class BeslisBezwaar
{
    private static readonly string[] Uitkomsten = [BezwaarStore.Gegrond, BezwaarStore.Ongegrond];

    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/dossiers/{dossierId}/bezwaren/{bezwaarId}/beslissingen", HandleAsync)
        .Accepts<Bezwaarbeslissing>("application/json")
        .Recht(
            "beslisBezwaar", "Op bezwaar beslist", "Op een bezwaar beslissen",
            "Gegrond: het gebruik blijft stilstaan. Ongegrond: het gebruik mag vanaf nu weer. Dezelfde beslissing nog eens heeft geen tweede gevolg; een andere beslissing wordt geweigerd.");

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="bezwaarId">Nummer van het bezwaar.</param>
    internal static async Task<Results<Ok<BezwaarView>, ProblemHttpResult>> HandleAsync(
        string dossierId, string bezwaarId, HttpRequest request, Caller caller, Regie regie, Dossierwerk werk, BezwaarStore bezwaren, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<Bezwaarbeslissing>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        var uitkomstwoord = gelezen.Value!.Uitkomst;
        if (!Uitkomsten.Contains(uitkomstwoord))
        {
            return Problems.OngeldigeInvoer.Answer([new InvoerFout("Een uitkomst is gegrond of ongegrond.", Pointer: "/uitkomst")]);
        }

        if (await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), ct) is not { } dossier)
        {
            return regie.Weigering.Answer();
        }

        var uitkomst = await werk.DoeAsync<BezwaarView>(dossier, async (transactie, _, stop) =>
            await bezwaren.DecideAsync(transactie, dossier, Adres.Id(bezwaarId), uitkomstwoord, stop) switch
            {
                null => Uitkomst<BezwaarView>.Niet(Problems.BestaatNiet, "geen-bezwaar"),
                { Uitkomst: var eerder } when eerder != uitkomstwoord => Uitkomst<BezwaarView>.Niet(Problems.AlBeslist, "al-beslist"),
                var bezwaar => BezwaarView.Of(bezwaar),
            }, ct);
        return uitkomst.Antwoord();
    }
}

/// <summary>De beslissing op een bezwaar.</summary>
/// <param name="Uitkomst">gegrond of ongegrond.</param>
public sealed record Bezwaarbeslissing(string Uitkomst);
