using System.Security.Cryptography;
using System.Text;

namespace Inburgering.Gateway.Verwerkingslog.Wissen;

/// <summary>Says of which lines the person was erased, why, and who wanted it: two persons, or a rule of the policy (security 4).</summary>
internal sealed record Wislijn
{
    /// <summary>How a log line names the wislijn in its berichtId: this and the hash in hex.</summary>
    public const string Voorvoegsel = "wislijn:";

    public required string Gemeentecode { get; init; }

    /// <summary>Word: <c>bewaartermijn</c>, <c>avg-17</c>.</summary>
    public required string Waarom { get; init; }

    /// <summary>Hash of the policy whose term ended, 64 hex; null when two persons asked.</summary>
    public string? Beleid { get; init; }

    /// <summary>Id of the person who asked; null when the policy did.</summary>
    public string? Aanvrager { get; init; }

    /// <summary>Id of another person, who approved; null when the policy did.</summary>
    public string? Goedkeurder { get; init; }

    /// <summary>System clock, ms since 1970.</summary>
    public required long Tijd { get; init; }

    /// <summary>By slot and seq, each once.</summary>
    public required IReadOnlyList<Wisregel> Regels { get; init; }

    public static byte[] HashOf(string inhoud) => SHA256.HashData(Encoding.UTF8.GetBytes(inhoud));

    public static string BerichtId(byte[] hash) => Voorvoegsel + Convert.ToHexStringLower(hash);
}

/// <summary>One erased line.</summary>
/// <param name="PersoonDigest">What the chain holds in place of the person.</param>
internal sealed record Wisregel(int Slot, long Seq, byte[] PersoonDigest);

/// <summary>A wislijn as it is kept.</summary>
/// <param name="Hash">SHA-256 of <paramref name="Inhoud"/> in UTF-8; stands in a log line of the gemeente.</param>
/// <param name="Inhoud">The canonical JSON, <see cref="WislijnForm"/>.</param>
internal sealed record BewaardeWislijn(string Gemeentecode, long Nummer, byte[] Hash, string Inhoud);
