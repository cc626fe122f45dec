using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Partners;

/// <summary>One per folder under adapters/; the hub finds it by looking.</summary>
public interface IPartner
{
    /// <summary>The folder's name in small letters, "duo": also the name of config/partners/duo.json.</summary>
    string Key { get; }

    /// <summary>Says what this partner can do, and only that.</summary>
    void AddPorts(IPartnerPorts ports);
}

/// <summary>The three patterns of the chain (DUO, interactiepatronen), delivery of content, and files: a partner names those it really has.</summary>
public interface IPartnerPorts
{
    /// <summary>Raadpleging: we ask, the partner answers.</summary>
    IPartnerPorts Reads<TRecord, TSource>()
        where TRecord : class
        where TSource : class, IRecordSource<TRecord>;

    /// <summary>Notificering: the partner calls us.</summary>
    IPartnerPorts Accepts<TReader>()
        where TReader : class, INotificationReader;

    /// <summary>Aanlevering: the partner delivers content as one CloudEvent of this type, at POST /v1/berichten.</summary>
    /// <remarks>Config says the rest: a type that is not under «levert.typen» of config/partners/ may not come in.</remarks>
    /// <param name="type">Without <c>nl.inburgering.</c>: small letters and hyphens, "koppeling-vervallen".</param>
    /// <param name="betekenis">In Dutch, for a list: "is aan de gemeente gekoppeld".</param>
    IPartnerPorts Delivers<TReader>(string type, string betekenis)
        where TReader : class, IBerichtReader;

    /// <summary>Aanlevering of many at once: each row of a file is one message, at POST /v1/leveringsbestanden.</summary>
    /// <remarks>Its type is one that the partner delivers too; a partner has one form of rows.</remarks>
    IPartnerPorts DeliversRows(Rijvorm vorm);

    /// <summary>Melding-bevestiging: we tell, the partner confirms.</summary>
    IPartnerPorts Sends<TMelding, TSink>()
        where TMelding : Melding
        where TSink : class, IMeldingSink<TMelding>;

    /// <summary>Aanmelding: we tell the partner of a new person. Config says which of its grants have one, and each of its instances is told at its own address.</summary>
    IPartnerPorts Announces<TSink>()
        where TSink : class, IMeldingSink<AanmeldingMelding>;

    /// <summary>Bestand uit: we write a file for the partner. A record has one writer.</summary>
    IPartnerPorts Writes<TBestand, TSchrijver>()
        where TBestand : class
        where TSchrijver : class, IBestandschrijver<TBestand>;

    /// <summary>Bestand in: the partner gives files. A record has one reader.</summary>
    IPartnerPorts ReadsFiles<TBericht, TLezer>()
        where TBericht : class
        where TLezer : class, IBestandlezer<TBericht>;

    /// <summary>Bankkanaal: carries payment files to a bank and its reports back.</summary>
    IPartnerPorts Carries<TKanaal>()
        where TKanaal : class, IBankkanaal;

    /// <summary>The conditions of the partner on a melding, tested before it is stored and again before it leaves.</summary>
    IPartnerPorts Tests<TMelding, TVoorwaarden>()
        where TMelding : Melding
        where TVoorwaarden : class, IVoorwaarden<TMelding>;
}

/// <summary>Raadpleging. The hub owns retries, timeouts, certificates, schedule and log.</summary>
/// <remarks>An implementation takes one HttpClient, made by the hub, in its constructor.</remarks>
public interface IRecordSource<TRecord>
{
    /// <summary>Asks the partner for one person's record, or for a list that is about nobody.</summary>
    Task<PartnerReply<TRecord>> ReadAsync(Raadpleging raadpleging, CancellationToken ct);
}

/// <summary>One question to a partner: who asks, whom, about whom.</summary>
public sealed record Raadpleging
{
    /// <summary>The person asked about; null: about none (a list that the partner keeps for everybody).</summary>
    public required Bsn? Bsn { get; init; }

    /// <summary>OIN of the gemeente on whose behalf we ask; a lookup that never defaults.</summary>
    public required Oin Bron { get; init; }

    /// <summary>OIN of the partner asked.</summary>
    public required Oin Doel { get; init; }

    /// <summary>Unique for this one request.</summary>
    public required Guid BerichtId { get; init; }
}

/// <summary>Notificering: pure, no I/O. Throws nothing for bad input.</summary>
public interface INotificationReader
{
    /// <summary>Reads a notification's body; <see cref="PartnerReply{T}.Unreadable"/> lists every fault.</summary>
    PartnerReply<Gebeurtenis> Read(ReadOnlyMemory<byte> body);

    /// <summary>Whether this adapter knows the code, so that what was kept for an unknown one can be read by now.</summary>
    bool Kent(string code);
}

/// <summary>Aanlevering: pure, no I/O, no clock. The hub reads the envelope, decides whether it may come in, and keeps order and repeats.</summary>
/// <remarks>An implementation has a constructor without parameters.</remarks>
public interface IBerichtReader
{
    /// <summary>Reads <c>data</c>. A fault is kept in the fields themselves with its place; the result then counts for nothing.</summary>
    Partnerbericht Read(JsonFields data);
}

/// <summary>Melding-bevestiging. The hub owns order, retries, timeouts, certificates and log.</summary>
public interface IMeldingSink<TMelding>
    where TMelding : Melding
{
    /// <summary>Sends one melding; the answer is a receipt, the result comes later as a notification.</summary>
    Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<TMelding> zending, CancellationToken ct);
}

/// <summary>The conditions on one kind of melding: pure, no I/O, no clock.</summary>
public interface IVoorwaarden<in TMelding>
    where TMelding : Melding
{
    /// <summary>Every rule that has something to say; empty: it may be sent.</summary>
    IReadOnlyList<Toetsing> Toets(TMelding melding, Meldingfeiten feiten);
}

/// <summary>One melding on its way: who tells, whom, about whom.</summary>
public sealed record Zending<TMelding>
    where TMelding : Melding
{
    public required TMelding Melding { get; init; }

    /// <summary>The person it is about; null: it is about none (a contact of the gemeente).</summary>
    public Bsn? Bsn { get; init; }

    /// <summary>OIN of the gemeente that tells; a lookup that never defaults.</summary>
    public required Oin Bron { get; init; }

    /// <summary>OIN of the partner.</summary>
    public required Oin Doel { get; init; }

    /// <summary>Unique for this one attempt, or the same for each when the melding has <see cref="Melding.VasteId"/>.</summary>
    public required Guid BerichtId { get; init; }
}

/// <summary>The partner has our melding.</summary>
/// <param name="Nummer">The partner's own number of what was made; null: it gave none.</param>
public sealed record Ontvangstbevestiging(int? Nummer = null);
