using System.Text.Json;
using Microsoft.Playwright;

namespace Inburgering.Gateway.Browser;

/// <summary>Every rule of WCAG 2.2 A and AA that a program can judge, and no sideways scroll.</summary>
internal static class Axe
{
    private const string Run = """
        async () => {
            const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] });
            return JSON.stringify(result.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | ')));
        }
        """;

    private static readonly string Script = Path.Combine(Binaries.Root, "tests", "node", "node_modules", "axe-core", "axe.min.js");

    public static async Task AssertAccessibleAsync(this IPage page, string name)
    {
        await page.AssertNothingInlineAsync();
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Script });
        await page.JudgeAsync(name);
    }

    /// <summary>As above, at the narrowest screen of WCAG 1.4.10 and wide.</summary>
    public static async Task AssertAccessibleAtBothWidthsAsync(this IPage page, string name)
    {
        var hoogte = page.ViewportSize!.Height;
        await page.AssertNothingInlineAsync();
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Script });
        foreach (var breedte in new[] { 320, 1280 })
        {
            await page.SetViewportSizeAsync(breedte, hoogte);
            await page.JudgeAsync(name);
        }
    }

    /// <summary>The content security policy would drop it.</summary>
    private static async Task AssertNothingInlineAsync(this IPage page) => Assert.Equal(0, await page.Locator("[style], script:not([src])").CountAsync());

    private static async Task JudgeAsync(this IPage page, string name)
    {
        var violations = JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(Run))!;
        Assert.True(violations.Length == 0, $"{name}: {string.Join("\n", violations)}");
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{name} schuift opzij.");
        await PictureAsync(page, name);
    }

    /// <summary>For the README and for looking: only when a folder is named.</summary>
    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("GATEWAY_TEST_PLAATJES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{page.ViewportSize!.Width}.png"), FullPage = true });
        }
    }
}
