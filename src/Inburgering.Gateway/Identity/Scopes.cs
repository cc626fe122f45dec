namespace Inburgering.Gateway.Identity;

/// <summary>The words a token's scope is made of. Source: interface 3 and 5.</summary>
internal static class Scopes
{
    public const string DossierLezen = "dossier:lezen";
    public const string DossierSchrijven = "dossier:schrijven";

    /// <summary>GZH: higher trust, never given unless asked by name (standards 2.1, 4).</summary>
    public const string DossierBijzonderLezen = "dossier:bijzonder:lezen";
    public const string BerichtenLeveren = "berichten:leveren";
    public const string NotificatiesLeveren = "notificaties:leveren";
    public const string ToestemmingBeheren = "toestemming:beheren";
    public const string SynchronisatieBeheren = "synchronisatie:beheren";
    public const string LogboekLezen = "logboek:lezen";
    public const string LogboekBeoordelen = "logboek:beoordelen";
    public const string BetalingVoorbereiden = "betaling:voorbereiden";

    /// <summary>Each scope with what it allows, in the words of the API's document.</summary>
    public static IReadOnlyDictionary<string, string> Alle { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [DossierLezen] = "Dossiers zoeken en lezen, voor zover het doel dat toestaat",
        [DossierSchrijven] = "Gegevens in een dossier vastleggen en aan DUO melden",
        [DossierBijzonderLezen] = "Bijzondere persoonsgegevens lezen",
        [BerichtenLeveren] = "Berichten over eigen inburgeraars leveren",
        [NotificatiesLeveren] = "Notificaties van DUO leveren",
        [ToestemmingBeheren] = "Toestemming vastleggen en intrekken",
        [SynchronisatieBeheren] = "Synchronisaties plannen en starten, afgekeurde berichten herhalen",
        [LogboekLezen] = "Lezen wie gegevens heeft gezien",
        [LogboekBeoordelen] = "Inzagen beoordelen",
        [BetalingVoorbereiden] = "Betalingen voorbereiden, niet goedkeuren",
    };

    /// <summary>What a client gets that asks nothing: all of its own but the special one.</summary>
    public static IEnumerable<string> Standaard(GeregistreerdeClient client) =>
        client.Scopes.Where(scope => scope != DossierBijzonderLezen).Order(StringComparer.Ordinal);
}
