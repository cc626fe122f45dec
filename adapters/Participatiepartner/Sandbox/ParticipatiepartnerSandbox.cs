namespace Inburgering.Gateway.Sandbox.Participatiepartner;

/// <summary>WerkCorporatie and Werk.Kom as a gateway meets them: they send, and take persons in. Another instance is a client more.</summary>
public sealed class ParticipatiepartnerSandbox(GatewayZender zender, TimeProvider clock) : Berichtenpartner(
    "participatiepartner",
    new Berichtzendingen(
        zender, clock, ("werkcorporatie-0171", "urn:nld:oin:00000003999990012000:systeem:traject"), ("werkkom-0106", "urn:nld:oin:00000003999990013000:systeem:werkkom")),
    new Aanmeldingen(new Dictionary<string, IReadOnlyDictionary<string, string[]>>
    {
        ["participatie"] = new Dictionary<string, string[]>
        {
            ["IDN"] = ["naam"],
            ["CON"] = ["telefoon", "email"],
            ["PIP"] = ["leerroute", "doelenParticipatie"],
            ["TVG"] = ["niveaus.vaardigheid", "niveaus.niveau"],
            ["PAR"] = ["belastbaarheidUrenPerWeek"],
        },
    }));
