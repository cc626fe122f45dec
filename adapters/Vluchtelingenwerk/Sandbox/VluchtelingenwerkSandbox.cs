namespace Inburgering.Gateway.Sandbox.Vluchtelingenwerk;

/// <summary>VluchtelingenWerk as a gateway meets it: it sends, and takes persons in.</summary>
public sealed class VluchtelingenwerkSandbox(GatewayZender zender, TimeProvider clock) : ISandboxPartner
{
    private readonly Berichtzendingen zendingen = new(
        zender, clock, ("vwn-1708", "urn:nld:oin:00000003999990014000:systeem:vvs"));

    private readonly Aanmeldingen aanmeldingen = new(new Dictionary<string, IReadOnlyDictionary<string, string[]>>
    {
        ["pvt"] = new Dictionary<string, string[]> { ["IDN"] = ["naam"], ["CON"] = ["telefoon", "email"], ["VBL"] = ["doelgroep"] },
        ["begeleiding"] = new Dictionary<string, string[]> { ["IDN"] = ["naam"], ["CON"] = ["telefoon", "email"] },
    });

    public string Key => "vluchtelingenwerk";

    public void MapApi(RouteGroupBuilder api) => api.MapPost("/aanmeldingen", aanmeldingen.ReceiveAsync);

    public void MapBediening(RouteGroupBuilder bediening)
    {
        bediening.MapPost("/zendingen", zendingen.SendAsync);
        bediening.MapGet("/zendingen", zendingen.All);
        bediening.MapGet("/aanmeldingen", aanmeldingen.All);
    }

    public void Herstel()
    {
        zendingen.Herstel();
        aanmeldingen.Herstel();
    }
}
