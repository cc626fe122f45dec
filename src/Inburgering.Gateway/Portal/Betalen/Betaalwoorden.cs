using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Betalen;

namespace Inburgering.Gateway.Portal.Betalen;

/// <summary>Where a batch stands, in words that say what to do.</summary>
internal static class Betaalwoorden
{
    public static (string Woord, Ernst Ernst) Stand(string stand) => stand switch
    {
        "open" => ("Wacht op goedkeuring", Features.Ernst.Let),
        "verzegeld" => ("Klaar om op te halen", Features.Ernst.Let),
        "wordt_aangeboden" => ("Opgehaald, nog niet bevestigd", Features.Ernst.Let),
        "aangeboden" => ("Bij de bank", Features.Ernst.Neutraal),
        "onbekend" => ("Onbekend of de bank het heeft", Features.Ernst.Fout),
        "bevestigd" => ("Bevestigd door de bank", Features.Ernst.Neutraal),
        "gesloten" => ("Afgerond", Features.Ernst.Goed),
        "ingetrokken" => ("Ingetrokken", Features.Ernst.Neutraal),
        "geweigerd" => ("Geweigerd door de bank", Features.Ernst.Fout),
        _ => (stand, Features.Ernst.Neutraal),
    };

    /// <summary>How far a report of the bank is.</summary>
    public static (string Woord, Ernst Ernst) Bericht(string stand) => stand switch
    {
        "verwerkt" => ("Verwerkt", Features.Ernst.Goed),
        "wacht" => ("Wacht op wat eerst komt", Features.Ernst.Let),
        "quarantaine" => ("Klopt niet, niets geboekt", Features.Ernst.Fout),
        _ => ("Nog niet verwerkt", Features.Ernst.Let),
    };

    /// <param name="soort">Null: it could not be read.</param>
    public static string Soort(string? soort) => soort?.Split('.') switch
    {
        ["pain", "002", ..] => "Status",
        ["camt", "053", ..] => "Afschrift",
        ["camt", "054", ..] => "Advies",
        _ => "Niet te lezen bestand",
    };

    public static (string Woord, Ernst Ernst) Ernst(string ernst) => ernst switch
    {
        "hoogste" => ("Nu", Features.Ernst.Fout),
        "alarm" => ("Alarm", Features.Ernst.Fout),
        "spoed" => ("Vandaag", Features.Ernst.Let),
        _ => ("Taak", Features.Ernst.Neutraal),
    };

    public static Badge Kanaal(BankkanaalView kanaal) => kanaal switch
    {
        { FoutSinds: not null } => new Badge("Kanaal naar de bank werkt niet", Features.Ernst.Fout),
        { GoedOp: null } => new Badge("Kanaal naar de bank begint", Features.Ernst.Let),
        _ => new Badge("Kanaal naar de bank werkt", Features.Ernst.Goed),
    };

    /// <summary>How it does, and what to do.</summary>
    public static string Kanaalzin(BankkanaalView kanaal)
    {
        var weg = kanaal.Soort == "http" ? "De gateway brengt bestanden zelf naar de bank en haalt haar berichten op." : "De gateway deelt een map met het programma van de bank.";
        return kanaal switch
        {
            { FoutSinds: { } sinds } => $"{weg} Sinds {Datum.Moment(sinds)} lukt dat niet. Er gaat niets verloren; de gateway probeert het elke minuut. Duurt het lang, waarschuw dan uw beheerder en lees berichten hier zelf in.",
            { GoedOp: { } goed } => $"{weg} Voor het laatst gelukt: {Datum.Moment(goed)}.",
            _ => weg,
        };
    }

    public static string Stop(BetaalstopView stop) => stop.Profiel is { } profiel
        ? $"De bank weigerde een bestand omdat het niet goed was. Er gaat niets meer naar {profiel} tot een beheerder ernaar keek."
        : $"De bank meldt dat de rekeninghouder is overleden. Voor dossier {stop.DossierId} wordt niets meer betaald.";

    /// <summary>What is the matter and what to do (payments 7).</summary>
    public static string Signaal(BanksignaalView signaal) => signaal.Code switch
    {
        "dubbel-betaald" => "Twee keer afgeschreven. Er wordt niets vanzelf teruggehaald: bel de bank.",
        "afschrijving-zonder-opdracht" => "Er is geld afgeschreven dat bij geen betaling van ons hoort. Is het er een die een collega buiten de gateway deed? Bel anders nu de bank.",
        "tegenstrijdig-bericht" => "De bank zegt iets dat niet kan, gezien waar wij staan. Vraag het de bank.",
        "retour-aangekondigd" => "De bank kondigt aan dat deze betaling terugkomt. Wacht op het afschrift.",
        "retour" => $"Teruggekomen. {Reden(signaal.Reden)}",
        "retour-met-ander-bedrag" => "Er kwam een ander bedrag terug dan er betaald is. Het is niet geboekt: zoek het uit met de bank.",
        "retour-zonder-afschrijving" => "Teruggekomen voordat wij de afschrijving zagen. Lees de ontbrekende afschriften in.",
        "niet-te-matchen" => signaal.Kandidaten.Count > 0 ? $"Niet vanzelf te plaatsen. Het kan gaan om {string.Join(", ", signaal.Kandidaten)}." : "Niet te plaatsen bij een betaling van ons. Zoek het uit met de bank.",
        "verzamelboeking-klopt-niet" => "De verzamelboeking is niet de som van de betalingen. Er is niets van geboekt: vraag de bank om de details.",
        "herstelboeking" => "De bank draait een eigen boeking terug. Zoek uit wat dat voor de betaling betekent.",
        "besluit-bij-de-bank-nodig" => "De bank wil een besluit over de naam bij de rekening. Neem het bij de bank.",
        "bank-kent-dit-id-al" => "De bank zag dit bestand al. Stuur niets opnieuw: het kan betaald zijn.",
        "geweigerd" => $"Geweigerd. {Reden(signaal.Reden)}",
        "al-overgedragen" => "Een betaling in dit bestand ging al in een ander bestand naar de bank. Dit bestand gaat nooit weg. Vraag uw beheerder of de gegevens zijn teruggezet, en betaal niets met de hand.",
        "batch-onbekend" => "Niemand weet of de bank dit bestand heeft. Kijk bij de bank en meld het op de pagina van de batch. Stuur niets opnieuw.",
        "niet-geboekt" => "De bank nam deze betaling aan, maar zij staat twee bankdagen na haar dag op geen afschrift. Vraag het de bank.",
        "geen-bericht" => "De betaaldag is voorbij en de bank zei niets. Kijk of het afschrift is ingelezen en of bij de bank is getekend.",
        "besluit-nodig" => $"Voor {Maand(signaal.Boeking)} staat niets klaar. {Besluit(signaal.Reden)}",
        "uitkering-veranderd" => $"De uitkering van {Maand(signaal.Boeking)} is veranderd nadat er al iets naar de bank ging. Er wordt niets verrekend: beslis wat er met het verschil gebeurt.",
        "ontzorgen-loopt-af" => $"Het ontzorgen eindigt op {Dag(signaal.Boeking)}, {Weken(signaal.Reden)}. Daarna betaalt de gateway geen vaste lasten meer: verleng met een besluit, of leg vast wie ze overneemt.",
        "onbekende-status" => "De bank gaf een status die wij niet kennen. Er is niets veranderd: vraag de bank wat zij betekent.",
        _ => signaal.Code,
    };

    private static string Dag(string? dag) => DateOnly.TryParseExact(dag, "yyyy-MM-dd", Datum.Nederlands, System.Globalization.DateTimeStyles.None, out var datum) ? Datum.Voluit(datum) : "een dag die niet te lezen is";

    private static string Maand(string? eerste) =>
        DateOnly.TryParseExact(eerste, "yyyy-MM-dd", Datum.Nederlands, System.Globalization.DateTimeStyles.None, out var maand) ? maand.ToString("MMMM yyyy", Datum.Nederlands) : "een maand die niet te lezen is";

    /// <param name="code">Of payments 9.</param>
    private static string Besluit(string? code) => code switch
    {
        "OZ-03" => "De vaste lasten zijn hoger dan de uitkering: neem eerst een besluit.",
        "OZ-04" => "Het leefgeld is lager dan de ondergrens: neem eerst een besluit.",
        "OZ-05" => "De uitkering is nog niet aangeleverd: vraag het uitkeringssysteem.",
        "OZ-06" => "De periode van het besluit is voorbij: verlengen kan alleen met een nieuw besluit.",
        _ => "Het besluit is nog niet begonnen.",
    };

    private static string Weken(string? weken) => weken == "1" ? "over een week of eerder" : $"over ongeveer {weken} weken";

    private static string Reden(string? reden) => reden switch
    {
        "rekeningonjuist" => "Het rekeningnummer klopt niet. Vraag een ander en laat het controleren.",
        "rekeninggesloten" => "De rekening is gesloten of geblokkeerd. Bij leefgeld heeft deze persoon nu geen geld: regel het vandaag.",
        "andererekening" => "Op deze rekening kan niet worden betaald. Vraag een andere.",
        "saldo" => "Er stond te weinig op de rekening van de gemeente. Meld het de treasury.",
        "naamontbreekt" => "De naam of het adres van de ontvanger ontbreekt. Vul aan.",
        "bestandsfout" => "Ons bestand was niet goed. Meld het de beheerder.",
        "overleden" => "De rekeninghouder is overleden. De betalingen voor dit dossier zijn gestopt.",
        "doorontvangergeweigerd" => "De ontvanger weigert het geld. Neem contact op.",
        "toezicht" => "De bank mag dit niet uitvoeren. Betaal niet opnieuw en overleg met de compliance officer.",
        _ => "De bank geeft geen bruikbare reden. Vraag haar eerst waarom, en betaal niet opnieuw.",
    };
}
