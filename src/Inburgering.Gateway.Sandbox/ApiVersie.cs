namespace Inburgering.Gateway.Sandbox;

/// <summary>Endpoint metadata: the contract version that every answer of this operation carries, also the faulty ones.</summary>
public sealed record ApiVersie(string Versie);
