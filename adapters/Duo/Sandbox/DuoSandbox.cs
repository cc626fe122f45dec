namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>DUO as a gemeente sees it: the GET operations of its published contracts, and its notifications.</summary>
public sealed class DuoSandbox(SandboxOmgeving omgeving, GatewayZender zender, TimeProvider clock) : ISandboxPartner
{
    private readonly DuoWereld wereld = new(Path.Combine(omgeving.DemoMap, "duo.json"));

    public string Key => "duo";

    public void MapApi(RouteGroupBuilder api) => new DuoRaadplegingen(wereld, omgeving.Vandaag).Map(api);

    public void MapBediening(RouteGroupBuilder bediening)
    {
        bediening.MapPost("/personen", (HttpRequest request, CancellationToken ct) => DuoPersonen.ChangeAsync(request, wereld, ct));
        bediening.MapPost("/zendingen", new DuoZendingen(wereld, zender, clock).SendAsync);
    }

    public void Herstel() => wereld.Herstel();
}
