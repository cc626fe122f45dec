using System.Diagnostics;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;
using static Inburgering.Gateway.Normalization.Normalizer;

namespace Inburgering.Gateway.Normalization;

/// <summary>What the reception agency says of a person, as fields of IDN, CON, GEZ and COA.</summary>
/// <remarks>Each group of fields is replaced whole by a newer message that has it, and stays when that message is silent about it.</remarks>
internal static class Aankomstgegevens
{
    /// <summary>Groups of fields of category COA.</summary>
    public const string Koppeling = "koppeling", Overdracht = "overdracht", Uitstroom = "uitstroom";

    public const string Vervallen = "vervallen", Gehouden = "gehouden";

    private const string Coa = "COA";

    public static IReadOnlyList<Genormaliseerd> Of(object record) => record switch
    {
        Koppeling r => [Opvang(Koppeling, Fields(("stand", r.Geldig ? "gekoppeld" : Vervallen), ("datum", r.Datum), ("reden", r.Reden)))],
        Personalia r => [new("IDN", "personalia", Fields(("naam", r.Naam), ("geboortedatum", r.Geboortedatum), ("geslacht", r.Geslacht)), new())],
        Bereikbaarheid r => [new("CON", "bereikbaarheid", Fields(("azc", r.Azc), ("telefoon", r.Telefoon), ("email", r.Email), ("taal", r.Taal), ("tolk", r.Tolk)), new())],
        Gezin r => [new("GEZ", "gezin", Huishouden(r), new())],
        Klantprofiel r => [Opvang("klantprofiel", Profiel(r.Profiel)), Opvang("voorinburgering", r.Voorinburgering.DeepClone().AsObject())],
        WarmeOverdracht r => [Opvang(Overdracht, Fields(("stand", r.Stand), ("moment", r.Moment), ("wijze", r.Wijze)))],
        Opvanguitstroom r => [Opvang(Uitstroom, Fields(("datum", r.Datum), ("reden", r.Reden ?? "onbekend")))],
        _ => throw new UnreachableException(),
    };

    /// <summary>One field that holds the whole group; nothing to say is no field, but the group is there: an older message that comes later must not fill it.</summary>
    private static Genormaliseerd Opvang(string veld, JsonObject inhoud) => new(Coa, veld, inhoud.Count > 0 ? new JsonObject { [veld] = inhoud } : [], new());

    /// <summary>An empty profile is there too: the regievoerder sees that it was not forgotten but not filled in.</summary>
    private static JsonObject Profiel(JsonObject profiel)
    {
        var inhoud = Fields(("stand", profiel.Count > 0 ? "gevuld" : "nog leeg"));
        foreach (var (veld, waarde) in profiel)
        {
            inhoud[veld] = waarde?.DeepClone();
        }

        return inhoud;
    }

    private static JsonObject Huishouden(Gezin gezin)
    {
        var velden = Fields(("huishoudgrootte", gezin.Huishoudgrootte));
        if (List(gezin.Leden, lid => Fields(("relatie", lid.Relatie), ("naam", lid.Naam), ("geboortedatum", lid.Geboortedatum))) is { } leden)
        {
            velden["gezinssamenstelling"] = leden;
        }

        return velden;
    }
}
