namespace Inburgering.Gateway.Sandbox;

/// <summary>The controls every partner has: faults, the calls received, and back to the start.</summary>
internal static class Bediening
{
    public static void Map(RouteGroupBuilder group, PartnerVerkeer verkeer, ISandboxPartner partner)
    {
        group.MapPost("/storingen", (Storing storing, TimeProvider clock) => Order(storing.Normalized(verkeer.Prefix), verkeer.Storingen, clock));
        group.MapDelete("/storingen", () =>
        {
            verkeer.Storingen.Clear();
            return Results.NoContent();
        });
        group.MapGet("/storingen", () => verkeer.Storingen.All().Select(storing => storing with { Bsn = null }));
        group.MapGet("/verzoeken", () => verkeer.Verzoeken.All());
        group.MapPost("/verzoeken/_zoek", (Zoekvraag vraag) => verkeer.Verzoeken.All(vraag.Bsn));
        group.MapPost("/herstel", () => Reset(verkeer, partner));
    }

    private static IResult Order(Storing storing, Storingen storingen, TimeProvider clock)
    {
        if (storing.Fault() is { } fault)
        {
            return Results.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        storingen.Add(storing with { Tot = storing.Seconden is { } seconden ? clock.GetUtcNow().AddSeconds(seconden) : null });
        return Results.NoContent();
    }

    private static IResult Reset(PartnerVerkeer verkeer, ISandboxPartner partner)
    {
        verkeer.Storingen.Clear();
        verkeer.Verzoeken.Clear();
        partner.Herstel();
        return Results.NoContent();
    }

    /// <summary>A search for one person, who stands in the body because he may not stand in an address.</summary>
    private sealed record Zoekvraag(string Bsn);
}
