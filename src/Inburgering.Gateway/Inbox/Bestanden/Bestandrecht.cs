using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Bestanden;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>By the policy of today: whether and how a file may come in.</summary>
internal sealed class Bestandrecht(Leverrechten rechten, PartnerCatalog partners)
{
    /// <summary>Null: not any more.</summary>
    public Bestandrechten? Van(Bestand bestand) =>
        partners.RijvormOf(bestand.Partner) is { } vorm && rechten.Van(new Berichtafzender(bestand.Gemeentecode, bestand.ClientId, bestand.Partner, bestand.TraceId), vorm.Type) is var (client, recht)
            ? new Bestandrechten(recht, vorm, client.Sjabloon.Organisatie, client.Sjabloon.Keurmerk)
            : null;
}

/// <summary>What a client may deliver as rows.</summary>
/// <param name="Oin">Of its organisation.</param>
internal sealed record Bestandrechten(Leverrecht Recht, Rijvorm Vorm, string Oin, bool Keurmerk);
