using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Access.Roosters;

namespace Inburgering.Gateway.Tests.Access.Roosters;

/// <summary>A schedule, the maintenance beside it and a moment, drawn; often near the nights, days and hours where something happens.</summary>
internal sealed record Roosterworp(Rooster Rooster, IReadOnlyList<Venster> Onderhoud, DateTimeOffset Na)
{
    private static readonly string[] Weekdagen = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

    private static readonly Gen<string> Tijd = Gen.OneOf(
        Gen.Elements("00:00", "01:59", "02:00", "02:30", "02:59", "03:00", "03:01", "06:00", "22:00", "23:59"),
        from uur in Gen.Choose(0, 23) from minuut in Gen.Choose(0, 59) select $"{uur:00}:{minuut:00}");

    private static readonly Gen<string[]> Dagen = Gen.NonEmptyListOf(Gen.Elements(Weekdagen.AsEnumerable())).Select(dagen => dagen.Distinct().ToArray());

    private static readonly Gen<Venster> Venster =
        from van in Tijd
        from tot in Tijd
        from dagen in Gen.OneOf(Gen.Constant<string[]?>(null), Dagen.Select(dagen => (string[]?)dagen))
        select new Venster { Van = van, Tot = tot, Dagen = dagen };

    private static readonly Gen<string> Cron =
        from minuut in Gen.Elements("0", "15", "*", "*/20", "5-7", "0,30,59")
        from uur in Gen.Elements("2", "*", "*/3", "1-3", "0,12")
        from dag in Gen.Elements("? * *", "? * MON-FRI", "? 3,10 1", "28,29,31 * ?", "1-7 */2 ?", "25 12 ?")
        select $"0 {minuut} {uur} {dag}";

    private static readonly Gen<Rooster> Soorten = Gen.OneOf(
        Tijd.Select(Roostervoorbeeld.Werkdagen),
        Tijd.Select(tijd => Roostervoorbeeld.Dagelijks(tijd)),
        from tijd in Tijd from dagen in Dagen select Roostervoorbeeld.Wekelijks(tijd, dagen),
        from tijd in Tijd from dag in Gen.Choose(1, 31) select Roostervoorbeeld.Maandelijks(tijd, dag),
        Gen.Elements(Roostersoort.Intervallen.AsEnumerable()).Select(minuten => Roostervoorbeeld.Elke(minuten)),
        Cron.Select(cron => Roostervoorbeeld.Cron(cron)));

    private static readonly Gen<DateTimeOffset> Begin =
        from dag in Gen.OneOf(
            Gen.Elements("2026-03-27", "2026-03-28", "2026-10-23", "2026-10-24", "2025-03-29", "2027-10-30", "2028-02-26", "2027-12-20", "2028-04-10", "2026-12-30").Select(dag => Roostervoorbeeld.Op($"{dag}T00:00Z")),
            Gen.Choose(0, 2000).Select(dag => Roostervoorbeeld.Op("2024-01-01T00:00Z").AddDays(dag)))
        from seconde in Gen.Choose(0, 86_400)
        select dag.AddSeconds(seconde);

    public static Arbitrary<Roosterworp> Arbitrair { get; } = Arb.From(
        from rooster in Soorten
        from feestdagen in Gen.Elements(true, false)
        from vensters in Gen.Choose(0, 3).SelectMany(n => Venster.ListOf(n))
        from onderhoud in Gen.Choose(0, 1).SelectMany(n => Venster.ListOf(n))
        from na in Begin
        select new Roosterworp(rooster with { NietOpFeestdagen = feestdagen, NietTussen = vensters.Count > 0 ? [.. vensters] : null }, [.. onderhoud], na));

    public override string ToString() => System.Text.Json.JsonSerializer.Serialize(this);
}
