using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>DUO's conditions on the end talk of the MAP. Source: voorwaarden.md, "Module Arbeidsmarkt en Participatie (MAP)".</summary>
internal sealed class DuoMapVoorwaarden() : DuoVoorwaarden<MapMelding>([.. Gedeeld.Alle(), NietBijOnderwijsroute])
{
    private static readonly DuoEinddatumRegels<MapMelding> Gedeeld = new()
    {
        Onderdeel = "MAP",
        Datumnaam = "datum eindgesprek MAP",
        Pointer = "/datumEindgesprek",
        EersteRegel = 106,
        Datum = map => map.DatumEindgesprek,
        Verwijtbaar = map => map.Verwijtbaar,
        Geregistreerd = feiten => feiten.Map,
    };

    /// <summary>The onderwijsroute has no MAP; withdrawing one that was told before stays possible.</summary>
    private static readonly DuoRegel<MapMelding> NietBijOnderwijsroute = new("MAP-12", "domein d.3 en h (aanname)", "")
    {
        GaatOver = map => map is not { DatumEindgesprek: null, Verwijtbaar: null },
        Voldoet = (_, feiten) => !feiten.HeeftLeerroute(Leerroute.Onderwijsroute),
        Schending = "Bij de onderwijsroute hoort geen MAP. Stuur deze melding niet, of wijzig eerst de leerroute in de PIP.",
        Ontbreekt = "De leerroute is niet bekend. DUO beoordeelt of een MAP bij deze persoon hoort.",
    };
}
