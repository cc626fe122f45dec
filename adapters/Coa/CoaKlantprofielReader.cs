using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Coa;

/// <summary>KLANTPROFIEL_BESCHIKBAAR and KLANTPROFIEL_GEWIJZIGD: the profile as it stands, whole. Empty is normal: often nobody has filled it in yet.</summary>
/// <remarks>
/// The groups and their facts: DOC, GGM (W-4) objects Asielstatushouder, Educatie, Diplomawaardering, Training, Werk, ICT-vaardigheid,
/// Voorbereiding op Inburgering, Introductiemodule, Taalvaardigheid. Spelling, lengths and that all of it may be left out: ASM.
/// </remarks>
internal sealed class CoaKlantprofielReader : IBerichtReader
{
    private const int Lang = 2000;
    private const int Kort = 200;
    private const int MeesteRegels = 50;
    private const int MeesteUren = 9999;

    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => CoaVelden.OverEen(data, new Klantprofiel(
        data.Optional("klantprofiel") is { } profiel ? Profiel(profiel.Object()) : [],
        data.Optional("voorinburgering") is { } voor ? Voorinburgering(voor.Object()) : []));

    private static JsonObject Profiel(JsonFields v) => Gevuld(
        ("digidAangevraagd", Vlag(v, "digidAangevraagd")),
        ("rijbewijs", Vlag(v, "rijbewijs")),
        ("rijbewijsLand", Tekst(v, "rijbewijsLand", Kort)),
        ("opleidingen", Lijst(v, "opleidingen", Opleiding)),
        ("trainingen", Lijst(v, "trainingen", t => Gevuld(("naam", Tekst(t, "naam", Kort)), ("van", Dag(t, "van")), ("tot", Dag(t, "tot"))))),
        ("werk", Lijst(v, "werk", Werk)),
        ("cvGemaakt", Vlag(v, "cvGemaakt")),
        ("ambitie", Tekst(v, "ambitie", Lang)),
        ("vrijetijdsbesteding", Tekst(v, "vrijetijdsbesteding", Lang)),
        ("contactUaf", Vlag(v, "contactUaf")),
        ("ictVaardigheid", Tekst(v, "ictVaardigheid", Kort)));

    private static JsonObject Opleiding(JsonFields v) => Gevuld(
        ("opleiding", Tekst(v, "opleiding", Kort)),
        ("van", Dag(v, "van")),
        ("tot", Dag(v, "tot")),
        ("land", Tekst(v, "land", Kort)),
        ("diploma", Vlag(v, "diploma")),
        ("diplomaInBezit", Vlag(v, "diplomaInBezit")),
        ("diplomawaardering", Tekst(v, "diplomawaardering", Kort)));

    private static JsonObject Werk(JsonFields v) => Gevuld(
        ("beroep", Tekst(v, "beroep", Kort)),
        ("van", Dag(v, "van")),
        ("tot", Dag(v, "tot")),
        ("soortAanstelling", Tekst(v, "soortAanstelling", Kort)),
        ("taak", Tekst(v, "taak", Lang)));

    private static JsonObject Voorinburgering(JsonFields v) => Gevuld(
        ("instemmingDeelname", Vlag(v, "instemmingDeelname")),
        ("datumInstemming", Dag(v, "datumInstemming")),
        ("redenGeenDeelname", Tekst(v, "redenGeenDeelname", Kort)),
        ("modules", Lijst(v, "modules", m => Gevuld(("naam", Tekst(m, "naam", Kort)), ("deelname", Vlag(m, "deelname"))))),
        ("taalvaardigheid", v.Optional("taalvaardigheid") is { } taal ? OfNiets(Taal(taal.Object())) : null));

    private static JsonObject Taal(JsonFields v) => Gevuld(
        ("toets", Tekst(v, "toets", Kort)),
        ("score", Tekst(v, "score", Kort)),
        ("resultaat", Tekst(v, "resultaat", Kort)),
        ("geschatOpleidingsniveau", Tekst(v, "geschatOpleidingsniveau", Kort)),
        ("lesStart", Dag(v, "lesStart")),
        ("lesEinde", Dag(v, "lesEinde")),
        ("presentieUren", Uren(v, "presentieUren")),
        ("mondeling", Tekst(v, "mondeling", Kort)),
        ("schriftelijk", Tekst(v, "schriftelijk", Kort)));

    private static JsonNode? Tekst(JsonFields v, string naam, int meest) => v.Optional(naam)?.Text(1, meest);

    private static JsonNode? Vlag(JsonFields v, string naam) => v.Optional(naam) is { } veld ? JsonValue.Create(veld.Flag()) : null;

    private static JsonNode? Uren(JsonFields v, string naam) => v.Optional(naam) is { } veld ? JsonValue.Create(veld.Integer(0, MeesteUren)) : null;

    private static JsonNode? Dag(JsonFields v, string naam) =>
        v.Optional(naam)?.Date() is { } dag ? dag.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>Lines that say nothing are left out, and a list without lines too: only what was filled in makes a profile filled in.</summary>
    private static JsonNode? Lijst(JsonFields v, string naam, Func<JsonFields, JsonObject> regel)
    {
        var regels = (v.Optional(naam)?.List(MeesteRegels, regel) ?? []).Where(r => r.Count > 0).ToArray<JsonNode>();
        return regels.Length > 0 ? new JsonArray(regels) : null;
    }

    private static JsonObject? OfNiets(JsonObject velden) => velden.Count > 0 ? velden : null;

    private static JsonObject Gevuld(params ReadOnlySpan<(string Naam, JsonNode? Waarde)> velden)
    {
        var gevuld = new JsonObject();
        foreach (var (naam, waarde) in velden)
        {
            if (waarde is not null)
            {
                gevuld[naam] = waarde;
            }
        }

        return gevuld;
    }
}
