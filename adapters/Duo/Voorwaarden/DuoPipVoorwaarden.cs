using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>DUO's conditions on a new or changed PIP. Source: voorwaarden.md, "Het aanleveren van een PIP"; pip.openapi.yml 1.2.0.</summary>
internal sealed class DuoPipVoorwaarden() : DuoVoorwaarden<PipMelding>(
    NietVoorDePlicht, NietVoorDeEerste, NietVoorDeActuele, NietVoorDeVestiging,
    GeenA2OpOnderwijsroute, GeenB1OpZRoute, GeenA2OpEersteB1Route, ZonderNiveauWordtB1,
    IntensiteitBijB1Route, IntensiteitBijAsiel,
    LeerrouteBestaat, NiveauBestaat, IntensiteitBinnenGrenzen, AlfabetiseringBestaat)
{
    /// <summary>Equal is allowed: "niet voor".</summary>
    private static readonly DuoRegel<PipMelding> NietVoorDePlicht = new("PIP-01", "voorwaarden.md, PIP, regel 65", "/dagtekening")
    {
        Voldoet = (pip, feiten) => feiten.Plicht?.Begindatum is { } begin ? pip.Dagtekening >= begin : null,
        Schending = "De dagtekening ligt vóór de start van de inburgeringsplicht. Controleer de datum waarop de PIP is ondertekend en de begindatum van de plicht.",
        Ontbreekt = "De begindatum van de inburgeringsplicht is niet bekend. DUO beoordeelt of de dagtekening daar niet vóór ligt.",
    };

    /// <summary>The termijn starts the day after the first dagtekening (domain d, clock 2): it stands in for a date we do not have.</summary>
    private static readonly DuoRegel<PipMelding> NietVoorDeEerste = new("PIP-02a", "voorwaarden.md, PIP, regel 66", "/dagtekening")
    {
        Voldoet = (pip, feiten) => (feiten.EersteDagtekening?.DayNumber ?? feiten.Termijn?.Startdatum.DayNumber - 1) is { } eerste
            ? pip.Dagtekening.DayNumber >= eerste
            : feiten.NietsEerder(),
        Schending = "De dagtekening ligt vóór die van de eerste PIP van deze persoon. Een gewijzigde PIP krijgt de datum waarop hij zelf is ondertekend.",
        Ontbreekt = "De dagtekening van de eerste PIP is niet bekend. DUO beoordeelt of de nieuwe dagtekening daar niet vóór ligt.",
    };

    /// <summary>Whosever the current PIP is; equal is allowed.</summary>
    private static readonly DuoRegel<PipMelding> NietVoorDeActuele = new("PIP-02b", "voorwaarden.md, PIP, regel 66", "/dagtekening")
    {
        Voldoet = (pip, feiten) => feiten.Pip is { } actueel ? pip.Dagtekening >= actueel.Dagtekening : feiten.NietsEerder(),
        Schending = "De dagtekening ligt vóór die van de actuele PIP bij DUO. Een gewijzigde PIP krijgt de datum waarop hij zelf is ondertekend.",
        Ontbreekt = "De actuele PIP bij DUO is niet bekend. DUO beoordeelt of de nieuwe dagtekening niet vóór die van de actuele ligt.",
    };

    /// <summary>Who still lives in an azc has not settled: there is nothing to compare with then.</summary>
    private static readonly DuoRegel<PipMelding> NietVoorDeVestiging = new("PIP-03", "voorwaarden.md, PIP, regel 67", "/dagtekening")
    {
        Voldoet = (pip, feiten) => feiten.Vestigingsdatum is { } vestiging ? pip.Dagtekening >= vestiging : null,
        Schending = "De dagtekening ligt vóór de dag waarop de persoon zich in de gemeente vestigde. Controleer beide datums.",
        Ontbreekt = "De datum van vestiging in de gemeente is niet bekend. DUO beoordeelt of de dagtekening daar niet vóór ligt.",
    };

    private static readonly DuoRegel<PipMelding> GeenA2OpOnderwijsroute = new("PIP-04", "voorwaarden.md, PIP, regel 70", "/niveau")
    {
        Voldoet = (pip, _) => (pip.Leerroute, pip.Niveau) is not (Leerroute.Onderwijsroute, Taalniveau.A2),
        Schending = "Niveau A2 kan niet bij de onderwijsroute. Kies niveau B1, of een andere leerroute.",
    };

    private static readonly DuoRegel<PipMelding> GeenB1OpZRoute = new("PIP-05", "voorwaarden.md, PIP, regel 71", "/niveau")
    {
        Voldoet = (pip, _) => (pip.Leerroute, pip.Niveau) is not (Leerroute.ZRoute, Taalniveau.B1),
        Schending = "Niveau B1 kan niet bij de Z-route. Laat het niveau weg, of kies een andere leerroute.",
    };

    /// <summary>Scaling down is for a later PIP, whichever gemeente made the first.</summary>
    private static readonly DuoRegel<PipMelding> GeenA2OpEersteB1Route = new("PIP-06", "voorwaarden.md, PIP, regel 72", "/niveau")
    {
        GaatOver = pip => (pip.Leerroute, pip.Niveau) is (Leerroute.B1Route, Taalniveau.A2),
        Voldoet = (_, feiten) => !feiten.HeeftNooitEenPip(),
        Schending = "De eerste PIP van een persoon kan bij de B1-route geen niveau A2 hebben. Kies niveau B1; afschalen kan later met een gewijzigde PIP.",
        Ontbreekt = "Of er eerder een PIP was, in welke gemeente ook, is niet bekend. DUO beoordeelt of niveau A2 bij de B1-route mag.",
    };

    /// <summary>No ban, but what DUO will record: the Z-route stays without a niveau.</summary>
    private static readonly DuoRegel<PipMelding> ZonderNiveauWordtB1 = new("PIP-07", "voorwaarden.md, PIP, regel 73", "/niveau")
    {
        GaatOver = pip => pip.Leerroute is Leerroute.B1Route or Leerroute.Onderwijsroute,
        Voldoet = (pip, _) => pip.Niveau is not null,
        Schending = "Er is geen niveau ingevuld. DUO legt bij deze leerroute dan niveau B1 vast. Vul het niveau in als dat niet de bedoeling is.",
        IsWaarschuwing = true,
    };

    private static readonly DuoRegel<PipMelding> IntensiteitBijB1Route = new("PIP-08", "voorwaarden.md, PIP, regel 76", "/geschatteIntensiteitB1Route")
    {
        GaatOver = pip => pip.GeschatteIntensiteitB1Route is not null,
        Voldoet = (pip, _) => pip.Leerroute == Leerroute.B1Route,
        Schending = "De geschatte intensiteit hoort alleen bij de B1-route. Laat dit veld leeg, of kies de B1-route.",
    };

    private static readonly DuoRegel<PipMelding> IntensiteitBijAsiel = new("PIP-09", "voorwaarden.md, PIP, regel 76", "/geschatteIntensiteitB1Route")
    {
        GaatOver = pip => pip.GeschatteIntensiteitB1Route is not null,
        Voldoet = (_, feiten) => feiten.IsAsiel(),
        Schending = "De geschatte intensiteit kan alleen bij een asielstatushouder. Laat dit veld leeg.",
        Ontbreekt = "De doelgroep is niet bekend. DUO beoordeelt of de geschatte intensiteit mag worden geleverd.",
    };

    private static readonly DuoRegel<PipMelding> LeerrouteBestaat = new("PIP-S1", "pip.openapi.yml, leerroute", "/leerroute")
    {
        Voldoet = (pip, _) => Enum.IsDefined(pip.Leerroute),
        Schending = "DUO kent deze leerroute niet. Kies de B1-route, de onderwijsroute of de Z-route.",
    };

    /// <summary>The ERK knows B2 too; DUO's PIP does not.</summary>
    private static readonly DuoRegel<PipMelding> NiveauBestaat = new("PIP-S2", "pip.openapi.yml, niveau", "/niveau")
    {
        Voldoet = (pip, _) => pip.Niveau is null or Taalniveau.A2 or Taalniveau.B1,
        Schending = "DUO kent bij een PIP alleen niveau A2 en B1. Kies een van beide, of laat het niveau leeg.",
    };

    private static readonly DuoRegel<PipMelding> IntensiteitBinnenGrenzen = new("PIP-S3", "pip.openapi.yml, geschatteIntensiteitB1Route", "/geschatteIntensiteitB1Route")
    {
        Voldoet = (pip, _) => pip.GeschatteIntensiteitB1Route is null or (>= 1 and <= 9999),
        Schending = "De geschatte intensiteit is een heel aantal uren van 1 tot en met 9999. Verbeter het aantal, of laat dit veld leeg.",
    };

    private static readonly DuoRegel<PipMelding> AlfabetiseringBestaat = new("PIP-S4", "pip.openapi.yml, indicatorAlfabetiseringsonderwijs", "/indicatorAlfabetiseringsonderwijs")
    {
        GaatOver = pip => pip.IndicatorAlfabetiseringsonderwijs is not null,
        Voldoet = (pip, _) => DuoGrenzen.IsAlfabetisering(pip.IndicatorAlfabetiseringsonderwijs),
        Schending = "DUO kent bij alfabetiseringsonderwijs alleen A, AA en NVT. Kies een van deze drie, of laat dit veld leeg.",
    };
}
