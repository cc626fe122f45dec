using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Identity.Issuer;

/// <summary>An error answer of the token endpoint (RFC 6749, 5.2). The description is Dutch in ASCII, as the RFC allows no more.</summary>
internal sealed record OAuthError([property: JsonIgnore] int Status, string Error, [property: JsonPropertyName("error_description")] string Description)
{
    /// <summary>True when the caller tried HTTP Basic: only then a challenge is due.</summary>
    [JsonIgnore]
    public bool Challenge { get; init; }

    public static OAuthError InvalidRequest(string description) => new(StatusCodes.Status400BadRequest, "invalid_request", description);

    public static OAuthError TooLarge { get; } = new(StatusCodes.Status413PayloadTooLarge, "invalid_request", "Het verzoek is te groot.");

    public static OAuthError UnsupportedGrant { get; } =
        new(StatusCodes.Status400BadRequest, "unsupported_grant_type", "Alleen client_credentials wordt ondersteund.");

    public static OAuthError InvalidScope { get; } =
        new(StatusCodes.Status400BadRequest, "invalid_scope", "Deze client mag een van de gevraagde scopes niet hebben.");

    public static OAuthError InvalidClient(string description) => new(StatusCodes.Status401Unauthorized, "invalid_client", description);

    /// <summary>One answer for a client that is unknown, blocked, or has no such key: no list of clients can be made from it.</summary>
    public static OAuthError UnknownClient { get; } = InvalidClient("De client of de sleutel (kid) is onbekend of niet actief, of de handtekening klopt niet.");

    public static OAuthError InvalidUser { get; } =
        InvalidRequest("act noemt geen gebruiker: het is een object met alleen sub, van 1 tot 64 letters, cijfers, punten, streepjes en lage streepjes, zonder BSN en zonder apenstaartje.");

    public static OAuthError NoUsers { get; } = InvalidRequest("Met deze client zijn geen gebruikers afgesproken. Laat act weg, of spreek het af met de gemeente.");

    public static OAuthError OnlyPrivateKeyJwt { get; } = InvalidClient("Alleen private_key_jwt wordt ondersteund; nooit een gedeeld geheim.");
}
