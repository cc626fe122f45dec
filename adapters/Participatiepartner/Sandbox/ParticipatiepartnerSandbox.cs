namespace Inburgering.Gateway.Sandbox.Participatiepartner;

/// <summary>WerkCorporatie and Werk.Kom as a gateway meets them: they only send. Another instance is a client more.</summary>
public sealed class ParticipatiepartnerSandbox(GatewayZender zender, TimeProvider clock) : ISandboxPartner
{
    private readonly Berichtzendingen zendingen = new(
        zender, clock, ("werkcorporatie-0171", "urn:nld:oin:00000003999990012000:systeem:traject"), ("werkkom-0106", "urn:nld:oin:00000003999990013000:systeem:werkkom"));

    public string Key => "participatiepartner";

    public void MapApi(RouteGroupBuilder api)
    {
        // it publishes no API and is asked nothing; a path under /participatiepartner/v1 is its 404
    }

    public void MapBediening(RouteGroupBuilder bediening)
    {
        bediening.MapPost("/zendingen", zendingen.SendAsync);
        bediening.MapGet("/zendingen", zendingen.All);
    }

    public void Herstel() => zendingen.Herstel();
}
