using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Features.Opdrachten;
using Inburgering.Gateway.Features.Register;

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
        .AddScoped<Woorden>()
        .AddSingleton<Cursors>()
        .AddScoped<LeesInzagen>()
        .AddScoped<ZoekInLog>()
        .AddScoped<VindDossier>()
        .AddScoped<LeesBerichten>()
        .AddSingleton<Beleidsmelding>();

    public static IEndpointRouteBuilder MapFeatures(this IEndpointRouteBuilder v1)
    {
        ZoekDossier.Map(v1);
        GetDossier.Map(v1);
        GetInzagen.Map(v1);
        VoegSamen.Map(v1);
        GetVerwerkingsactiviteiten.Map(v1);
        GetActiviteitversie.Map(v1);
        return v1;
    }
}
