using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Storage;
using Microsoft.AspNetCore.Http.Extensions;

namespace Inburgering.Gateway.Wiring.Afkeuringen;

/// <summary>`gateway afkeur …`: what a gemeente does with rejected messages, asked of the API with a client's token.</summary>
internal static class AfkeurCommand
{
    public const string Gebruik = "gateway afkeur lijst [--partner <partner>] [--reden-code <code>] | opnieuw <nummer>… of [--partner <partner>] [--reden-code <code>] [--hoogstens <aantal>] --reden \"…\" [--proef], alle met --als <client> en desgewenst --json";

    private const string Lijst = "lijst", Opnieuw = "opnieuw";

    /// <summary>Exit 0 done, 1 the list is not empty, 2 wrong use or no gateway, 3 not allowed.</summary>
    /// <param name="args">What follows "afkeur".</param>
    public static async Task<int> RunAsync(string[] args, GatewayOptions options, TextWriter output, TextWriter error)
    {
        if (Woorden.Lees(args) is not { } woorden)
        {
            await error.WriteLineAsync($"Gebruik: {Gebruik}");
            return 2;
        }

        return await ApiCommand.RunAsync(woorden.Als, options, error, http => SendAsync(http, woorden), antwoord => ShowAsync(woorden, antwoord, output));
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, Woorden woorden) => woorden.Werkwoord == Lijst
        ? http.GetAsync(new Uri($"/v1/afkeuringen{woorden.Filter}", UriKind.Relative))
        : http.PostAsJsonAsync(new Uri("/v1/herhalingen", UriKind.Relative), woorden.Keuze);

    private static async Task<int> ShowAsync(Woorden woorden, JsonNode antwoord, TextWriter output)
    {
        var lijst = antwoord["afkeuringen"]?.AsArray();
        if (woorden.Json)
        {
            await output.WriteLineAsync(ApiCommand.Json(antwoord));
        }
        else if (lijst is not null)
        {
            await ListAsync(lijst, (long)antwoord["gevonden"]!, output);
        }
        else
        {
            await output.WriteLineAsync(antwoord["herhalingId"] is { } id ? $"Begonnen: {id}\n{antwoord["telling"]}" : $"{antwoord["telling"]}");
        }

        return lijst is { Count: > 0 } ? 1 : 0;
    }

    private static async Task ListAsync(JsonArray lijst, long gevonden, TextWriter output)
    {
        foreach (var afkeuring in lijst)
        {
            await output.WriteLineAsync($"{afkeuring!["afkeuringId"]}  {afkeuring["partner"]}  {afkeuring["code"]}  {afkeuring["redencode"]}  aan de beurt: {afkeuring["beurt"]}\n    {afkeuring["reden"]} {afkeuring["waaromNiet"] ?? afkeuring["doen"]}");
        }

        await output.WriteLineAsync(lijst.Count == 0 ? "Geen afgekeurde records. Goed nieuws." : $"Dit zijn de oudste {lijst.Count} van {gevonden}.");
    }

    /// <summary>The words of one command.</summary>
    private sealed record Woorden(string Werkwoord, string Als, IReadOnlyList<Guid> Nummers)
    {
        private string? Partner { get; init; }

        private string? Redencode { get; init; }

        private string? Reden { get; init; }

        private int? Hoogstens { get; init; }

        private bool Proef { get; init; }

        public bool Json { get; private init; }

        /// <summary>As a query.</summary>
        public QueryBuilder Filter
        {
            get
            {
                var query = new QueryBuilder();
                foreach (var (naam, waarde) in new[] { ("partner", Partner), ("reden", Redencode) })
                {
                    if (waarde is not null)
                    {
                        query.Add(naam, waarde);
                    }
                }

                return query;
            }
        }

        /// <summary>As a body: only what was given.</summary>
        public JsonObject Keuze
        {
            get
            {
                var keuze = new JsonObject { ["proef"] = Proef };
                foreach (var (naam, waarde) in new (string, JsonNode?)[]
                {
                    ("afkeuringen", Nummers.Count == 0 ? null : new JsonArray([.. Nummers.Select(n => (JsonNode)n)])), ("partner", Partner), ("redencode", Redencode),
                    ("hoogstens", Hoogstens), ("reden", Reden),
                })
                {
                    if (waarde is not null)
                    {
                        keuze[naam] = waarde;
                    }
                }

                return keuze;
            }
        }

        /// <summary>Null: this is no command.</summary>
        public static Woorden? Lees(string[] args)
        {
            var rest = new List<string>(args);
            var (als, partner, code) = (ApiCommand.Optie(rest, "--als"), ApiCommand.Optie(rest, "--partner"), ApiCommand.Optie(rest, "--reden-code"));
            var (reden, hoogstens) = (ApiCommand.Optie(rest, "--reden"), ApiCommand.Optie(rest, "--hoogstens"));
            var (proef, json) = (rest.Remove("--proef"), rest.Remove("--json"));
            if (als is null || rest is not [var werkwoord, .. var nummers] || !nummers.TrueForAll(n => Guid.TryParseExact(n, "D", out _)) || !IsAantal(hoogstens, out var aantal))
            {
                return null;
            }

            var woorden = new Woorden(werkwoord, als, [.. nummers.Select(n => Guid.ParseExact(n, "D"))])
            {
                Partner = partner,
                Redencode = code,
                Reden = reden,
                Hoogstens = aantal,
                Proef = proef,
                Json = json,
            };
            return woorden.Past ? woorden : null;
        }

        private bool Past => Werkwoord switch
        {
            Lijst => Nummers.Count == 0 && !Proef && Hoogstens is null && Reden is null,
            Opnieuw => Nummers.Count > 0 || Partner is not null || Redencode is not null,
            _ => false,
        };

        /// <param name="aantal">Null: none was given.</param>
        private static bool IsAantal(string? tekst, out int? aantal)
        {
            aantal = int.TryParse(tekst, CultureInfo.InvariantCulture, out var getal) ? getal : null;
            return tekst is null || aantal is not null;
        }
    }
}
