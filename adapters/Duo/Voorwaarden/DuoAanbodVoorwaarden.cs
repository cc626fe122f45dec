using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>DUO's conditions on an inburgeringsaanbod. Source: voorwaarden.md, "Inburgeringsaanbod"; inburgeringsaanbod.openapi.yml 1.2.0.</summary>
/// <remarks>Regel 99 also names a 'datumEindeCursus' before the start; the schema has no such field, so that part is left to DUO (domain b.2).</remarks>
internal sealed class DuoAanbodVoorwaarden() : DuoVoorwaarden<AanbodMelding>(
    VoorAsiel, MetPip, BijErkendeInstelling,
    NietVoorDagtekening("a", "De datum van het inburgeringsaanbod", "/datumInburgeringsaanbod", aanbod => aanbod.DatumInburgeringsaanbod),
    NietVoorDagtekening("b", "De verwachte startdatum", "/verwachteStartdatum", aanbod => aanbod.VerwachteStartdatum),
    NietVoorDagtekening("c", "De verwachte einddatum", "/verwachteEinddatum", aanbod => aanbod.VerwachteEinddatum),
    StartNietVoorAanbod, EindNietVoorStart, StartBinnenTermijn, EindBinnenTermijn,
    VervangtEerder, OnderwijsrouteBijTaalschakelinstelling,
    InstellingsnummerHeeftTienTekens, AlfabetiseringBestaat)
{
    private static readonly DuoRegel<AanbodMelding> VoorAsiel = new("AAN-01", "voorwaarden.md, Inburgeringsaanbod, regel 95", "")
    {
        Voldoet = (_, feiten) => feiten.IsAsiel(),
        Schending = "Een inburgeringsaanbod kan alleen voor een asielstatushouder, en deze persoon hoort tot een andere doelgroep. Stuur dit aanbod niet naar DUO.",
        Ontbreekt = "De doelgroep is niet bekend. DUO beoordeelt of een inburgeringsaanbod mag.",
    };

    /// <summary>The sentence asks for a PIP, so not knowing one is not enough. One of our own must have left first.</summary>
    private static readonly DuoRegel<AanbodMelding> MetPip = new("AAN-02", "voorwaarden.md, Inburgeringsaanbod, regel 96", "")
    {
        Voldoet = (_, feiten) => feiten.Pip is not null,
        Schending = "Er is geen PIP van deze persoon bij DUO bekend. Stuur eerst de PIP, of haal de gegevens van DUO opnieuw op.",
    };

    /// <summary>DUO's words: Blik op Werk, or a taalschakelinstelling when the person follows the onderwijsroute.</summary>
    private static readonly DuoRegel<AanbodMelding> BijErkendeInstelling = new("AAN-03", "voorwaarden.md, Inburgeringsaanbod, regel 97", "/instellingsnummer")
    {
        Voldoet = IsErkend,
        Schending = "DUO kent deze instelling niet met een keurmerk van Blik op Werk, en ook niet als taalschakelinstelling voor de onderwijsroute. Controleer het nummer of kies een instelling uit de lijst van DUO.",
        Ontbreekt = "De lijst van instellingen of de leerroute is niet bekend. DUO beoordeelt of de instelling is erkend.",
    };

    /// <summary>Both days count (inclusive start); the termijn ends before its einddatum.</summary>
    private static readonly DuoRegel<AanbodMelding> StartBinnenTermijn = new("AAN-07a", "voorwaarden.md, Inburgeringsaanbod, regel 100", "/verwachteStartdatum")
    {
        GaatOver = aanbod => aanbod.VerwachteStartdatum is not null,
        Voldoet = (aanbod, feiten) => feiten.Termijn is { } termijn ? aanbod.VerwachteStartdatum >= termijn.Startdatum && aanbod.VerwachteStartdatum < termijn.Einddatum : null,
        Schending = "De verwachte startdatum valt buiten de inburgeringstermijn. Kies een startdatum binnen de termijn.",
        Ontbreekt = "De inburgeringstermijn is niet bekend. DUO beoordeelt of de verwachte startdatum daarbinnen valt.",
    };

    /// <summary>Both einddatums are exclusive, so the same day is within.</summary>
    private static readonly DuoRegel<AanbodMelding> EindBinnenTermijn = new("AAN-07b", "voorwaarden.md, Inburgeringsaanbod, regel 100", "/verwachteEinddatum")
    {
        GaatOver = aanbod => aanbod.VerwachteEinddatum is not null,
        Voldoet = (aanbod, feiten) => feiten.Termijn is { } termijn ? aanbod.VerwachteEinddatum >= termijn.Startdatum && aanbod.VerwachteEinddatum <= termijn.Einddatum : null,
        Schending = "De verwachte einddatum valt buiten de inburgeringstermijn. Kies een einddatum binnen de termijn.",
        Ontbreekt = "De inburgeringstermijn is niet bekend. DUO beoordeelt of de verwachte einddatum daarbinnen valt.",
    };

    private static readonly DuoRegel<AanbodMelding> StartNietVoorAanbod = new("AAN-05", "voorwaarden.md, Inburgeringsaanbod, regel 99", "/verwachteStartdatum")
    {
        GaatOver = aanbod => aanbod is { VerwachteStartdatum: not null, DatumInburgeringsaanbod: not null },
        Voldoet = (aanbod, _) => aanbod.VerwachteStartdatum >= aanbod.DatumInburgeringsaanbod,
        Schending = "De verwachte startdatum ligt vóór de datum van het inburgeringsaanbod. Controleer beide datums.",
    };

    private static readonly DuoRegel<AanbodMelding> EindNietVoorStart = new("AAN-06", "domein b.2 (aanname)", "/verwachteEinddatum")
    {
        GaatOver = aanbod => aanbod is { VerwachteStartdatum: not null, VerwachteEinddatum: not null },
        Voldoet = (aanbod, _) => aanbod.VerwachteEinddatum >= aanbod.VerwachteStartdatum,
        Schending = "De verwachte einddatum ligt vóór de verwachte startdatum. Controleer beide datums.",
    };

    private static readonly DuoRegel<AanbodMelding> VervangtEerder = new("AAN-08", "voorwaarden.md, Inburgeringsaanbod, regel 102", "/instellingsnummer")
    {
        Voldoet = (aanbod, feiten) => feiten.Aanbiedingen?.Contains(aanbod.Instellingsnummer) is not true,
        Schending = "DUO heeft al een aanbod bij deze instelling. Dit aanbod komt daarvoor in de plaats: controleer of het volledig is.",
        IsWaarschuwing = true,
    };

    /// <summary>Stricter than DUO's own sentence (AAN-03), which lets Blik op Werk pass for every route: a person should look.</summary>
    private static readonly DuoRegel<AanbodMelding> OnderwijsrouteBijTaalschakelinstelling = new("AAN-09", "domein d.11 (aanname)", "/instellingsnummer")
    {
        Voldoet = (aanbod, feiten) => feiten.HeeftLeerroute(Leerroute.Onderwijsroute) is not true || InstellingVan(aanbod, feiten) is not { Taalschakeltraject: false },
        Schending = "Deze persoon volgt de onderwijsroute, maar deze instelling is geen taalschakelinstelling. Controleer of dit de bedoelde instelling is.",
        IsWaarschuwing = true,
    };

    private static readonly DuoRegel<AanbodMelding> InstellingsnummerHeeftTienTekens = new("AAN-S1", "inburgeringsaanbod.openapi.yml, instellingsnummer", "/instellingsnummer")
    {
        Voldoet = (aanbod, _) => DuoGrenzen.IsInstellingsnummer(aanbod.Instellingsnummer),
        Schending = "Een instellingsnummer heeft precies tien tekens. Neem het nummer over uit de lijst van DUO, met de nullen ervoor.",
    };

    private static readonly DuoRegel<AanbodMelding> AlfabetiseringBestaat = new(
        "AAN-S2", "inburgeringsaanbod.openapi.yml, indicatorAlfabetiseringsonderwijs", "/indicatorAlfabetiseringsonderwijs")
    {
        Voldoet = (aanbod, _) => DuoGrenzen.IsAlfabetisering(aanbod.IndicatorAlfabetiseringsonderwijs),
        Schending = "DUO vraagt bij een aanbod om alfabetiseringsonderwijs A, AA of NVT. Kies een van deze drie.",
    };

    /// <summary>DUO writes "de data van het inburgeringsaanbod": each of the three counts, the exclusive einddatum as it is written.</summary>
    private static DuoRegel<AanbodMelding> NietVoorDagtekening(string letter, string naam, string pointer, Func<AanbodMelding, DateOnly?> datumVan) =>
        new($"AAN-04{letter}", "voorwaarden.md, Inburgeringsaanbod, regel 98", pointer)
        {
            GaatOver = aanbod => datumVan(aanbod) is not null,
            Voldoet = (aanbod, feiten) => feiten.Pip is { } pip ? datumVan(aanbod) >= pip.Dagtekening : null,
            Schending = $"{naam} ligt vóór de dagtekening van de actuele PIP. Controleer de datum, of stuur eerst de gewijzigde PIP.",
            Ontbreekt = $"De actuele PIP is niet bekend. {naam} mag niet vóór de dagtekening daarvan liggen.",
        };

    private static bool? IsErkend(AanbodMelding aanbod, Meldingfeiten feiten) => InstellingVan(aanbod, feiten) switch
    {
        { Keurmerk: true } => true,
        { Taalschakeltraject: true } => feiten.HeeftLeerroute(Leerroute.Onderwijsroute),
        null when feiten.Instellingen is null => null,
        _ => false,
    };

    private static Instelling? InstellingVan(AanbodMelding aanbod, Meldingfeiten feiten) =>
        aanbod.Instellingsnummer is { } nummer ? feiten.Instellingen?.GetValueOrDefault(nummer) : null;
}
