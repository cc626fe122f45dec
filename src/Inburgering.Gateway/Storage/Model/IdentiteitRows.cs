namespace Inburgering.Gateway.Storage.Model;

/// <summary>State of an OAuth client; who it is and what it may stands in config.</summary>
internal sealed class ClientRow
{
    public required string ClientId { get; init; }

    public bool Actief { get; set; } = true;

    /// <summary>System clock: older tokens are refused.</summary>
    public DateTimeOffset TokensGeldigVanaf { get; set; }
}

/// <summary>A public key of a client: the gateway never holds a partner's private key.</summary>
internal sealed class ClientSleutelRow
{
    public required string ClientId { get; init; }

    public required string Kid { get; init; }

    /// <summary>Public JWK as JSON text.</summary>
    public required string Jwk { get; init; }

    public required DateTimeOffset Sinds { get; init; }

    public DateTimeOffset? Tot { get; set; }
}

/// <summary>A client assertion that was used: each jti once, over all nodes.</summary>
internal sealed class JtiRow
{
    public required string ClientId { get; init; }

    public required string Jti { get; init; }

    public required DateTimeOffset Verloopt { get; init; }
}

/// <summary>An employee's account for the portal.</summary>
internal sealed class AccountRow
{
    public required Guid AccountId { get; init; }

    public required string Login { get; set; }

    public required string Naam { get; set; }

    /// <summary>Staff role of config/gegevens.json: REG, INK, PO, FG, CISO, BEHEER, AUDITOR.</summary>
    public required string Rol { get; set; }

    public required string Gemeentecode { get; init; }

    public string? WachtwoordHash { get; set; }

    public required string Beveiligingsstempel { get; set; }

    /// <summary>TOTP secret, encrypted with the wrapping key.</summary>
    public byte[]? TotpGeheim { get; set; }

    /// <summary>Last 30-second step that was used: a code works once.</summary>
    public long TotpLaatsteStap { get; set; }

    public int MisluktePogingen { get; set; }

    public DateTimeOffset? GeblokkeerdTot { get; set; }

    public bool Actief { get; set; } = true;
}

/// <summary>One key of the DataProtection ring, encrypted at rest.</summary>
internal sealed class DataProtectionRow
{
    public required string Naam { get; init; }

    public required string Xml { get; init; }
}

/// <summary>One version of the policy: the hash decides, the text stays readable.</summary>
internal sealed class BeleidRow
{
    public int Versie { get; init; }

    public required string Hash { get; init; }

    public required DateTimeOffset Sinds { get; init; }

    public required string Inhoud { get; init; }
}

/// <summary>Which version is in force: the last row is; rows are only added.</summary>
internal sealed class BeleidActiefRow
{
    public int Volgnummer { get; init; }

    public required string Hash { get; init; }

    public required DateTimeOffset Sinds { get; init; }
}

/// <summary>One version of the register's entry that was ever in force.</summary>
internal sealed class ActiviteitRow
{
    public required string Id { get; init; }

    public int Versie { get; init; }

    public required string Hash { get; init; }

    public required string Inhoud { get; init; }

    public required DateTimeOffset Sinds { get; init; }
}

/// <summary>Small facts of the house, such as "the demo is loaded".</summary>
internal sealed class MerkRow
{
    public required string Naam { get; init; }

    public required string Waarde { get; init; }
}
