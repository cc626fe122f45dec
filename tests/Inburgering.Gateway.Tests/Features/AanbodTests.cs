using System.Net;
using Inburgering.Gateway.Tests.Inbox.Berichten;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>The offer of the gemeente per doelgroep (domain f5): Pablo, a gezinsmigrant, gets no taalaanbieder and no maatschappelijke begeleiding, and does get participatie and PVT.</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class AanbodTests(RunningHouse house)
{
    [Fact]
    public async Task Aanbod_BuitenDeDoelgroep_IsGeweigerdMetDieReden()
    {
        var pablo = await Regiewerk.OverAsync(house, Regiewerk.Pablo);

        foreach (var (client, taak) in new[] { ("taalpunt-1708", "leerroute"), ("vwn-1708", "begeleiding") })
        {
            var opdracht = await pablo.GeefAsync(Regiewerk.Opdracht(client, taak));
            Assert.Equal((HttpStatusCode.Conflict, "GW-0120"), (opdracht.Status, opdracht.Code));
            Assert.Contains("|doelgroep|", await opdracht.RegelAsync(house), StringComparison.Ordinal);
        }

        var aanbieding = await pablo.PostAsync($"/v1/dossiers/{pablo.DossierId}/aanbiedingen", new
        {
            instellingsnummer = "0000012345",
            datumInburgeringsaanbod = "2024-11-14",
            verwachteStartdatum = "2024-11-18",
            verwachteEinddatum = "2025-06-01",
            indicatorAlfabetiseringsonderwijs = "NVT",
        });

        Assert.Equal((HttpStatusCode.Conflict, "GW-0120"), (aanbieding.Status, aanbieding.Code));
        Assert.Contains("|doelgroep|", await aanbieding.RegelAsync(house), StringComparison.Ordinal);
    }
}
