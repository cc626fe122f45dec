using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>What has happened cannot lie ahead of today.</summary>
internal sealed class Toekomsttoets([FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>One fault per day that lies ahead; empty: none does.</summary>
    public IReadOnlyList<InvoerFout> Fouten(CloudEvent bericht)
    {
        var vandaag = Klok.Dag(zaakklok.GetUtcNow());
        return
        [
            .. (bericht.Inhoud?.Personen ?? []).SelectMany(persoon => persoon.Records).OfType<IGebeurd>().SelectMany(gebeurd => gebeurd.Dagen)
                .Where(veld => veld.Dag > vandaag).Select(veld => new InvoerFout("Ligt in de toekomst.", Pointer: $"/data{veld.Veld}")),
        ];
    }
}
