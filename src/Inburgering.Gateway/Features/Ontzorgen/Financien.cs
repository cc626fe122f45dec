using Inburgering.Gateway.Access;

namespace Inburgering.Gateway.Features.Ontzorgen;

/// <summary>Whether the caller may know the finances of this person, in whom a right of the person can keep them.</summary>
internal static class Financien
{
    private const string Categorie = "FIN";

    public static bool Open(Granted dossier) => dossier.Gegevens.TryGetValue(Categorie, out var velden) && velden.ContainsKey("vasteLasten") && velden.ContainsKey("iban");
}
