using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Wiring;

/// <summary>A verb that asks the API with a client's token: it can do no more than that client. Exit 0 done, 1 found something, 2 wrong use or no gateway, 3 not allowed.</summary>
internal static class ApiCommand
{
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(30);
    private static readonly JsonSerializerOptions Leesbaar = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <param name="als">Client.</param>
    /// <param name="vraag">Asks.</param>
    /// <param name="toon">Says what came of it, and the exit.</param>
    public static async Task<int> RunAsync(
        string als, GatewayOptions options, TextWriter error, Func<HttpClient, Task<HttpResponseMessage>> vraag, Func<JsonNode, Task<int>> toon)
    {
        var token = new StringWriter();
        if (await TokenCommand.RunAsync([als, "--scope", "synchronisatie:beheren"], options, token, error) is var exit and not 0)
        {
            return exit;
        }

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{options.Port}"), Timeout = Geduld };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.ToString().Trim());
        using var antwoord = await vraag(http);
        var tekst = JsonNode.Parse(await antwoord.Content.ReadAsStringAsync());
        return antwoord.IsSuccessStatusCode ? await toon(tekst!) : await FailAsync((int)antwoord.StatusCode, tekst, error);
    }

    /// <summary>The answer as it is.</summary>
    public static string Json(JsonNode antwoord) => antwoord.ToJsonString(Leesbaar);

    /// <summary>Takes an option and its value from the words; null: it is not there.</summary>
    public static string? Optie(List<string> rest, string naam)
    {
        var plaats = rest.IndexOf(naam);
        if (plaats < 0 || plaats == rest.Count - 1)
        {
            return null;
        }

        var waarde = rest[plaats + 1];
        rest.RemoveRange(plaats, 2);
        return waarde;
    }

    private static async Task<int> FailAsync(int status, JsonNode? probleem, TextWriter error)
    {
        await error.WriteLineAsync($"{probleem?["title"]}: {probleem?["detail"]}");
        foreach (var fout in probleem?["errors"]?.AsArray() ?? [])
        {
            await error.WriteLineAsync($"  {fout?["pointer"] ?? fout?["parameter"]} {fout?["detail"]}");
        }

        return status is 401 or 403 ? 3 : 2;
    }
}
