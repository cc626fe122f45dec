using System.Collections.Frozen;

namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>What moves an order. Who may do it and what must hold is for who moves it; this says only from where to where. Source: the table of payments 5.</summary>
public enum Opdrachtgebeurtenis
{
    /// <summary>Amount, account or benefit changed: an approval is withdrawn.</summary>
    Bewerkt,

    /// <summary>By a second person.</summary>
    Vrijgegeven,

    /// <summary>By a user with a reason, before it is in a sealed batch.</summary>
    Geannuleerd,

    /// <summary>Its batch is sealed and the hand-over begins.</summary>
    Aangeboden,

    /// <summary>The bank says that it takes the order.</summary>
    Geaccepteerd,

    /// <summary>The bank says that it does not, and not because it saw it before.</summary>
    Afgewezen,

    /// <summary>Booked off the account.</summary>
    Afgeboekt,

    /// <summary>Booked back onto the account.</summary>
    Teruggeboekt,

    /// <summary>The bank confirmed that it was withdrawn, recorded by two people.</summary>
    Ingetrokken,

    /// <summary>A person paid it without the gateway.</summary>
    BuitenBetaald,

    /// <summary>It turns out that nobody did.</summary>
    BuitenHersteld,
}

/// <summary>The state machine of one order. Pure.</summary>
public static class Opdrachtverloop
{
    private static readonly FrozenDictionary<(Opdrachtstand, Opdrachtgebeurtenis), Opdrachtstand> Overgangen = new Dictionary<(Opdrachtstand, Opdrachtgebeurtenis), Opdrachtstand>
    {
        [(Opdrachtstand.Gepland, Opdrachtgebeurtenis.Bewerkt)] = Opdrachtstand.Gepland,
        [(Opdrachtstand.Gepland, Opdrachtgebeurtenis.Vrijgegeven)] = Opdrachtstand.Vrijgegeven,
        [(Opdrachtstand.Vrijgegeven, Opdrachtgebeurtenis.Bewerkt)] = Opdrachtstand.Gepland,
        [(Opdrachtstand.Gepland, Opdrachtgebeurtenis.Geannuleerd)] = Opdrachtstand.Geannuleerd,
        [(Opdrachtstand.Vrijgegeven, Opdrachtgebeurtenis.Geannuleerd)] = Opdrachtstand.Geannuleerd,
        [(Opdrachtstand.Vrijgegeven, Opdrachtgebeurtenis.Aangeboden)] = Opdrachtstand.Aangeboden,
        [(Opdrachtstand.Aangeboden, Opdrachtgebeurtenis.Geaccepteerd)] = Opdrachtstand.Geaccepteerd,
        [(Opdrachtstand.Aangeboden, Opdrachtgebeurtenis.Afgewezen)] = Opdrachtstand.Afgewezen,
        [(Opdrachtstand.Geaccepteerd, Opdrachtgebeurtenis.Afgewezen)] = Opdrachtstand.Afgewezen,
        [(Opdrachtstand.Aangeboden, Opdrachtgebeurtenis.Afgeboekt)] = Opdrachtstand.Uitgevoerd,
        [(Opdrachtstand.Geaccepteerd, Opdrachtgebeurtenis.Afgeboekt)] = Opdrachtstand.Uitgevoerd,
        [(Opdrachtstand.Uitgevoerd, Opdrachtgebeurtenis.Teruggeboekt)] = Opdrachtstand.Teruggeboekt,
        [(Opdrachtstand.Aangeboden, Opdrachtgebeurtenis.Ingetrokken)] = Opdrachtstand.Geannuleerd,
        [(Opdrachtstand.Geaccepteerd, Opdrachtgebeurtenis.Ingetrokken)] = Opdrachtstand.Geannuleerd,

        // Payments 6.7: the obligation is taken, so that nothing pays it again.
        [(Opdrachtstand.Gepland, Opdrachtgebeurtenis.BuitenBetaald)] = Opdrachtstand.BuitenGateway,
        [(Opdrachtstand.Vrijgegeven, Opdrachtgebeurtenis.BuitenBetaald)] = Opdrachtstand.BuitenGateway,
        [(Opdrachtstand.BuitenGateway, Opdrachtgebeurtenis.BuitenHersteld)] = Opdrachtstand.Geannuleerd,

        // Not in the table: a booking is the only proof (payments 1.5), so it also holds against a refusal, forged or mistaken, that came before it (security 25).
        [(Opdrachtstand.Afgewezen, Opdrachtgebeurtenis.Afgeboekt)] = Opdrachtstand.Uitgevoerd,
    }.ToFrozenDictionary();

    /// <summary>Where it goes; null: this may not happen from there, so nothing moves.</summary>
    public static Opdrachtstand? Na(Opdrachtstand van, Opdrachtgebeurtenis gebeurtenis) => Overgangen.TryGetValue((van, gebeurtenis), out var naar) ? naar : null;

    /// <summary>Whether the bank may have it: it counts as paid until proven otherwise.</summary>
    public static bool IsBijBank(Opdrachtstand stand) => stand is Opdrachtstand.Aangeboden or Opdrachtstand.Geaccepteerd or Opdrachtstand.Uitgevoerd;

    /// <summary>Whether it came to nothing, so that a next try may be thought of; a refusal alone does not permit it (security 25).</summary>
    public static bool IsMislukt(Opdrachtstand stand) => stand is Opdrachtstand.Afgewezen or Opdrachtstand.Teruggeboekt or Opdrachtstand.Geannuleerd;
}
