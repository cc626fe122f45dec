using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Sociaalwerk;

/// <summary>Social work that takes over part of the maatschappelijke begeleiding.</summary>
/// <remarks>It publishes no contract: the event type and every spelling in this folder are ours (ASM). That begeleiding goes on in local welfare is documented (S1).</remarks>
public sealed class SociaalwerkPartner : IPartner
{
    /// <inheritdoc />
    public string Key => "sociaalwerk";

    /// <inheritdoc />
    public void AddPorts(IPartnerPorts ports) => ports
        .Delivers<BegeleidingOnderwerpReader>("begeleiding-onderwerp", "hoe het met een onderwerp van de begeleiding staat")
        .Announces<AanmeldingSink>();
}
