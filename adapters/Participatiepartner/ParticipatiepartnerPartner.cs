using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Participatiepartner;

/// <summary>WerkCorporatie, Werk.Kom and whoever joins the same way: one role, instances by config.</summary>
public sealed class ParticipatiepartnerPartner : IPartner
{
    /// <inheritdoc />
    public string Key => "participatiepartner";

    /// <inheritdoc />
    public void AddPorts(IPartnerPorts ports)
    {
        // nothing to call and nothing to read yet: this partner asks, and config says what it may see
    }
}
