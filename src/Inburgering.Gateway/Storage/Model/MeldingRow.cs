namespace Inburgering.Gateway.Storage.Model;

/// <summary>What the gemeente tells a chain partner: stored first, sent later.</summary>
internal sealed class MeldingRow
{
    public required string Gemeentecode { get; init; }

    public required Guid MeldingId { get; init; }

    /// <summary>Order in which they were given: per person they leave in this order.</summary>
    public long Volgnummer { get; init; }

    public required Guid DossierId { get; set; }

    /// <summary>Key of the partner it goes to, "duo".</summary>
    public required string Partner { get; init; }

    /// <summary>The kind, "pip-intrekking".</summary>
    public required string Soort { get; init; }

    public required Guid SleutelId { get; set; }

    /// <summary>The melding as JSON, encrypted.</summary>
    public required byte[] Inhoud { get; init; }

    public required Meldingstatus Status { get; set; }

    /// <summary>Code of <see cref="Meldingredenen"/>; null while nothing is wrong.</summary>
    public string? Reden { get; set; }

    /// <summary>Texts of the partner or of our own rules, as JSON, encrypted; null: there are none.</summary>
    public byte[]? Uitleg { get; set; }

    /// <summary>Account or client that gave it.</summary>
    public required string GegevenDoor { get; init; }

    /// <summary>W3C trace id of the request that gave it, 32 hex.</summary>
    public required string TraceId { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset GemaaktOp { get; init; }

    /// <summary>Business clock: when the partner confirmed it.</summary>
    public DateTimeOffset? BevestigdOp { get; set; }

    /// <summary>Business clock: when nothing was left to do.</summary>
    public DateTimeOffset? AfgehandeldOp { get; set; }

    public int Pogingen { get; set; }

    /// <summary>How many of those do not count: they said nothing of this one.</summary>
    public int Vergeefs { get; set; }

    /// <summary>System clock; null when nothing is left for the machine to do.</summary>
    public DateTimeOffset? VolgendePoging { get; set; }

    /// <summary>System clock: until then another worker keeps off.</summary>
    public DateTimeOffset? BezetTot { get; set; }

    /// <summary>Of the attempt that left and whose outcome is not known; null: none.</summary>
    public Guid? OnderwegAls { get; set; }

    /// <summary>The melding that this one takes back; null: it takes none back.</summary>
    public Guid? IntrekkingVan { get; init; }

    /// <summary>The partner's own number of what was made, or of what it names.</summary>
    public int? Nummer { get; set; }

    /// <summary>Of an aanmelding: the assignment it tells of, each once. Null for every other kind.</summary>
    public Guid? OpdrachtId { get; init; }
}

/// <summary>Where a melding stands.</summary>
internal enum Meldingstatus
{
    /// <summary>Stored, still to be sent.</summary>
    Wacht = 0,

    /// <summary>The partner has it.</summary>
    Bevestigd = 1,

    /// <summary>The partner refused it: its texts say why.</summary>
    Geweigerd = 2,

    /// <summary>A person has to look before it goes on; what came after it for this person waits too.</summary>
    WachtOpMens = 3,

    /// <summary>It never left, and will not.</summary>
    Vervallen = 4,

    /// <summary>The partner told of its result.</summary>
    Afgerond = 5,
}

/// <summary>Why a melding was not sent, or waits: codes, with their words in the portal.</summary>
internal static class Meldingredenen
{
    public const string PartnerNietBereikbaar = "partner-niet-bereikbaar";
    public const string AfzenderNietHerkend = "afzender-niet-herkend";
    public const string Opgeschort = "opgeschort";
    public const string PartnerWeigert = "partner-weigert";
    public const string GeenToegangMeer = "geen-toegang-meer";
    public const string OnbekendBijPartner = "onbekend-bij-partner";
    public const string AntwoordOnleesbaar = "antwoord-onleesbaar";
    public const string UitkomstOnbekend = "uitkomst-onbekend";
    public const string VoldoetNietMeer = "voldoet-niet-meer";
    public const string Beperkt = "beperking";
    public const string Bezwaar = "bezwaar";
    public const string DossierGesloten = "dossier-gesloten";
    public const string NietToegestaan = "beleid-staat-niet-toe";
    public const string BsnNogNietBekend = "bsn-nog-niet-bekend";
    public const string BeleidVerouderd = "beleid-verouderd";
    public const string WachtOpContactpersoon = "wacht-op-contactpersoon";
    public const string ContactpersoonBekend = "contactpersoon-al-bekend";
    public const string Ingetrokken = "ingetrokken";
    public const string WachtOpGegevens = "wacht-op-gegevens";
    public const string WachtOpOpdracht = "wacht-op-begin-opdracht";
    public const string OpdrachtBeeindigd = "opdracht-beeindigd";
    public const string PartnerGeblokkeerd = "partner-geblokkeerd";
    public const string NogNietVerbonden = "nog-niet-verbonden";
    public const string InterneFout = "interne-fout";
}
