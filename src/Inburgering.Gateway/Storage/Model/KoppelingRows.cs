namespace Inburgering.Gateway.Storage.Model;

/// <summary>Opschorting: a partner lets this gemeente no longer at a person; nothing about that person is asked or told there, in [van, tot).</summary>
internal sealed class OpschortingRow
{
    public required string Gemeentecode { get; init; }

    public required Guid OpschortingId { get; init; }

    public required Guid DossierId { get; set; }

    /// <summary>Partner key, "duo".</summary>
    public required string Partner { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset Van { get; init; }

    /// <summary>Business clock; null: it still holds.</summary>
    public DateTimeOffset? Tot { get; set; }

    /// <summary>Account or client that ended it, or the code of the event that did.</summary>
    public string? HervatDoor { get; set; }

    /// <summary>Why a person ended it, encrypted; null: an event did.</summary>
    public byte[]? Toelichting { get; set; }
}

/// <summary>Stilstand: a partner does not answer, or does not know who we are; all that this gemeente has for it waits, in [sinds, tot). Nothing personal.</summary>
internal sealed class StilstandRow
{
    public required string Gemeentecode { get; init; }

    public required Guid StilstandId { get; init; }

    /// <summary>Partner key, "duo".</summary>
    public required string Partner { get; init; }

    public required Stilstandoorzaak Oorzaak { get; set; }

    /// <summary>System clock.</summary>
    public required DateTimeOffset Sinds { get; init; }

    /// <summary>System clock: from then on one may try.</summary>
    public required DateTimeOffset ProefNa { get; set; }

    /// <summary>System clock; null: it still lasts.</summary>
    public DateTimeOffset? Tot { get; set; }
}

/// <summary>Why all for one partner waits; the numbers stand in the database.</summary>
internal enum Stilstandoorzaak : short
{
    /// <summary>401: our certificate or OIN is not right.</summary>
    HerkentOnsNiet = 0,

    /// <summary>So many calls failed that it is spared.</summary>
    AntwoordtNiet = 1,
}

/// <summary>How the circuit of one partner stands in one process. Nothing personal, and of no gemeente.</summary>
internal sealed class VerbindingstandRow
{
    /// <summary>Machine and port of the process.</summary>
    public required string Knoop { get; init; }

    /// <summary>Partner key, "duo".</summary>
    public required string Partner { get; init; }

    public required Verbindingstand Stand { get; set; }

    /// <summary>System clock: since the calls go through, or since they do not.</summary>
    public required DateTimeOffset Sinds { get; set; }

    /// <summary>System clock: when the process last said that it is there.</summary>
    public required DateTimeOffset GezienOp { get; set; }
}

/// <summary>How a circuit stands; the numbers stand in the database.</summary>
internal enum Verbindingstand : short
{
    /// <summary>Calls go through.</summary>
    Dicht = 0,

    /// <summary>One looks whether the partner is back.</summary>
    HalfOpen = 1,

    /// <summary>Nothing goes through: the partner failed too often.</summary>
    Open = 2,

    /// <summary>The process ended, or was not seen for a minute. Never stored.</summary>
    Onbekend = 3,
}
