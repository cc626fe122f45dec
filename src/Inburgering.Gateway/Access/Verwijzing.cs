using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Access;

/// <summary>The words by which a log line refers to what its decision rested on: "opdracht:…@1".</summary>
internal static class Verwijzing
{
    public const string Opdracht = "opdracht";

    /// <summary>Ended less than a month before.</summary>
    public const string AfgelopenOpdracht = "afgelopen-opdracht";

    /// <summary>A category that the partner of an ended opdracht delivered itself; in a line that delivered nothing.</summary>
    public const string EigenLevering = "eigen-levering";

    /// <summary>Whether the opdracht is in the caseload of the partner's user who asked; of a line of a user alone.</summary>
    public const string Caseload = "caseload";
    public const string Toestemming = "toestemming";
    public const string Doelgroep = "doelgroep";
    public const string Leerroute = "leerroute";
    public const string Bezwaar = "bezwaar";
    public const string Beperking = "beperking";
    public const string Noodtoegang = "noodtoegang";
    public const string Opschorting = "opschorting";

    /// <summary>The gemeente asked what this client may.</summary>
    public const string Voor = "voor";

    /// <summary>An employee looked as this client would see it.</summary>
    public const string Voorbeeld = "voorbeeld";

    /// <summary>Keyed hash of a case number.</summary>
    public const string Zaak = "zaak";
    public const string Voldaan = "voldaan";
    public const string NietVoldaan = "niet-voldaan";
    public const string ScopeOntbreekt = "scope:niet-voldaan";
    public const string ClientIngetrokken = "client:ingetrokken";

    public static string Naar(string soort, string wat) => $"{soort}:{wat}";

    /// <summary>Everything of one kind that a line refers to.</summary>
    public static IEnumerable<string> Van(Logregel regel, string soort) =>
        Alle(regel).Where(v => v.StartsWith(soort + ':', StringComparison.Ordinal)).Select(v => v[(soort.Length + 1)..]);

    public static bool Heeft(Logregel regel, string verwijzing) => Alle(regel).Contains(verwijzing, StringComparer.Ordinal);

    private static string[] Alle(Logregel regel) => regel.Informatie?.Split(' ') ?? [];
}
