using System.Text.Json;
using Microsoft.Playwright;

namespace Inburgering.Gateway.Browser;

/// <summary>The demo house with a real browser in front of it. An employee logs in once per house: a code works once.</summary>
public class PortalHouse : RunningHouse, IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    // the same engine without a window costs half the processor; either will do
    private static readonly string Chromium = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.First(File.Exists);

    private readonly Dictionary<string, string> sessions = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    ValueTask IAsyncLifetime.InitializeAsync() => BeginAsync();

    /// <summary>House and browser.</summary>
    protected async ValueTask BeginAsync()
    {
        await InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Arguments });
    }

    /// <summary>A fresh visitor; the portal must work without scripts.</summary>
    /// <param name="width">320 is the narrowest screen of WCAG 1.4.10.</param>
    public async Task<IPage> VisitorAsync(int width = 1280) => await (await ContextAsync(width, state: null)).NewPageAsync();

    /// <summary>A page of this employee, logged in.</summary>
    /// <param name="scripts">False: a browser that runs none.</param>
    /// <param name="policy">True: the page's own security policy holds, so axe cannot be put into it.</param>
    public async Task<IPage> AsEmployeeAsync(string login, int width = 1280, bool scripts = true, bool policy = false)
    {
        if (!sessions.TryGetValue(login, out var state))
        {
            var page = await VisitorAsync();
            await LogInAsync(page, login);
            sessions[login] = state = await page.Context.StorageStateAsync();
        }

        return await (await ContextAsync(width, state, scripts, policy)).NewPageAsync();
    }

    /// <summary>Fills in the form as a person does.</summary>
    public async Task LogInAsync(IPage page, string login, string? password = null)
    {
        var account = Account(login);
        await page.GotoAsync($"{Address}/inloggen");
        await page.GetByLabel("Gebruikersnaam").FillAsync(login);
        await page.GetByLabel("Wachtwoord").FillAsync(password ?? account.GetProperty("wachtwoord").GetString()!);
        await page.GetByLabel("Code").FillAsync(Authenticator.Code(account.GetProperty("totpGeheim").GetString()!, DateTimeOffset.UtcNow));
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await DisposeAsync();
    }

    private Task<IBrowserContext> ContextAsync(int width, string? state, bool scripts = true, bool policy = false) => browser!.NewContextAsync(new BrowserNewContextOptions
    {
        ViewportSize = new ViewportSize { Width = width, Height = 900 },
        Locale = "nl-NL",
        StorageState = state,
        JavaScriptEnabled = scripts,
        BypassCSP = !policy,      // only so that axe can be put into the page
    });

    private JsonElement Account(string login)
    {
        using var logins = JsonDocument.Parse(File.ReadAllText(Path.Combine(Data, "demo", "logins.json")));
        return logins.RootElement.EnumerateArray().Single(a => a.GetProperty("login").GetString() == login).Clone();
    }
}
