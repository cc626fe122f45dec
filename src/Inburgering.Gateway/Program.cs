using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Wiring;
using Inburgering.Gateway.Wiring.Contract;

if (Commands.Find(args) is { } command)
{
    return await command();
}

var builder = WebApplication.CreateBuilder(args);
builder.AddObservation();
builder.WebHost.UseGatewayPort(builder.Configuration);
builder.Services.AddHouse(builder.Configuration, Klokken.Zaakklok(builder.Configuration));
builder.Services.AddInboxWorker();
builder.Services.AddApi();
builder.Services.AddContract();
builder.Services.AddHostedService<StartUp>();

var app = builder.Build();
app.UseRequestLog();
app.UseApi();
app.UseRouting();
app.UseLogGate();
app.UseAuthentication();
app.UseCaller();
app.UseAuthorization();
app.MapIdentity();
app.MapHealth();
app.MapContract();
var v1 = app.MapV1();
v1.MapInbox();
v1.MapFeatures();
app.CheckEndpoints();
await app.RunAsync();
return 0;
