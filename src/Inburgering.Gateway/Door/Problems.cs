using Inburgering.Gateway.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Inburgering.Gateway.Door;

/// <summary>Every refusal of the API: stable code, status, and what the caller can do. Codes are never used again.</summary>
public static class Problems
{
    public static readonly Probleem NietIngelogd = new("GW-0001", 401, "Niet aangemeld", "Stuur een geldig access token mee in de header Authorization.");
    public static readonly Probleem ScopeOntbreekt = new("GW-0002", 403, "Scope ontbreekt", "Uw token heeft niet de scope die deze vraag nodig heeft. Vraag een token met die scope.");
    public static readonly Probleem OngeldigeInvoer = new("GW-0003", 400, "Ongeldige invoer", "Uw verzoek klopt niet. Verbeter wat er bij errors staat en probeer het opnieuw.");
    public static readonly Probleem BestaatNiet = new("GW-0004", 404, "Niet gevonden", "Dit adres bestaat niet. Kijk in de documentatie van de API.");
    public static readonly Probleem MethodeNietToegestaan = new("GW-0005", 405, "Methode niet toegestaan", "Gebruik een methode uit de header Allow.");
    public static readonly Probleem NietTeLeveren = new("GW-0006", 406, "Formaat niet beschikbaar", "Dit adres antwoordt alleen met JSON.");
    public static readonly Probleem TeGroot = new("GW-0007", 413, "Bericht te groot", "Uw bericht is groter dan toegestaan. Maak het kleiner.");
    public static readonly Probleem VerkeerdMediatype = new("GW-0008", 415, "Mediatype niet ondersteund", "Stuur de inhoud als application/json.");
    public static readonly Probleem TeVeel = new("GW-0009", 429, "Te veel verzoeken", "Wacht en probeer het later opnieuw. De header Retry-After zegt wanneer.");
    public static readonly Probleem InterneFout = new("GW-0010", 500, "Interne fout", "Er ging bij ons iets mis. Probeer het later opnieuw en noem het traceId als u ons belt.");
    public static readonly Probleem GeenLog = new("GW-0011", 503, "Tijdelijk niet beschikbaar", "Wij kunnen nu niet vastleggen dat u kijkt. Daarom tonen wij geen gegevens. Probeer het later opnieuw.");
    public static readonly Probleem GeenToegang = new("GW-0012", 403, "Geen toegang", "U mag dit niet met uw aanmelding. Vraag na welke rechten u heeft.");
    public static readonly Probleem NietBeschikbaar = new("GW-0013", 503, "Tijdelijk niet beschikbaar", "Deze dienst is even niet beschikbaar. Probeer het later opnieuw.");
    public static readonly Probleem Herstelmodus = new("GW-0014", 503, "Tijdelijk niet beschikbaar", "Deze gateway wordt hersteld en geeft nu geen gegevens. Wat u stuurde, is niet ontvangen. Probeer het later opnieuw.");
    public static readonly Probleem DoelOntbreekt = new("GW-0101", 400, "Doel ontbreekt", "Noem waarvoor u de gegevens nodig heeft, met doel.");
    public static readonly Probleem DoelOngeldig = new("GW-0102", 400, "Doel ongeldig", "Een doel bestaat uit kleine letters en streepjes.");
    public static readonly Probleem DoelNietToegestaan = new("GW-0103", 403, "Doel niet toegestaan", "Dit doel hoort niet bij uw organisatie.");
    public static readonly Probleem DossierOnbekend = new("GW-0104", 404, "Dossier niet gevonden", "Dit dossier bestaat niet of hoort niet bij u.");
    public static readonly Probleem DossierGesloten = new("GW-0105", 409, "Dossier gesloten", "Dit dossier is gesloten, bijvoorbeeld omdat de persoon is verhuisd. U kunt het lezen, niet wijzigen.");
    public static readonly Probleem NietSamenTeVoegen = new("GW-0106", 409, "Niet samen te voegen", "Deze dossiers hebben elk een eigen BSN of V-nummer. Ga na of het om dezelfde persoon gaat.");
    public static readonly Probleem ActiviteitOnbekend = new("GW-0110", 404, "Verwerkingsactiviteit niet gevonden", "Deze verwerkingsactiviteit of versie staat niet in het register.");
    public static readonly Probleem BeleidVerouderd = new("GW-0111", 503, "Tijdelijk niet beschikbaar", "Er geldt een nieuwer beleid, dat deze server nu laadt. Probeer het over enkele seconden opnieuw.");
    public static readonly Probleem DoelgroepPastNiet = new("GW-0120", 409, "Doelgroep past niet", "Reden doelgroep: uw gemeente biedt deze taak niet aan voor de doelgroep van deze persoon.");
    public static readonly Probleem OpdrachtOverlapt = new("GW-0121", 409, "Opdracht overlapt", "Deze partner heeft deze taak al in een deel van deze tijd. Wijzig of beëindig die opdracht eerst.");
    public static readonly Probleem OpdrachtOnbekend = new("GW-0122", 404, "Opdracht niet gevonden", "Deze opdracht bestaat niet of hoort niet bij u.");
    public static readonly Probleem OpdrachtGewijzigd = new("GW-0123", 409, "Opdracht intussen gewijzigd", "Iemand anders wijzigde deze opdracht. Lees haar opnieuw en stuur uw wijziging met die versie.");
    public static readonly Probleem OpdrachtBeeindigd = new("GW-0124", 409, "Opdracht beëindigd", "Deze opdracht is voorbij en verandert niet meer. Geef een nieuwe opdracht.");
    public static readonly Probleem ToestemmingLoopt = new("GW-0125", 409, "Toestemming loopt al", "Voor deze partner en dit doel geldt al een toestemming. Trek die eerst in.");
    public static readonly Probleem ToestemmingOnbekend = new("GW-0126", 404, "Toestemming niet gevonden", "Deze toestemming bestaat niet of hoort niet bij u.");
    public static readonly Probleem PartnerOnbekend = new("GW-0127", 404, "Partner niet gevonden", "Deze partner werkt niet voor uw gemeente.");
    public static readonly Probleem PastNiet = new("GW-0128", 409, "Past niet bij de toestand", "Wat u vraagt, past niet bij hoe het nu is. Lees opnieuw wat er staat en probeer het daarna.");
    public static readonly Probleem GebruikerOntbreekt = new("GW-0129", 403, "Gebruiker ontbreekt", "Noem wie van uw organisatie dit vraagt: zet in uw client assertion de claim act en vraag daarmee een nieuw token. Zonder gebruiker kunt u niets lezen.");
    public static readonly Probleem GeenCaseload = new("GW-0130", 403, "Caseload niet beschikbaar", "De caseload is er alleen voor organisaties die met gebruikers werken, en alleen voor uw systeem zelf: gebruik een token zonder act.");
    public static readonly Probleem VeldNietToegestaan = new("GW-0160", 403, "Veld niet toegestaan", "Dit veld mag u niet zien en daarom ook niet verbeteren.");
    public static readonly Probleem NietsTeVerbeteren = new("GW-0161", 409, "Niets te verbeteren", "Het dossier heeft geen andere waarde van dit veld uit deze bron.");
    public static readonly Probleem AlBeslist = new("GW-0162", 409, "Al beslist", "Op dit bezwaar is al anders beslist. Leg een nieuw bezwaar vast als de zaak opnieuw begint.");
    public static readonly Probleem GemeenteNietVanOns = new("GW-0201", 403, "Ontvanger onbekend", "De OIN in de header doel is van geen gemeente op deze gateway.");
    public static readonly Probleem AfzenderKloptNiet = new("GW-0202", 403, "Afzender klopt niet", "De OIN in de header bron is niet die van uw organisatie.");
    public static readonly Probleem MeldingOngeldig = new("GW-0210", 400, "Melding voldoet niet", "Deze melding voldoet niet aan de voorwaarden van de ontvanger. Zie wat er per veld moet veranderen.");
    public static readonly Probleem MeldingPastNiet = new("GW-0211", 409, "Melding past niet bij het dossier", "De ontvanger zou deze melding weigeren, gezien wat er over deze persoon vaststaat.");
    public static readonly Probleem MeldingOnbekend = new("GW-0212", 404, "Melding niet gevonden", "Deze melding bestaat niet of hoort niet bij u.");
    public static readonly Probleem VoorstelOnbekend = new("GW-0305", 404, "Voorstel niet gevonden", "Dit voorstel bestaat niet, hoort niet bij dit dossier of is al afgehandeld.");
    public static readonly Probleem GeenOntzorgen = new("GW-0500", 409, "Geen ontzorgen", "Reden doelgroep: uw gemeente ontzorgt de doelgroep van deze persoon niet, of DUO heeft de doelgroep nog niet doorgegeven.");
    public static readonly Probleem OntzorgbesluitOverlapt = new("GW-0501", 409, "Besluit overlapt", "In een deel van deze tijd geldt al een besluit. Noem dat met vervangt, of kies andere dagen.");
    public static readonly Probleem OntzorgbesluitOnbekend = new("GW-0502", 404, "Besluit niet gevonden", "Dit besluit bestaat niet, hoort niet bij dit dossier of is vervangen.");
    public static readonly Probleem NietsTeVerlengen = new("GW-0503", 409, "Niets te verlengen", "Een verlenging komt na een besluit dat eerder is geëindigd. Dat is er niet.");
    public static readonly Probleem AlBetaald = new("GW-0504", 409, "Al betaald of onderweg", "BT-09: Deze kosten zijn voor deze maand al betaald of onderweg. Wat er nu anders is, regelt u met de hand.");
    public static readonly Probleem BetalingOnbekend = new("GW-0505", 404, "Betaling niet gevonden", "Deze betaalopdracht of betaalbatch bestaat niet of hoort niet bij uw gemeente.");
    public static readonly Probleem BetalingVast = new("GW-0506", 409, "Kan niet meer", "BT-10: De betaling is al aan de bank aangeboden, geannuleerd of nog niet zo ver, en kan hier niet zo worden gewijzigd.");
    public static readonly Probleem ZelfKlaargezet = new("GW-0507", 409, "Een collega moet goedkeuren", "BT-08: U hebt deze betaling zelf klaargezet; een collega moet haar goedkeuren.");
    public static readonly Probleem BetalingNietGoed = new("GW-0508", 409, "Betaling klopt nog niet", "De betaling kan nog niet worden vrijgegeven. Bij errors staat wat er eerst moet gebeuren.");
    public static readonly Probleem NietsTeBetalen = new("GW-0520", 409, "Niets te betalen", "Er zijn op deze dag geen vrijgegeven betalingen die nog in geen batch staan.");
    public static readonly Probleem GeenBetaalrekening = new("GW-0521", 409, "Geen betaalrekening", "Uw gemeente heeft geen rekening waarvan de gateway betaalt. Vraag uw beheerder.");
    public static readonly Probleem AlleenMedewerker = new("GW-0522", 403, "Alleen voor een medewerker", "Goedkeuren doet een medewerker die in het portaal is aangemeld, nooit een systeem.");
    public static readonly Probleem AlOvergedragen = new("GW-0523", 409, "Al aan de bank aangeboden", "Een verplichting uit deze batch staat in het journaal al onder een ander bestand. Bied niets aan en bel uw beheerder.");
    public static readonly Probleem BankberichtOnbekend = new("GW-0524", 404, "Bankbericht niet gevonden", "Dit bankbericht bestaat niet of hoort niet bij uw gemeente.");
    public static readonly Probleem BanktaakOnbekend = new("GW-0526", 404, "Al afgehandeld", "Deze taak bestaat niet, hoort niet bij uw gemeente of is al afgehandeld.");
    public static readonly Probleem GeenNieuwePoging = new("GW-0527", 409, "Nog geen nieuwe poging", "Deze betaling kan nog niet opnieuw.");
    public static readonly Probleem BetalingenGestopt = new("GW-0525", 409, "Betalingen gestopt", "De bank gaf een reden waarom hiervoor niets meer betaald mag worden. Kijk bij de berichten van de bank, en laat een collega de stop opheffen als dat mag.");
    public static readonly Probleem BronnenGewijzigd = new("GW-0340", 409, "Bronnen gewijzigd", "De bronnen zeggen nu iets anders dan toen u keek, of zij zijn het eens. Bekijk het verschil opnieuw.");
    public static readonly Probleem MeldingTegengehouden = new("GW-0213", 409, "Melding tegengehouden", "Deze gegevens mogen nu niet naar de ontvanger: een beperking, een bezwaar of het beleid houdt ze tegen.");
    public static readonly Probleem NietInTeTrekken = new("GW-0214", 409, "Niet in te trekken", "Deze melding is niet meer de laatste van haar soort, is al ingetrokken of kent bij de ontvanger geen intrekking.");
    public static readonly Probleem AfstemmingLoopt = new("GW-0215", 409, "Er loopt al een afstemming", "Uw gemeente heeft al een afstemming die loopt. Wacht tot zij klaar is of stop haar.");
    public static readonly Probleem AfstemmingOnbekend = new("GW-0216", 404, "Afstemming niet gevonden", "Deze afstemming bestaat niet of hoort niet bij u.");
    public static readonly Probleem AfstemmingVoorbij = new("GW-0217", 409, "Afstemming is al klaar", "Deze afstemming is al klaar; er is niets meer te stoppen.");
    public static readonly Probleem CertificaatGeweigerd = new("GW-0218", 401, "Certificaat geweigerd", "Dit adres neemt alleen een geldig certificaat aan met het OIN van een partner die wij kennen. Een token dat u meestuurt, moet van dezelfde partner zijn.");
    public static readonly Probleem SynchronisatieOnbekend = new("GW-0230", 404, "Synchronisatie niet gevonden", "Deze synchronisatie bestaat niet of hoort niet bij u.");
    public static readonly Probleem UitvoeringOnbekend = new("GW-0231", 404, "Uitvoering niet gevonden", "Deze uitvoering bestaat niet of hoort niet bij u.");
    public static readonly Probleem UitvoeringLoopt = new("GW-0232", 409, "Er loopt al een uitvoering", "Van deze synchronisatie loopt al een uitvoering. Wacht tot zij klaar is of stop haar.");
    public static readonly Probleem UitvoeringVoorbij = new("GW-0233", 409, "Uitvoering is al voorbij", "Deze uitvoering is al voorbij; er is niets meer te stoppen.");
    public static readonly Probleem SynchronisatieGewijzigd = new("GW-0234", 409, "Synchronisatie intussen gewijzigd", "Iemand anders wijzigde deze synchronisatie. Lees haar opnieuw en stuur uw wijziging met die versie.");
    public static readonly Probleem PartnerLevertZelf = new("GW-0400", 409, "De partner levert zelf", "De partner levert zelf: u kunt deze levering niet starten, proefdraaien, inhalen, stoppen of pauzeren. Mist u iets, vraag de partner dan om het te sturen. Verwacht u haar op een ander moment, wijzig dan het rooster.");
    public static readonly Probleem AfkeuringOnbekend = new("GW-0240", 404, "Afkeuring niet gevonden", "Deze afkeuring bestaat niet of hoort niet bij u.");
    public static readonly Probleem WaardeZonderPersoon = new("GW-0510", 409, "Bij dit bericht hoort niemand", "Het bericht hoort bij niemand met een dossier in uw gemeente. Daarom krijgt niemand de waarde te zien. Vraag de afzender wat er moet staan, en noem het nummer van het bericht.");
    public static readonly Probleem WaardeNietTeTonen = new("GW-0511", 403, "U mag deze waarde niet zien", "Dit gegeven van deze persoon mag u niet zien: het is beperkt, er is bezwaar gemaakt, of het hoort niet bij uw rol.");
    public static readonly Probleem GeenWaarde = new("GW-0512", 409, "Er is geen waarde te tonen", "De reden ligt niet aan één waarde in het bericht, of de inhoud is na de bewaartermijn verwijderd. De omschrijving zegt wat er bekend is.");
    public static readonly Probleem NietTeHerhalen = new("GW-0241", 409, "Opnieuw verwerken helpt niet", "Geen van deze berichten kan opnieuw worden verwerkt. Zie bij errors waarom niet en wat wel helpt.");
    public static readonly Probleem AfkeuringAfgehandeld = new("GW-0242", 409, "Afkeuring is al afgehandeld", "Dit bericht wacht niet meer op een mens. Lees de afkeuring opnieuw.");
    public static readonly Probleem AfkeuringInHerhaling = new("GW-0243", 409, "Afkeuring wordt opnieuw verwerkt", "Dit bericht zit in een herhaling die loopt. Wacht tot zij klaar is of stop haar.");
    public static readonly Probleem HerhalingOnbekend = new("GW-0244", 404, "Herhaling niet gevonden", "Deze herhaling bestaat niet of hoort niet bij u.");
    public static readonly Probleem HerhalingVoorbij = new("GW-0245", 409, "Herhaling is al voorbij", "Deze herhaling is al voorbij; er is niets meer te stoppen.");
    public static readonly Probleem InhaalrunLoopt = new("GW-0260", 409, "Er loopt al een inhaalrun", "Van deze synchronisatie loopt al een inhaalrun, of er wacht er een op akkoord. Wacht tot zij klaar is, of stop haar eerst.");
    public static readonly Probleem InhaalrunBeslist = new("GW-0261", 409, "Er is al beslist", "Deze inhaalrun wacht niet op akkoord.");
    public static readonly Probleem EigenVerzoek = new("GW-0262", 403, "Niet over uw eigen verzoek", "U vroeg deze inhaalrun zelf. Een ander moet erover beslissen.");
    public static readonly Probleem NietsOver = new("GW-0263", 409, "Er is niets meer te doen", "Deze uitvoering is niet gestopt, of wat over was wordt al gedaan of is niet meer bekend. Start zo nodig een nieuwe.");
    public static readonly Probleem BronKloptNiet = new("GW-0270", 403, "Afzender klopt niet", "De OIN in source is niet die van uw organisatie.");
    public static readonly Probleem TypeNietVanU = new("GW-0271", 403, "Type niet toegestaan", "Dit type bericht hoort niet bij uw organisatie. Zie bij errors welke typen u levert.");
    public static readonly Probleem GemeenteNietHier = new("GW-0272", 403, "Gemeente onbekend", "U levert niet voor deze gemeente, of zij werkt niet met deze gateway. Controleer de gemeentecode.");
    public static readonly Probleem BerichtOnbekend = new("GW-0273", 404, "Bericht niet gevonden", "Dit bericht bestaat niet of is niet van u.");
    public static readonly Probleem GeenBestanden = new("GW-0290", 403, "Geen bestanden van u", "Uw organisatie levert geen bestanden met rijen. Lever elk bericht apart.");
    public static readonly Probleem BestandOnbekend = new("GW-0291", 404, "Bestand niet gevonden", "Dit bestand bestaat niet of is niet van u.");
    public static readonly Probleem ZegelOnbekend = new("GW-0180", 403, "Zegel niet aangenomen", "Deze gateway getuigt niet voor deze afzender, of de handtekening is niet van zijn sleutel.");
    public static readonly Probleem ZegelPastNiet = new("GW-0181", 409, "Zegel past niet", "Dit zegel sluit niet aan op het vorige dat hier van u staat, of zegt iets anders.");

    /// <summary>The problem for a status that the framework set by itself; any other 4xx is a bad request and any other 5xx a fault of ours.</summary>
    public static Probleem ForStatus(int status) => status switch
    {
        401 => NietIngelogd,
        403 => GeenToegang,
        404 => BestaatNiet,
        405 => MethodeNietToegestaan,
        406 => NietTeLeveren,
        409 => PastNiet,
        413 => TeGroot,
        415 => VerkeerdMediatype,
        429 => TeVeel,
        503 => NietBeschikbaar,
        >= 400 and < 500 => OngeldigeInvoer with { Status = status, Detail = "Uw verzoek klopt niet. Verbeter het en probeer het opnieuw." },
        _ => InterneFout,
    };

    /// <summary>The problem for an access refusal.</summary>
    public static Probleem For(Refusal refusal) => refusal switch
    {
        Refusal.DoelOntbreekt => DoelOntbreekt,
        Refusal.DoelOngeldig => DoelOngeldig,
        Refusal.GebruikerOntbreekt => GebruikerOntbreekt,
        Refusal.GeenCaseload => GeenCaseload,
        Refusal.DoelNietToegestaan => DoelNietToegestaan,
        Refusal.BeleidVerouderd => BeleidVerouderd,
        Refusal.ClientIngetrokken => NietIngelogd,
        Refusal.GeenRelatie => DossierOnbekend,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>As an answer.</summary>
    public static ProblemHttpResult Answer(this Probleem probleem, IReadOnlyList<InvoerFout>? errors = null) => TypedResults.Problem(probleem.Details(errors));

    /// <summary>RFC 9457 with status, title and detail always filled.</summary>
    public static ProblemDetails Details(this Probleem probleem, IReadOnlyList<InvoerFout>? errors = null)
    {
        var details = new ProblemDetails
        {
            Type = $"urn:inburgering:probleem:{probleem.Code}",
            Status = probleem.Status,
            Title = probleem.Titel,
            Detail = probleem.Detail,
            Extensions = { ["code"] = probleem.Code },
        };
        if (errors is { Count: > 0 })
        {
            details.Extensions["errors"] = errors;
        }

        return details;
    }
}

/// <summary>One kind of refusal.</summary>
public sealed record Probleem(string Code, int Status, string Titel, string Detail);

/// <summary>One fault in what was sent (ADR /core/error-handling/all-errors).</summary>
/// <param name="Detail">Dutch; never repeats the value.</param>
/// <param name="Pointer">JSON Pointer in the body; null for a parameter.</param>
/// <param name="Parameter">Name of a header or query parameter; null for the body.</param>
public sealed record InvoerFout(
    string Detail,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] string? Pointer = null,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] string? Parameter = null);
