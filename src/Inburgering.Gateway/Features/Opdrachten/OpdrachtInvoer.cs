using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>Wat een partner voor deze persoon gaat doen.</summary>
public sealed record OpdrachtInvoer
{
    /// <summary>Client van de partner bij uw gemeente, bijvoorbeeld vwn-1708.</summary>
    public required string ClientId { get; init; }

    /// <summary>leerroute, participatie, pvt of begeleiding.</summary>
    public required string Taak { get; init; }

    /// <summary>Vanaf dit tijdstip geldt de opdracht.</summary>
    public required DateTimeOffset Van { get; init; }

    /// <summary>Op dit tijdstip geldt de opdracht niet meer; laat weg als er nog geen einde is.</summary>
    public DateTimeOffset? Tot { get; init; }

    /// <summary>verwerker of verantwoordelijke, zoals het contract zegt; weggelaten: verwerker.</summary>
    public string? AvgRol { get; init; }

    /// <summary>false als de partner al weet dat deze persoon komt; weggelaten: de gateway meldt de persoon bij de partner aan zodra de opdracht loopt.</summary>
    public bool? Aanmelden { get; init; }

    internal Opdracht Opdracht => new(ClientId, Taak, Van, Tot, AvgRol ?? Rollen[0]);

    internal static string[] Rollen { get; } = ["verwerker", "verantwoordelijke"];

    /// <summary>Everything wrong with it that needs no dossier to see.</summary>
    internal IReadOnlyList<InvoerFout> Fouten(Partnerrecht recht, string gemeentecode)
    {
        var fouten = new List<InvoerFout>();
        if (recht.Zoek(gemeentecode, ClientId) is not { } partner)
        {
            fouten.Add(new InvoerFout("Deze partner werkt niet voor uw gemeente.", Pointer: "/clientId"));
        }
        else if (!recht.Doet(partner, Taak))
        {
            fouten.Add(new InvoerFout("Deze partner doet deze taak niet.", Pointer: "/taak"));
        }

        fouten.AddRange(Tijden.Fouten("van", Van));
        fouten.AddRange(Tijden.Fouten("tot", Tot));
        if (Tot <= Van)
        {
            fouten.Add(new InvoerFout("Een opdracht eindigt na haar begin.", Pointer: "/tot"));
        }

        if (AvgRol is not null && !Rollen.Contains(AvgRol))
        {
            fouten.Add(new InvoerFout("Kies verwerker of verantwoordelijke.", Pointer: "/avgRol"));
        }

        return fouten;
    }
}

/// <summary>Moments that can be meant.</summary>
internal static class Tijden
{
    private const int Eerste = 2000;
    private const int Laatste = 2100;

    public static IEnumerable<InvoerFout> Fouten(string veld, DateTimeOffset? moment) =>
        moment is { } gegeven && gegeven.Year is < Eerste or > Laatste ? [new InvoerFout($"Ligt niet tussen {Eerste} en {Laatste}.", Pointer: $"/{veld}")] : [];
}
