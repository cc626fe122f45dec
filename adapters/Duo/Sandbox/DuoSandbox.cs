namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>DUO as a gemeente sees it: every operation of its published contracts, with state, and its notifications.</summary>
public sealed class DuoSandbox : ISandboxPartner
{
    private readonly DuoWereld wereld;
    private readonly DuoBezorging bezorging;
    private readonly DuoReeksen reeksen;

    public DuoSandbox(SandboxOmgeving omgeving, GatewayZender zender, TimeProvider clock)
    {
        wereld = new DuoWereld(Path.Combine(omgeving.DemoMap, "duo.json"), omgeving.Vandaag);
        bezorging = new DuoBezorging(wereld, zender, clock);
        reeksen = new DuoReeksen(wereld, bezorging, clock);
    }

    public string Key => "duo";

    public void MapApi(RouteGroupBuilder api)
    {
        new DuoRaadplegingen(wereld).Map(api);
        var loket = new DuoMeldingsloket(wereld);
        new DuoPipMeldingen(wereld, loket).Map(api);
        new DuoContactpersoonMeldingen(wereld, loket).Map(api);
        new DuoAanbodMeldingen(wereld, loket).Map(api);
        new DuoResultaatMeldingen(wereld, loket).Map(api);
        new DuoUrenMeldingen(wereld, loket).Map(api);
        new DuoExamennummerMeldingen(wereld, loket).Map(api);
    }

    public void MapBediening(RouteGroupBuilder bediening)
    {
        new DuoAdministratie(wereld).Map(bediening);
        bediening.MapPost("/zendingen", new DuoZendingen(bezorging).SendAsync);
        reeksen.Map(bediening);
    }

    public void Herstel()
    {
        reeksen.Herstel();
        wereld.Herstel();
    }
}
