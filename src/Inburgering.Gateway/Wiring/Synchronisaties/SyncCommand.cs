using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Wiring.Synchronisaties;

/// <summary>`gateway sync …`: what a gemeente does with its synchronisaties, asked of the API with a client's token; it can do no more than that client.</summary>
internal static class SyncCommand
{
    public const string Gebruik = "gateway sync lijst | start <nummer> --reden \"…\" [--proef] | pauzeer <nummer> --reden \"…\" [--tot <tijdstip>] | hervat <nummer> --reden \"…\" --wijze inhalen|overslaan | inhaal <nummer> --van <dag> --tot <dag> --reden \"…\" [--proef], alle met --als <client> en desgewenst --json";

    private const string Lijst = "lijst", Start = "start", Pauzeer = "pauzeer", Hervat = "hervat", Inhaal = "inhaal";
    private const string Alle = "/v1/synchronisaties";

    /// <summary>Exit 0 done, 1 one of them asks for action, 2 wrong use or no gateway, 3 not allowed.</summary>
    /// <param name="args">What follows "sync".</param>
    public static async Task<int> RunAsync(string[] args, GatewayOptions options, TextWriter output, TextWriter error)
    {
        if (Woorden.Lees(args) is not { } woorden)
        {
            await error.WriteLineAsync($"Gebruik: {Gebruik}");
            return 2;
        }

        return await ApiCommand.RunAsync(woorden.Als, options, error, http => SendAsync(http, woorden), antwoord => ShowAsync(woorden, antwoord, output));
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, Woorden woorden) => woorden.Werkwoord switch
    {
        Lijst => http.GetAsync(new Uri(Alle, UriKind.Relative)),
        Start => http.PostAsJsonAsync(new Uri($"{Alle}/{woorden.Nummer}/uitvoeringen", UriKind.Relative), new { woorden.Reden, woorden.Proef }),
        Pauzeer => http.PostAsJsonAsync(new Uri($"{Alle}/{woorden.Nummer}/pauzes", UriKind.Relative), Pauze(woorden)),
        Inhaal when woorden.Proef => http.PostAsJsonAsync(new Uri($"{Alle}/{woorden.Nummer}/inhaalramingen", UriKind.Relative), new { woorden.Van, woorden.Tot }),
        Inhaal => http.PostAsJsonAsync(new Uri($"{Alle}/{woorden.Nummer}/inhaalruns", UriKind.Relative), new { woorden.Van, woorden.Tot, woorden.Reden }),
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

    private static async Task<int> ShowAsync(Woorden woorden, JsonNode antwoord, TextWriter output)
    {
        if (woorden.Json)
        {
            await output.WriteLineAsync(ApiCommand.Json(antwoord));
        }
        else if (antwoord["uitvoeringId"] is { } uitvoering)
        {
            await output.WriteLineAsync((string?)antwoord["status"] == "wacht-op-akkoord" ? $"Wacht op het akkoord van een ander: {uitvoering}" : $"Begonnen: {uitvoering}");
        }
        else if (antwoord["personen"] is { } personen)
        {
            await output.WriteLineAsync($"{personen} personen{((bool)antwoord["akkoordNodig"]! ? "; een ander moet akkoord geven" : string.Empty)}");
        }
        else
        {
            foreach (var synchronisatie in antwoord["synchronisaties"]?.AsArray() ?? [antwoord.DeepClone()])
            {
                await output.WriteLineAsync($"{synchronisatie!["synchronisatieId"]}  {synchronisatie["naam"]}  {synchronisatie["status"]}\n    {synchronisatie["stand"]} {synchronisatie["roosterZin"]}.");
            }
        }

        return (int?)antwoord["metActie"] > 0 ? 1 : 0;
    }

    /// <summary>The words of one command.</summary>
    private sealed record Woorden(string Werkwoord, string? Nummer, string Als)
    {
        private static readonly string[] Werkwoorden = [Lijst, Start, Pauzeer, Hervat, Inhaal];

        public string? Reden { get; private init; }

        public string? Van { get; private init; }

        public string? Tot { get; private init; }

        public string? Wijze { get; private init; }

        public bool Proef { get; private init; }

        public bool Json { get; private init; }

        /// <summary>Null: this is no command.</summary>
        public static Woorden? Lees(string[] args)
        {
            var rest = new List<string>(args);
            var (als, reden, wijze) = (ApiCommand.Optie(rest, "--als"), ApiCommand.Optie(rest, "--reden"), ApiCommand.Optie(rest, "--wijze"));
            var (van, tot) = (ApiCommand.Optie(rest, "--van"), ApiCommand.Optie(rest, "--tot"));
            var (proef, json) = (rest.Remove("--proef"), rest.Remove("--json"));
            return rest is [var werkwoord, .. var nummers] && als is not null && PastBij(werkwoord, nummers)
                ? new Woorden(werkwoord, nummers.FirstOrDefault(), als) { Reden = reden, Van = van, Tot = tot, Wijze = wijze, Proef = proef, Json = json }
                : null;
        }

        private static bool PastBij(string werkwoord, List<string> nummers)
        {
            var aantal = werkwoord == Lijst ? 0 : 1;
            return Werkwoorden.Contains(werkwoord) && nummers.Count == aantal && nummers.TrueForAll(n => Guid.TryParseExact(n, "D", out _));
        }
    }
}
