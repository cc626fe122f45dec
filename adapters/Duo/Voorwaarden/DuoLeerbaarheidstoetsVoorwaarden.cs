using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>The condition on skipping the leerbaarheidstoets. DUO writes none; source: leerbaarheidstoets.openapi.yml 1.2.0.</summary>
internal sealed class DuoLeerbaarheidstoetsVoorwaarden() : DuoVoorwaarden<LeerbaarheidstoetsAfmelding>(ToetsStaatOpen)
{
    private static readonly DuoRegel<LeerbaarheidstoetsAfmelding> ToetsStaatOpen = new("LBT-01", "leerbaarheidstoets.openapi.yml, toets is overgeslagen (aanname)", "")
    {
        Voldoet = (_, feiten) => feiten.ToetsOpen,
        Schending = "Er is geen openstaande leerbaarheidstoets: er is geen examennummer, of de uitslag is al bekend. Afmelden is niet nodig.",
        Ontbreekt = "Of er een leerbaarheidstoets openstaat, is niet bekend. DUO beoordeelt of afmelden kan.",
    };
}
