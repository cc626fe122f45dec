namespace Inburgering.Gateway.Sandbox.Vluchtelingenwerk;

/// <summary>VluchtelingenWerk as a gateway meets it: it sends, and takes persons in.</summary>
public sealed class VluchtelingenwerkSandbox(GatewayZender zender, TimeProvider clock) : Berichtenpartner(
    "vluchtelingenwerk",
    new Berichtzendingen(zender, clock, ("vwn-1708", "urn:nld:oin:00000003999990014000:systeem:vvs")),
    new Aanmeldingen(new Dictionary<string, IReadOnlyDictionary<string, string[]>>
    {
        ["pvt"] = new Dictionary<string, string[]> { ["IDN"] = ["naam"], ["CON"] = ["telefoon", "email"], ["VBL"] = ["doelgroep"] },
        ["begeleiding"] = new Dictionary<string, string[]> { ["IDN"] = ["naam"], ["CON"] = ["telefoon", "email"] },
    }));
