using System.Diagnostics;
using System.Globalization;
using Inburgering.Gateway.Storage.Afkeuringen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>Rejected messages and their herhalingen in words of the API and the screen.</summary>
internal static class Afkeurwoorden
{
    private static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");

    private static readonly Dictionary<string, (string Een, string Meer, string Waarom)> Hindernissen = new()
    {
        [Beletsels.InhoudVerwijderd] = ("heeft geen inhoud meer", "hebben geen inhoud meer", "De bewaartermijn is voorbij en de inhoud is verwijderd. Vraag de partner om een nieuw bericht als het nog nodig is."),
        [Beletsels.Ingehaald] = ("is ingehaald door een nieuwere levering", "zijn ingehaald door een nieuwere levering", "Een nieuwer bericht van dezelfde soort over dezelfde persoon is al verwerkt. U kunt dit bericht sluiten."),
        [Beletsels.FoutInBericht] = ("heeft een fout in het bericht zelf", "hebben een fout in het bericht zelf", "De fout zit in het bericht zelf. Alleen een nieuw bericht van de partner helpt."),
        [Beletsels.CodeOnbekend] = ("heeft een gebeurtenis die wij nog niet kennen", "hebben een gebeurtenis die wij nog niet kennen", "Wij kennen deze gebeurtenis nog niet. Na een nieuwe versie van de gateway kan het opnieuw."),
        [Beletsels.BsnOnbekend] = ("wacht op het BSN van de persoon", "wachten op het BSN van de persoon", "Het BSN is nog niet bekend. Zodra het er is, gaat het bericht vanzelf verder."),
        [Beletsels.Opgeschort] = ("gaat over iemand bij wie de uitwisseling stilligt", "gaan over iemand bij wie de uitwisseling stilligt", "De uitwisseling over deze persoon ligt stil. Hervat haar; dan gaat het bericht vanzelf verder."),
        [Beletsels.EerdereAfgekeurd] = ("volgt op een bericht dat opnieuw is afgekeurd", "volgen op een bericht dat opnieuw is afgekeurd", "Een eerder bericht over dezelfde persoon is opnieuw afgekeurd. Los dat eerst op."),
        [Beletsels.LooptAl] = ("wordt al opnieuw verwerkt", "worden al opnieuw verwerkt", "Dit bericht zit al in een herhaling die loopt."),
        [Beletsels.Afgehandeld] = ("is al afgehandeld", "zijn al afgehandeld", "Dit bericht wacht niet meer op een mens."),
    };

    /// <summary>Why it makes no sense, for one message.</summary>
    public static string Waarom(string beletsel) => Hindernissen[beletsel].Waarom;

    /// <summary>«2 zijn ingehaald door een nieuwere levering».</summary>
    public static string Aantal(string beletsel, int aantal) => $"{Getal(aantal)} {(aantal == 1 ? Hindernissen[beletsel].Een : Hindernissen[beletsel].Meer)}";

    /// <summary>«12 van 14 kunnen opnieuw; 2 zijn ingehaald door een nieuwere levering.»</summary>
    public static string Vooruit(int kunnen, int gevonden, IEnumerable<(string Beletsel, int Aantal)> nieten) =>
        $"{Getal(kunnen)} van {Getal(gevonden)} {(kunnen == 1 ? "kan" : "kunnen")} opnieuw{string.Concat(nieten.Select(n => $"; {Aantal(n.Beletsel, n.Aantal)}"))}.";

    /// <summary>The parts as a sum.</summary>
    public static string Som(Herhaaltelling telling) =>
        $"{Getal(telling.Totaal)} {(telling.Totaal == 1 ? "bericht" : "berichten")} = {Getal(telling.Verwerkt)} verwerkt + {Getal(telling.ZonderGevolg)} zonder gevolg + {Getal(telling.Afgekeurd)} opnieuw afgekeurd + "
        + $"{Getal(telling.Overgeslagen)} overgeslagen + {Getal(telling.NietGedaan)} niet gedaan + {Getal(telling.Bezig + telling.Wacht)} nog te doen";

    /// <summary>Where a rejected message stands, as a code.</summary>
    public static string Stand(Afkeurstand stand) => stand switch
    {
        Afkeurstand.Open => "open",
        Afkeurstand.BijPartner => "bij-partner",
        Afkeurstand.InHerhaling => "in-herhaling",
        Afkeurstand.Gesloten => "gesloten",
        Afkeurstand.Afgehandeld => "afgehandeld",
        _ => throw new UnreachableException(),
    };

    /// <summary>How a herhaling stands, in one sentence or two.</summary>
    public static string Stand(Herhaling herhaling) => herhaling.Status switch
    {
        Herhaalstatus.Loopt => $"Loopt: {Getal(herhaling.Telling.Totaal - herhaling.Telling.Bezig - herhaling.Telling.Wacht)} van {Getal(herhaling.Telling.Totaal)} gedaan.",
        Herhaalstatus.Klaar when herhaling.Telling.Afgekeurd > 0 => "Klaar, maar niet alles is gelukt. Bekijk wat opnieuw is afgekeurd.",
        Herhaalstatus.Klaar when herhaling.Telling.Verwerkt == herhaling.Telling.Totaal => "Klaar: alles is verwerkt.",
        Herhaalstatus.Klaar => "Klaar. Bekijk wat is overgeslagen of geen gevolg had.",
        Herhaalstatus.Gestopt => "Gestopt door een medewerker. Wat verwerkt is, blijft verwerkt.",
        Herhaalstatus.VanzelfGestopt => $"Automatisch gestopt: {Herhaalwachtrij.Hoogstens} keer dezelfde fout. Los die eerst op.",
        _ => throw new UnreachableException(),
    };

    public static string Status(Herhaalstatus status) => status switch
    {
        Herhaalstatus.Loopt => "loopt",
        Herhaalstatus.Klaar => "klaar",
        Herhaalstatus.Gestopt => "gestopt",
        Herhaalstatus.VanzelfGestopt => "automatisch-gestopt",
        _ => throw new UnreachableException(),
    };

    public static string Uitkomst(Herhalingdeel deel) => deel.Uitkomst switch
    {
        null => deel.Begonnen ? "bezig" : "wacht",
        Herhaaluitkomst.Verwerkt => "verwerkt",
        Herhaaluitkomst.ZonderGevolg => "zonder-gevolg",
        Herhaaluitkomst.Afgekeurd => "afgekeurd",
        Herhaaluitkomst.Overgeslagen => "overgeslagen",
        Herhaaluitkomst.NietGedaan => "niet-gedaan",
        _ => throw new UnreachableException(),
    };

    private static string Getal(int getal) => getal.ToString("N0", Nederlands);
}
