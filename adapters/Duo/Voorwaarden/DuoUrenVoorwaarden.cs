using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>The conditions on a total of hours. voorwaarden.md has none; source: gevolgdeuren.openapi.yml 1.0.0.</summary>
internal sealed class DuoUrenVoorwaarden() : DuoVoorwaarden<UrenMelding>(NietLager, ParticipatieBijZRoute, ParticipatieBijAsiel, SoortBestaat, UrenBinnenGrenzen)
{
    /// <summary>A correction may lower a total; mostly it means that a period was told instead of the total.</summary>
    private static readonly DuoRegel<UrenMelding> NietLager = new("UUR-01", "domein b.2 (aanname)", "/uren")
    {
        Voldoet = (melding, feiten) => feiten.Uren is not { } uren || !uren.TryGetValue(melding.Urensoort, out var eerder) || melding.Uren >= eerder,
        Schending = "Dit totaal is lager dan het vorige. DUO vraagt om alle uren samen, niet om de uren van een periode. Controleer het aantal.",
        IsWaarschuwing = true,
    };

    private static readonly DuoRegel<UrenMelding> ParticipatieBijZRoute = new("UUR-02a", "gevolgdeuren.openapi.yml, ParticipatieactiviteitenBredeIntake (aanname)", "/soort")
    {
        GaatOver = melding => melding.Urensoort == Urensoort.Participatieactiviteiten,
        Voldoet = (_, feiten) => feiten.HeeftLeerroute(Leerroute.ZRoute),
        Schending = "Uren participatieactiviteiten horen alleen bij de Z-route. Kies een andere soort uren, of stuur eerst een gewijzigde PIP.",
        Ontbreekt = "De leerroute is niet bekend. DUO beoordeelt of uren participatieactiviteiten mogen.",
    };

    private static readonly DuoRegel<UrenMelding> ParticipatieBijAsiel = new("UUR-02b", "gevolgdeuren.openapi.yml, ParticipatieactiviteitenBredeIntake (aanname)", "/soort")
    {
        GaatOver = melding => melding.Urensoort == Urensoort.Participatieactiviteiten,
        Voldoet = (_, feiten) => feiten.IsAsiel(),
        Schending = "Uren participatieactiviteiten horen alleen bij een asielstatushouder. Stuur deze uren niet naar DUO.",
        Ontbreekt = "De doelgroep is niet bekend. DUO beoordeelt of uren participatieactiviteiten mogen.",
    };

    private static readonly DuoRegel<UrenMelding> SoortBestaat = new("UUR-S1", "gevolgdeuren.openapi.yml, uren", "/soort")
    {
        Voldoet = (melding, _) => Enum.IsDefined(melding.Urensoort),
        Schending = "DUO kent deze soort uren niet. Kies taalles en KNM in de brede intake, participatieactiviteiten, of participatie als taalles.",
    };

    private static readonly DuoRegel<UrenMelding> UrenBinnenGrenzen = new("UUR-S2", "gevolgdeuren.openapi.yml, uren", "/uren")
    {
        Voldoet = (melding, _) => melding.Uren is >= 0 and <= 9999,
        Schending = "Het totaal is een heel aantal uren van 0 tot en met 9999. Verbeter het aantal.",
    };
}
