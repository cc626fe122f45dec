using Microsoft.AspNetCore.Http.Features;

namespace Inburgering.Gateway.Identity.Issuer;

/// <summary>A token request whose form is sound: one value per parameter, one way of client authentication.</summary>
internal sealed record TokenRequest
{
    private const int MaxBody = 32 * 1024;
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>The signed client assertion, not yet verified.</summary>
    public required string Assertion { get; init; }

    /// <summary>The form's client_id; null when the assertion alone names the client.</summary>
    public string? ClientId { get; init; }

    /// <summary>Scopes asked; null when the client leaves it to the default.</summary>
    public string? Scope { get; init; }

    /// <summary>Reads the body; never the query, where a secret would end in a log.</summary>
    public static async Task<(TokenRequest? Request, OAuthError? Error)> ReadAsync(HttpContext http)
    {
        var (form, error) = await ReadFormAsync(http);
        error ??= GrantFault(form!) ?? AuthenticationFault(http.Request, form!);
        return error is not null ? (null, error) : (Create(form!), null);
    }

    private static TokenRequest Create(Dictionary<string, string> form) => new()
    {
        Assertion = form["client_assertion"],
        ClientId = form.GetValueOrDefault("client_id"),
        Scope = form.GetValueOrDefault("scope"),
    };

    private static async Task<(Dictionary<string, string>? Form, OAuthError? Error)> ReadFormAsync(HttpContext http)
    {
        if (http.Request.Query.Count > 0)
        {
            return (null, OAuthError.InvalidRequest("Parameters horen in de body, niet in het adres."));
        }

        if (!http.Request.HasFormContentType || http.Request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            return (null, OAuthError.InvalidRequest("Stuur de body als application/x-www-form-urlencoded."));
        }

        return http.Request.ContentLength > MaxBody ? (null, OAuthError.TooLarge) : await ParseAsync(http);
    }

    private static async Task<(Dictionary<string, string>? Form, OAuthError? Error)> ParseAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBody;
        }

        try
        {
            var options = new FormOptions { ValueCountLimit = 32, KeyLengthLimit = 128, ValueLengthLimit = MaxBody };
            var form = await http.Request.ReadFormAsync(options, http.RequestAborted);
            return form.Any(field => field.Value.Count != 1)
                ? (null, OAuthError.InvalidRequest("Elke parameter mag een keer voorkomen."))
                : (form.ToDictionary(field => field.Key, field => field.Value[0]!, StringComparer.Ordinal), null);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, OAuthError.TooLarge);
        }
        catch (InvalidDataException)
        {
            return (null, OAuthError.InvalidRequest("De body is geen geldig formulier."));
        }
    }

    private static OAuthError? GrantFault(Dictionary<string, string> form) => form.GetValueOrDefault("grant_type") switch
    {
        null or "" => OAuthError.InvalidRequest("De parameter grant_type ontbreekt."),
        "client_credentials" => null,
        _ => OAuthError.UnsupportedGrant,
    };

    private static OAuthError? AuthenticationFault(HttpRequest request, Dictionary<string, string> form)
    {
        var header = request.Headers.Authorization.Count > 0;
        var secret = form.ContainsKey("client_secret");
        var assertion = form.ContainsKey("client_assertion") || form.ContainsKey("client_assertion_type");
        if ((header ? 1 : 0) + (secret ? 1 : 0) + (assertion ? 1 : 0) > 1)
        {
            return OAuthError.InvalidRequest("Gebruik een enkele manier om de client te bewijzen.");
        }

        if (!assertion)
        {
            return OAuthError.OnlyPrivateKeyJwt with { Challenge = header };
        }

        return form.GetValueOrDefault("client_assertion_type") == AssertionType && form.GetValueOrDefault("client_assertion") is { Length: > 0 }
            ? null
            : OAuthError.InvalidRequest("client_assertion en client_assertion_type (jwt-bearer) horen bij elkaar.");
    }
}
