namespace Inburgering.Gateway.Sandbox.Coa;

/// <summary>COA as a gateway meets it: it only sends. Nothing asks COA anything, so its own API is empty.</summary>
public sealed class CoaSandbox(GatewayZender zender, TimeProvider clock) : ISandboxPartner
{
    private readonly Berichtzendingen zendingen = new(zender, clock, ("coa", "urn:nld:oin:00000001999990008000:systeem:coa"));

    public string Key => "coa";

    public void MapApi(RouteGroupBuilder api)
    {
        // COA publishes no API and is asked nothing; a path under /coa/v1 is its 404
    }

    public void MapBediening(RouteGroupBuilder bediening)
    {
        bediening.MapPost("/zendingen", zendingen.SendAsync);
        bediening.MapGet("/zendingen", zendingen.All);
    }

    public void Herstel() => zendingen.Herstel();
}
