using System.Text.Json.Serialization;
using Inburgering.Gateway.Access.Roosters;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>Wanneer een synchronisatie vanzelf begint, in Nederlandse tijd.</summary>
public sealed record RoosterVorm
{
    /// <summary>werkdagen, dagelijks, wekelijks, maandelijks, interval, handmatig of cron.</summary>
    public required string Soort { get; init; }

    /// <summary>Tijd als 06:00; bij werkdagen, dagelijks, wekelijks en maandelijks.</summary>
    public string? Tijd { get; init; }

    /// <summary>maandag tot en met zondag; bij wekelijks.</summary>
    public IReadOnlyList<string>? Weekdagen { get; init; }

    /// <summary>1 tot en met 31, in een kortere maand de laatste dag; bij maandelijks.</summary>
    public int? DagVanMaand { get; init; }

    /// <summary>5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 480 of 720; bij interval.</summary>
    public int? ElkeMinuten { get; init; }

    /// <summary>Uitdrukking van zes velden met 0 als seconden; bij cron.</summary>
    public string? Cron { get; init; }

    /// <summary>Slaat feestdagen over.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NietOpFeestdagen { get; init; }

    /// <summary>Uren waarin niets begint.</summary>
    public IReadOnlyList<VensterVorm>? NietTussen { get; init; }

    internal Rooster NaarRooster() => new()
    {
        Soort = Soort,
        Tijd = Tijd,
        Weekdagen = Weekdagen,
        DagVanMaand = DagVanMaand,
        ElkeMinuten = ElkeMinuten,
        Cron = Cron,
        NietOpFeestdagen = NietOpFeestdagen,
        NietTussen = NietTussen is null ? null : [.. NietTussen.Select(v => new Venster { Van = v.Van, Tot = v.Tot, Dagen = v.Dagen })],
    };

    internal static RoosterVorm Of(Rooster rooster) => new()
    {
        Soort = rooster.Soort,
        Tijd = rooster.Tijd,
        Weekdagen = rooster.Weekdagen,
        DagVanMaand = rooster.DagVanMaand,
        ElkeMinuten = rooster.ElkeMinuten,
        Cron = rooster.Cron,
        NietOpFeestdagen = rooster.NietOpFeestdagen,
        NietTussen = rooster.NietTussen is null ? null : [.. rooster.NietTussen.Select(v => new VensterVorm { Van = v.Van, Tot = v.Tot, Dagen = v.Dagen })],
    };
}

/// <summary>Uren op de Nederlandse klok.</summary>
public sealed record VensterVorm
{
    /// <summary>Eerste minuut, als 22:00.</summary>
    public required string Van { get; init; }

    /// <summary>Eerste minuut erna, als 06:00; niet later dan van: op de volgende dag.</summary>
    public required string Tot { get; init; }

    /// <summary>Weekdagen waarop het begint; weggelaten: elke dag.</summary>
    public IReadOnlyList<string>? Dagen { get; init; }
}
