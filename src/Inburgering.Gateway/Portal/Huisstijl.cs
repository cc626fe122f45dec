using Inburgering.Gateway.Features;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Portal;

/// <summary>What the frame around every page needs to know of the house.</summary>
internal sealed class Huisstijl(Woorden woorden, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok, TimeProvider systeemklok)
{
    /// <summary>The demo's day; null when the business clock is simply the time.</summary>
    public DateOnly? Demodag => (zaakklok.GetUtcNow() - systeemklok.GetUtcNow()).Duration() > TimeSpan.FromHours(1) ? Datum.DagVan(zaakklok.GetUtcNow()) : null;

    /// <summary>"Gemeente Noorderveld (demo)"; empty when nobody is logged in.</summary>
    public string Gemeente(string? gemeentecode) => gemeentecode is null ? string.Empty : $"Gemeente {woorden.Gemeente(gemeentecode)}";

    public string Rol(string code) => woorden.Rol(code);
}
