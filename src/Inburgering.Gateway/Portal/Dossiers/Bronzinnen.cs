using Inburgering.Gateway.Features.Bronnen;

namespace Inburgering.Gateway.Portal.Dossiers;

/// <summary>How a difference between sources stands, in words.</summary>
internal static class Bronzinnen
{
    public static string Stand(BronverschilView verschil) => (verschil.Open, verschil.Keuze) switch
    {
        (true, null) => "nog niet gekozen",
        (true, _) => "gewijzigd na uw keuze",
        _ => "gekozen",
    };
}
