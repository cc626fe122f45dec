using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Normalization;

/// <summary>DUO's decisions on vrijstelling and ontheffing. A medical ontheffing is data about health: another category, with its own right (domain c, GZH).</summary>
internal static class Vrijstellingsbesluiten
{
    public static Genormaliseerd Vrijstellingen(Vrijstellingen r) => new("VRO", "vrijstellingen", Lijst("vrijstellingen", r.Besluiten, b => Normalizer.Fields(
        ("soort", Normalizer.Word(b.Soort)), ("oordeel", Normalizer.Word(b.Oordeel)), ("reden", b.Reden), ("datumOordeel", b.DatumOordeel),
        ("startdatum", b.Startdatum), ("einddatum", b.Einddatum), ("onderdeel", b.Onderdeel), ("niveau", b.Niveau?.ToString()))), new());

    public static IReadOnlyList<Genormaliseerd> Ontheffingen(Ontheffingen r) =>
    [
        new("VRO", "ontheffingen", Van(r, Ontheffingsgrond.BijzondereOmstandigheden, "ontheffingenBio"), new()),
        new("GZH", "ontheffingen", Van(r, Ontheffingsgrond.Medisch, "ontheffingMed"), new()) { AlleenAlsGevuld = true },
    ];

    private static JsonObject Van(Ontheffingen r, Ontheffingsgrond grond, string veld) => Lijst(veld, r.Besluiten.Where(b => b.Grond == grond), b => Normalizer.Fields(
        ("soort", b.Geheel ? "geheel" : "gedeeltelijk"), ("oordeel", Normalizer.Word(b.Oordeel)), ("datumOordeel", b.DatumOordeel),
        ("onderdeel", b.Onderdeel), ("urenBelastbaarheid", b.UrenBelastbaarheid)));

    private static JsonObject Lijst<T>(string veld, IEnumerable<T> besluiten, Func<T, JsonObject> velden) =>
        Normalizer.List(besluiten, velden) is { } lijst ? new JsonObject { [veld] = lijst } : [];
}
