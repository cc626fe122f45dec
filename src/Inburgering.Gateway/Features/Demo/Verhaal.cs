using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Features.Demo;

/// <summary>One event of config/demo/verhaal.json.</summary>
internal sealed record Gebeurt
{
    public required DateTimeOffset Tijdstip { get; init; }

    public required string Gemeente { get; init; }

    /// <summary>gegevens, notificatie, opdracht, toestemming or intrekking.</summary>
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

    private static readonly JsonSerializerOptions Streng = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.Strict };

    /// <summary>Reads the story, in order.</summary>
    public static IReadOnlyList<Gebeurt> Lees(string path)
    {
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<List<Gebeurt>>(stream, Streng)!;
    }

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
            body["vNummer"] = long.Parse(VNummer, System.Globalization.CultureInfo.InvariantCulture);
        }

        return JsonSerializer.SerializeToUtf8Bytes(body);
    }
}
