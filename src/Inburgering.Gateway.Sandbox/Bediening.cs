namespace Inburgering.Gateway.Sandbox;

/// <summary>The controls every partner has: faults, the calls received, and back to the start.</summary>
internal static class Bediening
{
    public static void Map(RouteGroupBuilder group, PartnerVerkeer verkeer, ISandboxPartner partner)
    {
        group.MapPost("/storingen", (Storing storing) => Order(storing.Normalized(verkeer.Prefix), verkeer.Storingen));
        group.MapGet("/storingen", () => verkeer.Storingen.All().Select(storing => storing with { Bsn = null }));
        group.MapGet("/verzoeken", verkeer.Verzoeken.All);
        group.MapPost("/herstel", () => Reset(verkeer, partner));
    }

    private static IResult Order(Storing storing, Storingen storingen)
    {
        if (storing.Fault() is { } fault)
        {
            return Results.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        storingen.Add(storing);
        return Results.NoContent();
    }

    private static IResult Reset(PartnerVerkeer verkeer, ISandboxPartner partner)
    {
        verkeer.Storingen.Clear();
        verkeer.Verzoeken.Clear();
        partner.Herstel();
        return Results.NoContent();
    }
}
