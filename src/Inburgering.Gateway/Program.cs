using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Wiring;

if (Commands.Find(args) is { } command)
{
    return await command();
}

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseGatewayPort(builder.Configuration);
builder.Services.AddHouse(builder.Configuration, Klokken.Zaakklok(builder.Configuration));
builder.Services.AddInboxWorker();
builder.Services.AddApi();
builder.Services.AddHostedService<StartUp>();

var app = builder.Build();
app.UseApi();
app.UseRouting();
app.UseLogGate();
app.UseAuthentication();
app.UseCaller();
app.UseAuthorization();
app.MapIdentity();
app.MapHealth();
var v1 = app.MapV1();
v1.MapInbox();
v1.MapFeatures();
app.CheckEndpoints();
await app.RunAsync();
return 0;
