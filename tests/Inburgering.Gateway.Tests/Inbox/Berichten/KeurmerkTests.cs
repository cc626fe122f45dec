using System.Net;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Inbox.Afkeuringen;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Inbox.Berichten;

/// <summary>A school that DUO's list of instellingen knows without a keurmerk (domain b.4): what it delivers waits for a person, and goes on when the school has one.</summary>
public sealed class KeurmerkTests(Keurmerkhuis house) : IClassFixture<Keurmerkhuis>
{
    [Fact]
    public async Task Inschrijving_VanEenSchoolZonderKeurmerk_WachtOpEenMensEnGaatNaHetKeurmerkVerder()
    {
        var (leerling, ander) = (await house.LeerlingAsync(), await house.LeerlingAsync(Taalproef.Schakelcollege));
        var inschrijving = leerling.Event("inschrijving", 1, new { datum = "2024-10-01" });

        var adres = await house.LeverAsync(leerling, inschrijving);

        Assert.Equal(("afgekeurd", "geen-keurmerk"), await house.AfloopAsync(leerling.Client, adres));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(ander, ander.Uren(1, "2024-10", 4)));
        Assert.Equal(("afgekeurd", "geen-keurmerk"), await house.VerwerkAsync(leerling, leerling.Uren(2, "2024-10", 4)));
        Assert.Null((await house.RegieAsync(leerling))["UUR"]);
        var nummer = Guid.Parse(adres["/v1/berichten/".Length..]);
        var afkeuring = await Afkeurproef.VanAsync(house);
        Assert.Equal(HttpStatusCode.OK, (await afkeuring.LeesAsync(nummer)).Status);
        // the opdracht is the gemeente's own choice: whom to expect the school is told all the same, once there is a name
        Assert.True(await house.ScalarAsync<bool>($"select count(*) = 1 from outbox.melding where dossier_id = '{leerling.DossierId}' and soort = 'aanmelding'"));

        await house.KeurmerkAsync();
        var herhaald = await afkeuring.HerhaaldAsync(nummer);

        Assert.Equal(1, Afkeurproef.Getal(herhaald, "verwerkt"));
        Assert.Equal("verwerkt", (string?)JsonNode.Parse((await house.BerichtAsync(leerling.Client, adres)).GetRawText())!["status"]);
    }
}

/// <summary>A house in which Taalpunt stands in DUO's list under the number of a school without a keurmerk.</summary>
public sealed class Keurmerkhuis : RunningHouse
{
    private const string School = "partners/taalaanbieder.json", Zonder = "0000099999", Met = "0000054321";
    private readonly ConfigCopy config;

    public Keurmerkhuis()
    {
        config = new ConfigCopy(Path.Combine(Data, "config"));
        config.Edit(School, j => j["instanties"]![0]!["instellingsnummer"] = Zonder);
    }

    protected override IReadOnlyDictionary<string, string?> Extra => new Dictionary<string, string?>
    {
        ["Gateway__ConfigMap"] = Path.Combine(Data, "config"),
        ["Gateway__Beleidronde"] = "00:00:00.100",
    };

    /// <summary>From now on it stands there under a number that has one.</summary>
    public async Task KeurmerkAsync()
    {
        var vorige = await ScalarAsync<string>("select hash from toegang.beleid_actief order by volgnummer desc limit 1");
        config.Edit(School, j =>
        {
            j["instanties"]![0]!["instellingsnummer"] = Met;
            j["$comment"] = "keurmerk";
        });
        await UntilAsync($"select hash <> '{vorige}' from toegang.beleid_actief order by volgnummer desc limit 1");
        var regie = await AsAsync("zaaksysteem-1708");
        await UntilAsync(async ct =>
        {
            using var antwoord = await regie.GetAsync($"/v1/dossiers/{Guid.NewGuid()}?doel=regie-voeren", ct);
            return antwoord.StatusCode == HttpStatusCode.NotFound;
        });
    }
}
