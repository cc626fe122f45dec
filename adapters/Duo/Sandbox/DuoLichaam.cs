using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <param name="Past">Whether a value has the form that the contract asks.</param>
internal sealed record DuoVeld(string Naam, Func<JsonElement, bool> Past, bool Verplicht = false);

/// <summary>The bodies that a gemeente may send: per contract the members with their form.</summary>
internal static partial class DuoLichaam
{
    public static readonly IReadOnlyList<DuoVeld> Pip =
    [
        new("dagtekeningPip", IsDatum, Verplicht: true),
        new("leerroute", IsEenVan("B", "O", "Z"), Verplicht: true),
        new("niveau", IsEenVan("A2", "B1")),
        new("geschatteIntensiteitB1Route", IsGetal(1, 9999)),
        new("indicatorMagOpleidingAfmaken", waarde => waarde.ValueKind is JsonValueKind.True or JsonValueKind.False),
        new("indicatorAlfabetiseringsonderwijs", IsEenVan("A", "AA", "NVT")),
    ];

    public static readonly IReadOnlyList<DuoVeld> Inburgeringsaanbod =
    [
        new("datumInburgeringsaanbod", IsDatum),
        new("verwachteStartdatumOpleiding", IsDatum),
        new("verwachteEinddatumOpleiding", IsDatum),
        new("indicatorAlfabetiseringsonderwijs", IsEenVan("A", "AA", "NVT"), Verplicht: true),
    ];

    public static readonly IReadOnlyList<DuoVeld> Contactpersoongegevens =
    [
        new("naam", IsTekst(0, 100, Naam()), Verplicht: true),
        new("email", IsTekst(4, 241), Verplicht: true),
        new("telefoonnummer", IsTekst(3, 22, Telefoonnummer()), Verplicht: true),
    ];

    public static readonly IReadOnlyList<DuoVeld> Map = [new("datumEindgesprekMap", IsDatum), new("verwijtbaar", IsEenVan("Ja", "Nee"))];

    public static readonly IReadOnlyList<DuoVeld> Pvt = [new("datumOndertekeningPvt", IsDatum), new("verwijtbaar", IsEenVan("Ja", "Nee"))];

    public static readonly IReadOnlyList<DuoVeld> Zroute = [new("datumAfrondingZroute", IsDatum)];

    public static readonly IReadOnlyList<DuoVeld> Uren = [new("uren", IsGetal(0, 9999), Verplicht: true)];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>The members that the contract names, as sent; null when the body is not what the contract asks. Other members are left alone.</summary>
    public static async Task<JsonObject?> ReadAsync(HttpRequest request, IReadOnlyList<DuoVeld> velden)
    {
        if (!request.HasJsonContentType())
        {
            return null;
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, Strict, request.HttpContext.RequestAborted);
            return Fits(body.RootElement, velden) ? DuoDeel.Alleen(body.RootElement, [.. velden.Select(veld => veld.Naam)]) : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Fits(JsonElement body, IReadOnlyList<DuoVeld> velden) =>
        body.ValueKind == JsonValueKind.Object
        && velden.All(veld => body.TryGetProperty(veld.Naam, out var waarde) ? veld.Past(waarde) : !veld.Verplicht);

    private static bool IsDatum(JsonElement waarde) =>
        waarde.ValueKind == JsonValueKind.String && DuoDeel.AlsDatum(waarde.GetString()) is not null;

    private static Func<JsonElement, bool> IsEenVan(params string[] woorden) =>
        waarde => waarde.ValueKind == JsonValueKind.String && woorden.Contains(waarde.GetString());

    private static Func<JsonElement, bool> IsGetal(int laagste, int hoogste) =>
        waarde => waarde.ValueKind == JsonValueKind.Number && waarde.TryGetInt32(out var getal) && getal >= laagste && getal <= hoogste;

    private static Func<JsonElement, bool> IsTekst(int kortste, int langste, Regex? vorm = null) =>
        waarde => waarde.ValueKind == JsonValueKind.String
            && waarde.GetString()!.EnumerateRunes().Count() is var lengte && lengte >= kortste && lengte <= langste
            && vorm?.IsMatch(waarde.GetString()!) is not false;

    /// <remarks>The contract's pattern has no anchors; DUO means the whole name, so a digit is refused.</remarks>
    [GeneratedRegex("""\A[\s'‘.\p{L}\p{Pd}]{0,100}\z""", RegexOptions.None, 1000)]
    private static partial Regex Naam();

    [GeneratedRegex("""\A(\+|[0-9])((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}([,][1-9][0-9]{1,8})?\z""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Telefoonnummer();
}
