namespace Inburgering.Gateway.Storage.Model;

/// <summary>What a gemeente's own sink is told of an exchange: one row per change of its status. Ids, words and moments only; nobody is in it.</summary>
internal sealed class StandmeldingRow
{
    public required string Gemeentecode { get; init; }

    public required Guid MeldingId { get; init; }

    public required Guid SynchronisatieId { get; init; }

    /// <summary>Order of the changes of one exchange, from 1; two machines that see the same change make one row.</summary>
    public required int Volgnummer { get; init; }

    /// <summary>Of the exchange, as the portal shows it.</summary>
    public required string Naam { get; init; }

    /// <summary>Code of the status that it was.</summary>
    public required string Van { get; init; }

    /// <summary>Code of the status that it became.</summary>
    public required string Naar { get; init; }

    /// <summary>That status as a sentence.</summary>
    public required string Zin { get; init; }

    /// <summary>The last run; null: there was none.</summary>
    public Guid? UitvoeringId { get; init; }

    /// <summary>System clock.</summary>
    public required DateTimeOffset GezienOp { get; init; }

    public int Pogingen { get; set; }

    /// <summary>Null: sent, or given up.</summary>
    public DateTimeOffset? VolgendePoging { get; set; }

    public DateTimeOffset? VerstuurdOp { get; set; }

    /// <summary>Of the last try that failed; null: none did.</summary>
    public DateTimeOffset? MisluktOp { get; set; }
}
