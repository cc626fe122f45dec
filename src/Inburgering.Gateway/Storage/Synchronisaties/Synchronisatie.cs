using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Access.Roosters;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Storage.Synchronisaties;

/// <summary>An exchange that comes back by itself, as it stands: the hub asks, or the partner delivers.</summary>
internal sealed record Synchronisatie
{
    public required string Gemeentecode { get; init; }

    public required Guid SynchronisatieId { get; init; }

    /// <summary>Key of the partner.</summary>
    public required string Partner { get; init; }

    /// <summary>As the partner's config names it.</summary>
    public required string Soort { get; init; }

    /// <summary>Key of the instance that delivers; null: with the partner as a whole.</summary>
    public string? Instantie { get; init; }

    /// <summary>The gemeente's own schedule; null: that of config.</summary>
    public required Rooster? EigenRooster { get; init; }

    /// <summary>Goes up with every change by a person.</summary>
    public required int Versie { get; init; }

    /// <summary>System clock, of a delivery the business clock; null: no slot is planned.</summary>
    public required DateTimeOffset? VolgendeOp { get; init; }

    /// <summary>Null: not paused.</summary>
    public required Pauze? Pauze { get; init; }

    /// <summary>The partner delivers: nobody here can start, pause or repeat it.</summary>
    public bool IsLevering => Soort == SynchronisatieFile.Levering;
}

/// <summary>No slots from one instant until another, by the system clock.</summary>
internal sealed record Pauze(DateTimeOffset Vanaf, DateTimeOffset Tot);

/// <summary>The parts of what there was to do.</summary>
internal sealed record Uitvoeringtelling(int Ontvangen, int Nieuw, int Gewijzigd, int Gelijk, int Verschillend, int Afgekeurd, int Tegengehouden)
{
    public int Gedaan => Nieuw + Gewijzigd + Gelijk + Verschillend + Afgekeurd + Tegengehouden;
}

/// <summary>One run as it stands.</summary>
internal sealed record Uitvoering
{
    public required Guid UitvoeringId { get; init; }

    public required Guid SynchronisatieId { get; init; }

    /// <summary>Its slot, by the clock of its exchange; null: a person or a delivery started it.</summary>
    public required DateTimeOffset? Moment { get; init; }

    /// <summary>rooster, hand, proef, inhaal, inhaalrun, vervolg or levering.</summary>
    public required string Aanleiding { get; init; }

    /// <summary>Dutch days, both included, of what is fetched once more; null: it is about the present.</summary>
    public required (DateOnly Van, DateOnly Tot)? Periode { get; init; }

    /// <summary>The stopped run of which it does what was left; null: it begins from the start.</summary>
    public required Guid? VervolgVan { get; init; }

    /// <summary>Account, client or job; of a delivery the client that delivers.</summary>
    public required string GestartDoor { get; init; }

    /// <summary>Why a person started it; null: by schedule.</summary>
    public required string? Toelichting { get; init; }

    public required DateTimeOffset BegonnenOp { get; init; }

    public required DateTimeOffset? GeeindigdOp { get; init; }

    public required Uitvoeringstatus Status { get; init; }

    /// <summary>Code; null: nothing is wrong.</summary>
    public required string? Reden { get; init; }

    public required Uitvoeringtelling Telling { get; init; }

    /// <summary>System clock: it waits for the partner until then; null: it does not.</summary>
    public required DateTimeOffset? WachtTot { get; init; }

    /// <summary>Waits for the partner in a row.</summary>
    public required int Pauzes { get; init; }
}

/// <summary>What starts a run.</summary>
/// <param name="Moment">Its slot; null: a person started it.</param>
/// <param name="Aanleiding">rooster, hand, proef, inhaal, inhaalrun or vervolg.</param>
/// <param name="Door">Account, client or job.</param>
/// <param name="TraceId">32 hex.</param>
/// <param name="Toelichting">Why a person started it; null: by schedule.</param>
internal sealed record Uitvoeropdracht(DateTimeOffset? Moment, string Aanleiding, string Door, string TraceId, string? Toelichting)
{
    public const string Rooster = "rooster", Hand = "hand", Proef = "proef", Inhaal = "inhaal", Inhaalrun = "inhaalrun", Vervolg = "vervolg", Levering = "levering";

    /// <summary>What is fetched once more; null: the present.</summary>
    public Inhaalperiode? Periode { get; init; }

    /// <summary>The stopped run of which what was left is done; null: from the start.</summary>
    public Guid? VervolgVan { get; init; }

    /// <summary>Asks, compares and counts, and takes nothing over.</summary>
    public bool IsProef => Aanleiding == Proef;
}

/// <summary>Dutch days, both included, and the instants between which they lie by the business clock.</summary>
internal sealed record Inhaalperiode(DateOnly Van, DateOnly Tot, DateTimeOffset Begin, DateTimeOffset Einde);

/// <summary>Why a slot had no run, or a run did not do what it should: codes in the table, words in Features.</summary>
internal static class Uitvoeringredenen
{
    /// <summary>The run before it was not done.</summary>
    public const string LooptNog = "loopt-nog";

    /// <summary>No machine ran when it was due; a later slot took over.</summary>
    public const string Ingehaald = "ingehaald";

    /// <summary>The parts are not the whole.</summary>
    public const string TellingKloptNiet = "telling-klopt-niet";

    /// <summary>A file of that day was refused whole, and no better one came.</summary>
    public const string BestandGeweigerd = "bestand-geweigerd";

    /// <summary>A file of that day breaks us every time: it is kept, tried every hour and waits for a person.</summary>
    public const string BestandVast = "bestand-vast";
}
