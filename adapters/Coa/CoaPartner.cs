using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Coa;

/// <summary>Reception agency: signals come in; no port yet.</summary>
public sealed class CoaPartner : IPartner
{
    /// <inheritdoc />
    public string Key => "coa";

    /// <inheritdoc />
    public void AddPorts(IPartnerPorts ports)
    {
        // nothing to call and nothing to read yet: this partner asks, and config says what it may see
    }
}
