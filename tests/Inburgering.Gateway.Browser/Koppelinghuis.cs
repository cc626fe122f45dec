using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Browser;

/// <summary>A house whose gemeente has few persons, whose partner is asked fast, and where no slot is looked after but by its bell.</summary>
public sealed class Koppelinghuis : PortalHouse, IAsyncLifetime
{
    /// <summary>Active persons of 1708.</summary>
    public const int Personen = 6;

    private readonly string config;

    public Koppelinghuis()
    {
        config = Path.Combine(Data, "config");
        var bron = Path.Combine(Binaries.Root, "config");
        foreach (var bestand in (string[])[Path.Combine(bron, "gegevens.json"), .. Directory.GetFiles(Path.Combine(bron, "partners")), .. Directory.GetFiles(Path.Combine(bron, "gemeenten"))])
        {
            var doel = Path.Combine(config, Path.GetRelativePath(bron, bestand));
            Directory.CreateDirectory(Path.GetDirectoryName(doel)!);
            File.Copy(bestand, doel);
        }

        foreach (var partner in Directory.GetFiles(Path.Combine(config, "partners")).Where(p => Path.GetFileName(p) != "duo.json"))
        {
            // what partners deliver by themselves has pages of its own to be tested
            var zonder = JsonNode.Parse(File.ReadAllText(partner))!.AsObject();
            zonder.Remove("synchronisaties");
            File.WriteAllText(partner, zonder.ToJsonString());
        }

        var duo = Path.Combine(config, "partners", "duo.json");
        var json = JsonNode.Parse(File.ReadAllText(duo))!;
        (json["afstemming"]!["vragenPerSeconde"], json["verbinding"]!["brekerSeconden"]) = (100, 1);
        File.WriteAllText(duo, json.ToJsonString());
    }

    /// <summary>Of the only koppeling of 1708.</summary>
    public Guid Koppeling { get; private set; }

    public string Pad => $"{Address}/koppelingen/{Koppeling}";

    protected override IReadOnlyDictionary<string, string?> Extra => new Dictionary<string, string?>
    {
        ["Gateway__ConfigMap"] = config,
        ["Inbox__RoosterwachtSeconden"] = "3600",
    };

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await BeginAsync();
        await UntilAsync("select exists (select from synchronisatie.synchronisatie where gemeentecode = '1708' and soort = 'afstemming')");
        Koppeling = await ScalarAsync<Guid>("select synchronisatie_id from synchronisatie.synchronisatie where gemeentecode = '1708' and soort = 'afstemming'");
        await ExecuteAsync($"""
            update dossiers.dossier set fase = 'voldaan' where gemeentecode = '1708' and dossier_id not in (
                select dossier_id from dossiers.dossier where gemeentecode = '1708' and gesloten_op is null and fase not in ('voldaan', 'beeindigd') order by dossier_id limit {Personen})
            """);
    }

    /// <summary>As superuser.</summary>
    public Task ExecuteAsync(string sql) => ScalarAsync<object>(sql);

    /// <summary>Runs that were, newest first, each a day before the one before it; whatever there was is gone.</summary>
    public async Task PlantAsync(params (int Status, int Ontvangen, int Afgekeurd)[] uitvoeringen)
    {
        await ExecuteAsync("delete from synchronisatie.wachtmoment; delete from synchronisatie.uitvoering where gemeentecode = '1708' and status <> 0");
        for (var i = 0; i < uitvoeringen.Length; i++)
        {
            var (status, ontvangen, afgekeurd) = uitvoeringen[i];
            var (op, gedaan) = ($"date_trunc('day', now() at time zone 'Europe/Amsterdam') at time zone 'Europe/Amsterdam' - interval '{i + 1} days' + interval '6 hours'", ontvangen - afgekeurd);
            await ExecuteAsync($"""
                insert into synchronisatie.uitvoering (gemeentecode, uitvoering_id, synchronisatie_id, moment, aanleiding, gestart_door, trace_id, begonnen_op, geeindigd_op, status, reden,
                                                       ontvangen, nieuw, gewijzigd, gelijk, verschillend, afgekeurd, tegengehouden)
                values ('1708', gen_random_uuid(), '{Koppeling}', {op}, 'rooster', 'taak-synchronisatie', '{new string('a', 32)}', {op}, {op} + interval '3 minutes', {status},
                        {(status == 5 ? "'loopt-nog'" : "null")}, {ontvangen}, 0, {gedaan / 4}, {gedaan - (gedaan / 4)}, 0, {afgekeurd}, 0)
                """);
        }
    }
}
