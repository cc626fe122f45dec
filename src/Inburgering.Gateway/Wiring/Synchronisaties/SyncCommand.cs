using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Wiring.Synchronisaties;

/// <summary>`gateway sync …`: what a gemeente does with its synchronisaties, asked of the API with a client's token; it can do no more than that client.</summary>
internal static class SyncCommand
{
    public const string Gebruik = "gateway sync lijst | start <nummer> --reden \"…\" [--proef] | pauzeer <nummer> --reden \"…\" [--tot <tijdstip>] | hervat <nummer> --reden \"…\" --wijze inhalen|overslaan, alle met --als <client> en desgewenst --json";

    private const string Lijst = "lijst", Start = "start", Pauzeer = "pauzeer", Hervat = "hervat";
    private const string Alle = "/v1/synchronisaties";
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(30);
    private static readonly JsonSerializerOptions Leesbaar = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>Exit 0 done, 1 one of them asks for action, 2 wrong use or no gateway, 3 not allowed.</summary>
    /// <param name="args">What follows "sync".</param>
    public static async Task<int> RunAsync(string[] args, GatewayOptions options, TextWriter output, TextWriter error)
    {
        if (Woorden.Lees(args) is not { } woorden)
        {
            await error.WriteLineAsync($"Gebruik: {Gebruik}");
            return 2;
        }

        var token = new StringWriter();
        if (await TokenCommand.RunAsync([woorden.Als, "--scope", "synchronisatie:beheren"], options, token, error) is var exit and not 0)
        {
            return exit;
        }

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{options.Port}"), Timeout = Geduld };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.ToString().Trim());
        using var antwoord = await SendAsync(http, woorden);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        return antwoord.IsSuccessStatusCode ? await ShowAsync(woorden, tekst, output) : await FailAsync((int)antwoord.StatusCode, tekst, error);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, Woorden woorden) => woorden.Werkwoord switch
    {
        Lijst => http.GetAsync(new Uri(Alle, UriKind.Relative)),
        Start => http.PostAsJsonAsync(new Uri($"{Alle}/{woorden.Nummer}/uitvoeringen", UriKind.Relative), new { woorden.Reden, woorden.Proef }),
        Pauzeer => http.PostAsJsonAsync(new Uri($"{Alle}/{woorden.Nummer}/pauzes", UriKind.Relative), Pauze(woorden)),
        _ => http.PostAsJsonAsync(new Uri($"{Alle}/{woorden.Nummer}/hervattingen", UriKind.Relative), new { woorden.Reden, woorden.Wijze }),
    };

    private static JsonObject Pauze(Woorden woorden)
    {
        var pauze = new JsonObject { ["reden"] = woorden.Reden };
        if (woorden.Tot is not null)
        {
            pauze["tot"] = woorden.Tot;
        }

        return pauze;
    }

    private static async Task<int> ShowAsync(Woorden woorden, string tekst, TextWriter output)
    {
        var antwoord = JsonNode.Parse(tekst)!;
        if (woorden.Json)
        {
            await output.WriteLineAsync(antwoord.ToJsonString(Leesbaar));
        }
        else if (woorden.Werkwoord == Start)
        {
            await output.WriteLineAsync($"Begonnen: {antwoord["uitvoeringId"]}");
        }
        else
        {
            foreach (var synchronisatie in antwoord["synchronisaties"]?.AsArray() ?? [antwoord.DeepClone()])
            {
                await output.WriteLineAsync($"{synchronisatie!["synchronisatieId"]}  {synchronisatie["naam"]}  {synchronisatie["status"]}\n    {synchronisatie["stand"]} {synchronisatie["roosterZin"]}.");
            }
        }

        return antwoord["synchronisaties"]?.AsArray().Any(VraagtActie) is true ? 1 : 0;
    }

    private static bool VraagtActie(JsonNode? synchronisatie) => (string?)synchronisatie?["status"] is "te-laat" or "mislukt" or "verdacht-leeg" or "gelukt-met-afkeur";

    private static async Task<int> FailAsync(int status, string tekst, TextWriter error)
    {
        var probleem = JsonNode.Parse(tekst);
        await error.WriteLineAsync($"{probleem?["title"]}: {probleem?["detail"]}");
        foreach (var fout in probleem?["errors"]?.AsArray() ?? [])
        {
            await error.WriteLineAsync($"  {fout?["pointer"]} {fout?["detail"]}");
        }

        return status is 401 or 403 ? 3 : 2;
    }

    /// <summary>The words of one command.</summary>
    private sealed record Woorden(string Werkwoord, string? Nummer, string Als)
    {
        private static readonly string[] Werkwoorden = [Lijst, Start, Pauzeer, Hervat];

        public string? Reden { get; private init; }

        public string? Tot { get; private init; }

        public string? Wijze { get; private init; }

        public bool Proef { get; private init; }

        public bool Json { get; private init; }

        /// <summary>Null: this is no command.</summary>
        public static Woorden? Lees(string[] args)
        {
            var rest = new List<string>(args);
            var (als, reden, tot, wijze) = (Optie(rest, "--als"), Optie(rest, "--reden"), Optie(rest, "--tot"), Optie(rest, "--wijze"));
            var (proef, json) = (rest.Remove("--proef"), rest.Remove("--json"));
            return rest is [var werkwoord, .. var nummers] && als is not null && PastBij(werkwoord, nummers)
                ? new Woorden(werkwoord, nummers.FirstOrDefault(), als) { Reden = reden, Tot = tot, Wijze = wijze, Proef = proef, Json = json }
                : null;
        }

        private static bool PastBij(string werkwoord, List<string> nummers)
        {
            var aantal = werkwoord == Lijst ? 0 : 1;
            return Werkwoorden.Contains(werkwoord) && nummers.Count == aantal && nummers.TrueForAll(n => Guid.TryParseExact(n, "D", out _));
        }

        private static string? Optie(List<string> rest, string naam)
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
    }
}
