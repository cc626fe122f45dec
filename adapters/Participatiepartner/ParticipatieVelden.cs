using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Participatiepartner;

/// <summary>What several messages hold.</summary>
internal static class ParticipatieVelden
{
    /// <summary>Hours in the longest month: more cannot be.</summary>
    public const int MaandUren = 744;

    private const int Kenmerklengte = 36;

    /// <summary>An end before its begin is a fault; what could not be read has a fault of its own.</summary>
    public static void NietVoor(JsonFields velden, string naam, DateOnly? einde, DateOnly begin)
    {
        if (einde is { } dag && dag != default && dag < begin)
        {
            velden.Fault(naam, "Ligt voor het begin.");
        }
    }

    /// <summary>Eight to ten digits alone could be a number of a person.</summary>
    public static bool IsKenmerk(string tekst) =>
        tekst.Length is >= 1 and <= Kenmerklengte && tekst.All(teken => char.IsAsciiLetterOrDigit(teken) || teken == '-') && !(tekst.Length is >= 8 and <= 10 && tekst.All(char.IsAsciiDigit));
}
