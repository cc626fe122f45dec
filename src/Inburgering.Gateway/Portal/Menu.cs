namespace Inburgering.Gateway.Portal;

/// <summary>The main menu: what a role may not do is not in it.</summary>
internal static class Menu
{
    /// <summary>Who reviews the use.</summary>
    public const string Toezicht = "PO,FG,CISO,AUDITOR";

    /// <summary>Who looks after the messages.</summary>
    public const string Beheer = "BEHEER,REG,PO,FG,CISO";

    /// <summary>Who reads one melding, lets it go again or takes it back.</summary>
    public const string Meldingen = "REG";

    /// <summary>Who begins and stops a reconciliation.</summary>
    public const string Afstemmen = "REG,BEHEER";

    /// <summary>Who may have a value of a rejected message shown; who looks after the exchange never.</summary>
    public const string Afkeurwaarde = "REG";

    /// <summary>Who may see what the rules do; no person is in it.</summary>
    public const string Beleid = "REG,PO,FG,CISO,AUDITOR,BEHEER";

    /// <summary>Who may see a dossier as a partner would.</summary>
    public const string Partnerblik = "REG,PO";

    /// <summary>Who answers a request for inzage.</summary>
    public const string Inzageverzoek = "PO";

    /// <summary>Who may search a dossier.</summary>
    public const string Zoeken = "REG," + Ontzorgen + "," + Toezicht;

    /// <summary>Who pays the fixed costs of people: makes ready, approves what another made ready, hands over.</summary>
    public const string Ontzorgen = "INK";

    /// <summary>Content: regie, and emergency access.</summary>
    public const string Gegevens = "REG,BEHEER";
    public const string Bronnen = "REG";
    public const string Voorstellen = "REG";

    /// <summary>Who may ask for emergency access.</summary>
    public const string Noodtoegang = "BEHEER";

    /// <summary>Who judges it.</summary>
    public const string Noodbeoordeling = "PO,FG";

    private static readonly Menupunt[] Punten =
    [
        new("/", "Start", string.Empty, []),
        new("/dossiers/zoeken", "Wie heeft gekeken", Toezicht, ["/dossiers"]),
        new("/dossiers/zoeken", "Dossier zoeken", "REG", ["/dossiers"]),
        new("/dossiers/zoeken", "Dossier zoeken", Ontzorgen, ["/dossiers"]),
        new("/betalingen", "Betalingen", Ontzorgen, ["/betalingen"]),
        new("/partners/test", "Test een vraag", Beleid, ["/partners"]),
        new("/logcontrole/zoeken", "Zoeken in het log", Toezicht, ["/logcontrole"]),
        new("/noodtoegang", "Noodtoegang", Noodtoegang, ["/noodtoegang"]),
        new("/noodtoegang/beoordelen", "Noodtoegang te beoordelen", Noodbeoordeling, ["/noodtoegang"]),
        new("/koppelingen", "Koppelingen", Beheer, ["/koppelingen"]),
        new("/koppelingen/berichten", "Berichten", Beheer, ["/koppelingen/berichten"]),
        new("/koppelingen/afkeur", "Afgekeurde records", Beheer, ["/koppelingen/afkeur"]),
        new("/koppelingen/meldingen", "Meldingen", Beheer, ["/koppelingen/meldingen", "/koppelingen/opschortingen"]),
        new("/koppelingen/afstemmingen", "Afstemmingen", Beheer, ["/koppelingen/afstemmingen"]),
    ];

    public static IEnumerable<Menupunt> For(string rol) => Punten.Where(punt => punt.Rollen.Length == 0 || Mag(punt.Rollen, rol));

    /// <summary>The entry that a page belongs to, the nearest one; null: none.</summary>
    public static Menupunt? Huidig(string rol, PathString pad) => For(rol).Where(punt => punt.Nabij(pad) >= 0).MaxBy(punt => punt.Nabij(pad));

    public static bool Mag(string rollen, string rol) => rollen.Split(',').Contains(rol, StringComparer.Ordinal);
}

/// <summary>One entry.</summary>
/// <param name="Rollen">Comma list; empty: everyone.</param>
/// <param name="Takken">Paths below which this entry is the current one.</param>
internal sealed record Menupunt(string Pad, string Naam, string Rollen, string[] Takken)
{
    /// <summary>How much of the path it names; -1: it is not about this page.</summary>
    public int Nabij(PathString pad) => pad == Pad ? Pad.Length : Takken.Where(tak => pad.StartsWithSegments(tak, StringComparison.OrdinalIgnoreCase)).Select(tak => tak.Length).DefaultIfEmpty(-1).Max();
}
