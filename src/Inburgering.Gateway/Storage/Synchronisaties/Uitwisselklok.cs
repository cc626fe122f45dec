using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Storage.Synchronisaties;

/// <summary>By which clock an exchange goes: what the hub does is timed by the system clock, what a partner delivers comes in on a business day.</summary>
internal sealed class Uitwisselklok(TimeProvider systeemklok, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>The business clock.</summary>
    public DateTimeOffset Zaak => zaakklok.GetUtcNow();

    public DateTimeOffset Nu(Synchronisatie synchronisatie) => Nu(synchronisatie.Soort);

    /// <param name="soort">As the partner's config names it.</param>
    public DateTimeOffset Nu(string soort) => soort == SynchronisatieFile.Levering ? zaakklok.GetUtcNow() : systeemklok.GetUtcNow();
}
