using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Sleutels;

namespace Inburgering.Gateway.Identity;

/// <summary>The closed list of OAuth clients: configuration says who a client is and the most it may do, a token never does (security 21).</summary>
internal interface IClientRegister
{
    /// <summary>The client with exactly this id; null when it is not registered.</summary>
    GeregistreerdeClient? Zoek(string clientId);
}

/// <summary>What a token may be given for.</summary>
/// <param name="ClientId">Identity at the one configured issuer.</param>
/// <param name="Scopes">Ceiling: a token with more is cut down to this.</param>
internal sealed record GeregistreerdeClient(string ClientId, IReadOnlyCollection<string> Scopes)
{
    /// <summary>Null: of all gemeenten.</summary>
    public string? Gemeentecode { get; init; }

    public Gebruikersregel Gebruikers { get; init; }

    /// <summary>How log and tables know a user of this client; null: none is named.</summary>
    public string? Kenmerk(Kluis kluis, string? gebruiker) => gebruiker is null || Gemeentecode is null ? null : kluis.Gebruiker(Gemeentecode, ClientId, gebruiker);
}

/// <summary>The clients of the policy in force.</summary>
internal sealed class PolicyClients(CallerRegister register) : IClientRegister
{
    public GeregistreerdeClient? Zoek(string clientId) =>
        register.Zoek(clientId) is { } client
            ? new GeregistreerdeClient(client.ClientId, client.Scopes) { Gemeentecode = client.Gemeentecode, Gebruikers = client.Sjabloon.Gebruikers }
            : null;
}
