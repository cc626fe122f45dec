using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>A reason out of a fixed list: free text may hold what is somebody's own.</summary>
internal static class Redenkeuze
{
    /// <returns>Null: it is one of them.</returns>
    public static InvoerFout? Fout(string reden, string[] redenen) =>
        redenen.Contains(reden) ? null : new InvoerFout($"Kies {string.Join(", ", redenen[..^1])} of {redenen[^1]}.", Pointer: "/reden");
}
