using System.Net;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Features.Betalen;
using Inburgering.Gateway.Tests.Inbox.Berichten;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>A database that was put back to an older state (security 19): closed until the journal is applied again and two persons release it.</summary>
public sealed class HerstelmodusTests(Herstelhuis house) : IClassFixture<Herstelhuis>
{
    private const string Taalpunt = "taalpunt-1708";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Database_TeruggezetNaIntrekkenBeeindigenEnWissen_BlijftDichtTotJournaalEnTweePersonen()
    {
        var leerling = await house.LeerlingAsync();
        var regie = new Regiewerk(await house.AsAsync("zaaksysteem-1708"), leerling.DossierId);
        var opdracht = (await regie.OpdrachtenAsync()).Body.GetProperty("opdrachten")[0].GetProperty("opdrachtId").GetString()!;
        var toestemming = (await regie.StemToeAsync(Regiewerk.Toestemming())).Tekst("toestemmingId");
        var weg = await house.LeerlingAsync();
        await VoorbijAsync(weg.DossierId);
        var backup = await house.BackupAsync();
        var oud = await house.AsAsync("zaaksysteem-1708");

        Assert.Equal(HttpStatusCode.Created, (await regie.TrekInAsync(toestemming)).Status);
        Assert.Equal(HttpStatusCode.Created, (await regie.BeeindigAsync(opdracht)).Status);
        Assert.Equal(HttpStatusCode.OK, (await regie.PostAsync($"/v1/partners/{Taalpunt}/vertrekken")).Status);
        var beperking = (await regie.PostAsync($"/v1/dossiers/{leerling.DossierId}/beperkingen", new { categorie = "CON", zaaknummer = "Z-1" })).Tekst("beperkingId");
        var bezwaar = (await regie.PostAsync($"/v1/dossiers/{leerling.DossierId}/bezwaren", new { doel = "uitvoeren-leerroute", zaaknummer = "Z-2" })).Tekst("bezwaarId");
        Assert.Equal(0, (await house.CommandAsync("onderhoud", "bewaartermijnen")).Exit);
        Assert.Equal(0L, await DossiersAsync(weg.DossierId));
        await house.VerankerdAsync();
        var regels = await RegelsAsync();
        await house.KillGatewayAsync();
        await house.ZetTerugAsync(backup);
        Assert.Equal((1L, false), (await DossiersAsync(weg.DossierId), await IngetrokkenAsync(toestemming)));
        await house.StartGatewayAsync("/health/live");

        Assert.Equal((503, "GW-0014"), await VraagAsync(house.Anonymous, "/health/ready"));
        Assert.Equal((503, "GW-0014"), await VraagAsync(oud, $"/v1/dossiers/{leerling.DossierId}/opdrachten"));
        Assert.Equal((503, "GW-0014"), await VraagAsync(house.Anonymous, "/oauth/token"));
        await house.UntilAsync($"select ingetrokken_op is not null from dossiers.toestemming where toestemming_id = '{toestemming}'");
        await house.UntilAsync($"select tot is not null from dossiers.opdracht where opdracht_id = '{opdracht}'");
        await house.UntilAsync($"select count(*) = 0 from dossiers.dossier where dossier_id = '{weg.DossierId}'");
        await house.UntilAsync($"select count(*) = 0 from dossiers.relatie where client_id = '{Taalpunt}' and geldig_tot is null");
        await house.UntilAsync($"select count(*) = 1 from dossiers.beperking where beperking_id = '{beperking}'");
        await house.UntilAsync($"select count(*) = 1 from dossiers.bezwaar where bezwaar_id = '{bezwaar}'");
        await TweePersonenAsync();

        house.VergeetTokens();
        Assert.Equal(401, (await VraagAsync(oud, $"/v1/dossiers/{leerling.DossierId}/opdrachten")).Status);
        var nieuw = await Antwoord.SendAsync(await house.AsAsync("zaaksysteem-1708"), HttpMethod.Get, $"/v1/dossiers/{leerling.DossierId}/opdrachten");
        Assert.Equal(HttpStatusCode.OK, nieuw.Status);
        Assert.Equal(1L, await LijnAsync("Intrekking van toestemming opnieuw toegepast", leerling.DossierId));
        Assert.Equal(1L, await LijnAsync("Einde van opdracht opnieuw toegepast", leerling.DossierId));
        Assert.Equal(1L, await LijnAsync("Verwijdering opnieuw toegepast", weg.DossierId));
        Assert.Equal(1L, await LijnAsync("Vertrek van partner opnieuw toegepast", leerling.DossierId));
        await house.VerankerdAsync();
        Assert.True(await RegelsAsync() > regels);
        Assert.Empty((await house.ControleerAsync()).Bevindingen);
        Assert.Contains("Herstel 1: ", (await house.CommandAsync("log", "controleer")).Output, StringComparison.Ordinal);
    }

    /// <summary>What was answered and is not in the database shows that it was put back, also when no checkpoint says so: a stand-by that was a second behind.</summary>
    [Fact]
    public async Task Database_DieEenBeantwoordeIntrekkingNietKent_BlijftDicht()
    {
        await using var eigen = new Herstelhuis();
        await eigen.InitializeAsync();
        var leerling = await eigen.LeerlingAsync();
        var regie = new Regiewerk(await eigen.AsAsync("zaaksysteem-1708"), leerling.DossierId);
        var toestemming = (await regie.StemToeAsync(Regiewerk.Toestemming())).Tekst("toestemmingId");
        Assert.Equal(HttpStatusCode.Created, (await regie.TrekInAsync(toestemming)).Status);
        await eigen.KillGatewayAsync();
        await Cluster.ExecuteOnAsync(eigen.Database, $"set session_replication_role = replica; update dossiers.toestemming set ingetrokken_op = null, ingetrokken_door = null where toestemming_id = '{toestemming}'", Ct);

        await eigen.StartGatewayAsync("/health/live");

        Assert.Equal((503, "GW-0014"), await VraagAsync(eigen.Anonymous, "/health/ready"));
        await eigen.UntilAsync($"select ingetrokken_op is not null from dossiers.toestemming where toestemming_id = '{toestemming}'");
        Assert.Equal("0", await eigen.ScalarAsync<string>("select inhoud::jsonb ->> 'regels' from verwerkingslog.herstel"));
    }

    /// <summary>A crash between journal and commit: nobody was told, so it is done again without anybody having to come.</summary>
    [Fact]
    public async Task Journaalregel_DieNiemandWerdBevestigd_WordtToegepastZonderDatDeGatewayDichtGaat()
    {
        await using var eigen = new Herstelhuis();
        await eigen.InitializeAsync();
        var leerling = await eigen.LeerlingAsync();
        var regie = new Regiewerk(await eigen.AsAsync("zaaksysteem-1708"), leerling.DossierId);
        var toestemming = (await regie.StemToeAsync(Regiewerk.Toestemming())).Tekst("toestemmingId");
        await eigen.KillGatewayAsync();
        await File.AppendAllTextAsync(Path.Combine(eigen.Data, "ankers", "herstel.jsonl"), $$"""

            {"soort":"intrekking","dossierId":"{{leerling.DossierId}}","toestemmingId":"{{toestemming}}","per":"2024-11-15T09:00:00Z","id":"{{Guid.NewGuid()}}","gemeentecode":"1708"}
            {"soort":"intrek
            """, Ct);

        await eigen.StartGatewayAsync();

        await eigen.UntilAsync($"select ingetrokken_op is not null from dossiers.toestemming where toestemming_id = '{toestemming}'");
        Assert.Equal(0L, await eigen.ScalarAsync<long>("select count(*) from verwerkingslog.herstel"));
    }

    /// <summary>The copy takes the place of the database under a running gateway, as at a failover: nothing is written on it.</summary>
    [Fact]
    public async Task Database_DieOnderEenLopendeGatewayOuderWordt_KrijgtGeenRegelMeer()
    {
        await using var eigen = new Herstelhuis();
        await eigen.InitializeAsync();
        var backup = await eigen.BackupAsync();
        var client = await eigen.AsAsync("zaaksysteem-1708");
        var dossier = await RunningHouse.FindAsync(client, Regiewerk.Hasan, "regie-voeren");
        await eigen.VerankerdAsync();

        await eigen.ZetTerugAsync(backup);

        await RunningHouse.UntilAsync(async _ => await VraagAsync(eigen.Anonymous, "/health/ready") == (503, "GW-0014"));
        Assert.Equal(503, (await VraagAsync(client, $"/v1/dossiers/{dossier}/opdrachten")).Status);
        Assert.Equal(0L, await eigen.ScalarAsync<long>("select count(*) from verwerkingslog.herstel"));
        await eigen.KillGatewayAsync();
        await eigen.StartGatewayAsync("/health/live");
        Assert.Equal(1L, await eigen.ScalarAsync<long>("select count(*) from verwerkingslog.herstel"));
    }

    /// <summary>Without the anchors in between nobody can say what is lost.</summary>
    [Fact]
    public async Task Ankers_DieNietAansluiten_StartNietEnZegtWatErMoet()
    {
        await using var eigen = new Herstelhuis();
        await eigen.InitializeAsync();
        var backup = await eigen.BackupAsync();
        await RunningHouse.FindAsync(await eigen.AsAsync("zaaksysteem-1708"), Regiewerk.Hasan, "regie-voeren");
        await eigen.VerankerdAsync();
        await RunningHouse.FindAsync(await eigen.AsAsync("zaaksysteem-1708"), Regiewerk.Amal, "regie-voeren");
        await eigen.VerankerdAsync();
        await eigen.KillGatewayAsync();
        await eigen.ZetTerugAsync(backup);
        var eerste = await eigen.ScalarAsync<long>("select max(nummer) + 1 from verwerkingslog.zegel");
        File.Delete(Path.Combine(eigen.Data, "ankers", $"zegel-{eerste:D12}.json"));

        var fout = await Assert.ThrowsAsync<InvalidOperationException>(() => eigen.StartGatewayAsync("/health/live"));

        Assert.Contains($"zegel {eerste} in de map met ankers ontbreekt of sluit niet aan", fout.Message, StringComparison.Ordinal);
    }

    private async Task TweePersonenAsync()
    {
        var petra = await Portaalmedewerker.MeldAanAsync(house, "petra");
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), ((await petra.GetAsync("/koppelingen")).Status, (await petra.GetAsync("/herstel")).Status));
        Assert.Contains("De gateway is dicht", (await petra.GetAsync("/herstel")).Tekst, StringComparison.Ordinal);
        await RunningHouse.UntilAsync(async _ =>
            WebUtility.HtmlDecode((await petra.GetAsync("/herstel")).Tekst).Contains("Toegepast: wat is ingetrokken, beëindigd of verwijderd, is dat weer.", StringComparison.Ordinal));
        Assert.Equal("/herstel?stand=vrijgegeven", (await petra.PostAsync("/herstel", null)).Tekst);
        Assert.DoesNotContain("Geef vrij", (await petra.GetAsync("/herstel")).Tekst, StringComparison.Ordinal);
        Assert.Equal("/herstel?stand=niet-gelukt", (await petra.PostAsync("/herstel", null)).Tekst);
        var joost = await Portaalmedewerker.MeldAanAsync(house, "joost");
        Assert.Equal(HttpStatusCode.Forbidden, (await joost.GetAsync("/herstel")).Status);
        Assert.Equal((503, "GW-0014"), await VraagAsync(house.Anonymous, "/health/ready"));

        var noor = await Portaalmedewerker.MeldAanAsync(house, "noor");
        Assert.Equal("/herstel?stand=vrijgegeven", (await noor.PostAsync("/herstel", null)).Tekst);

        await RunningHouse.UntilAsync(async _ => (await VraagAsync(house.Anonymous, "/health/ready")).Status == 200);
        Assert.Contains("Petra Bakker en Noor Visser", (await noor.GetAsync("/herstel")).Tekst, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await petra.GetAsync("/koppelingen")).Status);
    }

    private static async Task<(int Status, string? Code)> VraagAsync(HttpClient client, string pad)
    {
        using var antwoord = await client.GetAsync(new Uri(pad, UriKind.Relative), Ct);
        var tekst = await antwoord.Content.ReadAsStringAsync(Ct);
        return ((int)antwoord.StatusCode, tekst.Contains("GW-0014", StringComparison.Ordinal) ? "GW-0014" : null);
    }

    /// <summary>Its terms are over, and nobody works for this person.</summary>
    private Task VoorbijAsync(string dossierId) => Cluster.ExecuteOnAsync(house.Database, $"""
        set session_replication_role = replica;
        update dossiers.dossier set plicht_einde = '2010-01-01' where dossier_id = '{dossierId}';
        update dossiers.opdracht set van = '2009-01-01', tot = '2010-01-01' where dossier_id = '{dossierId}';
        update dossiers.feit set tijdstip = '2009-01-01' where dossier_id = '{dossierId}';
        update inbox.bericht set ontvangen_op = '2009-01-01', verwerkt_op = '2009-01-01' where dossier_id = '{dossierId}';
        """, Ct);

    private Task<long> DossiersAsync(string id) => house.ScalarAsync<long>($"select count(*) from dossiers.dossier where dossier_id = '{id}'");

    private Task<bool> IngetrokkenAsync(string id) => house.ScalarAsync<bool>($"select ingetrokken_op is not null from dossiers.toestemming where toestemming_id = '{id}'");

    private Task<long> RegelsAsync() => house.ScalarAsync<long>("select sum(seq)::bigint from verwerkingslog.kop");

    private Task<long> LijnAsync(string naam, string dossier) => house.ScalarAsync<long>($"""
        select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where r.dossier_id = '{dossier}' and c.naam = '{naam}'
        """);
}

/// <summary>Sealed so often that what was done is witnessed at once.</summary>
public sealed class Herstelhuis : RunningHouse
{
    protected override IReadOnlyDictionary<string, string?> Extra { get; } = new Dictionary<string, string?> { ["Verwerkingslog__Zegeltijd"] = "00:00:00.100" };
}
