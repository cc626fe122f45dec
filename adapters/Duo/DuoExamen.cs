using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>What both lists of DUO's Examen API 1.0.0 share.</summary>
internal static class DuoExamen
{
    /// <summary>The contract's maxItems.</summary>
    public const int MostItems = 500;

    public static string[] Onderdelen { get; } = ["KNM", "LE", "LU", "SC", "SP"];

    public static string Onderdeel(JsonFields duo) => duo.Required("onderdeel").OneOf(Onderdelen);
}
