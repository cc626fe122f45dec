namespace Inburgering.Gateway.Verwerkingslog.Wissen;

/// <summary>That the database was put back to an older state: which lines, sealed and witnessed, it no longer has. The streams go on from their witnessed heads.</summary>
internal sealed record Herstel
{
    /// <summary>How a log line of the house names it in its berichtId: this and the hash in hex.</summary>
    public const string Voorvoegsel = "herstel:";

    /// <summary>From 1, without a gap.</summary>
    public required long Nummer { get; init; }

    /// <summary>Number of the last checkpoint that was witnessed.</summary>
    public required long Zegel { get; init; }

    /// <summary>System clock, ms since 1970.</summary>
    public required long Tijd { get; init; }

    /// <summary>By gemeente and slot, one for each stream at most; none when only lines behind the last checkpoint can be lost.</summary>
    public required IReadOnlyList<Reeks> Reeksen { get; init; }

    public long Regels => Reeksen.Sum(r => r.Tot - r.Van + 1);

    public static string BerichtId(byte[] hash) => Voorvoegsel + Convert.ToHexStringLower(hash);
}

/// <summary>A herstel as it is kept.</summary>
/// <param name="Hash">SHA-256 of <paramref name="Inhoud"/> in UTF-8; this is what is signed, and what stands in a log line of the house.</param>
/// <param name="Inhoud">The canonical JSON, <see cref="HerstelForm"/>.</param>
internal sealed record BewaardHerstel(long Nummer, byte[] Hash, string Kid, byte[] Handtekening, string Inhoud);
