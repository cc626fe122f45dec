using System.Globalization;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Synchronisaties;

namespace Inburgering.Gateway.Portal.Synchronisaties;

/// <summary>A schedule as the fields of a form, which keep what was typed. What does not belong to the chosen kind is left out, so nobody has to empty it.</summary>
internal sealed class Roosterformulier
{
    /// <summary>Rows for windows that are always there to fill in.</summary>
    private const int LegeVensters = 2;

    public static readonly IReadOnlyList<string> AlleWeekdagen = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

    public static readonly IReadOnlyList<Keuze> Soorten =
    [
        new("werkdagen", "Elke werkdag"), new("dagelijks", "Elke dag"), new("wekelijks", "Elke week"), new("maandelijks", "Elke maand"), new("interval", "Om de … minuten"),
        new("handmatig", "Alleen met de hand"), new("cron", "Voor experts: met een uitdrukking (cron)"),
    ];

    public static readonly IReadOnlyList<Keuze> Intervallen =
    [
        new("5", "5 minuten"), new("10", "10 minuten"), new("15", "15 minuten"), new("20", "20 minuten"), new("30", "30 minuten"), new("60", "60 minuten (elk uur)"),
        new("120", "120 minuten (2 uur)"), new("180", "180 minuten (3 uur)"), new("240", "240 minuten (4 uur)"), new("360", "360 minuten (6 uur)"), new("480", "480 minuten (8 uur)"), new("720", "720 minuten (12 uur)"),
    ];

    private static readonly string[] MetTijd = ["werkdagen", "dagelijks", "wekelijks", "maandelijks"];

    public string? Soort { get; set; }

    public string? Tijd { get; set; }

    public List<string> Weekdagen { get; set; } = [];

    public string? DagVanMaand { get; set; }

    public string? ElkeMinuten { get; set; }

    public string? Cron { get; set; }

    public bool NietOpFeestdagen { get; set; }

    public List<Vensterveld> Vensters { get; set; } = [];

    /// <summary>The fields of a schedule that is there.</summary>
    public static Roosterformulier Of(RoosterVorm rooster) => new()
    {
        Soort = rooster.Soort,
        Tijd = rooster.Tijd,
        Weekdagen = [.. rooster.Weekdagen ?? []],
        DagVanMaand = rooster.DagVanMaand?.ToString(CultureInfo.InvariantCulture),
        ElkeMinuten = rooster.ElkeMinuten?.ToString(CultureInfo.InvariantCulture),
        Cron = rooster.Cron,
        NietOpFeestdagen = rooster.NietOpFeestdagen,
        Vensters = [.. (rooster.NietTussen ?? []).Select(v => new Vensterveld { Van = v.Van, Tot = v.Tot, Dagen = string.Join(',', v.Dagen ?? []) })],
    };

    /// <summary>The schedule that these fields mean; faults are the feature's to find.</summary>
    public RoosterVorm NaarVorm() => new()
    {
        Soort = Soort ?? string.Empty,
        Tijd = MetTijd.Contains(Soort) ? Kloktijd.Netjes(Tijd) : null,
        Weekdagen = Soort == "wekelijks" ? [.. Weekdagen] : null,
        DagVanMaand = Soort == "maandelijks" ? Getal(DagVanMaand) : null,
        ElkeMinuten = Soort == "interval" ? Getal(ElkeMinuten) : null,
        Cron = Soort == "cron" && !string.IsNullOrWhiteSpace(Cron) ? Cron.Trim() : null,
        NietOpFeestdagen = Soort != "handmatig" && NietOpFeestdagen,
        NietTussen = Soort == "handmatig" || !Gevuld.Any() ? null : [.. Gevuld.Select(v => v.NaarVorm())],
    };

    /// <summary>What was typed and room for more.</summary>
    public void VulAan() => Vensters = [.. Gevuld, .. Enumerable.Range(0, LegeVensters).Select(_ => new Vensterveld())];

    /// <summary>The field of this form where a fault of the schedule is to be mended.</summary>
    /// <param name="pointer">"/rooster/tijd".</param>
    public static string Veld(string pointer) => pointer.TrimStart('/').Split('/') switch
    {
        [_, "soort", ..] => "soort-werkdagen",
        [_, "weekdagen", ..] => "weekdag-maandag",
        [_, "nietTussen", var rij, var deel, ..] => $"venster-{rij}-{deel}",
        [_, "nietTussen"] => "venster-0-van",
        [_, var naam, ..] => naam,
        [var naam] => naam,
        _ => string.Empty,
    };

    /// <summary>Windows that were filled in; on the page they come first.</summary>
    private IEnumerable<Vensterveld> Gevuld => Vensters.Where(v => !v.Leeg);

    /// <summary>Null: not filled in. What is no number is one that no schedule has.</summary>
    private static int? Getal(string? tekst) => (string.IsNullOrWhiteSpace(tekst), int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var getal)) switch
    {
        (true, _) => null,
        (_, true) => getal,
        _ => 0,
    };
}

/// <summary>Hours in which nothing begins, as fields.</summary>
internal sealed class Vensterveld
{
    public static readonly IReadOnlyList<Keuze> Keuzes =
    [
        new("maandag,dinsdag,woensdag,donderdag,vrijdag", "maandag tot en met vrijdag"), new("zaterdag,zondag", "zaterdag en zondag"), .. Roosterformulier.AlleWeekdagen.Select(d => new Keuze(d, d)),
    ];

    public string? Van { get; set; }

    public string? Tot { get; set; }

    /// <summary>With commas; empty: every day.</summary>
    public string? Dagen { get; set; }

    public bool Leeg => string.IsNullOrWhiteSpace(Van) && string.IsNullOrWhiteSpace(Tot);

    /// <summary>The choices, with what was there already.</summary>
    public IReadOnlyList<Keuze> Dagkeuzes => string.IsNullOrEmpty(Dagen) || Keuzes.Any(k => k.Waarde == Dagen) ? Keuzes : [new Keuze(Dagen, Dagen.Replace(",", ", ", StringComparison.Ordinal)), .. Keuzes];

    public VensterVorm NaarVorm() => new() { Van = Kloktijd.Netjes(Van) ?? string.Empty, Tot = Kloktijd.Netjes(Tot) ?? string.Empty, Dagen = string.IsNullOrEmpty(Dagen) ? null : Dagen.Split(',') };
}
