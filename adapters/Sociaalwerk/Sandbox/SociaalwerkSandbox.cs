namespace Inburgering.Gateway.Sandbox.Sociaalwerk;

/// <summary>Sociaal werk as a gateway meets it: it sends, and takes persons in.</summary>
public sealed class SociaalwerkSandbox(GatewayZender zender, TimeProvider clock) : Berichtenpartner(
    "sociaalwerk",
    new Berichtzendingen(zender, clock, ("sociaalwerk-1708", "urn:nld:oin:00000003999990016000:systeem:klanten")),
    new Aanmeldingen(new Dictionary<string, IReadOnlyDictionary<string, string[]>>
    {
        ["begeleiding"] = new Dictionary<string, string[]> { ["IDN"] = ["naam"], ["CON"] = ["telefoon", "email"] },
    }));
