using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Taalaanbieder;

/// <summary>Language schools and taalschakelinstellingen: they read what their assignment needs. What they deliver comes with their own ports.</summary>
public sealed class TaalaanbiederPartner : IPartner
{
    /// <inheritdoc />
    public string Key => "taalaanbieder";

    /// <inheritdoc />
    public void AddPorts(IPartnerPorts ports)
    {
        // nothing to call and nothing to read yet: this partner asks, and config says what it may see
    }
}
