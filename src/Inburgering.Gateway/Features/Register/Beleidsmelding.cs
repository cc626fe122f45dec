using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Features.Register;

/// <summary>Whether config/ is the policy in force, for who looks after it.</summary>
internal sealed class Beleidsmelding(BeleidHouder houder)
{
    private static readonly string[] Rollen = ["BEHEER", "PO"];

    /// <summary>In Dutch; null: it is, or it is not this role's to mend.</summary>
    public string? Voor(Caller caller) => Rollen.Contains(caller.Rol) ? houder.Melding : null;
}
