using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Vluchtelingenwerk;

/// <summary>PVT and maatschappelijke begeleiding.</summary>
/// <remarks>
/// VluchtelingenWerk publishes no contract. The event types and every spelling in this folder are ours (ASM); that both tasks are done and what they
/// hold is documented (S0-S4). docs/vluchtelingenwerk.md says per field which it is.
/// </remarks>
public sealed class VluchtelingenwerkPartner : IPartner
{
    /// <inheritdoc />
    public string Key => "vluchtelingenwerk";

    /// <inheritdoc />
    public void AddPorts(IPartnerPorts ports) => ports
        .Delivers<PvtUrenReader>("pvt-uren", "de uren participatieverklaring van een maand zijn bekend")
        .Delivers<PvtOndertekeningReader>("pvt-ondertekening", "ondertekende de participatieverklaring")
        .Delivers<BegeleidingStatusReader>("begeleiding-status", "hoe de maatschappelijke begeleiding ervoor staat")
        .Delivers<BegeleidingEindeReader>("begeleiding-einde", "de maatschappelijke begeleiding is geëindigd")
        .Announces<AanmeldingSink>();
}
