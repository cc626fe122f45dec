namespace Inburgering.Gateway.Access.Policy;

/// <summary>Where in the policy's files something stands: file and JSON path, as every fault names it.</summary>
/// <param name="Bestand">Relative to config/.</param>
internal readonly record struct Plaats(string Bestand, string Pad = "$")
{
    /// <summary>A property: "$.grants" or "$.mits['IDN.bsn']".</summary>
    public Plaats this[string naam] => this with { Pad = naam.All(t => char.IsAsciiLetterOrDigit(t) || t is '$' or '_') ? $"{Pad}.{naam}" : $"{Pad}['{naam}']" };

    /// <summary>An item of a list.</summary>
    public Plaats this[int index] => this with { Pad = $"{Pad}[{index}]" };

    /// <summary>A fault here, in one Dutch sentence.</summary>
    public string Fout(string zin) => $"config/{Bestand}, {Pad}: {zin}";
}
