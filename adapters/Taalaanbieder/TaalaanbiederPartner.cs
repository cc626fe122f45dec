using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Taalaanbieder;

/// <summary>Language schools and taalschakelinstellingen: they tell how the lessons of a person go.</summary>
/// <remarks>
/// No school publishes a contract. The event types and every spelling in this folder are ours (ASM); what is told at all, and which hours count, is
/// documented (W-12, W-4). docs/taalaanbieder.md says per field which it is.
/// </remarks>
public sealed class TaalaanbiederPartner : IPartner
{
    /// <inheritdoc />
    public string Key => "taalaanbieder";

    /// <inheritdoc />
    public void AddPorts(IPartnerPorts ports) => ports
        .Delivers<TaalInschrijvingReader>("inschrijving", "is ingeschreven bij de school")
        .Delivers<TaalStartReader>("start", "is met de lessen begonnen")
        .Delivers<TaalPresentieReader>("presentie", "de uren van een maand zijn bekend")
        .Delivers<TaalVoortgangReader>("voortgang", "het niveau van een vaardigheid is bekend")
        .Delivers<TaalSignaalReader>("signaal", "de school geeft een signaal af")
        .Delivers<TaalBeeindigingReader>("beeindiging", "de lessen stoppen")
        .Delivers<TaalAttestReader>("attest-inzet", "de school verklaart hoeveel inzet er was")
        .DeliversRows(TaalPresentieRijen.Vorm)
        .Announces<AanmeldingSink>();
}
