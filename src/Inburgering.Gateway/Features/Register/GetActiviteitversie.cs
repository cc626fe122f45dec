using System.Text.Json;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Register;

/// <summary>GET /v1/verwerkingsactiviteiten/{id}/versies/{versienummer}: what a log line's «VA-07-leerroute/1» stands for, also when it no longer holds.</summary>
internal static class GetActiviteitversie
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapGet("/verwerkingsactiviteiten/{id}/versies/{versienummer}", HandleAsync)
        .WithMetadata(new ZonderLogregelAttribute("openbaar register, geen persoonsgegevens"))
        .AllowAnonymous()
        .WithName("getActiviteitversie")
        .WithTags("Register")
        .WithSummary("Een versie van een verwerkingsactiviteit lezen")
        .WithDescription("Geeft wat het register onder dit versienummer zegt: doelen, grondslagen, gegevenscategorieën, ontvangers, bewaartermijnen en maatregelen. Iedere versie die ooit gold, blijft leesbaar.");

    /// <param name="id">Sleutel van de activiteit.</param>
    /// <param name="versienummer">Nummer van de versie.</param>
    internal static async Task<Results<Ok<ActiviteitversieView>, ProblemHttpResult>> HandleAsync(string id, string versienummer, BeleidStore register, CancellationToken ct)
    {
        // no sign, no spaces, no leading zeros: one address per version
        if (!int.TryParse(versienummer, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var versie) || versienummer[0] == '0'
            || await register.ActiviteitAsync(id, versie, ct) is not { } inhoud)
        {
            return Problems.ActiviteitOnbekend.Answer();
        }

        return TypedResults.Ok(JsonSerializer.Deserialize<ActiviteitversieView>(inhoud, JsonSerializerOptions.Web)!);
    }
}
