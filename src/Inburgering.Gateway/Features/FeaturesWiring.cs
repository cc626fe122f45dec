using Inburgering.Gateway.Features.Afkeuringen;
using Inburgering.Gateway.Features.Afstemmingen;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Features.Betalen;
using Inburgering.Gateway.Features.Besluiten;
using Inburgering.Gateway.Features.Bestanden;
using Inburgering.Gateway.Features.Bronnen;
using Inburgering.Gateway.Features.Caseload;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Features.Getuige;
using Inburgering.Gateway.Features.Herstelmodus;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Features.Inzageverzoeken;
using Inburgering.Gateway.Features.Koppelingen;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Features.Meldingen;
using Inburgering.Gateway.Features.Noodtoegangen;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Features.Opdrachten;
using Inburgering.Gateway.Features.Register;
using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Features.Toestemmingen;
using Inburgering.Gateway.Features.Voorstellen;
using Inburgering.Gateway.Features.Rechten;
using Inburgering.Gateway.Features.Partnerblik;
using Inburgering.Gateway.Features.Toegangsvragen;

namespace Inburgering.Gateway.Features;

/// <summary>The room's wiring: what people and partners do.</summary>
internal static class FeaturesWiring
{
    public static IServiceCollection AddFeatures(this IServiceCollection services) => services
        .AddScoped<ZoekStappen>()
        .AddScoped<Zoekmissers>()
        .AddScoped<WeigeringOver>()
        .AddScoped<LegGegevensVast>()
        .AddScoped<VoegSamenStappen>()
        .AddScoped<Regie>()
        .AddScoped<Dossierwerk>()
        .AddScoped<HerstelVrijgave>()
        .AddScoped<Partnerrecht>()
        .AddScoped<Gevolgen>()
        .AddScoped<GeefOpdracht>()
        .AddScoped<Opdrachtgift>()
        .AddScoped<Besluitboek>()
        .AddScoped<Besluitopslag>()
        .AddScoped<LegOntzorgbesluitVast>()
        .AddScoped<PlanMaand>()
        .AddScoped<Betaalwerk>()
        .AddScoped<LeesBetalingen>()
        .AddScoped<GeefBetalingenVrij>()
        .AddScoped<AnnuleerBetaling>()
        .AddScoped<ControleerRekening>()
        .AddScoped<Batchwerk>()
        .AddScoped<OpenBatch>()
        .AddScoped<VerzegelBatch>()
        .AddScoped<BiedBatchAan>()
        .AddScoped<MeldAanbieding>()
        .AddScoped<LeesBatches>()
        .AddScoped<Boekwerk>()
        .AddScoped<VerwerkBankberichten>()
        .AddScoped<OntvangBankbericht>()
        .AddScoped<LeesBankberichten>()
        .AddScoped<LeesBanktaken>()
        .AddScoped<HandelBanktaakAf>()
        .AddScoped<Maandtaken>()
        .AddScoped<Ontzorgtaak>()
        .AddScoped<Bankwacht>()
        .AddScoped<Afloopwacht>()
        .AddOptions<BankOptions>().BindConfiguration(BankOptions.Section).ValidateDataAnnotations().ValidateOnStart().Services
        .AddScoped<ProbeerOpnieuw>()
        .AddScoped<MeldBuiten>()
        .AddScoped<Bankkanalen>()
        .AddScoped<Vertrek>()
        .AddScoped<Bankbezorging>()
        .AddScoped<Bankophaling>()
        .AddScoped<LeesOntzorgbesluiten>()
        .AddScoped<BerekenMaand>()
        .AddScoped<Woorden>()
        .AddScoped<LeesOpdrachten>()
        .AddScoped<WijzigOpdracht>()
        .AddScoped<BeeindigOpdracht>()
        .AddScoped<VertrekVanPartner>()
        .AddScoped<PutCaseload.Aanvrager>()
        .AddScoped<ZetCaseload>()
        .AddScoped<LeesCaseload>()
        .AddScoped<GeefToestemming>()
        .AddScoped<Intrekking>()
        .AddScoped<TrekToestemmingIn>()
        .AddSingleton<Cursors>()
        .AddSingleton<Beleidsversies>()
        .AddScoped<LeesBesluit>()
        .AddScoped<LeesLeveringsbestand>()
        .AddScoped<Partnervraag>()
        .AddScoped<ToonVoorPartner>()
        .AddScoped<TestEenVraag>()
        .AddScoped<BeoordeelVraag>()
        .AddScoped<Inzagetelling>()
        .AddScoped<LeesInzagen>()
        .AddScoped<LeesVolledigheid>()
        .AddScoped<InzageWoorden>()
        .AddScoped<Persoonsgebruik>()
        .AddScoped<InzageStof>()
        .AddScoped<MaakInzageExport>()
        .AddScoped<Logtoegang>()
        .AddScoped<ZoekInLog>()
        .AddScoped<ExporteerLog>()
        .AddScoped<Lijstregels>()
        .AddScoped<Logboekbron>()
        .AddScoped<LdvVorm>()
        .AddScoped<ZoekLogboek>()
        .AddScoped<DossierOpNummer>()
        .AddScoped<VindDossier>()
        .AddScoped<LeesGegevens>()
        .AddScoped<VraagNoodtoegang>()
        .AddScoped<BeoordeelNoodtoegang>()
        .AddScoped<LeesBerichten>()
        .AddScoped<LeesEigenBerichten>()
        .AddScoped<Meldinginzending>()
        .AddScoped<DienMeldingIn>()
        .AddScoped<TrekMeldingIn>()
        .AddScoped<LeesVoorstellen>()
        .AddScoped<LeesUren>()
        .AddScoped<WijsVoorstelAf>()
        .AddScoped<LeesBronverschillen>()
        .AddScoped<KiesBron>()
        .AddScoped<LeesMelding>()
        .AddScoped<LeesMeldingen>()
        .AddScoped<HerhaalMelding>()
        .AddScoped<StartAfstemming>()
        .AddScoped<StartAfstemronde>()
        .AddScoped<StopAfstemming>()
        .AddScoped<LeesAfstemmingen>()
        .AddScoped<LeesVerschillen>()
        .AddScoped<Verbindingblik>()
        .AddScoped<Uitvoeringblik>()
        .AddScoped<Synchronisatieblik>()
        .AddScoped<Synchronisatiehandeling>()
        .AddScoped<NoteerStandwissels>()
        .AddScoped<LeesSynchronisaties>()
        .AddScoped<StartUitvoering>()
        .AddScoped<StartInhaalrun>()
        .AddScoped<WijzigSynchronisatie>()
        .AddScoped<Afkeurhandeling>()
        .AddScoped<LeesAfkeuringen>()
        .AddScoped<LeesAfkeuring>()
        .AddScoped<ToonAfkeurwaarde>()
        .AddScoped<BeslisOverAfkeuring>()
        .AddScoped<HerhaalAfkeuringen>()
        .AddScoped<LeesHerhalingen>()
        .AddScoped<ToonRooster>()
        .AddScoped<LeesOpschortingen>()
        .AddScoped<HervatUitwisseling>()
        .AddScoped<Stilstandmelding>()
        .AddSingleton<Beleidsmelding>()
        .AddSingleton<Zegelmelding>()
        .AddRechten();

    /// <summary>AuthZEN: outside /v1 and its document.</summary>
    public static IEndpointRouteBuilder MapToegangsvragen(this IEndpointRouteBuilder app)
    {
        PostEvaluation.Map(app);
        return app;
    }

    /// <summary>Between gateways: outside /v1 and its document.</summary>
    public static IEndpointRouteBuilder MapGetuige(this IEndpointRouteBuilder app)
    {
        OntvangZegel.Map(app);
        return app;
    }

    public static IEndpointRouteBuilder MapFeatures(this IEndpointRouteBuilder v1)
    {
        ZoekDossier.Map(v1);
        GetDossier.Map(v1);
        GetInzagen.Map(v1);
        PostProcessingActivities.Map(v1);
        PostInzageExport.Map(v1);
        ZoekLogregels.Map(v1);
        ExporteerLogregels.Map(v1);
        VoegSamen.Map(v1);
        GetVerwerkingsactiviteiten.Map(v1);
        GetActiviteitversie.Map(v1);
        PostOpdracht.Map(v1);
        PostMelding.Map(v1);
        GetMelding.Map(v1);
        GetVoorstellen.Map(v1);
        GetUren.Map(v1);
        GetBronverschillen.Map(v1);
        Ontzorgbesluiten.Map(v1);
        Betaalopdrachten.Map(v1);
        Betaalbatches.Map(v1);
        Bankberichten.Map(v1);
        PostMeldingIntrekking.Map(v1);
        PostAfstemming.Map(v1);
        GetAfstemmingen.Map(v1);
        GetVerschillen.Map(v1);
        GetSynchronisaties.Map(v1);
        PutSynchronisatie.Map(v1);
        PostUitvoering.Map(v1);
        PostInhaalrun.Map(v1);
        GetAfkeuringen.Map(v1);
        GetEigenBerichten.Map(v1);
        GetLeveringsbestand.Map(v1);
        PutCaseload.Map(v1);
        PostAfkeurbesluit.Map(v1);
        PostAfkeurwaarde.Map(v1);
        PostHerhaling.Map(v1);
        GetHerhalingen.Map(v1);
        GetOpschortingen.Map(v1);
        PostHervatting.Map(v1);
        GetOpdrachten.Map(v1);
        PutOpdracht.Map(v1);
        PostBeeindiging.Map(v1);
        PostVertrek.Map(v1);
        PostToestemming.Map(v1);
        GetToestemmingen.Map(v1);
        PostIntrekking.Map(v1);
        v1.MapRechten();
        GetBesluit.Map(v1);
        return v1;
    }
}
