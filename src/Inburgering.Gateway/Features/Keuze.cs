namespace Inburgering.Gateway.Features;

/// <summary>One choice of a filter.</summary>
/// <param name="Waarde">In the URL.</param>
/// <param name="Naam">On the screen.</param>
internal sealed record Keuze(string Waarde, string Naam);

/// <summary>How a status is shown; never green by default (ux 1.3).</summary>
internal enum Ernst
{
    Neutraal,
    Goed,
    Let,
    Fout,
}
