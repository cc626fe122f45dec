namespace Inburgering.Gateway.Sandbox.Coa;

/// <summary>COA as a gateway meets it: it only sends. It publishes no API and is asked and told nothing.</summary>
public sealed class CoaSandbox(GatewayZender zender, TimeProvider clock) : Berichtenpartner(
    "coa", new Berichtzendingen(zender, clock, ("coa", "urn:nld:oin:00000001999990008000:systeem:coa")), null);
