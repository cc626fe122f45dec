using Inburgering.Gateway.Storage.Berichten;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Berichten;

/// <summary>How a message stands, in words for who sent it: only what that one can do something about, and nothing of our dossiers.</summary>
internal static class Leverwoorden
{
    public const string Ontvangen = "ontvangen", Verwerkt = "verwerkt", Afgekeurd = "afgekeurd";

    private static readonly Uitleg Wachten = new("Wij konden dit bericht nog niet verwerken.", "U hoeft niets te doen. Wij zoeken het uit; het bericht is bewaard.");

    private static readonly Dictionary<string, Uitleg> Redenen = new()
    {
        [Berichtredenen.GeenRelatie] = new("U levert niet over deze persoon: er is geen koppeling of opdracht, of de persoon is hier niet bekend.", "Controleer met welk nummer u de persoon noemt. Klopt het, vraag dan de gemeente."),
        [Berichtredenen.Doelgroep] = new("U levert niet over de doelgroep van deze persoon.", "Vraag de gemeente of zij deze persoon een aanbod doet."),
        [Berichtredenen.MaandDubbel] = new("U leverde de uren van deze maand al, met andere getallen. Die blijven staan.", "Klopten ze niet, stuur dan de hele maand opnieuw met correctie: true, onder een nieuw id."),
        [Berichtredenen.CorrectieNegatief] = new("Uw correctie noemt minder dan 0 uren. Wat er stond, blijft staan.", "Een correctie vervangt de hele maand. Stuur de uren van de hele maand, niet het verschil, met correctie: true, onder een nieuw id."),
        [Berichtredenen.GeenKeurmerk] = new("Uw instelling staat niet met een keurmerk in de lijst van DUO.", "Vraag DUO uw inschrijving na. Daarna kan de gemeente het bericht opnieuw laten verwerken."),
        [Berichtredenen.ZelfdeIdAndereInhoud] = new("Dit id kwam al eerder binnen, met een andere inhoud. Alleen het eerste bericht telt.", "Stuur wat klopt onder een nieuw id."),
        [Berichtredenen.InhoudOnleesbaar] = new("Wij kunnen de inhoud niet meer lezen.", "Stuur het bericht opnieuw volgens de documentatie, onder een nieuw id."),
        [Berichtredenen.TypeNietToegestaan] = new("U mag dit type bericht of deze gegevens niet meer leveren.", "Vraag de gemeente wat u mag leveren."),
        [Berichtredenen.ZonderPersoon] = new("Het bericht noemt geen persoon.", "Stuur een nieuw bericht met het nummer van de persoon."),
        [Berichtredenen.BsnFaalt11Proef] = new("Het BSN in het bericht bestaat niet.", "Stuur een nieuw bericht met het juiste BSN."),
        [Berichtredenen.OnbekendeGebeurtenis] = new("Wij kennen deze gebeurtenis niet.", "U hoeft niets te doen. Het bericht is bewaard."),
        [Berichtredenen.BsnNogNietBekend] = new("Wij kennen het BSN bij dit V-nummer nog niet.", "U hoeft niets te doen. Zodra het BSN er is, gaat het bericht verder."),
        [Berichtredenen.GeslotenDoorMedewerker] = new("Een medewerker van de gemeente sloot dit bericht zonder het te verwerken.", "Bel de gemeente als u vindt dat het wel verwerkt moet worden."),
    };

    public static string Status(EigenBericht bericht) => bericht switch
    {
        { Status: Berichtstatus.Ontvangen } => Ontvangen,
        { Status: Berichtstatus.Quarantaine } or { Reden: Berichtredenen.GeslotenDoorMedewerker } => Afgekeurd,
        _ => Verwerkt,
    };

    /// <summary>It was rejected for a reason that is told to the sender.</summary>
    public static bool LigtAanHetBericht(EigenBericht bericht) => Status(bericht) == Afgekeurd && Redenen.ContainsKey(bericht.Reden!);

    /// <summary>Why it was rejected; null: it was not.</summary>
    /// <param name="waarde">At which it went wrong; null: at none, or it is not told here.</param>
    public static IReadOnlyList<Leverreden>? Waarom(EigenBericht bericht, Berichtwaarde? waarde = null) =>
        Status(bericht) == Afgekeurd && Redenen.GetValueOrDefault(bericht.Reden!, Wachten) is var uitleg ? [new Leverreden(bericht.Reden!, uitleg.Wat, uitleg.Doen, waarde?.Veld, waarde?.Omschrijving)] : null;
}
