using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>The conditions on taking an aanbod back. DUO writes none; source: inburgeringsaanbod.openapi.yml 1.2.0.</summary>
internal sealed class DuoAanbodIntrekkingVoorwaarden() : DuoVoorwaarden<AanbodIntrekking>(WasGeleverd, InstellingsnummerHeeftTienTekens)
{
    private static readonly DuoRegel<AanbodIntrekking> WasGeleverd = new("AAND-01", "inburgeringsaanbod.openapi.yml, verwijderen van een inburgeringsaanbod (aanname)", "/instellingsnummer")
    {
        Voldoet = (intrekking, feiten) => feiten.Aanbiedingen?.Contains(intrekking.Instellingsnummer),
        Schending = "Deze gemeente heeft bij DUO geen aanbod bij deze instelling geregistreerd. Controleer het instellingsnummer.",
        Ontbreekt = "Of er bij deze instelling een aanbod is geregistreerd, is niet bekend. DUO beoordeelt of er iets te verwijderen is.",
    };

    private static readonly DuoRegel<AanbodIntrekking> InstellingsnummerHeeftTienTekens = new("AAN-S1", "inburgeringsaanbod.openapi.yml, instellingsnummer", "/instellingsnummer")
    {
        Voldoet = (intrekking, _) => DuoGrenzen.IsInstellingsnummer(intrekking.Instellingsnummer),
        Schending = "Een instellingsnummer heeft precies tien tekens. Neem het nummer over uit de lijst van DUO, met de nullen ervoor.",
    };
}
