using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Normalization;

/// <summary>How two PIPs are compared: DUO records B1 where the gemeente left the niveau of a B1- or onderwijsroute out.</summary>
/// <remarks>Source: shared/contracts/duo/voorwaarden.md, «Het aanleveren van een PIP», Niveau (rule PIP-07).</remarks>
internal static class Pipregel
{
    private const string Pip = "PIP";
    private const string Niveau = "niveau";

    private static readonly string[] Vast =
        ["dagtekening", "leerroute", Niveau, "geschatteIntensiteitB1Route", "indicatorMagOpleidingAfmaken", "indicatorAlfabetiseringsonderwijs"];

    /// <summary>The fields that a PIP has at the partner, also where it left them out; none for another category.</summary>
    public static IReadOnlyList<string> Velden(string categorie) => categorie == Pip ? Vast : [];

    /// <summary>The same PIP with the niveau that leaving it out means.</summary>
    public static JsonObject Aangevuld(string categorie, JsonObject velden)
    {
        if (categorie != Pip || velden[Niveau] is not null || (string?)velden["leerroute"] is not ("B" or "O"))
        {
            return velden;
        }

        var aangevuld = (JsonObject)velden.DeepClone();
        aangevuld[Niveau] = "B1";
        return aangevuld;
    }

    /// <summary>Whether leaving this field out says something: of a PIP with a route, the niveau.</summary>
    public static bool Telt(string categorie, string veld, JsonObject velden) => categorie == Pip && veld == Niveau && velden["leerroute"] is not null;
}
