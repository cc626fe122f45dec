using Inburgering.Gateway.Features;

namespace Inburgering.Gateway.Portal;

/// <summary>A status: word and kind; app.css gives every kind its own shape.</summary>
internal sealed record Badge(string Woord, Ernst Ernst)
{
    /// <summary>What a sentence says beyond this word.</summary>
    public string Erbij(string zin) => zin.StartsWith($"{Woord}.", StringComparison.Ordinal) ? zin[(Woord.Length + 1)..].TrimStart() : zin;

    public string Soort => Ernst switch
    {
        Ernst.Goed => "safe",
        Ernst.Let => "warning",
        Ernst.Fout => "danger",
        Ernst.Neutraal => "neutral",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
