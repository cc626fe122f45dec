namespace Inburgering.Gateway.Verwerkingslog.Wissen;

/// <summary>What remains of a month that was dropped: which lines it held, and the hashes at both ends of each run of them.</summary>
internal sealed record Afsluiting
{
    /// <summary>How a log line of the house names it in its berichtId: this and the hash in hex.</summary>
    public const string Voorvoegsel = "afsluiting:";

    /// <summary>First day of the month, by the time of the lines.</summary>
    public required DateOnly Maand { get; init; }

    /// <summary>System clock, ms since 1970.</summary>
    public required long Tijd { get; init; }

    /// <summary>By gemeente, slot and seq; at least one.</summary>
    public required IReadOnlyList<Reeks> Reeksen { get; init; }

    /// <summary>What lines of the month held: hashes of wislijnen and of earlier afsluitingen, which go on counting; by gemeente and berichtId.</summary>
    public required IReadOnlyList<Bewijsregel> Bewijzen { get; init; }

    public long Regels => Reeksen.Sum(r => r.Tot - r.Van + 1);

    public static string BerichtId(byte[] hash) => Voorvoegsel + Convert.ToHexStringLower(hash);
}

/// <summary>Lines of one stream without a gap.</summary>
/// <param name="Voor">Hash of the line before the first.</param>
/// <param name="Laatste">Hash of the last.</param>
internal sealed record Reeks(string Gemeentecode, int Slot, long Van, long Tot, byte[] Voor, byte[] Laatste)
{
    /// <inheritdoc cref="Kop.Stroom"/>
    public string Stroom => new Kop(Gemeentecode, Slot, Tot, Laatste).Stroom;
}

/// <summary>A line that vouches for a wislijn or an afsluiting.</summary>
internal sealed record Bewijsregel(string Gemeentecode, string BerichtId);

/// <summary>An afsluiting as it is kept.</summary>
/// <param name="Hash">SHA-256 of <paramref name="Inhoud"/> in UTF-8; this is what is signed, and what stands in a log line of the house.</param>
/// <param name="Inhoud">The canonical JSON, <see cref="AfsluitingForm"/>.</param>
internal sealed record BewaardeAfsluiting(DateOnly Maand, byte[] Hash, string Kid, byte[] Handtekening, string Inhoud);
