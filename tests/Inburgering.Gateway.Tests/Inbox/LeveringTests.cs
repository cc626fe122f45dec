using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Inbox.Afkeuringen;
using Inburgering.Gateway.Tests.Inbox.Berichten;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Wiring.Synchronisaties;

namespace Inburgering.Gateway.Tests.Inbox;

/// <summary>What partners deliver by themselves: a run per business day that adds up, told when it does not come, and begun by nobody here. With the planted cases of the demo (ux 11).</summary>
[Collection(AfstemHouse.Collection)]
public sealed class LeveringTests(AfstemHouse house)
{
    private const string Noorderveld = "zaaksysteem-1708", Zuiderpolder = "zaaksysteem-0171", Taalpunt = "taalpunt";
    private static readonly string[] Delen = ["nieuw", "gewijzigd", "gelijk", "verschillend", "afgekeurd", "tegengehouden"];
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Demo_LeveringVanTaalpuntMetDrieFouten_IsGeluktMetAfkeurEnEenRecordLuktAlsnog()
    {
        var koppeling = await Synchronisatieproef.LeveringAsync(house, Noorderveld, Taalpunt);
        var stand = await koppeling.StandAsync();
        var levering = Van(stand, "2024-11-13");

        Assert.Equal(("levering", "gelukt-met-afkeur", true), (Tekst(stand, "soort"), Tekst(stand, "status"), stand.GetProperty("actieNodig").GetBoolean()));
        Assert.Equal("61 ontvangen = 0 nieuw + 58 gewijzigd + 0 gelijk + 0 verschillend + 3 afgekeurd + 0 tegengehouden", Tekst(levering, "telling"));
        Assert.Equal(
            ("gelukt-met-afkeur", "levering", "Taalpunt Rijnstad", "Gelukt met afkeur: 3 van 61 is niet aangenomen. Bekijk wat is afgekeurd."),
            (Tekst(levering, "status"), Tekst(levering, "aanleiding"), Tekst(levering, "gestartDoorNaam"), Tekst(levering, "stand")));
        Assert.Equal(["gelukt", "gelukt"], new[] { "2024-10-13", "2024-09-13" }.Select(dag => Tekst(Van(stand, dag), "status")));

        var afkeur = await Afkeurproef.VanAsync(house);
        var records = (await afkeur.LijstAsync("?partner=taalaanbieder")).Body.GetProperty("afkeuringen").EnumerateArray().ToDictionary(a => Tekst(a, "redencode"), a => a.GetProperty("afkeuringId").GetGuid());
        Assert.Equal(["correctie-negatief", "geen-relatie", "maand-dubbel"], records.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((HttpStatusCode.OK, "2 van 3 kunnen opnieuw; 1 heeft een fout in het bericht zelf."), await VooruitAsync(afkeur, records.Values));
        var herhaald = await afkeur.HerhaaldAsync(records["geen-relatie"], records["maand-dubbel"]);
        Assert.Equal(["verwerkt", "afgekeurd"], Afkeurproef.Uitkomsten(herhaald).OrderDescending(StringComparer.Ordinal));
        Assert.Equal(1, await afkeur.StatusAsync(records["geen-relatie"]));

        // what was counted that day stays what it was
        Assert.Equal(3, Getal(Van(await koppeling.StandAsync(), "2024-11-13"), "afgekeurd"));
    }

    [Fact]
    public async Task Demo_LegeLeveringVanCoa_IsVerdachtLeeg()
    {
        var stand = await (await Synchronisatieproef.LeveringAsync(house, Noorderveld, "coa")).StandAsync();
        var leeg = Van(stand, "2024-11-11");

        Assert.Equal((0, "verdacht-leeg", 9), (Getal(leeg, "ontvangen"), Tekst(leeg, "status"), Getal(stand, "gewoonOntvangen")));
        Assert.Equal("Er kwam niets binnen, en meestal wel. Vraag na of dat klopt.", Tekst(leeg, "stand"));
        Assert.Equal([9, 8, 9, 10], new[] { "2024-10-14", "2024-10-21", "2024-10-28", "2024-11-04" }.Select(dag => Getal(Van(stand, dag), "ontvangen")));
        Assert.Equal("Elke maandag om 17:00 uur", Tekst(stand, "roosterZin"));
        var dagen = stand.GetProperty("dagen").EnumerateArray().ToArray();
        Assert.Equal(("2024-11-15", 10), (Tekst(dagen[^1], "dag"), Getal(dagen.Single(d => Tekst(d, "dag") == "2024-11-04"), "ontvangen")));
    }

    [Fact]
    public async Task Levering_DoorEenMensBegonnenOfGepauzeerd_WordtGeweigerdEnVerandertNiets()
    {
        var koppeling = await Synchronisatieproef.LeveringAsync(house, Zuiderpolder, Taalpunt);
        var voor = (await koppeling.StandAsync()).GetProperty("versie").GetInt32();
        Antwoord[] antwoorden =
        [
            await koppeling.StartAsync(), await koppeling.StartAsync(proefdraaien: true), await koppeling.PauzeerAsync(null), await koppeling.HervatAsync("inhalen"),
            await koppeling.RaamAsync("2024-11-01", "2024-11-02"), await koppeling.InhaalAsync("2024-11-01", "2024-11-02"), await koppeling.StopAsync($"{Guid.NewGuid()}"),
            await koppeling.VervolgAsync($"{Guid.NewGuid()}"), await koppeling.BeslisAsync($"{Guid.NewGuid()}", akkoord: true),
        ];
        var uitvoer = new StringWriter();
        var exit = await SyncCommand.RunAsync(["start", koppeling.Id, "--reden", Synchronisatieproef.Reden, "--als", Zuiderpolder], house.Options, uitvoer, uitvoer);

        Assert.All(antwoorden, a => Assert.Equal((HttpStatusCode.Conflict, "GW-0400"), (a.Status, a.Code)));
        Assert.StartsWith("De partner levert zelf", antwoorden[0].Tekst("detail"), StringComparison.Ordinal);
        Assert.Contains("De partner levert zelf", uitvoer.ToString(), StringComparison.Ordinal);
        Assert.Equal((2, voor), (exit, (await koppeling.StandAsync()).GetProperty("versie").GetInt32()));
    }

    [Fact]
    public async Task Levering_NaHaarMoment_TeltNogMeeEnOpnieuwAfgeslotenKloptZij()
    {
        var koppeling = await Synchronisatieproef.LeveringAsync(house, Zuiderpolder, Taalpunt);
        Assert.Equal(HttpStatusCode.OK, (await koppeling.RoosterAsync(new { soort = "dagelijks", tijd = "08:00" })).Status);
        await MomentAsync(koppeling);
        await house.UntilAsync($"select exists (select from synchronisatie.uitvoering where {Vandaag(koppeling)} and status = 1 and ontvangen = 0)");
        var leeg = Van(await koppeling.StandAsync(), "2024-11-15");

        await LeverAsync(Leerling, 40);
        await LeverAsync(Leerling, 40);
        await LeverAsync(Leerling, 44);
        await LeverAsync("999990044", 40);
        await house.UntilAsync("select count(*) = 4 from inbox.bericht where client_id = 'taalpunt-0171' and status <> 0");
        var open = Van(await koppeling.StandAsync(), "2024-11-15");
        await MomentAsync(koppeling);
        await house.UntilAsync($"select exists (select from synchronisatie.uitvoering where {Vandaag(koppeling)} and status = 2)");
        var dicht = (await koppeling.UitvoeringAsync(Tekst(leeg, "uitvoeringId"))).Body;

        Assert.Equal(("gelukt", "loopt", "gelukt-met-afkeur"), (Tekst(leeg, "status"), Tekst(open, "status"), Tekst(dicht, "status")));
        Assert.Equal(Tekst(leeg, "uitvoeringId"), Tekst(open, "uitvoeringId"));
        Assert.All([open, dicht], u => Assert.Equal([4, 0, 1, 1, 0, 2, 0], [Getal(u, "ontvangen"), .. Delen.Select(d => Getal(u, d))]));
        Assert.True(await house.ScalarAsync<bool>("""
            select exists (select from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
                           where r.gemeentecode = '0171' and c.naam = 'Levering afgesloten')
            """));
        await Cluster.ExecuteOnAsync(house.Database, $"delete from synchronisatie.uitvoering where {Vandaag(koppeling)}", Ct);
    }

    [Fact]
    public async Task Bestand_InZijnGeheelGeweigerd_MaaktDeLeveringMisluktTotErEenBeterIs()
    {
        var koppeling = await DagelijksAsync();
        await BestandAsync("dit is geen bestand", "status = 3");
        await SluitAsync(koppeling);
        var mislukt = await koppeling.StandAsync();

        Assert.Equal(("mislukt", true), (Tekst(mislukt, "status"), mislukt.GetProperty("actieNodig").GetBoolean()));
        Assert.Equal(
            ("mislukt", "bestand-geweigerd", "Mislukt: een bestand van de partner is in zijn geheel geweigerd. De partner ziet per rij waarom; vraag om een verbeterd bestand."),
            (Tekst(Van(mislukt, "2024-11-15"), "status"), Tekst(Van(mislukt, "2024-11-15"), "reden"), Tekst(Van(mislukt, "2024-11-15"), "stand")));

        await BestandAsync(Maand("2024-07"), "status = 2 and not exists (select from inbox.bericht where client_id = 'taalpunt-1708' and status = 0)");
        await SluitAsync(koppeling);
        var beter = Van(await koppeling.StandAsync(), "2024-11-15");

        Assert.Equal(("gelukt", 1), (Tekst(beter, "status"), Getal(beter, "ontvangen")));
        Assert.False(beter.TryGetProperty("reden", out var reden) && reden.ValueKind != JsonValueKind.Null);
        await OpruimenAsync(koppeling);
    }

    [Fact]
    public async Task Bestand_DatOnsTelkensBreekt_WachtOpEenMensEnHoudtDeLeveringOpen()
    {
        var koppeling = await DagelijksAsync();
        await Cluster.ExecuteOnAsync(house.Database, """
            create function inbox.breek() returns trigger language plpgsql as $$ begin new.inhoud := '\x00'; return new; end $$;
            create trigger breek before insert on inbox.leveringsbestand for each row execute function inbox.breek()
            """, Ct);
        var bestand = await BestandAsync(Maand("2024-06"), "pogingen > 0");
        await Cluster.ExecuteOnAsync(house.Database, "drop trigger breek on inbox.leveringsbestand; drop function inbox.breek()", Ct);
        for (var poging = 2; poging <= 6; poging++)
        {
            await Cluster.ExecuteOnAsync(house.Database, $"update inbox.leveringsbestand set bezet_tot = null where bestand_id = '{bestand}'", Ct);
            await house.UntilAsync($"select pogingen >= {poging} from inbox.leveringsbestand where bestand_id = '{bestand}'");
        }

        await MomentAsync(koppeling);
        var stand = await koppeling.StandAsync();
        Assert.Equal(("mislukt", true), (Tekst(stand, "status"), stand.GetProperty("actieNodig").GetBoolean()));
        Assert.Equal("Loopt vast. Een bestand van de partner komt bij ons niet verder. Er is niets kwijt en wij proberen het elk uur opnieuw; meld het bij de beheerder van de gateway.", Tekst(stand, "stand"));
        Assert.Equal(("loopt", "bestand-vast"), (Tekst(Van(stand, "2024-11-15"), "status"), Tekst(Van(stand, "2024-11-15"), "reden")));
        Assert.True(await house.ScalarAsync<bool>($"select volgende_poging > now() + interval '50 minutes' and inhoud is not null from inbox.leveringsbestand where bestand_id = '{bestand}'"));
        await OpruimenAsync(koppeling);
    }

    /// <summary>Somebody whom Taalpunt teaches in 0171 all along.</summary>
    private static string Leerling { get; } = LeerlingVan("taalpunt-0171");

    private static string LeerlingVan(string client) => JsonNode.Parse(File.ReadAllText(Path.Combine(Binaries.Root, "config", "demo", "verhaal.json")))!.AsArray()
        .First(e => (string?)e!["client"] == client && (string?)e["soort"] == "opdracht" && e["tot"] is null)!["bsn"]!.ToString();

    /// <summary>A file with one month of one of Taalpunt's in 1708.</summary>
    private static string Maand(string periode) =>
        $"bsn;periode;geplandeuren;gevolgdeuren;geoorloofdverzuimuren;ongeoorloofdverzuimuren\n{LeerlingVan("taalpunt-1708")};{periode};10;8;1;1\n";

    private static string Vandaag(Synchronisatieproef koppeling) => $"synchronisatie_id = '{koppeling.Id}' and dag = '2024-11-15'";

    private static JsonElement Van(JsonElement stand, string dag) =>
        Assert.Single(stand.GetProperty("laatste").EnumerateArray(), u => Tekst(u, "begonnenOp").StartsWith(dag, StringComparison.Ordinal));

    private static string Tekst(JsonElement element, string naam) => element.GetProperty(naam).GetString()!;

    private static int Getal(JsonElement element, string naam) => element.GetProperty(naam).GetInt32();

    private static async Task<(HttpStatusCode, string?)> VooruitAsync(Afkeurproef afkeur, IEnumerable<Guid> records)
    {
        var vooruit = await afkeur.HerhaalAsync(records, proef: true);
        return (vooruit.Status, vooruit.Tekst("telling"));
    }

    /// <summary>Eight o'clock has come, by the business clock.</summary>
    private Task MomentAsync(Synchronisatieproef koppeling) => Cluster.ExecuteOnAsync(
        house.Database, $"update synchronisatie.synchronisatie set volgende_op = '2024-11-15 08:00+01' where synchronisatie_id = '{koppeling.Id}'", Ct);

    /// <summary>What Taalpunt delivers to 1708, expected every day.</summary>
    private async Task<Synchronisatieproef> DagelijksAsync()
    {
        var koppeling = await Synchronisatieproef.LeveringAsync(house, Noorderveld, Taalpunt);
        Assert.Equal(HttpStatusCode.OK, (await koppeling.RoosterAsync(new { soort = "dagelijks", tijd = "08:00" })).Status);
        return koppeling;
    }

    /// <summary>Its moment has come; until the run of today is closed.</summary>
    private async Task SluitAsync(Synchronisatieproef koppeling)
    {
        await MomentAsync(koppeling);
        await house.UntilAsync($"select exists (select from synchronisatie.uitvoering where {Vandaag(koppeling)} and status <> 0)");
    }

    /// <returns>Its id, as soon as it stands so.</returns>
    private async Task<string> BestandAsync(string inhoud, string totdat)
    {
        using var client = await house.AsAsync("taalpunt-1708");
        using var body = new StringContent(inhoud, Encoding.UTF8, "text/csv");
        using var antwoord = await client.PostAsync("/v1/leveringsbestanden", body, Ct);
        Assert.Equal(HttpStatusCode.Accepted, antwoord.StatusCode);
        var id = antwoord.Headers.Location!.ToString().Split('/')[^1];
        await house.UntilAsync($"select exists (select from inbox.leveringsbestand where bestand_id = '{id}' and {totdat})");
        return id;
    }

    private Task OpruimenAsync(Synchronisatieproef koppeling) =>
        Cluster.ExecuteOnAsync(house.Database, $"delete from synchronisatie.uitvoering where {Vandaag(koppeling)}; delete from inbox.leveringsbestand where client_id = 'taalpunt-1708'", Ct);

    private async Task LeverAsync(string bsn, int uren)
    {
        var bericht = new
        {
            specversion = "1.0",
            id = $"{Guid.NewGuid()}",
            source = "urn:nld:oin:00000003999990010000:systeem:leerlingen",
            type = "nl.inburgering.presentie",
            time = "2024-11-15T08:30:00Z",
            data = new { bsn, periode = "2024-10", geplandeUren = uren, gevolgdeUren = uren, geoorloofdVerzuimUren = 0, ongeoorloofdVerzuimUren = 0 },
        };
        using var antwoord = await house.PostAsync("taalpunt-0171", JsonSerializer.Serialize(bericht));
        Assert.Equal(HttpStatusCode.Accepted, antwoord.StatusCode);
    }
}
