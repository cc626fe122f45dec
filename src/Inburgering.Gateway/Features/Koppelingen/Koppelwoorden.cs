using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Koppelingen;

/// <summary>What holds an exchange, in words of the screen.</summary>
internal static class Koppelwoorden
{
    public static readonly Uitleg Opgeschort = new(
        "De partner zegt dat deze persoon niet meer bij uw gemeente hoort. Daarom vragen en melden wij daar niets meer over deze persoon.",
        "Controleer of de persoon is verhuisd of naar een andere gemeente is gekoppeld. Is dat niet zo, neem dan contact op met de partner en hervat daarna de uitwisseling. Meldt de partner zelf dat de persoon weer bij u hoort, dan gaat het vanzelf verder.");

    /// <summary>A partner that does not know the gemeente, or does not answer.</summary>
    /// <param name="naam">Of the partner.</param>
    public static Uitleg Stil(Stilstandoorzaak oorzaak, string naam) => oorzaak == Stilstandoorzaak.HerkentOnsNiet ? NietHerkend(naam) : GeenAntwoord(naam);

    private static Uitleg GeenAntwoord(string naam) => new(
        $"{naam} antwoordt niet. Daarom wacht alles wat naar {naam} moet. Er gaat niets verloren.",
        $"U hoeft niets te doen: wij proberen het steeds opnieuw en gaan vanzelf verder zodra {naam} er weer is. Duurt het langer dan een dag, vraag dan bij {naam} na wat er is.");

    private static Uitleg NietHerkend(string naam) => new(
        $"{naam} herkent uw gemeente niet. Daarom wacht alles wat naar {naam} moet. Er gaat niets verloren.",
        $"Laat de beheerder het certificaat en het OIN van de gemeente controleren. Wij proberen het elke minuut en gaan vanzelf verder zodra {naam} ons herkent.");
}
