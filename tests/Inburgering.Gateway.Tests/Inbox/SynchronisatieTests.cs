using System.Net;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Wiring.Synchronisaties;

namespace Inburgering.Gateway.Tests.Inbox;

/// <summary>What runs by itself, as a gemeente sees and steers it over HTTP.</summary>
[Collection(AfstemHouse.Collection)]
public sealed class SynchronisatieTests(AfstemHouse house) : IAsyncLifetime
{
    private const string Gemeente = "0171";
    private const string Systeem = "zaaksysteem-0171";
    private const string Reden = Synchronisatieproef.Reden;
    private const int Personen = 10;
    private static readonly object Handmatig = new { soort = "handmatig" };
    private static readonly string[] Delen = ["nieuw", "gewijzigd", "gelijk", "verschillend", "afgekeurd", "tegengehouden"];
    private Synchronisatieproef proef = null!;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await house.HerstelAsync();
        await Cluster.ExecuteOnAsync(house.Database, $"""
            update dossiers.dossier set fase = 'voldaan' where gemeentecode = '{Gemeente}' and dossier_id not in (
                select dossier_id from dossiers.dossier where gemeentecode = '{Gemeente}' and gesloten_op is null and fase not in ('voldaan', 'beeindigd') order by dossier_id limit {Personen});
            update synchronisatie.synchronisatie set pauze_vanaf = null, pauze_tot = null where gemeentecode = '{Gemeente}'
            """, Ct);
        // whoever was being asked for when a run was stopped is still finished
        await house.UntilAsync("select not exists (select 1 from inbox.afstempersoon where uitkomst is null and bezet_tot > now())");
        proef = await Synchronisatieproef.VanAsync(house, Systeem);
        await proef.RoosterAsync(Handmatig);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Rooster_Standaard_GeeftZinEnVijfNederlandseMomentenBuitenHetOnderhoud()
    {
        Assert.Equal(HttpStatusCode.OK, (await proef.RoosterAsync(null)).Status);
        var stand = await proef.StandAsync();

        Assert.Equal(("DUO - afstemming", "Elke dag om 01:30 uur", false), (stand.GetProperty("naam").GetString(), stand.GetProperty("roosterZin").GetString(), stand.GetProperty("eigenRooster").GetBoolean()));
        var momenten = stand.GetProperty("volgende").EnumerateArray().Select(m => TimeZoneInfo.ConvertTime(m.GetDateTimeOffset(), Klok.Nederland)).ToArray();
        Assert.Equal(5, momenten.Length);
        Assert.All(momenten, m => Assert.Equal(new TimeSpan(1, 30, 0), m.TimeOfDay));
    }

    [Fact]
    public async Task Rooster_MetElkeFoutTegelijk_NoemtZeAllemaalEnWijzigtNiets()
    {
        var voor = await proef.StandAsync();
        var fout = await proef.RoosterAsync(new { soort = "wekelijks", tijd = "25:00", elkeMinuten = 5 });
        var nooit = await proef.RoosterAsync(new { soort = "cron", cron = "0 0 6 31 2 ?" });
        var dicht = await proef.RoosterAsync(new { soort = "dagelijks", tijd = "06:00", nietTussen = new[] { new { van = "00:00", tot = "00:00" } } });
        var zonderReden = await proef.RoosterAsync(Handmatig, reden: "kort");

        Assert.Equal((HttpStatusCode.BadRequest, "/rooster/elkeMinuten /rooster/tijd /rooster/weekdagen"), (fout.Status, string.Join(' ', fout.Plaatsen.Split(' ').Order(StringComparer.Ordinal))));
        var metBsn = await proef.RoosterAsync(Handmatig, reden: "Gevraagd voor 999990019 door de balie");

        Assert.Equal("/reden", metBsn.Plaatsen);
        Assert.All([nooit, dicht, zonderReden, metBsn], a => Assert.Equal(HttpStatusCode.BadRequest, a.Status));
        Assert.Equal(voor.GetProperty("versie").GetInt32(), (await proef.StandAsync()).GetProperty("versie").GetInt32());
    }

    [Fact]
    public async Task Rooster_GewijzigdDoorEenAnder_WordtGeweigerdEnElkeWijzigingBlijftBewaard()
    {
        var versie = (await proef.StandAsync()).GetProperty("versie").GetInt32();
        var eerste = await proef.RoosterAsync(new { soort = "werkdagen", tijd = "06:00", nietOpFeestdagen = true }, versie);
        var tweede = await proef.RoosterAsync(Handmatig, versie);

        Assert.Equal((HttpStatusCode.OK, "Elke werkdag om 06:00 uur, niet op feestdagen"), (eerste.Status, eerste.Tekst("roosterZin")));
        Assert.Equal((HttpStatusCode.Conflict, "GW-0234"), (tweede.Status, tweede.Code));
        Assert.Equal(Systeem + '/' + Reden, await house.ScalarAsync<string>(
            $"select door || '/' || reden from synchronisatie.wijziging where synchronisatie_id = '{proef.Id}' order by op desc limit 1"));
    }

    [Fact]
    public async Task Moment_VoorbijZonderMachine_WordtEenKeerIngehaaldEnDeRestGemeld()
    {
        await ElkeVijfMinutenAsync();
        await Cluster.ExecuteOnAsync(house.Database, $"""
            update synchronisatie.synchronisatie set volgende_op = date_bin('5 minutes', now(), 'epoch') - interval '10 minutes' where synchronisatie_id = '{proef.Id}'
            """, Ct);
        await house.UntilAsync($"select exists (select 1 from synchronisatie.uitvoering where synchronisatie_id = '{proef.Id}' and aanleiding = 'rooster' and status = 1)");

        var momenten = await house.ScalarAsync<string>($"""
            select string_agg(status || ':' || coalesce(reden, '-'), ' ' order by moment) from synchronisatie.uitvoering where synchronisatie_id = '{proef.Id}' and aanleiding = 'rooster'
            """);
        Assert.Equal("5:ingehaald 5:ingehaald 1:-", momenten);
        Assert.True((await proef.StandAsync()).GetProperty("volgende")[0].GetDateTimeOffset() > DateTimeOffset.UtcNow.AddSeconds(-5));
    }

    [Fact]
    public async Task Start_MetDeHand_EindigtMetEenTellingDieKloptEnStaatInDeLijst()
    {
        var gestart = await proef.StartAsync();
        var uitvoering = await proef.EindeAsync(gestart.Tekst("uitvoeringId"));

        Assert.Equal(HttpStatusCode.Accepted, gestart.Status);
        Assert.Equal($"/v1/synchronisaties/{proef.Id}/uitvoeringen/{gestart.Tekst("uitvoeringId")}", gestart.Location);
        Assert.Equal((Personen, Personen, "gelukt"), (uitvoering.GetProperty("ontvangen").GetInt32(), uitvoering.GetProperty("gedaan").GetInt32(), uitvoering.GetProperty("status").GetString()));
        Assert.Equal(Personen, Delen.Sum(d => uitvoering.GetProperty(d).GetInt32()));
        Assert.Equal(("gelukt", Reden), ((await proef.StandAsync()).GetProperty("status").GetString(), uitvoering.GetProperty("toelichting").GetString()));
    }

    [Fact]
    public async Task Start_DoorTweeTegelijk_IsErEen()
    {
        await house.StoringAsync(new { kind = "503", times = 1000 });
        var antwoorden = await Task.WhenAll(proef.StartAsync(), proef.StartAsync(), proef.StartAsync());

        var een = Assert.Single(antwoorden, a => a.Status == HttpStatusCode.Accepted);
        Assert.All(antwoorden.Where(a => a != een), a => Assert.Equal((HttpStatusCode.Conflict, "GW-0232"), (a.Status, a.Code)));
        Assert.Equal(HttpStatusCode.OK, (await proef.StopAsync(een.Tekst("uitvoeringId"))).Status);
    }

    [Fact]
    public async Task Proefdraaien_MetIetsNieuwsBijDuo_TeltHetEnNeemtNietsOver()
    {
        await Cluster.ExecuteOnAsync(house.Database, $"delete from dossiers.feit where gemeentecode = '{Gemeente}' and categorie = 'TER' and bron = 'duo'", Ct);
        var voor = await FeitenAsync();
        var geprobeerd = await proef.EindeAsync((await proef.StartAsync(proefdraaien: true)).Tekst("uitvoeringId"));
        var na = await FeitenAsync();
        var echt = await proef.EindeAsync((await proef.StartAsync()).Tekst("uitvoeringId"));

        Assert.Equal(voor, na);
        Assert.Equal(("proef", "hand"), (geprobeerd.GetProperty("aanleiding").GetString(), echt.GetProperty("aanleiding").GetString()));
        Assert.True(echt.GetProperty("gewijzigd").GetInt32() > 0);
        Assert.All(Delen, d => Assert.Equal(echt.GetProperty(d).GetInt32(), geprobeerd.GetProperty(d).GetInt32()));
        Assert.NotEqual(voor, await FeitenAsync());
    }

    [Fact]
    public async Task Stop_TerwijlDuoNietAntwoordt_IsGestoptEnNooitGelukt()
    {
        await house.StoringAsync(new { kind = "503", times = 1000 });
        var id = (await proef.StartAsync()).Tekst("uitvoeringId");
        await house.UntilAsync($"select wacht_tot is not null from inbox.afstemming where afstemming_id = '{id}'");
        var wacht = (await proef.UitvoeringAsync(id)).Body;

        var gestopt = await proef.StopAsync(id);
        var nogEens = await proef.StopAsync(id);

        Assert.Equal(("loopt", 2, "partner-niet-bereikbaar"), (wacht.GetProperty("status").GetString(), wacht.GetProperty("poging").GetInt32(), wacht.GetProperty("reden").GetString()));
        Assert.Equal(("gestopt", "gestopt"), (gestopt.Tekst("status"), nogEens.Tekst("status")));
        Assert.EndsWith($"+ {Personen} niet gedaan", gestopt.Tekst("telling"), StringComparison.Ordinal);
        Assert.Equal("gestopt", (await proef.StandAsync()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Vervolg_VanEenGestopteUitvoering_DoetAlleenWatOverWasEnEenKeer()
    {
        await house.StoringAsync(new { kind = "traag", times = 1000, vertragingMs = 20 });
        var eerste = (await proef.StartAsync()).Tekst("uitvoeringId");
        await house.UntilAsync($"select count(*) >= 2 from inbox.afstempersoon where afstemming_id = '{eerste}' and uitkomst is not null");
        var lopend = await proef.VervolgAsync(eerste);
        await proef.StopAsync(eerste);
        await house.UntilAsync($"select not exists (select 1 from inbox.afstempersoon where afstemming_id = '{eerste}' and uitkomst is null and bezet_tot > now())");
        var gestopt = (await proef.UitvoeringAsync(eerste)).Body;

        var vervolg = await proef.VervolgAsync(eerste);
        var nogEens = await proef.VervolgAsync(eerste);
        var rest = await proef.EindeAsync(vervolg.Tekst("uitvoeringId"));
        var derde = await proef.VervolgAsync(eerste);

        Assert.Equal((HttpStatusCode.Conflict, "GW-0263"), (lopend.Status, lopend.Code));
        Assert.Equal((HttpStatusCode.Accepted, "vervolg", eerste), (vervolg.Status, vervolg.Tekst("aanleiding"), vervolg.Tekst("vervolgVan")));
        Assert.Equal(("gelukt", Personen), (rest.GetProperty("status").GetString(), gestopt.GetProperty("gedaan").GetInt32() + rest.GetProperty("ontvangen").GetInt32()));
        Assert.All([nogEens, derde], a => Assert.Equal((HttpStatusCode.Conflict, "GW-0263"), (a.Status, a.Code)));
        Assert.Equal(Personen * AfstemHouse.Vragen, (await house.VerzoekenAsync()).Length);
    }

    [Theory]
    [InlineData("inhalen", 1)]
    [InlineData("overslaan", 0)]
    public async Task Pauze_TijdensEenMoment_BegintNietsEnHaaltInOfSlaatOver(string wijze, int uitvoeringen)
    {
        await ElkeVijfMinutenAsync();
        var gepauzeerd = (await proef.PauzeerAsync(null)).Body;
        Assert.Equal("gepauzeerd", gepauzeerd.GetProperty("status").GetString());
        Assert.True(gepauzeerd.GetProperty("volgende")[0].GetDateTimeOffset() >= gepauzeerd.GetProperty("pauzeTot").GetDateTimeOffset());
        await Cluster.ExecuteOnAsync(house.Database, $"update synchronisatie.synchronisatie set pauze_vanaf = now() - interval '11 minutes' where synchronisatie_id = '{proef.Id}'", Ct);
        var begonnen = await AantalAsync();
        Assert.Equal("gepauzeerd", (await proef.StandAsync()).GetProperty("status").GetString());

        var hervat = await proef.HervatAsync(wijze);
        var nogEens = await proef.HervatAsync(wijze);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (hervat.Status, nogEens.Status));
        Assert.False(hervat.Body.TryGetProperty("pauzeTot", out _));
        Assert.Equal(begonnen + uitvoeringen, await AantalAsync());
        await house.UntilAsync($"select not exists (select 1 from synchronisatie.uitvoering where synchronisatie_id = '{proef.Id}' and status = 0)");
    }

    [Fact]
    public async Task Pauze_TeLangOfVerkeerdHervat_NoemtElkeFout()
    {
        var teLang = await proef.PauzeerAsync(DateTimeOffset.UtcNow.AddDays(15));
        var verkeerd = await proef.HervatAsync("misschien");

        Assert.Equal((HttpStatusCode.BadRequest, "/tot"), (teLang.Status, teLang.Plaatsen));
        Assert.Equal((HttpStatusCode.BadRequest, "/wijze"), (verkeerd.Status, verkeerd.Plaatsen));
    }

    [Fact]
    public async Task Lezen_VanEenAndereGemeenteOfZonderRecht_GeeftNiets()
    {
        var ander = await Synchronisatieproef.VanAsync(house, "zaaksysteem-1708");
        var vreemd = await ander.LeesAsync(proef.Id);
        var onbekend = await ander.LeesAsync($"{Guid.NewGuid()}");
        var start = await ander.StartAsync(proef.Id);
        var partner = await Antwoord.SendAsync(await house.AsAsync("taalpunt-0171"), HttpMethod.Get, "/v1/synchronisaties");

        Assert.Equal((HttpStatusCode.NotFound, "GW-0230", onbekend.ZonderNummer), (vreemd.Status, vreemd.Code, vreemd.ZonderNummer));
        Assert.Equal((HttpStatusCode.NotFound, "GW-0230"), (start.Status, start.Code));
        Assert.Equal(HttpStatusCode.Forbidden, partner.Status);
    }

    [Fact]
    public async Task Start_TerwijlErAndersWordtAfgestemd_IsEenConflictEnBegintNiets()
    {
        await house.StoringAsync(new { kind = "503", times = 1000 });
        var afstemmer = await Afstemmer.VanAsync(house, Systeem);
        var een = await house.ScalarAsync<Guid>($"select dossier_id from dossiers.dossier where gemeentecode = '{Gemeente}' and gesloten_op is null order by dossier_id limit 1");
        var ronde = (await afstemmer.StartAsync($"{een}")).Tekst("afstemmingId");
        var begonnen = await AantalAsync();

        var geweigerd = await proef.StartAsync();

        Assert.Equal((HttpStatusCode.Conflict, "GW-0215"), (geweigerd.Status, geweigerd.Code));
        Assert.Equal(begonnen, await AantalAsync());
        Assert.Equal(HttpStatusCode.OK, (await afstemmer.StopAsync(ronde)).Status);
    }

    [Fact]
    public async Task Afstemming_OverIedereenMetDeHand_IsEenUitvoeringInDezelfdeGeschiedenis()
    {
        var afstemmer = await Afstemmer.VanAsync(house, Systeem);
        var ronde = (await afstemmer.StartAsync()).Tekst("afstemmingId");
        var nogEen = await afstemmer.StartAsync();
        var uitvoering = await proef.EindeAsync(ronde);

        Assert.Equal((HttpStatusCode.Conflict, "GW-0215"), (nogEen.Status, nogEen.Code));
        Assert.Equal(("hand", "gelukt", Personen), (uitvoering.GetProperty("aanleiding").GetString(), uitvoering.GetProperty("status").GetString(), uitvoering.GetProperty("gedaan").GetInt32()));
    }

    [Fact]
    public async Task Uitvoeringen_MeerDanEenPagina_KomenElkEenKeerEnAlleenVoorWieDeCursorKreeg()
    {
        await Cluster.ExecuteOnAsync(house.Database, $"""
            insert into synchronisatie.uitvoering (gemeentecode, uitvoering_id, synchronisatie_id, aanleiding, gestart_door, trace_id, begonnen_op, geeindigd_op, status,
                                                   ontvangen, nieuw, gewijzigd, gelijk, verschillend, afgekeurd, tegengehouden)
            select '{Gemeente}', gen_random_uuid(), '{proef.Id}', 'proef', 'test', '{new string('a', 32)}', '2024-01-01', '2024-01-01', 1, 0, 0, 0, 0, 0, 0, 0 from generate_series(1, 60)
            """, Ct);
        var gezien = new List<string>();
        var alle = 0L;
        string? cursor = null;
        do
        {
            var pagina = await proef.UitvoeringenAsync(cursor);
            Assert.InRange(pagina.Body.GetProperty("uitvoeringen").GetArrayLength(), 1, 50);
            alle = pagina.Body.GetProperty("alle").GetInt64();
            gezien.AddRange(pagina.Body.GetProperty("uitvoeringen").EnumerateArray().Select(u => u.GetProperty("uitvoeringId").GetString()!));
            cursor = pagina.Body.TryGetProperty("volgende", out var volgende) ? volgende.GetString() : null;
        }
        while (cursor is not null);

        Assert.Equal(gezien.Count, gezien.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((await house.ScalarAsync<long>($"select count(*) from synchronisatie.uitvoering where synchronisatie_id = '{proef.Id}'"), alle), (gezien.Count, gezien.Count));
        var vreemd = await proef.UitvoeringenAsync("onzin");
        Assert.Equal((HttpStatusCode.BadRequest, "cursor"), (vreemd.Status, vreemd.Plaatsen));
        await Cluster.ExecuteOnAsync(house.Database, "delete from synchronisatie.uitvoering where gestart_door = 'test'", Ct);
    }

    [Fact]
    public async Task Uitvoering_DieTweeKeerOpDuoWachtte_IsGeluktNaDriePogingenEnNooitMislukt()
    {
        await house.StoringAsync(new { kind = "503", times = 100000 });
        var id = (await proef.StartAsync()).Tekst("uitvoeringId");
        await house.UntilAsync($"select count(*) = 1 from synchronisatie.wachtmoment where uitvoering_id = '{id}'");
        var wacht = (await proef.UitvoeringAsync(id)).Body;
        await WachtVoorbijAsync(id);
        await house.UntilAsync($"select count(*) = 2 from synchronisatie.wachtmoment where uitvoering_id = '{id}'");
        await house.HerstelAsync();
        await WachtVoorbijAsync(id);
        var klaar = await proef.EindeAsync(id);

        Assert.Equal(("loopt", 2), (wacht.GetProperty("status").GetString(), wacht.GetProperty("poging").GetInt32()));
        Assert.StartsWith("Loopt (poging 2). De partner was niet bereikbaar.", wacht.GetProperty("stand").GetString(), StringComparison.Ordinal);
        Assert.Equal(("gelukt", 3, "Gelukt na 3 pogingen."), (klaar.GetProperty("status").GetString(), klaar.GetProperty("poging").GetInt32(), klaar.GetProperty("stand").GetString()));
        var verloop = klaar.GetProperty("verloop").EnumerateArray().Select(v => v.GetProperty("wat").GetString()!).ToArray();
        Assert.Equal("Begonnen door het systeem zaaksysteem-0171.", verloop[0]);
        Assert.Equal("Gelukt na 3 pogingen.", verloop[^1]);
        Assert.Equal(2, verloop.Count(v => v.StartsWith("De partner was niet bereikbaar. Gewacht tot ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Lezen_MetFilters_GeeftWatPastEnTeltAlles()
    {
        var duo = (await proef.LijstAsync("?partner=duo")).Body;
        var ander = (await proef.LijstAsync("?partner=coa&actieNodig=true")).Body;

        Assert.Equal((1, 4), (duo.GetProperty("synchronisaties").GetArrayLength(), duo.GetProperty("alle").GetInt32()));
        Assert.Equal((0, 4), (ander.GetProperty("synchronisaties").GetArrayLength(), ander.GetProperty("alle").GetInt32()));
        var verbindingen = duo.GetProperty("verbindingen").EnumerateArray().ToArray();
        Assert.Equal(["duo", "taalpunt", "werkcorporatie"], verbindingen.Select(v => v.GetProperty("partner").GetString()));
        var verbinding = verbindingen[0];
        Assert.Equal(("duo", "DUO"), (verbinding.GetProperty("partner").GetString(), verbinding.GetProperty("naam").GetString()));
        Assert.True(verbinding.GetProperty("status").GetString() is "geen-storing" or "antwoordt-niet");
        Assert.Equal(("DUO", false), (duo.GetProperty("synchronisaties")[0].GetProperty("partnerNaam").GetString(), verbinding.GetProperty("actieNodig").GetBoolean()));
    }

    [Fact]
    public async Task Roostervoorbeeld_GoedOfFout_ToontHetEnWijzigtNiets()
    {
        var voor = await proef.StandAsync();
        var goed = await proef.VoorbeeldAsync(new { soort = "maandelijks", tijd = "06:00", dagVanMaand = 31 });
        var fout = await proef.VoorbeeldAsync(new { soort = "cron", cron = "0 0 6 31 2 ?" });
        var standaard = await proef.VoorbeeldAsync(null);

        Assert.Equal((HttpStatusCode.OK, "Op de laatste dag van elke maand om 06:00 uur", 5), (goed.Status, goed.Tekst("roosterZin"), goed.Body.GetProperty("volgende").GetArrayLength()));
        Assert.All(goed.Body.GetProperty("volgende").EnumerateArray(), m => Assert.Equal(6, TimeZoneInfo.ConvertTime(m.GetDateTimeOffset(), Klok.Nederland).Hour));
        Assert.Equal((HttpStatusCode.BadRequest, "/rooster/cron"), (fout.Status, fout.Plaatsen));
        Assert.Equal("Elke dag om 01:30 uur", standaard.Tekst("roosterZin"));
        Assert.Equal(voor.GetProperty("versie").GetInt32(), (await proef.StandAsync()).GetProperty("versie").GetInt32());
    }

    [Fact]
    public async Task Stand_VanEenSynchronisatie_NoemtWieWijzigdeEnDertigDagen()
    {
        await proef.RoosterAsync(new { soort = "dagelijks", tijd = "06:00" });
        await proef.RoosterAsync(null);
        var stand = await proef.StandAsync();

        var wijzigingen = stand.GetProperty("wijzigingen").EnumerateArray().ToArray();
        Assert.Equal(("rooster", true, "het systeem zaaksysteem-0171", Reden), (
            wijzigingen[0].GetProperty("soort").GetString(), wijzigingen[0].GetProperty("standaard").GetBoolean(), wijzigingen[0].GetProperty("doorNaam").GetString(), wijzigingen[0].GetProperty("reden").GetString()));
        Assert.False(wijzigingen[1].GetProperty("standaard").GetBoolean());
        Assert.InRange(wijzigingen.Length, 2, 5);
        var dagen = stand.GetProperty("dagen").EnumerateArray().ToArray();
        Assert.Equal((30, $"{Klok.Dag(DateTimeOffset.UtcNow):yyyy-MM-dd}"), (dagen.Length, dagen[^1].GetProperty("dag").GetString()));
    }

    [Fact]
    public async Task Opdrachtregel_LijstStartPauzeerEnHervat_DoetWatDeApiDoet()
    {
        var gestart = await SyncAsync("start", proef.Id, "--reden", Reden, "--als", Systeem);
        Assert.True(gestart.Exit == 0, gestart.Output);
        await proef.EindeAsync(gestart.Output.Split("Begonnen:")[1].Trim());

        var gepauzeerd = await SyncAsync("pauzeer", proef.Id, "--reden", Reden, "--als", Systeem);
        var hervat = await SyncAsync("hervat", proef.Id, "--reden", Reden, "--wijze", "overslaan", "--als", Systeem, "--json");
        var lijst = await house.CommandAsync("sync", "lijst", "--als", Systeem);
        var fout = await SyncAsync("pauzeer", proef.Id, "--reden", "kort", "--als", Systeem);
        var verkeerd = await SyncAsync("start", "--als", Systeem);
        var geraamd = await SyncAsync("inhaal", proef.Id, "--van", "2010-01-01", "--tot", "2010-01-31", "--proef", "--als", Systeem);
        var teLang = await SyncAsync("inhaal", proef.Id, "--van", "2004-01-01", "--tot", "2024-01-01", "--reden", Reden, "--als", Systeem);
        var mag = await SyncAsync("lijst", "--als", "taalpunt-0171");

        Assert.Contains("Gepauzeerd tot ", gepauzeerd.Output, StringComparison.Ordinal);
        Assert.Contains($"\"synchronisatieId\": \"{proef.Id}\"", hervat.Output, StringComparison.Ordinal);
        Assert.Contains($"{proef.Id}  DUO - afstemming  gelukt", lijst.Output, StringComparison.Ordinal);
        Assert.Contains("/reden Schrijf in 10 tot 500 tekens", fout.Output, StringComparison.Ordinal);
        Assert.Equal((0, "0 personen"), (geraamd.Exit, geraamd.Output.Trim()));
        Assert.Contains("/van Kies hoogstens 92 dagen.", teLang.Output, StringComparison.Ordinal);
        Assert.Equal([0, 0, 0, 2, 2, 2, 3], [gepauzeerd.Exit, hervat.Exit, lijst.Exit, fout.Exit, teLang.Exit, verkeerd.Exit, mag.Exit]);
    }

    /// <summary>What the run waits for is over.</summary>
    private Task WachtVoorbijAsync(string id) => Cluster.ExecuteOnAsync(house.Database, $"""
        update synchronisatie.wachtmoment set tot = now() where uitvoering_id = '{id}' and tot > now();
        update inbox.afstemming set wacht_tot = now() where afstemming_id = '{id}' and wacht_tot is not null
        """, Ct);

    private async Task<(int Exit, string Output)> SyncAsync(params string[] woorden)
    {
        var uitvoer = new StringWriter();
        return (await SyncCommand.RunAsync(woorden, house.Options, uitvoer, uitvoer), uitvoer.ToString());
    }

    /// <summary>Every five minutes, set well before the next of them: a real moment that comes true within the test would be one more.</summary>
    private async Task ElkeVijfMinutenAsync()
    {
        await house.UntilAsync("select extract(epoch from now())::bigint % 300 < 270");
        await proef.RoosterAsync(new { soort = "interval", elkeMinuten = 5 });
    }

    private Task<long> AantalAsync() => house.ScalarAsync<long>($"select count(*) from synchronisatie.uitvoering where synchronisatie_id = '{proef.Id}' and status <> 5");

    private async Task<string> FeitenAsync() => (await house.ScalarAsync<string>($"""
        select string_agg(concat_ws('/', dossier_id, categorie, veldgroep, bron, versie), ' ' order by dossier_id, categorie, veldgroep, bron) from dossiers.feit where gemeentecode = '{Gemeente}' and actueel
        """))!;
}
