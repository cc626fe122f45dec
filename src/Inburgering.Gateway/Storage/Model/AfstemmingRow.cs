namespace Inburgering.Gateway.Storage.Model;

/// <summary>One round in which every active person of a gemeente is asked for at a partner and compared; numbers and words only, nobody is in it.</summary>
internal sealed class AfstemmingRow
{
    public required string Gemeentecode { get; init; }

    public required Guid AfstemmingId { get; init; }

    /// <summary>Key of the partner that is asked, "duo".</summary>
    public required string Partner { get; init; }

    /// <summary>rooster, verzoek, proef or inhaalrun; nacht in rounds from before there were schedules.</summary>
    public required string Aanleiding { get; init; }

    /// <summary>Account or client that asked for it, or the name of the job.</summary>
    public required string GestartDoor { get; init; }

    /// <summary>W3C trace id of what started it, 32 hex.</summary>
    public required string TraceId { get; init; }

    /// <summary>The night it belonged to, before there were schedules; null since.</summary>
    public DateOnly? Nacht { get; init; }

    /// <summary>Asks, compares and counts, and takes nothing over.</summary>
    public bool Proef { get; init; }

    /// <summary>Over a period that has passed: it goes beside the round over everybody, in a lane of its own.</summary>
    public bool Inhaal { get; init; }

    /// <summary>System clock.</summary>
    public required DateTimeOffset BegonnenOp { get; init; }

    /// <summary>System clock; null while it runs.</summary>
    public DateTimeOffset? GeeindigdOp { get; set; }

    public required Afstemmingstatus Status { get; set; }

    public required int Totaal { get; init; }

    public int Gelijk { get; set; }

    public int Gemist { get; set; }

    public int Verschillend { get; set; }

    public int Mislukt { get; set; }

    public int Tegengehouden { get; set; }

    /// <summary>Groups of facts the partner had changed without telling; one person may have several.</summary>
    public int GemisteGebeurtenissen { get; set; }

    /// <summary>Why it waits; null: it does not.</summary>
    public string? Reden { get; set; }

    /// <summary>System clock: it waits until then.</summary>
    public DateTimeOffset? WachtTot { get; set; }

    /// <summary>Waits in a row, without a person done in between.</summary>
    public int Pauzes { get; set; }
}

/// <summary>One person of a round.</summary>
internal sealed class AfstempersoonRow
{
    public required string Gemeentecode { get; init; }

    public required Guid AfstempersoonId { get; init; }

    public required Guid AfstemmingId { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>Times it was taken; fences off a worker whose lease ran out.</summary>
    public int Pogingen { get; set; }

    /// <summary>System clock: until then another worker keeps off.</summary>
    public DateTimeOffset? BezetTot { get; set; }

    /// <summary>System clock: the first question may leave from then on.</summary>
    public DateTimeOffset? Vanaf { get; set; }

    /// <summary>Null: still to be done.</summary>
    public Afstemuitkomst? Uitkomst { get; set; }

    /// <summary>Code; null while nothing is wrong.</summary>
    public string? Reden { get; set; }

    /// <summary>Key of the content; null: there is none.</summary>
    public Guid? SleutelId { get; set; }

    /// <summary>What was missed and what differs, as JSON, encrypted; null: nothing.</summary>
    public byte[]? Inhoud { get; set; }

    /// <summary>System clock.</summary>
    public DateTimeOffset? AfgehandeldOp { get; set; }
}

/// <summary>When the next call to a partner may leave: one row per budget, for all processes.</summary>
internal sealed class BelbudgetRow
{
    /// <summary>Key of the partner.</summary>
    public required string Partner { get; init; }

    /// <summary>Which of its budgets: all calls, those of the gemeente with this OIN, or the share of the reconciliation.</summary>
    public required string Deel { get; init; }

    /// <summary>System clock.</summary>
    public required DateTimeOffset VrijOp { get; set; }
}

/// <summary>Where a round stands.</summary>
internal enum Afstemmingstatus
{
    Loopt = 0,

    /// <summary>Everybody was done.</summary>
    Klaar = 1,

    /// <summary>A person stopped it: who was not done, is not done.</summary>
    Gestopt = 2,
}

/// <summary>How it ended for one person: exactly one of these, in order of weight where two could be said.</summary>
/// <remarks>Not done beats done; a difference asks for a person, so it beats a missed event, which the machine has put right and counts by itself.</remarks>
internal enum Afstemuitkomst
{
    /// <summary>The partner and we say the same, or what it changed is on its way to us in a notification.</summary>
    Gelijk = 0,

    /// <summary>The partner knew something that no notification brought: taken over.</summary>
    Gemist = 1,

    /// <summary>The partner and another source disagree: a person looks.</summary>
    Verschillend = 2,

    /// <summary>Refused, unreadable, unknown there, or it broke.</summary>
    Mislukt = 3,

    /// <summary>The person, the policy or the partner's scope does not let us ask.</summary>
    Tegengehouden = 4,
}
