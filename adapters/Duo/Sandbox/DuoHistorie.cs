using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>The history of a person who never changed: one row, taken from how it is now.</summary>
internal static class DuoHistorie
{
    public static readonly JsonElement Empty = JsonElement.Parse("[]");

    public static JsonElement? OfPlicht(DuoPersoon persoon) =>
        persoon.Inburgeringsplichthistorie
        ?? One(persoon.Inburgeringsplicht, "indicatorInburgeringsplicht", "begindatum", "einddatum", "wijzigingsdatum");

    public static JsonElement? OfDoelgroep(DuoPersoon persoon) =>
        persoon.Doelgroephistorie ?? One(persoon.Doelgroep, "indeling", "begindatum");

    public static JsonElement? OfTermijn(DuoPersoon persoon) =>
        persoon.Inburgeringstermijnhistorie
        ?? One(persoon.Inburgeringstermijn, "einddatum", "wijzigingsdatum", "verlengingsgrondcode", "verlengingsgrondomschrijving");

    private static JsonElement One(JsonElement? now, params ReadOnlySpan<string> names) =>
        now is { ValueKind: JsonValueKind.Object } ? DuoDeel.Van(new JsonArray(now.Alleen(names))) : Empty;
}
