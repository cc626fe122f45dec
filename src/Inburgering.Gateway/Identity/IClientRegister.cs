namespace Inburgering.Gateway.Identity;

/// <summary>The closed list of OAuth clients. Configuration decides who a client is and the most it may do; a token never does (security 21).</summary>
internal interface IClientRegister
{
    /// <summary>Every client, for start-up checks and administration.</summary>
    IReadOnlyCollection<GeregistreerdeClient> Alle { get; }

    /// <summary>The client with exactly this id; null when it is not registered.</summary>
    GeregistreerdeClient? Zoek(string clientId);
}

/// <summary>Who a client is and the most it may ask.</summary>
internal sealed record GeregistreerdeClient
{
    /// <summary>Identity at the one configured issuer.</summary>
    public required string ClientId { get; init; }

    /// <summary>Ceiling: a token with more is cut down to this.</summary>
    public required IReadOnlyCollection<string> Scopes { get; init; }

    /// <summary>Gemeentecodes it may work for; every gemeente for a partner such as DUO.</summary>
    public required IReadOnlyCollection<string> Gemeenten { get; init; }

    /// <summary>OIN of its organisation.</summary>
    public required string Oin { get; init; }

    /// <summary>Adapter key ("taalaanbieder", "duo"), or "gemeente" for a gemeente's own system.</summary>
    public required string Partnertype { get; init; }

    /// <summary>School or branch under its adapter; null where the adapter is the organisation.</summary>
    public string? Instantie { get; init; }

    /// <summary>Staff role a gemeente's own system works under (REG, INK, PO); null for a partner.</summary>
    public string? Rol { get; init; }
}
