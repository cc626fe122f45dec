using System.Diagnostics;
using System.Globalization;
using Inburgering.Gateway.Features.Afstemmingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>Runs in words of the API and the screen.</summary>
internal static class Synchronisatiewoorden
{
    /// <summary>A run that brought nothing.</summary>
    public const string Leeg = "Er kwam niets binnen, en meestal wel. Vraag na of dat klopt.";

    private static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>«61 ontvangen = 12 nieuw + 40 gewijzigd + 5 gelijk + 0 verschillend + 3 afgekeurd + 1 tegengehouden»; with those that were not done.</summary>
    public static string Som(Uitvoeringtelling telling)
    {
        var som = $"{Getal(telling.Ontvangen)} ontvangen = {Getal(telling.Nieuw)} nieuw + {Getal(telling.Gewijzigd)} gewijzigd + {Getal(telling.Gelijk)} gelijk + "
            + $"{Getal(telling.Verschillend)} verschillend + {Getal(telling.Afgekeurd)} afgekeurd + {Getal(telling.Tegengehouden)} tegengehouden";
        return telling.Gedaan == telling.Ontvangen ? som : $"{som} + {Getal(telling.Ontvangen - telling.Gedaan)} niet gedaan";
    }

    public static string Status(Uitvoeringstatus status) => status switch
    {
        Uitvoeringstatus.Loopt => "loopt",
        Uitvoeringstatus.Gelukt => "gelukt",
        Uitvoeringstatus.GeluktMetAfkeur => "gelukt-met-afkeur",
        Uitvoeringstatus.Mislukt => "mislukt",
        Uitvoeringstatus.Gestopt => "gestopt",
        Uitvoeringstatus.Overgeslagen => "overgeslagen",
        Uitvoeringstatus.WachtOpAkkoord => "wacht-op-akkoord",
        Uitvoeringstatus.Afgewezen => "afgewezen",
        _ => throw new UnreachableException(),
    };

    private const string Vast = "Een bestand van de partner komt bij ons niet verder. Er is niets kwijt en wij proberen het elk uur opnieuw; meld het bij de beheerder van de gateway.";

    private const string Geweigerd = "een bestand van de partner is in zijn geheel geweigerd. De partner ziet per rij waarom; vraag om een verbeterd bestand.";

    /// <summary>What to do, in one sentence.</summary>
    /// <param name="loopt">Why the run that goes on does not go well; null: it does, or there is none.</param>
    public static string Stand(Synchronisatiestand stand, Synchronisatie synchronisatie, int? poging, string? loopt) => stand switch
    {
        Synchronisatiestand.Onbekend when synchronisatie.IsLevering => "Er was nog geen levering.",
        Synchronisatiestand.Onbekend => "Er was nog geen uitvoering.",
        Synchronisatiestand.Mislukt when loopt == Uitvoeringredenen.BestandVast => $"Loopt vast. {Vast}",
        Synchronisatiestand.Mislukt when synchronisatie.IsLevering => "Mislukt. Bekijk wat is afgekeurd en overleg met de partner.",
        Synchronisatiestand.Loopt => poging > 1 ? $"Loopt (poging {Getal(poging.Value)}). U hoeft niets te doen." : "Loopt. U hoeft niets te doen.",
        Synchronisatiestand.Gelukt => "Gelukt.",
        Synchronisatiestand.GeluktMetAfkeur => "Gelukt, maar niet alles is aangenomen. Bekijk wat is afgekeurd.",
        Synchronisatiestand.VerdachtLeeg => Leeg,
        Synchronisatiestand.Mislukt => "Mislukt. Bekijk de reden en start zo nodig opnieuw.",
        Synchronisatiestand.Gestopt => "Gestopt door een medewerker. Wat gedaan is, blijft gedaan.",
        Synchronisatiestand.TeLaat => $"Te laat: zij had {Moment(synchronisatie.VolgendeOp!.Value)} moeten beginnen. Controleer of de gateway draait.",
        Synchronisatiestand.Gepauzeerd => $"Gepauzeerd tot {Moment(synchronisatie.Pauze!.Tot)}.",
        _ => throw new UnreachableException(),
    };

    /// <summary>How one run stands or ended, in one or more sentences; a retry is no failure, and what was stopped did not succeed.</summary>
    /// <param name="poging">From 1.</param>
    /// <param name="nu">System clock.</param>
    public static string Afloop(Uitvoering uitvoering, int poging, DateTimeOffset nu) => uitvoering.Aanleiding == Uitvoeropdracht.Levering ? Leverafloop(uitvoering) : uitvoering.Status switch
    {
        Uitvoeringstatus.Loopt => Loopt(uitvoering, poging, nu),
        Uitvoeringstatus.Gelukt => $"Gelukt{Pogingen(poging)}.",
        Uitvoeringstatus.GeluktMetAfkeur => $"Gelukt met afkeur{Pogingen(poging)}: {Getal(uitvoering.Telling.Afgekeurd)} van {Getal(uitvoering.Telling.Ontvangen)} lukte niet. Bekijk wat is afgekeurd.",
        Uitvoeringstatus.Mislukt when uitvoering.Reden == Uitvoeringredenen.TellingKloptNiet => "De telling klopt niet: niet alles wat er te doen was, is geteld. Start opnieuw en meld dit bij de beheerder van de gateway.",
        Uitvoeringstatus.Mislukt => "Mislukt: van alles wat er te doen was, is niets gelukt. Bekijk waarom en start zo nodig opnieuw.",
        Uitvoeringstatus.Gestopt => "Gestopt door een medewerker. Wat gedaan is, blijft gedaan.",
        Uitvoeringstatus.Overgeslagen when uitvoering.Reden == Uitvoeringredenen.Ingehaald => "Niet begonnen: er draaide op dat moment geen machine. Een later moment haalde dit in.",
        Uitvoeringstatus.Overgeslagen => "Niet begonnen: de uitvoering ervoor liep nog.",
        Uitvoeringstatus.WachtOpAkkoord => $"Wacht op het akkoord van een tweede persoon, over {Getal(uitvoering.Telling.Ontvangen)} personen.",
        Uitvoeringstatus.Afgewezen => "Gaat niet door: een tweede persoon wees dit af.",
        _ => throw new UnreachableException(),
    };

    public static string Code(Synchronisatiestand stand) => stand switch
    {
        Synchronisatiestand.Onbekend => "onbekend",
        Synchronisatiestand.Loopt => "loopt",
        Synchronisatiestand.Gelukt => "gelukt",
        Synchronisatiestand.GeluktMetAfkeur => "gelukt-met-afkeur",
        Synchronisatiestand.VerdachtLeeg => "verdacht-leeg",
        Synchronisatiestand.Mislukt => "mislukt",
        Synchronisatiestand.Gestopt => "gestopt",
        Synchronisatiestand.TeLaat => "te-laat",
        Synchronisatiestand.Gepauzeerd => "gepauzeerd",
        _ => throw new UnreachableException(),
    };

    /// <summary>«vrijdag 15 november om 06:00 uur», Dutch time.</summary>
    public static string Moment(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Klok.Nederland).ToString("dddd d MMMM 'om' HH:mm 'uur'", Nederlands);

    /// <summary>As above, of what a partner delivered on one day.</summary>
    private static string Leverafloop(Uitvoering uitvoering) => uitvoering.Status switch
    {
        Uitvoeringstatus.Loopt when uitvoering.Reden == Uitvoeringredenen.BestandVast => $"Loopt vast. {Vast}",
        Uitvoeringstatus.Loopt => "Loopt. Wat de partner deze dag nog levert, telt mee.",
        Uitvoeringstatus.Gelukt when uitvoering.Telling.Ontvangen == 0 => "Er kwam niets binnen. Meestal ook niet.",
        Uitvoeringstatus.Gelukt => "Gelukt.",
        Uitvoeringstatus.GeluktMetAfkeur when uitvoering.Reden == Uitvoeringredenen.BestandGeweigerd && uitvoering.Telling.Afgekeurd == 0 => $"Gelukt met afkeur: {Geweigerd}",
        Uitvoeringstatus.Mislukt when uitvoering.Reden == Uitvoeringredenen.BestandGeweigerd && uitvoering.Telling.Ontvangen == 0 => $"Mislukt: {Geweigerd}",
        Uitvoeringstatus.GeluktMetAfkeur => $"Gelukt met afkeur: {Getal(uitvoering.Telling.Afgekeurd)} van {Getal(uitvoering.Telling.Ontvangen)} is niet aangenomen. Bekijk wat is afgekeurd.",
        Uitvoeringstatus.Mislukt => "Mislukt: alles wat binnenkwam, is afgekeurd. Bekijk waarom en overleg met de partner.",
        Uitvoeringstatus.Overgeslagen => "Niet nagegaan: er draaide op dat moment geen machine. Een later moment haalde dit in.",
        _ => throw new UnreachableException(),
    };

    private static string Loopt(Uitvoering uitvoering, int poging, DateTimeOffset nu)
    {
        var loopt = poging > 1 ? $"Loopt (poging {Getal(poging)})." : "Loopt.";
        var wacht = uitvoering.WachtTot > nu ? $" Wij proberen het om {Tijdwoorden.Tijd(uitvoering.WachtTot.Value)} uur opnieuw." : string.Empty;
        return Afstemwoorden.Reden(uitvoering.Reden) is { } waarom ? $"{loopt} {waarom.Wat}{wacht}" : loopt;
    }

    private static string Pogingen(int poging) => poging > 1 ? $" na {Getal(poging)} pogingen" : string.Empty;

    private static string Getal(int getal) => getal.ToString("N0", Nederlands);
}
