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
