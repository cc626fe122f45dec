using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>All that would give something of a person away, asked while no line can be written.</summary>
internal sealed class Uitvalproef
{
    private const string Hasan = Regiewerk.Hasan;
    private const string Leerroute = "uitvoeren-leerroute";
    private readonly (HttpClient Client, Func<HttpRequestMessage> Vraag)[] vragen;
    private readonly string[] waarden;
    private readonly ConcurrentDictionary<string, int> bodies = new();

    private Uitvalproef((HttpClient, Func<HttpRequestMessage>)[] vragen, string[] waarden) => (this.vragen, this.waarden) = (vragen, waarden);

    /// <summary>In which every attempt is made: no line may have it.</summary>
    public string Trace { get; } = Logboek.NieuweTrace();

    /// <summary>The different answers there were, without their trace.</summary>
    public IEnumerable<string> Bodies => bodies.Keys;

    public static async Task<Uitvalproef> MaakAsync(RunningHouse house)
    {
        var (regie, school, privacy) = (await house.AsAsync("zaaksysteem-1708"), await house.AsAsync("schakelcollege-1708"), await house.AsAsync("privacy-1708"));
        var (inner, eigen) = (await RunningHouse.FindAsync(regie, Hasan, "regie-voeren"), await RunningHouse.FindAsync(school, Hasan, Leerroute));
        var gelezen = await Antwoord.SendAsync(regie, HttpMethod.Get, $"/v1/dossiers/{inner}?doel=regie-voeren");
        var inzage = await Antwoord.SendAsync(privacy, HttpMethod.Post, $"/v1/dossiers/{inner}/inzage-exporten", Zaak);
        (HttpClient, Func<HttpRequestMessage>)[] alle =
        [
            (regie, () => Get($"/v1/dossiers/{inner}?doel=regie-voeren")),
            (school, () => Get($"/v1/dossiers/{eigen}?doel={Leerroute}")),
            (school, () => Get($"/v1/dossiers/{eigen}?doel=regie-voeren")),
            (school, () => Post("/v1/dossiers/_zoek", new { bsn = Hasan, doel = Leerroute })),
            (school, () => Post("/v1/dossiers/_zoek", new { bsn = "999990056", doel = Leerroute })),
            (regie, () => Get($"/v1/dossiers/{inner}/inzagen?doel=regie-voeren")),
            (regie, () => Get($"/v1/dossiers/{inner}/besluiten/{gelezen.BesluitId}")),
            (privacy, () => Post("/v1/logregels/_zoek", new { dossier = Hasan })),
            (privacy, () => Post("/v1/logregels/_exporteer", new { dossier = Hasan })),
            (privacy, () => Post("/v1/processing-activities", new Dictionary<string, string> { ["dpl.core.data_subject_id"] = Hasan, ["dpl.core.data_subject_id_type"] = "BSN" })),
            (privacy, () => Post($"/v1/dossiers/{inner}/inzage-exporten", Zaak)),
            (privacy, () => Post($"/v1/dossiers/{inner}/inzage-exporten", Zaak, "text/html")),
            (regie, () => Post($"/v1/dossiers/{inner}/toestemmingen", Regiewerk.Toestemming())),
            (await house.AsAsync("duo"), () => Notificatie()),
        ];
        return new Uitvalproef(alle, [.. Waarden(gelezen.Body.GetProperty("gegevens")).Concat(Waarden(inzage.Body.GetProperty("gegevens"))).Distinct()]);
    }

    /// <summary>Uses up what room the last page of the table still has.</summary>
    public async Task FillAsync()
    {
        for (var keer = 0; keer < 20 && await LeestAsync(TestContext.Current.CancellationToken); keer++)
        {
            // one line more
        }
    }

    /// <summary>Whether an ordinary read is answered.</summary>
    public async Task<bool> LeestAsync(CancellationToken ct)
    {
        using var vraag = vragen[0].Vraag();
        using var answer = await vragen[0].Client.SendAsync(vraag, ct);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>So many attempts, eight at a time, each answered 503 with nothing of the person in it.</summary>
    public async Task RunAsync(int pogingen)
    {
        Assert.True(waarden.Length > 50);
        await Parallel.ForAsync(0, pogingen, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, TryAsync);
    }

    private static object Zaak => new { zaaknummer = "AVG-2024-0017" };

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static HttpRequestMessage Post(string path, object body, string accept = "*/*")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = RunningHouse.Json(body) };
        request.Headers.Accept.ParseAdd(accept);
        return request;
    }

    private static HttpRequestMessage Notificatie()
    {
        var request = Post("/v1/notificaties", Levering.Notificatie("SS102", Hasan));
        request.Headers.Add("bron", Notificaties.Duo);
        request.Headers.Add("doel", Notificaties.Noorderveld);
        request.Headers.Add("berichtId", Guid.NewGuid().ToString("D"));
        return request;
    }

    private async ValueTask TryAsync(int poging, CancellationToken ct)
    {
        var (client, maak) = vragen[poging % vragen.Length];
        using var vraag = maak();
        vraag.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-00");
        using var answer = await client.SendAsync(vraag, ct);
        var body = (await answer.Content.ReadAsStringAsync(ct)).Replace(Trace, string.Empty, StringComparison.Ordinal);
        var alles = answer.Headers.ToString() + answer.Content.Headers + body;
        Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{vraag.RequestUri}: {(int)answer.StatusCode}");
        Assert.False(answer.Headers.Contains("Besluit-Id"));
        Assert.All(waarden, waarde => Assert.False(alles.Contains(waarde, StringComparison.OrdinalIgnoreCase), $"{vraag.RequestUri}: een veld van de persoon staat in het antwoord."));
        bodies.AddOrUpdate(body, 1, (_, aantal) => aantal + 1);
    }

    /// <summary>Every value long enough not to stand in a text by chance.</summary>
    private static IEnumerable<string> Waarden(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Waarden(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Waarden),
        _ => element.ToString() is { Length: >= 4 } waarde && element.ValueKind is JsonValueKind.String or JsonValueKind.Number ? [waarde] : [],
    };
}
