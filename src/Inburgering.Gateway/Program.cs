using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Outbox;
using Inburgering.Gateway.Portal;
using Inburgering.Gateway.Wiring;
using Inburgering.Gateway.Wiring.Contract;
using Inburgering.Gateway.Wiring.Herstelmodus;
using Inburgering.Gateway.Wiring.Synchronisaties;

return await Commands.RunAsync(args, ServeAsync);

async Task<int> ServeAsync()
{
    var builder = WebApplication.CreateBuilder(args);
    var rollen = Rollen.Of(builder.Configuration);
    builder.AddObservation();
    builder.WebHost.UseGatewayPort(builder.Configuration);
    builder.Services.AddHouse(builder.Configuration, Klokken.Zaakklok(builder.Configuration));
    builder.Services.AddApi();
    builder.Services.AddContract();
    builder.Services.AddHostedService<Productie>();
    builder.Services.AddHostedService<StartUp>();
    builder.Services.AddHostedService<BeleidWacht>();
    builder.Services.AddSingleton<Logverschil>().AddHostedService(s => s.GetRequiredService<Logverschil>());
    if (rollen.Taken)
    {
        builder.Services.AddNaVrijgave(taken => taken
            .AddInboxWorker()
            .AddOutboxWorker()
            .AddRoosterWorker()
            .AddHostedService<NachtelijkOnderhoud>()
            .AddHostedService<Verbindingwacht>());
    }

    if (rollen.Portaal)
    {
        builder.WebHost.UsePortalFiles();
        builder.Services.AddPortal();
    }

    var app = builder.Build();
    app.UseRequestLog();
    app.UseApi();
    app.UseMtlsGrens();
    app.UseRouting();
    app.UseHerstelpoort();
    app.UseLogGate();
    if (rollen.Portaal)
    {
        app.UsePortal();
    }

    app.UseAuthentication();
    app.UseCaller();
    app.UseAuthorization();
    app.MapHealth();
    if (rollen.Identiteit)
    {
        app.MapIdentity();
    }

    if (rollen.Api)
    {
        app.MapContract();
        app.MapV1().MapInbox().MapFeatures();
        app.MapToegangsvragen();
        app.MapGetuige();
    }

    if (rollen.Portaal)
    {
        app.MapPortal();
    }

    app.CheckEndpoints();
    await app.RunAsync();
    return 0;
}
