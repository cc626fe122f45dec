namespace Inburgering.Gateway.Normalization;

/// <summary>The room's wiring: records become facts, and facts what a melding is tested on.</summary>
internal static class NormalizationWiring
{
    public static IServiceCollection AddNormalization(this IServiceCollection services) => services
        .AddSingleton<DossierNormalization>()
        .AddSingleton<Opvangregels>()
        .AddSingleton<Aanleverregels>()
        .AddSingleton<Bronregels>()
        .AddSingleton<Keurmerktoets>()
        .AddSingleton<EigenGegevens>()
        .AddSingleton<Meldinggegevens>()
        .AddSingleton<Naslag>()
        .AddSingleton<Voorwaarden>()
        .AddSingleton<Meldingtoets>();
}
