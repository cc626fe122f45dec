namespace Inburgering.Gateway.Partners;

/// <summary>What an adapter tells the hub about a request it sends.</summary>
public static class PartnerRequest
{
    /// <summary>
    /// The route template, such as «personen/{bsn}/inburgeringsplicht»: what the hub writes to log and trace in place of the path,
    /// which may hold a BSN. An adapter sets it on every request.
    /// </summary>
    public static HttpRequestOptionsKey<string> Route { get; } = new("gateway.route");

    /// <summary>The contract the request was written by: the hub holds the version in the answer against it and raises an alarm on another.</summary>
    public static HttpRequestOptionsKey<PartnerContract> Contract { get; } = new("gateway.contract");

    /// <summary>The gemeente it is sent for: where a partner limits each gemeente by itself, the hub counts it there.</summary>
    public static HttpRequestOptionsKey<Oin> Afzender { get; } = new("gateway.afzender");
}

/// <summary>One published contract of a partner.</summary>
/// <param name="Naam">Name of the API, "PIP".</param>
/// <param name="Versie">Version the adapter was written for, "1.2.0".</param>
/// <param name="Header">Response header in which the partner says its version.</param>
public sealed record PartnerContract(string Naam, string Versie, string Header);
