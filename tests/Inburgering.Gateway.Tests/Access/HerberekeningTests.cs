using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Access;

/// <summary>ADL: a logged decision, made again from its own references under its own version of the policy, ends the same.</summary>
public sealed class HerberekeningTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Hasan = "999990019";
    private const string Pablo = "999990032";
    private const string Leerroute = "uitvoeren-leerroute";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Herberekening_VanElkGelogdBesluit_EindigtHetzelfde()
    {
        await AskEverythingAsync();
        var beleid = await PolicyAsync();

        var opnieuw = (await LinesAsync()).Select(r => (Regel: r, Uitkomst: Herberekening.Of(r, beleid))).Where(p => p.Uitkomst is not null).ToArray();

        var anders = opnieuw.Where(p => !p.Uitkomst!.Gelijk(p.Regel)).Select(p => $"{p.Regel.Naam} {p.Regel.Doel} {p.Regel.Rol}: {p.Regel.Reden} werd {p.Uitkomst!.Reden}");
        Assert.Empty(anders);
        Assert.Superset(
            new HashSet<string?> { null, "doel-ontbreekt", "doel-ongeldig", "doel-niet-toegestaan", "geen-dossier", "geen-opdracht", "geen-toestemming", "doelgroep", "bezwaar", "scope-ontbreekt", "nummer-niet-toegestaan", "client-ingetrokken", "buiten-caseload" },
            opnieuw.Select(p => p.Regel.Reden).ToHashSet());
    }

    [Fact]
    public async Task Herberekening_NaEenVersmalling_BlijftOnderDeEigenVersieEnVerandertOnderDeNieuwe()
    {
        await AskEverythingAsync();
        var toen = await PolicyAsync();
        using var config = new ConfigCopy();
        config.Edit("partners/taalaanbieder.json", json =>
        {
            json["grants"]![0]!["velden"]!.AsObject().Remove("PIP");
            json["grants"]![0]!.AsObject().Remove("aanmelding");
        });
        var nu = config.Load();

        var gelezen = (await LinesAsync()).First(r => r is { ClientId: "schakelcollege-1708", Doel: Leerroute, Resultaat: Resultaat.Toegestaan } && r.Geleverd.Contains("PIP.leerroute"));

        Assert.NotEqual(toen.Hash, nu.Hash);
        Assert.Equal(toen.Hash, gelezen.Beleid);
        Assert.True(Herberekening.Of(gelezen, toen)!.Gelijk(gelezen));
        Assert.False(Herberekening.Of(gelezen, nu)!.Gelijk(gelezen));
    }

    [Fact]
    public void Herberekening_VanEenTeRuimeLevering_ValtOp()
    {
        using var config = new ConfigCopy();
        var beleid = config.Load();
        var regel = new Logregel
        {
            Gemeentecode = "1708",
            Tijdstip = DateTimeOffset.UnixEpoch,
            TraceId = new string('a', 32),
            SpanId = new string('b', 16),
            Naam = "Dossier geraadpleegd",
            Actie = Actie.Raadplegen,
            Resultaat = Resultaat.Toegestaan,
            Actor = "schakelcollege-1708",
            ClientId = "schakelcollege-1708",
            Rol = "taalaanbieder",
            Organisatie = "x",
            Oorsprong = "loopback",
            Verwerkingsactiviteit = "VA-07-leerroute/1",
            Doel = Leerroute,
            Beleid = beleid.Hash,
            Gevraagd = ["PIP"],
            Geleverd = ["PIP.leerroute", "GZH.belastbaarheid"],
            Informatie = "opdracht:1@1 doelgroep:voldaan",
            Betrokkene = new Betrokkene(null, "dossier", Guid.NewGuid()),
        };

        Assert.False(Herberekening.Of(regel, beleid)!.Gelijk(regel));
        Assert.True(Herberekening.Of(regel with { Geleverd = ["PIP.leerroute"] }, beleid)!.Gelijk(regel with { Geleverd = ["PIP.leerroute"] }));
    }

    /// <summary>Every client and doel about two people, with every kind of refusal.</summary>
    private async Task AskEverythingAsync()
    {
        var school = await house.AsAsync("schakelcollege-1708");
        var id = await RunningHouse.FindAsync(school, Hasan, Leerroute);
        var vwn = await house.AsAsync("vwn-1708");
        foreach (var bsn in new[] { Hasan, Pablo })
        {
            foreach (var (clientId, doel) in new[] { ("schakelcollege-1708", Leerroute), ("taalpunt-1708", Leerroute), ("vwn-1708", "uitvoeren-pvt"), ("zaaksysteem-1708", "regie-voeren"), ("inkomen-1708", "uitkering-vaststellen") })
            {
                using var gezocht = await (await house.AsAsync(clientId)).PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { bsn, doel }), Ct);
            }
        }

        foreach (var query in new[] { string.Empty, "?doel=Fout", "?doel=regie-voeren", $"?doel={Leerroute}", "?doel=bestaat-niet" })
        {
            using var gelezen = await school.GetAsync($"/v1/dossiers/{id}{query}", Ct);
        }

        var regie = await house.AsAsync("zaaksysteem-1708");
        var dossierId = await RunningHouse.FindAsync(regie, Hasan, "regie-voeren");
        using var zonderScope = await regie.GetAsync($"/v1/dossiers/{dossierId}?doel=gezondheid-wegen", Ct);
        await AskAsVwnAsync(vwn, dossierId);
        using var onbekend = await school.GetAsync($"/v1/dossiers/{Guid.NewGuid()}?doel={Leerroute}", Ct);
        await house.ScalarAsync<object>($"insert into dossiers.bezwaar (gemeentecode, bezwaar_id, dossier_id, doel, van, zaaknummer, door) select '1708', gen_random_uuid(), '{dossierId}', '{Leerroute}', '2024-11-01', 'Z-1', 'test'");
        using var bezwaar = await school.GetAsync($"/v1/dossiers/{id}?doel={Leerroute}", Ct);
        await house.ScalarAsync<object>("delete from dossiers.bezwaar");
    }

    /// <summary>Without consent, outside the doelgroep, and with a token that was withdrawn.</summary>
    private async Task AskAsVwnAsync(HttpClient vwn, string dossierId)
    {
        var eigen = await house.ScalarAsync<Guid>($"select extern_id from dossiers.relatie where client_id = 'vwn-1708' and dossier_id = '{dossierId}'");
        await AskAsUsersAsync(vwn, dossierId, eigen);
        using var geenToestemming = await vwn.GetAsync($"/v1/dossiers/{eigen}?doel=hulp-bij-schulden", Ct);
        await house.ScalarAsync<object>($"update dossiers.dossier set doelgroep = 'Gezinsmigrant en overige migrant' where dossier_id = '{dossierId}'");
        using var doelgroep = await vwn.GetAsync($"/v1/dossiers/{eigen}?doel=maatschappelijke-begeleiding", Ct);
        await house.ScalarAsync<object>($"update dossiers.dossier set doelgroep = 'Asielstatushouder' where dossier_id = '{dossierId}'; update identiteit.client set actief = false where client_id = 'inkomen-1708'");
        using var ingetrokken = await (await house.AsAsync("inkomen-1708")).GetAsync($"/v1/dossiers/{dossierId}/inzagen?doel=regie-voeren", Ct);
        using var ingetrokkenLezen = await (await house.AsAsync("inkomen-1708")).GetAsync($"/v1/dossiers/{dossierId}/besluiten/00f067aa0ba902b7", Ct);
        await house.ScalarAsync<object>("update identiteit.client set actief = true");
    }

    /// <summary>A user who works on the person, and one who does not.</summary>
    private async Task AskAsUsersAsync(HttpClient vwn, string dossierId, Guid eigen)
    {
        var referentie = await house.ScalarAsync<string>($"select partner_referentie from dossiers.relatie where client_id = 'vwn-1708' and dossier_id = '{dossierId}'");
        using var gezet = await vwn.PutAsync("/v1/partner/gebruikers/v-1/caseload", RunningHouse.Json(new { partnerReferenties = new[] { referentie } }), Ct);
        Assert.True(gezet.IsSuccessStatusCode);
        foreach (var gebruiker in new[] { "v-1", "v-2" })
        {
            var client = await house.AsAsync("vwn-1708", gebruiker);
            using var gezocht = await client.PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { partnerReferentie = referentie, doel = "uitvoeren-pvt" }), Ct);
            using var gelezen = await client.GetAsync($"/v1/dossiers/{eigen}?doel=uitvoeren-pvt", Ct);
        }
    }

    private async Task<Beleid> PolicyAsync() =>
        PolicyLoader.FromText((await house.ScalarAsync<string>("select inhoud from toegang.beleid"))!, ConfigCopy.Adapters);

    private async Task<List<Logregel>> LinesAsync()
    {
        await using var bron = house.OpenDatabase();
        var lezer = new LogLezer(bron);
        var regels = new List<Logregel>();
        LogPlaats? na = null;
        do
        {
            var pagina = await lezer.ReadAsync("1708", new LogFilter { Automatisch = false, Van = new DateTimeOffset(2024, 11, 15, 0, 0, 0, TimeSpan.Zero) }, na, Ct);
            regels.AddRange(pagina.Regels.Select(r => r.Regel));
            na = pagina.Volgende;
        }
        while (na is not null);
        return regels;
    }
}
