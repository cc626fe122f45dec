namespace Inburgering.Gateway.Storage.Model;

/// <summary>An exchange with a partner that runs by itself, of one gemeente; nobody is in it.</summary>
internal sealed class SynchronisatieRow
{
    public required string Gemeentecode { get; init; }

    public required Guid SynchronisatieId { get; init; }

    /// <summary>Key of the partner, "duo".</summary>
    public required string Partner { get; init; }

    /// <summary>What is done, as the partner's config names it: "afstemming" or "levering".</summary>
    public required string Soort { get; init; }

    /// <summary>Key of the instance that delivers; null: with the partner as a whole.</summary>
    public string? Instantie { get; init; }

    /// <summary>The gemeente's own schedule as JSON; null: that of the partner's config.</summary>
    public string? Rooster { get; set; }

    /// <summary>Goes up with every change by a person: who changed what he did not see is refused.</summary>
    public required int Versie { get; set; }

    /// <summary>System clock, of a delivery the business clock: the slot that is due next; null: none is planned.</summary>
    public DateTimeOffset? VolgendeOp { get; set; }

    /// <summary>System clock; null: not paused.</summary>
    public DateTimeOffset? PauzeVanaf { get; set; }

    /// <summary>System clock: it goes on by itself then.</summary>
    public DateTimeOffset? PauzeTot { get; set; }
}

/// <summary>What a person changed of a synchronisatie and why; never rewritten.</summary>
/// <remarks>The reason is free text and stands here, not in the log (security 5).</remarks>
internal sealed class SynchronisatiewijzigingRow
{
    public required string Gemeentecode { get; init; }

    public required Guid WijzigingId { get; init; }

    public required Guid SynchronisatieId { get; init; }

    /// <summary>The run it is about; null: it is about the exchange.</summary>
    public Guid? UitvoeringId { get; init; }

    /// <summary>rooster, pauze, hervatting, inhaalverzoek, akkoord or afwijzing.</summary>
    public required string Soort { get; init; }

    /// <summary>System clock.</summary>
    public required DateTimeOffset Op { get; init; }

    /// <summary>Account or client.</summary>
    public required string Door { get; init; }

    public required string Reden { get; init; }

    /// <summary>The schedule it became, as JSON; null: that of config, or another kind of change.</summary>
    public string? Rooster { get; init; }

    /// <summary>System clock: end of the pause; null: another kind of change.</summary>
    public DateTimeOffset? Tot { get; init; }
}

/// <summary>One run; of every slot there is one at most, whatever the number of machines. Kept at least 13 months.</summary>
internal sealed class UitvoeringRow
{
    public required string Gemeentecode { get; init; }

    public required Guid UitvoeringId { get; init; }

    public required Guid SynchronisatieId { get; init; }

    /// <summary>The slot it is of, by the clock of its exchange; null: a person started it, or a delivery did.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>The Dutch day, by the business clock, on which the partner delivered what it holds; null: the hub asked.</summary>
    public DateOnly? Dag { get; init; }

    /// <summary>rooster, hand, proef, inhaal, inhaalrun, vervolg or levering.</summary>
    public required string Aanleiding { get; init; }

    /// <summary>First Dutch day, by the business clock, of what is fetched once more; null: it is about the present.</summary>
    public DateOnly? PeriodeVan { get; init; }

    /// <summary>Last day, included; null together with the first.</summary>
    public DateOnly? PeriodeTot { get; init; }

    /// <summary>The stopped run of which it does what was left; null: it begins from the start.</summary>
    public Guid? VervolgVan { get; init; }

    /// <summary>Account or client that started it, or the name of the job; of a delivery the client that delivers.</summary>
    public required string GestartDoor { get; init; }

    /// <summary>Why a person started it; null: by schedule.</summary>
    public string? Toelichting { get; init; }

    /// <summary>W3C trace id of what started it, 32 hex.</summary>
    public required string TraceId { get; init; }

    /// <summary>System clock, of a delivery the business clock.</summary>
    public required DateTimeOffset BegonnenOp { get; init; }

    /// <summary>By the same clock; null while it runs.</summary>
    public DateTimeOffset? GeeindigdOp { get; set; }

    public required Uitvoeringstatus Status { get; set; }

    /// <summary>Code of why it did not run or went wrong; null: neither.</summary>
    public string? Reden { get; set; }

    /// <summary>What there was to do; the six that follow are its parts.</summary>
    public int Ontvangen { get; set; }

    public int Nieuw { get; set; }

    public int Gewijzigd { get; set; }

    public int Gelijk { get; set; }

    /// <summary>Another source says otherwise: a person chooses.</summary>
    public int Verschillend { get; set; }

    public int Afgekeurd { get; set; }

    public int Tegengehouden { get; set; }
}

/// <summary>One wait of a run for the partner; what a run tried once more is never rewritten as a failure.</summary>
internal sealed class WachtmomentRow
{
    public required string Gemeentecode { get; init; }

    public required Guid UitvoeringId { get; init; }

    /// <summary>System clock.</summary>
    public required DateTimeOffset Van { get; init; }

    /// <summary>System clock: it tries again then.</summary>
    public required DateTimeOffset Tot { get; set; }

    /// <summary>Code of why.</summary>
    public required string Reden { get; init; }
}

/// <summary>How a run stands.</summary>
internal enum Uitvoeringstatus
{
    Loopt = 0,

    /// <summary>The counts add up and nothing was rejected.</summary>
    Gelukt = 1,

    GeluktMetAfkeur = 2,

    Mislukt = 3,

    /// <summary>A person stopped it.</summary>
    Gestopt = 4,

    /// <summary>Its slot passed without a run; the reason says why.</summary>
    Overgeslagen = 5,

    /// <summary>A second person has to say yes first: nothing was asked yet.</summary>
    WachtOpAkkoord = 6,

    /// <summary>A second person said no.</summary>
    Afgewezen = 7,
}
