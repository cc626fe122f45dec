using System.Collections.Frozen;

namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>What moves a batch. Source: payments 5 and 6.</summary>
public enum Batchgebeurtenis
{
    /// <summary>Approved by a second person, rendered and kept: from here on the bytes are fixed.</summary>
    Verzegeld,

    /// <summary>Nothing has left, and two people want it so.</summary>
    Ingetrokken,

    /// <summary>In the journal; the first byte may leave.</summary>
    AanbiedenBegonnen,

    /// <summary>The channel or a person says that the bank has it.</summary>
    Ontvangen,

    /// <summary>Nobody can say whether the bank has it.</summary>
    Onzeker,

    /// <summary>The channel proves that the bank does not have it and two people confirm: the same bytes may go again.</summary>
    AfwezigheidBewezen,

    /// <summary>The bank speaks of it without refusing it.</summary>
    Bevestigd,

    /// <summary>The bank refuses the whole file, and not because it saw it before.</summary>
    Geweigerd,

    /// <summary>Every order in it has come to its end.</summary>
    Afgerond,
}

/// <summary>The state machine of one batch. Pure.</summary>
public static class Batchverloop
{
    private static readonly FrozenDictionary<(Batchstand, Batchgebeurtenis), Batchstand> Overgangen = new Dictionary<(Batchstand, Batchgebeurtenis), Batchstand>
    {
        [(Batchstand.Open, Batchgebeurtenis.Verzegeld)] = Batchstand.Verzegeld,
        [(Batchstand.Open, Batchgebeurtenis.Ingetrokken)] = Batchstand.Ingetrokken,
        [(Batchstand.Verzegeld, Batchgebeurtenis.AanbiedenBegonnen)] = Batchstand.WordtAangeboden,

        // Not in the table: it was handed over before and two people said that it was not there, or the journal says so while the database does not. Then it does not go again by itself.
        [(Batchstand.Verzegeld, Batchgebeurtenis.Onzeker)] = Batchstand.Onbekend,
        [(Batchstand.Verzegeld, Batchgebeurtenis.Bevestigd)] = Batchstand.Bevestigd,
        [(Batchstand.Verzegeld, Batchgebeurtenis.Geweigerd)] = Batchstand.Geweigerd,
        [(Batchstand.WordtAangeboden, Batchgebeurtenis.Ontvangen)] = Batchstand.Aangeboden,
        [(Batchstand.WordtAangeboden, Batchgebeurtenis.Onzeker)] = Batchstand.Onbekend,
        [(Batchstand.Onbekend, Batchgebeurtenis.Ontvangen)] = Batchstand.Aangeboden,
        [(Batchstand.Onbekend, Batchgebeurtenis.AfwezigheidBewezen)] = Batchstand.Verzegeld,
        [(Batchstand.Aangeboden, Batchgebeurtenis.Onzeker)] = Batchstand.Onbekend,
        [(Batchstand.WordtAangeboden, Batchgebeurtenis.Bevestigd)] = Batchstand.Bevestigd,
        [(Batchstand.Aangeboden, Batchgebeurtenis.Bevestigd)] = Batchstand.Bevestigd,
        [(Batchstand.Onbekend, Batchgebeurtenis.Bevestigd)] = Batchstand.Bevestigd,
        [(Batchstand.Aangeboden, Batchgebeurtenis.Geweigerd)] = Batchstand.Geweigerd,
        [(Batchstand.WordtAangeboden, Batchgebeurtenis.Geweigerd)] = Batchstand.Geweigerd,
        [(Batchstand.Onbekend, Batchgebeurtenis.Geweigerd)] = Batchstand.Geweigerd,
        [(Batchstand.Bevestigd, Batchgebeurtenis.Afgerond)] = Batchstand.Gesloten,
        [(Batchstand.Geweigerd, Batchgebeurtenis.Bevestigd)] = Batchstand.Bevestigd,
    }.ToFrozenDictionary();

    /// <summary>Where it goes; null: this may not happen from there.</summary>
    public static Batchstand? Na(Batchstand van, Batchgebeurtenis gebeurtenis) => Overgangen.TryGetValue((van, gebeurtenis), out var naar) ? naar : null;
}
