namespace Inburgering.Gateway.Storage.Synchronisaties;

/// <summary>The bell of a synchronisatie, on one of the machines.</summary>
internal interface IWekker
{
    /// <summary>Rings once, as soon as it can after this instant; what was set before is gone.</summary>
    /// <param name="op">System clock; null: never.</param>
    Task ZetAsync(string gemeentecode, Guid synchronisatieId, DateTimeOffset? op, CancellationToken ct);
}
