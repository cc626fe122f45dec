using Inburgering.Gateway.Features;

namespace Inburgering.Gateway.Portal.Betalen;

/// <summary>Where a batch stands, in words that say what to do.</summary>
internal static class Betaalwoorden
{
    public static (string Woord, Ernst Ernst) Stand(string stand) => stand switch
    {
        "open" => ("Wacht op goedkeuring", Ernst.Let),
        "verzegeld" => ("Klaar om op te halen", Ernst.Let),
        "wordt_aangeboden" => ("Opgehaald, nog niet bevestigd", Ernst.Let),
        "aangeboden" => ("Bij de bank", Ernst.Neutraal),
        "onbekend" => ("Onbekend of de bank het heeft", Ernst.Fout),
        "bevestigd" => ("Bevestigd door de bank", Ernst.Neutraal),
        "gesloten" => ("Afgerond", Ernst.Goed),
        "ingetrokken" => ("Ingetrokken", Ernst.Neutraal),
        "geweigerd" => ("Geweigerd door de bank", Ernst.Fout),
        _ => (stand, Ernst.Neutraal),
    };
}
