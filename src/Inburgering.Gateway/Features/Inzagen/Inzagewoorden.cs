using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>Words for what happened and for why something was refused.</summary>
internal static class Inzagewoorden
{
    private static readonly Dictionary<string, string> Redenen = new()
    {
        ["geen-opdracht"] = "Er was op dat moment geen lopende opdracht voor deze inburgeraar.",
        ["geen-dossier"] = "Er was geen dossier bij dit nummer in uw gemeente.",
        ["geen-relatie"] = "Deze organisatie heeft niets met dit dossier te maken.",
        ["buiten-caseload"] = "Deze gebruiker van de organisatie werkt niet voor deze inburgeraar.",
        ["gebruiker-ontbreekt"] = "De vraag noemde niet wie van de organisatie keek. Dat moet.",
        ["geen-gebruikers"] = "Deze organisatie werkt hier niet met gebruikers.",
        ["alleen-systeem"] = "Een gebruiker bepaalt niet zelf voor wie hij werkt.",
        ["caseload-past-niet"] = "De lijst noemde iemand voor wie de organisatie geen lopende opdracht heeft.",
        ["doelgroep"] = "De inburgeraar hoort niet bij de doelgroep van dit doel.",
        ["leerroute"] = "De leerroute van de inburgeraar hoort niet bij dit doel.",
        ["geen-toestemming"] = "De inburgeraar gaf geen toestemming of trok die in.",
        ["doel-ontbreekt"] = "De vraag noemde geen doel.",
        ["doel-ongeldig"] = "Het genoemde doel kan niet bestaan.",
        ["doel-niet-toegestaan"] = "Dit doel hoort niet bij deze organisatie.",
        ["beleid-verouderd"] = "De server had de nieuwste regels nog niet. Er is niets getoond.",
        ["doel-niet-hier"] = "Voor dit doel kan deze vraag niet worden gesteld.",
        ["veld-niet-toegestaan"] = "Dit gegeven van een afgekeurd bericht hoort niet bij dit doel.",
        ["onder-beperking"] = "Dit gegeven is beperkt. Niemand krijgt het te zien.",
        ["bezwaar"] = "De inburgeraar maakte bezwaar tegen dit gebruik.",
        ["geen-besluit"] = "Dit besluit is er niet of hoort niet bij deze organisatie.",
        ["noodtoegang-niet-mogelijk"] = "Deze stap in een noodtoegang kon niet meer, of niet door deze persoon.",
        ["reden-ontbreekt"] = "De reden ontbrak of was te kort.",
        ["geen-noodtoegang"] = "Er was geen noodtoegang tot dit dossier.",
        ["onbekende-client"] = "Dit systeem is geen partner van deze gemeente.",
        ["geen-leesrecht"] = "Dit systeem mag geen dossiers lezen.",
        ["actie-onbekend"] = "Deze handeling kent de gateway niet.",
        ["nummer-niet-toegestaan"] = "Met dit nummer mag deze organisatie niet zoeken.",
        ["scope-ontbreekt"] = "Het systeem had de nodige bevoegdheid niet.",
        ["rol-niet-toegestaan"] = "De rol van deze medewerker mag dit niet.",
        ["client-ingetrokken"] = "De toegang van dit systeem was ingetrokken.",
        ["niet-aangemeld"] = "Niemand was aangemeld.",
        ["aanmelden-mislukt"] = "Naam, wachtwoord of code klopte niet.",
        ["nummer-ongeldig"] = "Het nummer was geen BSN, V-nummer of dossiernummer.",
        ["dossier-gesloten"] = "Het dossier is gesloten en verandert niet meer.",
        ["twee-personen"] = "De dossiers zijn niet aantoonbaar van één persoon.",
        ["geen-wijziging"] = "Er was niets veranderd.",
        ["interne-fout"] = "Er ging bij ons iets mis. Er is niets getoond.",
        ["http-400"] = "De vraag klopte niet.",
        ["http-401"] = "Het systeem was niet aangemeld.",
        ["http-403"] = "Het systeem of de medewerker mocht dit niet.",
        ["http-404"] = "Wat gevraagd werd, bestaat niet.",
        ["http-413"] = "Het bericht was te groot.",
        ["http-429"] = "Er kwamen te veel vragen achter elkaar.",
    };

    /// <summary>A sentence; a job's line has the reason of its message; an unknown code is shown as it is.</summary>
    public static string? Reden(string? code) => code is null ? null : Redenen.GetValueOrDefault(code) ?? Berichtwoorden.Reden(code)!.Wat;

    public static (string Woord, Ernst Ernst) Resultaat(Resultaat resultaat) => resultaat switch
    {
        Verwerkingslog.Resultaat.Toegestaan => ("Toegestaan", Ernst.Neutraal),
        Verwerkingslog.Resultaat.Geweigerd => ("Geweigerd", Ernst.Fout),
        Verwerkingslog.Resultaat.Fout => ("Fout", Ernst.Let),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Values of the result filter.</summary>
    public static IReadOnlyList<Keuze> Resultaten => [new("toegestaan", "Toegestaan"), new("geweigerd", "Geweigerd"), new("fout", "Fout")];

    /// <summary>Values of the filter on what was done.</summary>
    public static IReadOnlyList<Keuze> Acties =>
    [
        new("raadplegen", "Raadplegen"), new("zoeken", "Zoeken"), new("muteren", "Wijzigen"), new("leveren", "Leveren"), new("ontvangen", "Ontvangen"),
        new("exporteren", "Exporteren"), new("verwijderen", "Verwijderen"), new("inloggen", "Inloggen"), new("beheer", "Beheer"),
    ];

    /// <summary>Values of the filter on confidentiality.</summary>
    public static IReadOnlyList<Keuze> Vertrouwelijkheden => [new("normaal", "Normaal"), new("vertrouwelijk", "Vertrouwelijk"), new("opgeheven", "Opgeheven")];

    /// <summary>Null for text that is no action.</summary>
    public static Actie? LeesActie(string? tekst) => Acties.Any(a => a.Waarde == tekst) ? Enum.Parse<Actie>(tekst!, ignoreCase: true) : null;

    /// <summary>Null for text that is no confidentiality.</summary>
    public static Vertrouwelijkheid? LeesVertrouwelijkheid(string? tekst) => Vertrouwelijkheden.Any(v => v.Waarde == tekst) ? Enum.Parse<Vertrouwelijkheid>(tekst!, ignoreCase: true) : null;

    /// <summary>Null for text that is no result.</summary>
    public static Resultaat? LeesResultaat(string? tekst) => tekst switch
    {
        "toegestaan" => Verwerkingslog.Resultaat.Toegestaan,
        "geweigerd" => Verwerkingslog.Resultaat.Geweigerd,
        "fout" => Verwerkingslog.Resultaat.Fout,
        _ => null,
    };
}
