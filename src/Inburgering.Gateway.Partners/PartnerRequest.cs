namespace Inburgering.Gateway.Partners;

/// <summary>What an adapter tells the hub about a request it sends.</summary>
public static class PartnerRequest
{
    /// <summary>
    /// The route template, such as «personen/{bsn}/inburgeringsplicht»: what the hub writes to log and trace in place of the path,
    /// which may hold a BSN. An adapter sets it on every request.
    /// </summary>
    public static HttpRequestOptionsKey<string> Route { get; } = new("gateway.route");
}
