namespace Inburgering.Gateway.Sandbox.Vluchtelingenwerk;

/// <summary>VluchtelingenWerk as a gateway meets it: it only sends.</summary>
public sealed class VluchtelingenwerkSandbox(GatewayZender zender, TimeProvider clock) : ISandboxPartner
{
    private readonly Berichtzendingen zendingen = new(
        zender, clock, ("vwn-1708", "urn:nld:oin:00000003999990014000:systeem:vvs"));

    public string Key => "vluchtelingenwerk";

    public void MapApi(RouteGroupBuilder api)
    {
        // it publishes no API and is asked nothing; a path under /vluchtelingenwerk/v1 is its 404
    }

    public void MapBediening(RouteGroupBuilder bediening)
    {
        bediening.MapPost("/zendingen", zendingen.SendAsync);
        bediening.MapGet("/zendingen", zendingen.All);
    }

    public void Herstel() => zendingen.Herstel();
}
