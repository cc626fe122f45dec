using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Participatiepartner;

/// <summary>WerkCorporatie, Werk.Kom and whoever joins the same way: one role, instances by config.</summary>
/// <remarks>
/// None of them publishes a contract. The event types and every spelling in this folder are ours (ASM); what is told at all, and the step plan, is
/// documented (S0, S1, S2). docs/participatiepartner.md says per field which it is. No message has a place for health.
/// </remarks>
public sealed class ParticipatiepartnerPartner : IPartner
{
    /// <inheritdoc />
    public string Key => "participatiepartner";

    /// <inheritdoc />
    public void AddPorts(IPartnerPorts ports) => ports
        .Delivers<TrajectfaseReader>("trajectfase", "is in een stap van het stappenplan")
        .Delivers<ActiviteitReader>("activiteit", "heeft een activiteit")
        .Delivers<ParticipatieUrenReader>("participatie-uren", "de uren participatie van een maand zijn bekend")
        .Delivers<MapUrenReader>("map-uren", "de thema's en uren MAP van een maand zijn bekend")
        .Delivers<MapEindgesprekReader>("map-eindgesprek-voorstel", "de partner stelt voor het eindgesprek van de MAP vast te leggen")
        .Delivers<ParticipatieUitstroomReader>("participatie-uitstroom", "is bij de partner uitgestroomd")
        .Delivers<NoShowReader>("no-show", "kwam niet")
        .Announces<AanmeldingSink>();
}
