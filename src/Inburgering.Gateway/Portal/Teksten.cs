namespace Inburgering.Gateway.Portal;

/// <summary>Empty texts and error texts in one place (ux 3): three kinds of empty, and what to do after a fault.</summary>
internal static class Teksten
{
    public const string HerstelVrijgegeven = "Vastgelegd. Na de tweede vrijgave werkt de gateway binnen enkele seconden weer.";
    public const string HerstelNietVrijgegeven = "Dit kon niet. Misschien gaf u al vrij, of is het journaal nog niet toegepast. Er is niets veranderd.";
    public const string KiesBron = "Kies welke bron geldt.";
    public const string AanDuoGemeld = "Uw melding is ontvangen en gaat naar DUO. U volgt haar bij Meldingen.";
    public const string VoorstelAfgewezen = "Het voorstel is afgewezen. DUO krijgt er niets van.";
    public const string BetalingenVrij = "De betalingen van deze maand zijn vrijgegeven. Zij gaan mee in de batch van hun dag.";
    public const string PogingGemaakt = "De nieuwe poging staat klaar. Een collega moet haar goedkeuren; een ander rekeningnummer moet eerst zijn nagegaan.";
    public const string BuitenGemeld = "Vastgelegd: deze betaling is buiten de gateway gedaan. De gateway betaalt haar niet meer.";
    public const string BuitenHersteld = "Vastgelegd: de betaling is niet gedaan. Er staat een nieuwe klaar; een collega moet haar goedkeuren.";
    public const string NietBetaaldBevestigd = "Vastgelegd: u hebt de bank gesproken en zij heeft niet betaald.";
    public const string RekeningAanvaard = "De rekening is aanvaard. Er mag nu naar betaald worden.";
    public const string BatchVerzegeld = "De batch is goedgekeurd en verzegeld. Haal het bestand op en lees het in bij de bank.";
    public const string BatchOntvangen = "Vastgelegd: de bank heeft het bestand. Bevestig het ook bij de bank zelf.";
    public const string BatchOnzeker = "Vastgelegd: het is niet zeker of de bank het bestand heeft. Het telt als betaald tot het tegendeel blijkt. Kijk bij de bank, met een collega.";
    public const string BatchAfwezig = "Vastgelegd. Zegt een collega hetzelfde, dan kan hetzelfde bestand opnieuw worden opgehaald.";
    public const string BatchOnbekend = "Deze betaalbatch bestaat niet of hoort niet bij uw gemeente.";
    public const string BankberichtVerwerkt = "Het bestand is ingelezen en verwerkt. Hetzelfde bestand nog eens inlezen verandert niets.";
    public const string BankberichtWacht = "Het bestand is bewaard en wacht: er ontbreekt een afschrift dat eerst komt. Vraag het op bij de bank en lees het in.";
    public const string BankberichtQuarantaine = "Het bestand is bewaard, maar er klopt iets niet. Er is niets geboekt. Hieronder staat waarom.";
    public const string BanktaakAfgehandeld = "Vastgelegd: dit is afgehandeld.";
    public const string BetaalstopOpgeheven = "De stop is opgeheven. Er mag weer betaald worden.";
    public const string KiesBankbestand = "Kies een bestand van de bank van hoogstens 28 MB.";
    public const string HeleUren = "Vul een getal in hele uren in, van 0 tot en met 9999.";
    public const string DossierOnbekend = "Dit dossier bestaat niet of hoort niet bij uw gemeente.";
    public const string GeenNoodtoegang = "U heeft nu geen noodtoegang tot dit dossier.";
    public const string RedenOntbreekt = "Schrijf in 10 tot 500 tekens waarom dit nodig is.";
    public const string ToelichtingOntbreekt = "Schrijf in minstens 10 tekens waarom u zo oordeelt.";
    public const string RedenVanWeigeringOntbreekt = "Schrijf in minstens 10 tekens waarom u weigert.";
    public const string BeleidVerouderd = "Er gelden nieuwe regels voor wie wat mag zien. Deze server laadt die nu. Daarom tonen wij even geen gegevens.";
    public const string BesluitOnbekend = "Dit besluit bestaat niet of hoort niet bij dit dossier van uw gemeente.";
    public const string GeenDossierGevonden = "Geen dossier gevonden bij dit nummer in uw gemeente. Controleer het nummer. Uw zoekvraag is vastgelegd.";
    public const string GeenNummer = "Dit is geen geldig BSN, V-nummer of dossiernummer.";
    public const string DatumOnjuist = "Schrijf de datum als dd-mm-jjjj, bijvoorbeeld 15-11-2024.";
    public const string PeriodeOmgekeerd = "De datum bij «Tot en met» ligt voor de datum bij «Van». Verander een van de twee.";
    public const string PeriodeTeLang = "U kunt 92 dagen tegelijk doorzoeken. Kies een kortere periode.";

    public const string LogLeegDossier = "In dit dossier heeft nog niemand gekeken.";
    public const string LogLeegGemeente = "Er zijn nog geen logregels van uw gemeente.";
    public const string LogNietsGevonden = "Geen regels bij deze filters.";
    public const string MeldingenLeeg = "Uw gemeente heeft nog niets gemeld. Zodra uw systeem iets meldt, ziet u dat hier.";
    public const string MeldingenNietsGevonden = "Geen meldingen bij deze filters.";
    public const string MeldingenGeenActie = "Geen meldingen die op u wachten. Goed nieuws.";
    public const string OpschortingenLeeg = "Er ligt niets stil. Goed nieuws.";
    public const string HervattingReden = "Schrijf in 10 tot 500 tekens waarom u hervat, zonder nummer van een persoon.";
    public const string AfkeurLeeg = "Geen afgekeurde records. Goed nieuws.";
    public const string AfkeurNietsGevonden = "Geen afgekeurde records bij deze filters.";
    public const string AfkeurWaarde = "Kies een doel en schrijf in 10 tot 500 tekens waarom u de waarde nodig heeft, zonder nummer van een persoon.";
    public const string AfkeurReden = "Schrijf in 10 tot 500 tekens waarom u dit doet, zonder nummer van een persoon.";
    public const string AfstemmingenLeeg = "Er is nog niet afgestemd. Dat gebeurt vannacht vanzelf, of nu als u daarom vraagt.";
    public const string KoppelingenLeeg = "Er zijn nog geen koppelingen. Zodra een partner met uw gemeente uitwisselt, ziet u die hier.";
    public const string KoppelingenNietsGevonden = "Geen koppelingen bij deze filters.";
    public const string KoppelingenGeenActie = "Geen koppelingen die op u wachten. Goed nieuws.";
    public const string UitvoeringenLeeg = "Er was nog geen uitvoering. De eerste begint volgens het rooster, of nu als u daarom vraagt.";
    public const string TijdOnjuist = "Schrijf de tijd als uren en minuten, bijvoorbeeld 06:00.";
    public const string BerichtenLeeg = "Er zijn nog geen berichten binnengekomen. Zodra een partner iets levert, ziet u dat hier.";
    public const string BerichtenNietsGevonden = "Geen berichten bij deze filters.";
    public const string BerichtenGeenActie = "Geen berichten die op u wachten. Goed nieuws.";

    /// <summary>Title, what it means and what you can do, by HTTP status.</summary>
    public static Fouttekst Fout(int status) => status switch
    {
        400 => new("Uw verzoek klopt niet", "De pagina is te oud of het formulier is niet compleet.", "Ga terug, ververs de pagina en probeer het opnieuw."),
        403 => new("U mag dit niet zien", "U mag deze gegevens niet zien met uw rol.", "Heeft u ze nodig voor uw werk? Vraag uw beheerder om de juiste rol, bijvoorbeeld Privacy officer."),
        404 => new("Niet gevonden", "Deze pagina bestaat niet of bestaat niet meer.", "Controleer het adres of ga naar de startpagina."),
        503 => new("Nu niet beschikbaar", "Wij kunnen nu niet vastleggen dat u kijkt. Daarom tonen wij geen gegevens.", "Probeer het over een paar minuten opnieuw."),
        _ => new("Er ging iets mis", "Er ging bij ons iets mis. Dat ligt niet aan u.", "Probeer het later opnieuw. Blijft het misgaan, bel dan de helpdesk."),
    };
}

/// <summary>One error page.</summary>
internal sealed record Fouttekst(string Titel, string Wat, string Doen);
