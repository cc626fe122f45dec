using System.Text.Json;
using Inburgering.Gateway.Access;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Inburgering.Gateway.Identity;

/// <summary>Which of a client's users acts: claim act of RFC 8693 4.1, {"sub": "…"} and nothing else, in a client's assertion and in an access token alike.</summary>
/// <param name="IsGoed">False: there is a claim act that is not of this form.</param>
/// <param name="Gebruiker">As the partner names her; null: none is named.</param>
internal readonly record struct Gebruikersclaim(bool IsGoed, string? Gebruiker)
{
    public const string Naam = "act";

    private const string Sub = "sub";

    /// <summary>Out of the claims of a token. One that stands for another user again (an act in it) is not understood, so not taken.</summary>
    public static Gebruikersclaim Of(JsonElement payload)
    {
        if (!payload.TryGetProperty(Naam, out var act))
        {
            return new Gebruikersclaim(IsGoed: true, null);
        }

        return act.ValueKind == JsonValueKind.Object && act.GetPropertyCount() == 1 && act.TryGetProperty(Sub, out var sub) && sub.ValueKind == JsonValueKind.String && Tekst(sub) is { } id && Access.Gebruiker.IsGeldig(id)
            ? new Gebruikersclaim(IsGoed: true, id)
            : default;
    }

    /// <summary>As above, of a token that was verified.</summary>
    public static Gebruikersclaim Of(JsonWebToken token)
    {
        using var document = JsonDocument.Parse(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        return Of(document.RootElement);
    }

    /// <summary>As a claim.</summary>
    public static Dictionary<string, object> Maak(string gebruiker) => new(StringComparer.Ordinal) { [Sub] = gebruiker };

    private static string? Tekst(JsonElement sub)
    {
        try
        {
            return sub.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair
        }
    }
}
