using System.Net;
using Inburgering.Gateway.Identity.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>An employee with a browser: keeps the cookie, reads the app.</summary>
internal sealed class StaffClient
{
    private readonly IdentityHost host;

    private StaffClient(IdentityHost host, NieuwAccount account)
    {
        this.host = host;
        Account = account;
    }

    public NieuwAccount Account { get; }

    /// <summary>As the browser would send it back; settable, to be a thief.</summary>
    public string? Cookie { get; set; }

    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    public static async Task<StaffClient> CreateAsync(IdentityHost host, string naam = "Noor Visser", string rol = "PO")
    {
        await using var scope = host.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<Accounts>().MaakAsync($"noor-{Guid.NewGuid():N}", naam, rol, "1708");
        return new StaffClient(host, account);
    }

    public string Code(TimeSpan? off = null) => Totp.Code(Account.TotpGeheim, host.Clock.GetUtcNow() + (off ?? TimeSpan.Zero));

    /// <summary>What is not given is right.</summary>
    public async Task<string> LoginAsync(string? login = null, string? wachtwoord = null, string? totp = null)
    {
        using var form = new FormUrlEncodedContent([new("login", login ?? Account.Login), new("wachtwoord", wachtwoord ?? Account.Wachtwoord), new("totp", totp ?? Code())]);
        using var response = await host.Http.PostAsync(new Uri("/aanmelden", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Keep(response);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async Task LogoutAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/afmelden");
        request.Headers.Add("Cookie", Cookie);
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Keep(response);
    }

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, IdentityHost? at = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", Cookie);
        using var response = await (at ?? host).Http.SendAsync(request, TestContext.Current.CancellationToken);
        Keep(response);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private void Keep(HttpResponseMessage response)
    {
        SetCookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        Cookie = SetCookies is [var cookie, ..] ? cookie.Split(';')[0] : Cookie;
    }
}
