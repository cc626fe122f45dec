using Inburgering.Gateway.Storage.Afkeuringen;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Storage.Berichten;
using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Betalen;
using Inburgering.Gateway.Storage.Ontzorgen;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Storage.Synchronisaties;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Inburgering.Gateway.Storage;

/// <summary>The room's wiring: one data source, under the application role only.</summary>
public static class StorageWiring
{
    public static IServiceCollection AddStorage(this IServiceCollection services, GatewayOptions options) => services
        .AddSingleton(options)
        .AddSingleton(_ => Sleutelmap.Open(options.SleutelMap))
        .AddSingleton<Kluis>()
        .AddSingleton(_ => DataSource(options))
        .AddDbContextFactory<GatewayModel>((s, o) => o.UseNpgsql(s.GetRequiredService<NpgsqlDataSource>()))
        .AddScoped<GatewayDb>()
        .AddSingleton<Dossierverwijzing>()
        .AddSingleton<DossierWriter>()
        .AddSingleton<Verhuizing>()
        .AddSingleton<Opvangstand>()
        .AddSingleton<Leverrelatie>()
        .AddSingleton<Dossierbereik>()
        .AddSingleton<Samenvoeging>()
        .AddOptions<ZoekOptions>().BindConfiguration(ZoekOptions.Section).ValidateDataAnnotations().ValidateOnStart().Services
        .AddSingleton<Zoekbudget>()
        .AddSingleton<RelatieStore>()
        .AddSingleton<BeleidStore>()
        .AddSingleton<OpdrachtStore>()
        .AddSingleton<OpdrachtLezer>()
        .AddSingleton<CaseloadStore>()
        .AddSingleton<ToestemmingLezer>()
        .AddSingleton<GrondenLezer>()
        .AddSingleton<NoodtoegangStore>()
        .AddSingleton<Categorielezer>()
        .AddSingleton<BronkeuzeStore>()
        .AddSingleton<OntzorgbesluitStore>()
        .AddSingleton<BetalingLezer>()
        .AddSingleton<BetalingStore>()
        .AddSingleton<RekeningcontroleStore>()
        .AddSingleton<BatchStore>()
        .AddSingleton<OverdrachtStore>()
        .AddSingleton<BankberichtStore>()
        .AddSingleton<KanaalStore>()
        .AddSingleton<BoekingStore>()
        .AddSingleton<BanktaakStore>()
        .AddSingleton<BankstilteStore>()
        .AddSingleton(new Overdrachtjournaal(options.AnkerMap))
        .AddSingleton<BerichtStore>()
        .AddSingleton<Berichtwachtrij>()
        .AddSingleton<BerichtLezer>()
        .AddSingleton<Voorstellezer>()
        .AddSingleton<EigenBerichtLezer>()
        .AddSingleton<Bestanden.BestandStore>()
        .AddSingleton<Bestanden.BestandLezer>()
        .AddSingleton<AfkeuringLezer>()
        .AddSingleton<AfkeurbesluitStore>()
        .AddSingleton<Berichtinhouden>()
        .AddSingleton<HerhalingStore>()
        .AddSingleton<Herhaalwachtrij>()
        .AddSingleton<Herhaalsignaal>()
        .AddSingleton<ContactpersoonStore>()
        .AddSingleton<MeldingStore>()
        .AddSingleton<Aanmeldingen>()
        .AddSingleton<Access.IStopt>(s => s.GetRequiredService<Aanmeldingen>())
        .AddSingleton<Meldingwachtrij>()
        .AddSingleton<MeldingLezer>()
        .AddSingleton<Meldingsignaal>()
        .AddSingleton<AfstemmingStore>()
        .AddSingleton<Afstemwachtrij>()
        .AddSingleton<AfstemmingLezer>()
        .AddSingleton<Afstemsignaal>()
        .AddSingleton<SynchronisatieStore>()
        .AddSingleton<StandmeldingStore>()
        .AddSingleton<LeveringStore>()
        .AddSingleton<Uitwisselklok>()
        .AddSingleton<UitvoeringStore>()
        .AddSingleton<Uitvoeringstart>()
        .AddSingleton<SynchronisatieLezer>()
        .AddSingleton<SynchronisatieHistorie>()
        .AddSingleton<Stilstanden>()
        .AddSingleton<Beurten>()
        .AddSingleton<Verbindingstanden>()
        .AddSingleton<OpschortingStore>()
        .AddSingleton<OpschortingLezer>()
        .AddSingleton<StilstandLezer>()
        .AddSingleton<Koppelstand>()
        .AddRechten();

    private static IServiceCollection AddRechten(this IServiceCollection services) => services
        .AddSingleton<BeperkingStore>()
        .AddSingleton<BezwaarStore>()
        .AddSingleton<BewaarplichtStore>()
        .AddSingleton<RectificatieStore>()
        .AddSingleton<CorrectietaakStore>()
        .AddSingleton<Rechtenlezer>();

    private static NpgsqlDataSource DataSource(GatewayOptions options)
    {
        var builder = new NpgsqlDataSourceBuilder(Migrator.Verbinding(options.SleutelMap, "applicatie"));
        builder.Name = "gateway";                               // else the metrics name host and port
        builder.ConnectionStringBuilder.IncludeErrorDetail = false;
        builder.ConnectionStringBuilder.ApplicationName = "gateway";
        builder.ConnectionStringBuilder.MaxPoolSize = 24;
        builder.ConnectionStringBuilder.MaxAutoPrepare = 64;
        builder.ConnectionStringBuilder.AutoPrepareMinUsages = 2;
        return builder.Build();
    }
}
