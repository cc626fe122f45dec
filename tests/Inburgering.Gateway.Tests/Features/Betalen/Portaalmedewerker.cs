using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Identity.Staff;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Features.Betalen;

/// <summary>An employee of the demo in the portal, over plain HTTP: logs in once per house (a code works once), opens pages and sends their forms.</summary>
internal sealed class Portaalmedewerker : IDisposable
{
    private static readonly ConcurrentDictionary<string, Task<Portaalmedewerker>> Aangemeld = new(StringComparer.Ordinal);
    private readonly HttpClient http;

    private Portaalmedewerker(RunningHouse house) => http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(house.Address) };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="login">"marieke".</param>
    public static Task<Portaalmedewerker> MeldAanAsync(RunningHouse house, string login) => Aangemeld.GetOrAdd($"{house.Database} {login}", _ => LogInAsync(house, login));

    private static async Task<Portaalmedewerker> LogInAsync(RunningHouse house, string login)
    {
        using var logins = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(house.Data, "demo", "logins.json"), Ct));
        var wie = logins.RootElement.EnumerateArray().Single(a => a.GetProperty("login").GetString() == login);
        var medewerker = new Portaalmedewerker(house);
        var code = Totp.Code(wie.GetProperty("totpGeheim").GetString()!, DateTimeOffset.UtcNow);
        Assert.Equal(HttpStatusCode.Redirect, (await medewerker.PostAsync("/inloggen", null, ("Login", login), ("Wachtwoord", wie.GetProperty("wachtwoord").GetString()!), ("Code", code))).Status);
        return medewerker;
    }

    public async Task<(HttpStatusCode Status, string Tekst)> GetAsync(string pad)
    {
        using var antwoord = await http.GetAsync(new Uri(pad, UriKind.Relative), Ct);
        return (antwoord.StatusCode, await antwoord.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>Sends a form of this page; what comes back may be another page, a file or an address.</summary>
    /// <param name="handler">Null: the page's only form.</param>
    public async Task<(HttpStatusCode Status, string Tekst)> PostAsync(string pad, string? handler, params (string Naam, string Waarde)[] velden)
    {
        var pagina = (await GetAsync(pad)).Tekst;
        var bewijs = Regex.Match(pagina, """name="__RequestVerificationToken" type="hidden" value="(?<bewijs>[^"]+)""", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["bewijs"].Value;
        using var formulier = new FormUrlEncodedContent([new("__RequestVerificationToken", bewijs), .. velden.Select(v => KeyValuePair.Create(v.Naam, v.Waarde))]);
        using var antwoord = await http.PostAsync(new Uri(handler is null ? pad : $"{pad}?handler={handler}", UriKind.Relative), formulier, Ct);
        return (antwoord.StatusCode, antwoord.Headers.Location?.ToString() ?? await antwoord.Content.ReadAsStringAsync(Ct));
    }

    public void Dispose() => http.Dispose();
}
