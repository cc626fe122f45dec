using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Features.Demo;

/// <summary>One event of config/demo/verhaal.json.</summary>
internal sealed record Gebeurt
{
    public required DateTimeOffset Tijdstip { get; init; }

    public required string Gemeente { get; init; }

    /// <summary>gegevens, notificatie, opdracht, toestemming, intrekking, verwacht, bericht or bestand.</summary>
    public required string Soort { get; init; }

    public string? Bsn { get; init; }

    public string? VNummer { get; init; }

    public Dictionary<string, JsonObject>? Gegevens { get; init; }

    public string? GebeurtenisId { get; init; }

    public string? RegistratieDatumTijd { get; init; }

    public Guid? BerichtId { get; init; }

    public string? Client { get; init; }

    public string? Taak { get; init; }

    public DateOnly? Van { get; init; }

    public DateOnly? Tot { get; init; }

    public string? Doel { get; init; }

    public string? Taal { get; init; }

    public string? Tekstversie { get; init; }

    public string? Bewijs { get; init; }

    /// <summary>Of a bericht: its type, without «nl.inburgering.».</summary>
    public string? Type { get; init; }

    /// <summary>Of a bericht: what it says.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>Of a bestand: the school's month.</summary>
    public List<Presentierij>? Rijen { get; init; }

    private static readonly JsonSerializerOptions Streng = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.Strict };

    /// <summary>Reads the story, in order.</summary>
    public static IReadOnlyList<Gebeurt> Lees(string path)
    {
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<List<Gebeurt>>(stream, Streng)!;
    }

    /// <summary>The message as a partner sends it.</summary>
    /// <param name="oin">Of the partner.</param>
    public byte[] Bericht(string oin, string id) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["specversion"] = "1.0",
        ["id"] = id,
        ["source"] = $"urn:nld:oin:{oin}:systeem:{Client}",
        ["type"] = $"nl.inburgering.{Type}",
        ["time"] = Tijdstip.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["data"] = Data!.DeepClone(),
    });

    /// <summary>The file as a school sends it.</summary>
    /// <param name="referenties">How the school calls whom it does not name by BSN.</param>
    public byte[] Bestand(IReadOnlyDictionary<string, string> referenties) => Encoding.UTF8.GetBytes(string.Concat(
        Rijen!.Select(r => string.Create(CultureInfo.InvariantCulture, $"{referenties.GetValueOrDefault(r.Bsn)};{(r.OpReferentie ? null : r.Bsn)};{r.Periode};{string.Join(';', r.Uren)};{(r.Correctie ? "ja" : "nee")}\n"))
            .Prepend("partnerreferentie;bsn;periode;geplandeuren;gevolgdeuren;geoorloofdverzuimuren;ongeoorloofdverzuimuren;correctie\n")));

    /// <summary>The notification as DUO sends it.</summary>
    public byte[] Notificatie()
    {
        var body = new JsonObject { ["registratieDatumTijd"] = RegistratieDatumTijd, ["gebeurtenisId"] = GebeurtenisId };
        if (Bsn is not null)
        {
            body["bsn"] = Bsn;
        }

        if (VNummer is not null)
        {
            body["vNummer"] = long.Parse(VNummer, CultureInfo.InvariantCulture);
        }

        return JsonSerializer.SerializeToUtf8Bytes(body);
    }
}

/// <summary>One row of a school's file.</summary>
/// <param name="OpReferentie">Named as the school calls the person, not by BSN.</param>
/// <param name="Periode">jjjj-mm.</param>
/// <param name="Uren">Planned, attended, absent with and without leave, as a school writes them.</param>
internal sealed record Presentierij(string Bsn, string Periode, IReadOnlyList<string> Uren, bool OpReferentie = false, bool Correctie = false);
