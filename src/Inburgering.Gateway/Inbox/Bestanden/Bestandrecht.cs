using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Bestanden;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>By the policy of today: whether and how a file may come in.</summary>
internal sealed class Bestandrecht(Beleid beleid, CallerRegister register, PartnerCatalog partners)
{
    /// <summary>Null: not any more.</summary>
    public Bestandrechten? Van(Bestand bestand) =>
        register.Zoek(bestand.ClientId) is { } client && client.Gemeentecode == bestand.Gemeentecode && client.Sjabloon.Rol == bestand.Partner
            && partners.RijvormOf(bestand.Partner) is { } vorm && Leverrecht.Van(beleid, bestand.Partner, vorm.Type) is { } recht
            ? new Bestandrechten(recht.Als(beleid, client, bestand.Gemeentecode), vorm, client.Sjabloon.Organisatie, client.Sjabloon.Keurmerk)
            : null;
}

/// <summary>What a client may deliver as rows.</summary>
/// <param name="Oin">Of its organisation.</param>
internal sealed record Bestandrechten(Leverrecht Recht, Rijvorm Vorm, string Oin, bool Keurmerk);
