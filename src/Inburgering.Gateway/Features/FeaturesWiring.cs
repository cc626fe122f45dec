using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Features.Besluiten;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Features.Opdrachten;
using Inburgering.Gateway.Features.Partnerblik;
using Inburgering.Gateway.Features.Toegangsvragen;

namespace Inburgering.Gateway.Features;

/// <summary>The room's wiring: what people and partners do.</summary>
internal static class FeaturesWiring
{
    public static IServiceCollection AddFeatures(this IServiceCollection services) => services
        .AddScoped<ZoekStappen>()
        .AddScoped<WeigeringOver>()
        .AddScoped<LegGegevensVast>()
        .AddScoped<VoegSamenStappen>()
        .AddScoped<GeefOpdracht>()
        .AddSingleton<Woorden>()
        .AddSingleton<Cursors>()
        .AddSingleton<Beleidsversies>()
        .AddScoped<LeesBesluit>()
        .AddSingleton<Partnervraag>()
        .AddScoped<ToonVoorPartner>()
        .AddScoped<TestEenVraag>()
        .AddScoped<BeoordeelVraag>()
        .AddScoped<LeesInzagen>()
        .AddScoped<ZoekInLog>()
        .AddScoped<VindDossier>()
        .AddScoped<LeesBerichten>();

    /// <summary>AuthZEN: outside /v1 and its document.</summary>
    public static IEndpointRouteBuilder MapToegangsvragen(this IEndpointRouteBuilder app)
    {
        PostEvaluation.Map(app);
        return app;
    }

    public static IEndpointRouteBuilder MapFeatures(this IEndpointRouteBuilder v1)
    {
        ZoekDossier.Map(v1);
        GetDossier.Map(v1);
        GetInzagen.Map(v1);
        VoegSamen.Map(v1);
        GetBesluit.Map(v1);
        return v1;
    }
}
