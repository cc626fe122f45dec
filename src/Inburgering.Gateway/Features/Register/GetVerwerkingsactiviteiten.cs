using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Register;

/// <summary>GET /v1/verwerkingsactiviteiten: the register of art. 30, from the policy in force.</summary>
internal static class GetVerwerkingsactiviteiten
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapGet("/verwerkingsactiviteiten", Handle)
        .WithMetadata(new ZonderLogregelAttribute("openbaar register, geen persoonsgegevens"))
        .AllowAnonymous()
        .WithName("getVerwerkingsactiviteiten")
        .WithTags("Register")
        .WithSummary("Het register van verwerkingsactiviteiten lezen")
        .WithDescription("Geeft alle verwerkingsactiviteiten met de versie die nu geldt. Wat een versie zegt, vraagt u op met het id en het versienummer; ook eerdere versies blijven leesbaar.");

    internal static Ok<RegisterView> Handle(Beleid beleid) => TypedResults.Ok(new RegisterView(
        [.. beleid.Gegevens.Activiteiten.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => new RegisterRegel(a.Key, a.Value.Actief, a.Value.Versie, a.Value.Naam))]));
}

/// <summary>Het register van verwerkingsactiviteiten.</summary>
/// <param name="Verwerkingsactiviteiten">Alle activiteiten, op id.</param>
internal sealed record RegisterView(IReadOnlyList<RegisterRegel> Verwerkingsactiviteiten) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Een verwerkingsactiviteit.</summary>
/// <param name="Id">Sleutel van de activiteit.</param>
/// <param name="Actief">Of met deze activiteit nu gegevens worden verwerkt.</param>
/// <param name="Versie">Nummer van de versie die nu geldt.</param>
/// <param name="Naam">Naam van de activiteit.</param>
internal sealed record RegisterRegel(string Id, bool Actief, int Versie, string Naam);
