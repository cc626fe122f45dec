namespace Inburgering.Gateway.Wiring;

/// <summary>GATEWAY_ROLLEN: what this process does; default everything (interface 1).</summary>
internal sealed record Rollen(bool Api, bool Portaal, bool Taken, bool Identiteit)
{
    private static readonly string[] Alle = ["api", "portaal", "taken", "identiteit"];

    /// <exception cref="InvalidOperationException">Names the word that is no role.</exception>
    public static Rollen Of(IConfiguration configuration)
    {
        var tekst = configuration["GATEWAY_ROLLEN"];
        var gekozen = string.IsNullOrWhiteSpace(tekst) ? Alle : tekst.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (gekozen.Except(Alle).FirstOrDefault() is { } onbekend)
        {
            throw new InvalidOperationException($"GATEWAY_ROLLEN kent geen «{onbekend}». Kies uit {string.Join(", ", Alle)}.");
        }

        return new Rollen(gekozen.Contains("api"), gekozen.Contains("portaal"), gekozen.Contains("taken"), gekozen.Contains("identiteit"));
    }
}
