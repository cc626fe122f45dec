using System.Diagnostics;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Bewaren;

/// <summary>The lines of the nightly run.</summary>
internal sealed class Taakregel(Beleid beleid, TimeProvider zaakklok)
{
    private const string Activiteit = "VA-16-beheer";

    /// <summary>What a line of a maintenance command rests on.</summary>
    public static string Verwerkingsactiviteit(Beleid beleid) => $"{Activiteit}/{beleid.Gegevens.Activiteiten[Activiteit].Versie}";

    public Logregel Of(string gemeentecode, string naam) => new()
    {
        Gemeentecode = gemeentecode,
        Tijdstip = zaakklok.GetUtcNow(),
        TraceId = ActivityTraceId.CreateRandom().ToHexString(),
        SpanId = ActivitySpanId.CreateRandom().ToHexString(),
        Naam = naam,
        Actie = Actie.Verwijderen,
        Resultaat = Resultaat.Toegestaan,
        Actor = "taak-bewaartermijnen",
        Rol = "taak",
        Organisatie = beleid.Gemeenten.TryGetValue(gemeentecode, out var gemeente) ? gemeente.Oin : "gateway",
        Oorsprong = "taak",
        Verwerkingsactiviteit = Verwerkingsactiviteit(beleid),
        Grondslag = "WP",
        Aantal = 1,
        Beleid = beleid.Hash,
    };
}
