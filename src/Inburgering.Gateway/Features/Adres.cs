namespace Inburgering.Gateway.Features;

/// <summary>Addresses of this room's resources, and the ids in them.</summary>
internal static class Adres
{
    /// <summary>The id in a path; text that is none is the id of nothing, so that it gets the same answer as an unknown one.</summary>
    public static Guid Id(string tekst) => Guid.TryParseExact(tekst, "D", out var id) ? id : Guid.Empty;

    public static string Opdracht(Guid id) => $"/v1/opdrachten/{id}";

    public static string Melding(Guid id) => $"/v1/meldingen/{id}";

    public static string Afstemming(Guid id) => $"/v1/afstemmingen/{id}";

    public static string Uitvoering(Guid synchronisatieId, Guid id) => $"/v1/synchronisaties/{synchronisatieId}/uitvoeringen/{id}";

    public static string Herhaling(Guid id) => $"/v1/herhalingen/{id}";

    public static string Toestemming(Guid id) => $"/v1/toestemmingen/{id}";
}
