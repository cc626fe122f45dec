using System.Globalization;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Features.Koppelingen;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Afstemmingen;

/// <summary>Reconciliation in words of the screen.</summary>
internal static class Afstemwoorden
{
    private static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");

    private static readonly Dictionary<string, Uitleg> Redenen = new()
    {
        [Meldingredenen.PartnerNietBereikbaar] = new("De partner was niet bereikbaar.", "Wij proberen het vanzelf opnieuw. Blijft dit zo? Kijk of er een storing is."),
        [Meldingredenen.BeleidVerouderd] = new("Er geldt een nieuwer beleid, dat nu wordt geladen.", "U hoeft niets te doen."),
        [Meldingredenen.DossierGesloten] = new("Het dossier is intussen gesloten.", "U hoeft niets te doen."),
        [Meldingredenen.Beperkt] = new("De gegevens van deze persoon staan onder een beperking.", "Wij vragen pas weer als de beperking is opgeheven."),
        [Meldingredenen.Bezwaar] = new("De persoon heeft bezwaar gemaakt.", "Beslis eerst op het bezwaar."),
        [Meldingredenen.NietToegestaan] = new("Het beleid laat niet toe dat wij dit aan de partner vragen.", "Meld dit bij de beheerder van de gateway."),
        [Berichtredenen.BsnNogNietBekend] = new("Het BSN van deze persoon is nog niet bekend.", "Vul het BSN in uw eigen systeem aan."),
        [Berichtredenen.GeenToegangMeer] = Koppelwoorden.Opgeschort,
        [Meldingredenen.Opgeschort] = Koppelwoorden.Opgeschort,
        [Meldingredenen.AfzenderNietHerkend] = new("De partner herkent uw gemeente niet. De ronde wacht en gaat vanzelf verder.", "Laat de beheerder het certificaat en het OIN van de gemeente controleren."),
        [Berichtredenen.PartnerWeigert] = new("De partner weigert.", "Neem contact op met de partner."),
        [Berichtredenen.OnbekendBijPartner] = new("De partner kent deze persoon niet.", "Controleer het BSN in het dossier."),
        [Berichtredenen.AntwoordOnleesbaar] = new("Het antwoord van de partner was onleesbaar.", "Meld dit bij de beheerder van de gateway."),
        [Berichtredenen.InterneFout] = new("Er ging bij ons iets mis.", "Stem deze persoon nog eens af. Meld het anders bij de beheerder van de gateway."),
    };

    /// <summary>"61 personen = 50 gelijk + 7 gemist + 2 verschillend + 1 mislukt + 1 tegengehouden"; while it runs with those still to be done.</summary>
    public static string Som(Afstemtelling telling)
    {
        var som = $"{Getal(telling.Totaal)} {(telling.Totaal == 1 ? "persoon" : "personen")} = {Getal(telling.Gelijk)} gelijk + {Getal(telling.Gemist)} gemist + "
            + $"{Getal(telling.Verschillend)} verschillend + {Getal(telling.Mislukt)} mislukt + {Getal(telling.Tegengehouden)} tegengehouden";
        return telling.Gedaan == telling.Totaal ? som : $"{som} + {Getal(telling.Totaal - telling.Gedaan)} niet gedaan";
    }

    /// <summary>Null when nothing is wrong.</summary>
    public static Uitleg? Reden(string? code) =>
        code is null ? null : Redenen.GetValueOrDefault(code, new Uitleg($"Reden: {code}.", "Meld dit bij de beheerder van de gateway."));

    public static string Uitkomst(Afstemuitkomst uitkomst) => uitkomst switch
    {
        Afstemuitkomst.Gelijk => "gelijk",
        Afstemuitkomst.Gemist => "gemist",
        Afstemuitkomst.Verschillend => "verschillend",
        Afstemuitkomst.Mislukt => "mislukt",
        Afstemuitkomst.Tegengehouden => "tegengehouden",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Getal(int getal) => getal.ToString("N0", Nederlands);
}
