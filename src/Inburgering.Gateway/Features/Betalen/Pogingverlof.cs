using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Whether an order that came to nothing may be tried again (payments 5 and 6.1, security 25). Pure.</summary>
internal static class Pogingverlof
{
    /// <summary>A bank may book later than the day that was asked (payments 7.8).</summary>
    public const int Bankdagen = 2;

    /// <summary>How many people a confirmation takes.</summary>
    public const int Mensen = 2;

    /// <summary>Reason: the bank's refusal is all there is.</summary>
    public const string AlleenGeweigerd = "alleen-geweigerd";

    /// <param name="dag">On which the bank should have paid it.</param>
    /// <returns>Null: it may. Else why not, in words that say what to do.</returns>
    public static (string Reden, string Woorden)? Weigering(Opdrachtstand stand, DateOnly dag, Pogingbewijs bewijs) => (stand, bewijs) switch
    {
        (not (Opdrachtstand.Afgewezen or Opdrachtstand.Teruggeboekt), _) => ("niet-mislukt", "Deze betaling is niet geweigerd en niet teruggekomen. Zij kan niet opnieuw."),
        (_, { IsBetaald: true }) => ("nog-betaald", "Deze betaling is vaker afgeschreven dan teruggekomen. Bel de bank; betaal niets opnieuw."),
        (_, { IsVerboden: true }) => ("verboden", "De bank mag deze betaling van de toezichthouder niet doen (RR04). Vraag de compliance officer; er komt geen nieuwe poging."),
        (_, { IsOnverklaard: true }) => ("onverklaard", "Er is een boeking aangehouden die van deze betaling kan zijn. Handel haar eerst af bij «Van de bank»."),
        (Opdrachtstand.Teruggeboekt, _) => null,
        (_, { Bevestigers: >= Mensen }) => null,
        _ when IsBewezen(dag, bewijs) => null,
        _ => (AlleenGeweigerd, "De bank meldde een weigering. Dat is nog geen bewijs dat er niet betaald is. Lees de afschriften in tot twee bankdagen na de betaaldag, of laat twee medewerkers bij de bank navragen en dat hier bevestigen."),
    };

    /// <summary>Statements without a gap, from the day or before it until well past it, on which it is not.</summary>
    private static bool IsBewezen(DateOnly dag, Pogingbewijs bewijs) =>
        bewijs is { AfschriftenSinds: { } sinds, AfschriftenTot: { } tot } && sinds <= dag && tot >= Partners.Betalen.Bankdagen.Na(dag, Bankdagen);
}
