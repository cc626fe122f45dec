using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Features.Betalen.Betaalproef;

namespace Inburgering.Gateway.Tests.Features.Betalen.Kanaal;

/// <summary>A gemeente whose files go to the bank by themselves, over HTTP; every second a round.</summary>
public class Kanaalhuis : RunningHouse
{
    public const string Collection = "kanaal";
    public const int LeaseSeconden = 4;

    public Kanaalhuis()
    {
        var config = new ConfigCopy(Path.Combine(Data, "config"));
        config.Edit("partners/bank.json", bank => (bank["verbinding"]!["pogingTimeoutSeconden"], bank["verbinding"]!["totaalTimeoutSeconden"], bank["verbinding"]!["brekerSeconden"]) = (2, 3, 1));
        config.Edit("gemeenten/1708.json", gemeente => gemeente["betaalrekening"]!["kanaal"] = JsonSerializer.SerializeToNode(Kanaal));
    }

    /// <summary>What carries the files.</summary>
    protected virtual object Kanaal => new { soort = "http" };

    protected override IReadOnlyDictionary<string, string?> Extra => new Dictionary<string, string?>
    {
        ["Gateway__ConfigMap"] = Path.Combine(Data, "config"),
        ["Inbox__RoosterwachtSeconden"] = "1",
        ["Bank__LeaseSeconden"] = $"{LeaseSeconden}",
        ["Bank__VerwerkingstijdSeconden"] = "1",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Where hand-overs are written outside the database.</summary>
    public string Journaal => Path.Combine(Data, "ankers", "overdrachten.jsonl");

    /// <summary>Somebody whose leefgeld is in a file that two people sealed just now.</summary>
    internal async Task<Verzegeld> VerzegelAsync() => (await VerzegelMetAsync(null)).Weg;

    /// <summary>What stands ready for this day, approved by Tom and sealed.</summary>
    internal async Task<Verzegeld> VerzegelAsync(HttpClient client, string dossier, string dag)
    {
        var tom = await Portaalmedewerker.MeldAanAsync(this, "tom");
        await tom.PostAsync($"/dossiers/{dossier}/ontzorgen", "Vrij", ("Maand", "2024-12"));
        var pagina = await VerzegelDagAsync(client, tom, dag);
        var batch = await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/betaalbatches/{pagina.Split('/')[^1]}");
        var kenmerk = await ScalarAsync<string>($"select kenmerk from betalen.betaalopdracht where batch_id = '{batch.Tekst("batchId")}'");
        return new Verzegeld(this, pagina, batch.Tekst("batchId"), batch.Tekst("berichtId"), kenmerk!, dag, dossier);
    }

    /// <param name="reden">Why the bank will refuse it; null: it will pay.</param>
    internal async Task<(HttpClient Client, Verzegeld Weg)> VerzegelMetAsync(string? reden)
    {
        var (client, dossier, besluit) = await PersoonAsync(this);
        var dag = Dag();
        var plan = await PlanAsync(client, dossier, besluit, 129410, dag);
        if (reden is not null)
        {
            var leefgeld = plan.Body.GetProperty("betaalopdrachten").EnumerateArray().Single(b => b.GetProperty("soort").GetString() == "LEEF");
            await BankAsync("weigeringen", new { endToEndId = leefgeld.GetProperty("kenmerk").GetString(), reden });
        }

        await AanvaardAsync(this, client, dossier, plan);
        return (client, await VerzegelAsync(client, dossier, dag));
    }

    /// <summary>The bank ends the day, as far as it has not yet.</summary>
    public Task SluitDagAsync(string dag) => BankAsync("dagen", new { dag });

    public async Task BankAsync(string wat, object inhoud)
    {
        using var antwoord = await Sandbox.PostAsync($"/_sandbox/bank/{wat}", Json(inhoud), Ct);
        Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>A fault when a file is handed over.</summary>
    public Task StoorAsync(string kind, bool naVerwerking = false, int times = 1, int vertragingMs = 1500) =>
        BankAsync("storingen", new { path = "/betaalbestanden", method = "POST", kind, naVerwerking, times, vertragingMs });

    /// <summary>Holds rows until it is disposed of, so that the gateway stands still there.</summary>
    internal async Task<IAsyncDisposable> HoudAsync(string sql)
    {
        var bron = OpenDatabase();
        var verbinding = await bron.OpenConnectionAsync(Ct);
        var transactie = await verbinding.BeginTransactionAsync(Ct);
        await using var command = verbinding.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transactie);
        await command.ExecuteNonQueryAsync(Ct);
        return new Greep(bron, verbinding);
    }

    /// <summary>Somebody in this database waits for a row.</summary>
    public Task WachtOpRijAsync() => UntilAsync("select exists (select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')");

    /// <summary>What the journal holds is from before the last minute, so that no machine can be in the middle of it.</summary>
    public async Task VerouderJournaalAsync()
    {
        await using var bestand = await HoudJournaalAsync();
        using var lezer = new StreamReader(bestand, leaveOpen: true);
        var regels = (await lezer.ReadToEndAsync(Ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(r => JsonNode.Parse(r)!.AsObject()).ToArray();
        Array.ForEach(regels, r => r["op"] = DateTimeOffset.UtcNow.AddHours(-1));
        bestand.SetLength(0);
        await bestand.WriteAsync(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', regels.Select(r => r.ToJsonString())) + "\n"), Ct);
    }

    /// <summary>Holds the journal, so that nothing leaves.</summary>
    internal async Task<FileStream> HoudJournaalAsync()
    {
        FileStream? bestand = null;
        await UntilAsync(_ =>
        {
            bestand = Journaalgreep();
            return Task.FromResult(bestand is not null);
        });
        return bestand!;
    }

    /// <summary>Null: a machine has it.</summary>
    private FileStream? Journaalgreep()
    {
        try
        {
            return new FileStream(Journaal, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The bank puts out again, under other names, all that it put out last.</summary>
    public async Task HerhaalAsync()
    {
        using var lijst = JsonDocument.Parse(await Sandbox.GetStringAsync("/bank/v1/berichten", Ct));
        foreach (var naam in lijst.RootElement.EnumerateArray().Select(b => b.GetProperty("naam").GetString()).TakeLast(3).ToArray())
        {
            await BankAsync("herhalingen", new { naam });
        }
    }

    private sealed class Greep(Npgsql.NpgsqlDataSource bron, Npgsql.NpgsqlConnection verbinding) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await verbinding.DisposeAsync();
            await bron.DisposeAsync();
        }
    }
}

[CollectionDefinition(Kanaalhuis.Collection)]
public sealed class Kanaalgroep : ICollectionFixture<Kanaalhuis>;

/// <summary>A sealed file with one payment in it.</summary>
internal sealed record Verzegeld(Kanaalhuis Huis, string Pagina, string BatchId, string BerichtId, string Kenmerk, string Dag, string Dossier)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task<string?> StandAsync() => Huis.ScalarAsync<string>($"select stand from betalen.betaalbatch where batch_id = '{BatchId}'");

    public Task TotAsync(params string[] standen) => Huis.UntilAsync($"select stand = any(array['{string.Join("', '", standen)}']) from betalen.betaalbatch where batch_id = '{BatchId}'");

    /// <summary>Whether the bank has the file.</summary>
    public async Task<bool> IsBijBankAsync()
    {
        using var antwoord = await Huis.Sandbox.GetAsync(new Uri($"/bank/v1/betaalbestanden/{BerichtId}", UriKind.Relative), Ct);
        return antwoord.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>Whether the bank said that it does not have it.</summary>
    public Task<bool> IsOntkendAsync() => Huis.ScalarAsync<bool>($"select exists (select 1 from betalen.betaalgebeurtenis where batch_id = '{BatchId}' and gebeurtenis = 'bank-kent-niet')");

    /// <summary>The bank said that it does not have it, and two people say so too.</summary>
    public async Task TweeMensenAsync()
    {
        await Huis.UntilAsync($"select exists (select 1 from betalen.betaalgebeurtenis where batch_id = '{BatchId}' and gebeurtenis = 'bank-kent-niet')");
        await (await Portaalmedewerker.MeldAanAsync(Huis, "tom")).PostAsync(Pagina, "Afwezig");
        await (await Portaalmedewerker.MeldAanAsync(Huis, "marieke")).PostAsync(Pagina, "Afwezig");
    }

    /// <summary>The day ends: paid once at the bank, booked once with us, and nothing left to do.</summary>
    public async Task IsEenKeerBetaaldAsync()
    {
        await RunningHouse.UntilAsync(_ => IsBijBankAsync());
        await TotAsync("aangeboden", "bevestigd");
        await Huis.SluitDagAsync(Dag);
        await TotAsync("gesloten");
        await IsEenKeerGeboektAsync();
    }

    /// <summary>Once in the bank's book, once in ours.</summary>
    public async Task IsEenKeerGeboektAsync()
    {
        using var boek = JsonDocument.Parse(await Huis.Sandbox.GetStringAsync("/_sandbox/bank/boek", Ct));
        var regel = boek.RootElement.EnumerateArray().Single(r => r.GetProperty("endToEndId").GetString() == Kenmerk);
        Assert.Equal((1, BerichtId), (regel.GetProperty("geboekt").GetInt32(), regel.GetProperty("msgId").GetString()));
        Assert.Equal("1 -37400 uitgevoerd", await Huis.ScalarAsync<string>($"""
            select concat_ws(' ', count(*), sum(b.bedrag_centen), max(o.stand)) from betalen.boeking b join betalen.betaalopdracht o on o.gemeentecode = b.gemeentecode and o.opdracht_id = b.opdracht_id
            where o.kenmerk = '{Kenmerk}' and b.soort = 'geboekt'
            """));
    }
}
