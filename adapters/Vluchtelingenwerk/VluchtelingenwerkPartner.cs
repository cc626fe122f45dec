using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Vluchtelingenwerk;

/// <summary>PVT and maatschappelijke begeleiding.</summary>
public sealed class VluchtelingenwerkPartner : IPartner
{
    /// <inheritdoc />
    public string Key => "vluchtelingenwerk";

    /// <inheritdoc />
    public void AddPorts(IPartnerPorts ports)
    {
        // nothing to call and nothing to read yet: this partner asks, and config says what it may see
    }
}
