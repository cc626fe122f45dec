using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>Rights of the person as data: what is held back, contested, corrected, or kept.</summary>
internal static class RechtenWiring
{
    public const string Tag = "Rechten";

    public static IServiceCollection AddRechten(this IServiceCollection services) => services
        .AddScoped<Beperkingsregels>()
        .AddScoped<Bezwaarregels>()
        .AddScoped<Correctie>()
        .AddScoped<PartnerCorrecties>();

    public static void MapRechten(this IEndpointRouteBuilder v1)
    {
        PlaatsBeperking.Map(v1);
        LeesBeperkingen.Map(v1);
        HefBeperkingOp.Map(v1);
        MaakBezwaar.Map(v1);
        LeesBezwaren.Map(v1);
        BeslisBezwaar.Map(v1);
        Rectificeer.Map(v1);
        LeesRectificaties.Map(v1);
        LeesCorrectietaken.Map(v1);
        BevestigCorrectietaak.Map(v1);
        EigenCorrectietaken.Map(v1);
        LegBewaarplichtOp.Map(v1);
        LeesBewaarplichten.Map(v1);
        BeeindigBewaarplicht.Map(v1);
    }

    /// <summary>What every endpoint of this folder has: its act in the log, its scope, its words in the document.</summary>
    public static RouteHandlerBuilder Recht(this RouteHandlerBuilder endpoint, string operatie, string handeling, string samenvatting, string beschrijving, bool schrijft = true) => endpoint
        .WithMetadata(new HandelingAttribute(handeling, schrijft ? Actie.Muteren : Actie.Raadplegen))
        .RequireScope(schrijft ? Scopes.DossierSchrijven : Scopes.DossierLezen)
        .WithName(operatie)
        .WithTags(Tag)
        .WithSummary(samenvatting)
        .WithDescription(beschrijving);
}
