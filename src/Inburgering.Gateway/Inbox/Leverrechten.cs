using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Inbox;

/// <summary>By the policy of today: what who delivered a message may bring in, and whom to ask about the sender itself.</summary>
internal sealed class Leverrechten(Beleid beleid, CallerRegister register, PartnerCatalog partners)
{
    /// <summary>Null: the client is gone from config, is another gemeente's by now, or may not bring in this type.</summary>
    public (Registratie Client, Leverrecht Recht)? Van(Berichtafzender van, string type) =>
        register.Zoek(van.ClientId) is { } client && client.Sjabloon.Rol == van.Partner && (client.Gemeentecode ?? van.Gemeentecode) == van.Gemeentecode && beleid.Gemeenten.ContainsKey(van.Gemeentecode)
            && Leverrecht.Van(beleid, van.Partner, type)?.Als(beleid, client, van.Gemeentecode) is { } recht
            ? (client, recht)
            : null;

    /// <summary>On whose behalf, and whom, the list of instellingen is asked.</summary>
    public Naslagvraag Vraag(string gemeentecode) => new(
        gemeentecode, Oin.Parse(beleid.Gemeenten[gemeentecode].Oin), Oin.Parse(beleid.Partners[partners.PartnerOf(typeof(Instellingen))].Instanties[0].Oin));
}
