namespace Inburgering.Gateway.Storage.Model;

/// <summary>How often a client searched in vain on one day (security 16): a counter, no numbers that were asked for.</summary>
internal sealed class ZoekmisserRow
{
    public required string Gemeentecode { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Day in the Netherlands, system clock.</summary>
    public required DateOnly Dag { get; init; }

    public required int Aantal { get; set; }
}
