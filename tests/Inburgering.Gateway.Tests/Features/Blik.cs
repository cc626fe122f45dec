using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>An answer as its bytes say it.</summary>
internal sealed partial record Blik(HttpStatusCode Status, string? Soort, string Tekst)
{
    /// <summary>The fields it shows: what Proefpersoon wrote as "[CON/email/duo]".</summary>
    public IEnumerable<(string Categorie, string Veld, string Bron)> Velden => Canarie().Matches(Tekst).Select(m => m.Groups["veld"].Value.Split('/')).Select(d => (d[0], d[1], d[2]));

    /// <summary>All but the number of this one case.</summary>
    public Blik ZonderNummer => this with { Tekst = Nummer().Replace(Tekst, string.Empty) };

    /// <param name="inhoud">Null: a GET.</param>
    public static async Task<Blik> VraagAsync(HttpClient client, string token, string pad, object? inhoud = null)
    {
        var ct = TestContext.Current.CancellationToken;
        using var request = new HttpRequestMessage(inhoud is null ? HttpMethod.Get : HttpMethod.Post, pad) { Content = inhoud is null ? null : RunningHouse.Json(inhoud) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.SendAsync(request, ct);
        return new Blik(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(ct));
    }

    [GeneratedRegex(@"\[(?<veld>[A-Z]+/[A-Za-z0-9]+/[a-z]+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Canarie();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Nummer();
}
