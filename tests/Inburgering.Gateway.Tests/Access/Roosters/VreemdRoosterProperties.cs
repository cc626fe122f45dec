using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Access.Roosters;
using Inburgering.Gateway.Tests.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Access.Roosters;

/// <summary>Whatever somebody sends as a schedule: it is refused in words or it works, and neither takes long.</summary>
public sealed class VreemdRoosterProperties
{
    private static readonly DateTimeOffset Na = Roostervoorbeeld.Op("2026-11-23T00:00+01:00");

    private static readonly string[] Stukken =
    [
        "*", "?", "0", "1", "L", "W", "LW", "15W", "1W", "31W", "L-3", "L-31", "L-99", "1/0", "*/0", "0/0", "*/61", "5-1", "22-2", "60", "24", "32", "13", "0-59", "MON", "MON-FRI", "FRI-MON", "FRI-", "2#5", "2#6", "2#0",
        "MON#1", "6L", "8", "H", "H/5", "JAN", "NOV-FEB", "29", "30", "31", "99999999999", "-1", "1-", "-", "/", "#", ",", "1,,2", "1,2", "*,1", "?/2", "C", "mon", "00", "1-2-3", "5/5/5", "0/59",
    ];

    private static readonly Gen<string> Cron =
        from velden in Gen.Frequency((4, Gen.Elements(Stukken.AsEnumerable())), (1, Gen.NonEmptyListOf(Gen.Elements("0123456789*?/,#-LWHMONSUJA".AsEnumerable())).Select(tekens => string.Concat(tekens)))).ListOf(5)
        from seconde in Gen.Frequency((9, Gen.Constant("0")), (1, Gen.Elements(Stukken.AsEnumerable())))
        select $"{seconde} {string.Join(' ', velden)}";

    private static readonly Gen<string> Tekst = Gen.OneOf(
        Gen.Elements("06:00", "00:00", "23:59", "maandag", "zondag", "24:00", "６:００", "0x:10", string.Empty), ArbMap.Default.GeneratorFor<NonNull<string>>().Select(tekst => tekst.Get));

    private static readonly Gen<Venster> Venster =
        from van in Tekst
        from tot in Tekst
        from dagen in Soms(Tekst.ListOf())
        select new Venster { Van = van, Tot = tot, Dagen = dagen is null ? null : [.. dagen] };

    private static readonly Gen<Rooster> Vreemd =
        from soort in Gen.Elements(Roostersoort.Alle.Append("soms").AsEnumerable())
        from tijd in Soms(Tekst)
        from weekdagen in Soms(Tekst.ListOf())
        from cron in Soms(Gen.OneOf(Cron, Tekst))
        from getal in Gen.OneOf(Gen.Choose(-1, 40), Gen.Elements(int.MinValue, int.MaxValue, 60, 720))
        from vensters in Soms(Venster.ListOf())
        from vlaggen in Gen.Choose(0, 7)
        select new Rooster
        {
            Soort = soort,
            Tijd = tijd,
            Weekdagen = weekdagen is null ? null : [.. weekdagen],
            Cron = cron,
            DagVanMaand = (vlaggen & 1) > 0 ? getal : null,
            ElkeMinuten = (vlaggen & 2) > 0 ? getal : null,
            NietOpFeestdagen = (vlaggen & 4) > 0,
            NietTussen = vensters is null ? null : [.. vensters],
        };

    private static int Proeven => TestMaat.Lang ? 50_000 : 2_000;

    [Fact]
    public void Fouten_AnyMembers_AreToldOrTheScheduleWorks() => Check(Vreemd, FoutOfGoed);

    [Fact]
    public void Fouten_AnyExpression_AreToldOrTheScheduleWorks() => Check(Cron.Select(cron => Roostervoorbeeld.Cron(cron)), FoutOfGoed);

    private static void FoutOfGoed(Rooster rooster)
    {
        var fouten = Roosterfouten.Van(rooster, [], Na);

        Assert.All(fouten, fout => Assert.StartsWith("/", fout.Pointer, StringComparison.Ordinal));
        if (fouten.Count == 0)
        {
            var momenten = rooster.Momenten(Na, []).Take(3).ToArray();
            Assert.True(momenten.Length > 0 || rooster.Soort == Roostersoort.Handmatig);
            Assert.All(momenten, moment => Assert.Equal(0, moment.UtcTicks % TimeSpan.TicksPerMinute));
            Assert.NotEmpty(rooster.Zin());
        }
    }

    private static Gen<T?> Soms<T>(Gen<T> gen)
        where T : class => Gen.OneOf(Gen.Constant<T?>(null), gen.Select(waarde => (T?)waarde));

    private static void Check(Gen<Rooster> roosters, Action<Rooster> eigenschap) =>
        Prop.ForAll(Arb.From(roosters), eigenschap).Check(Config.QuickThrowOnFailure.WithMaxTest(Proeven).WithQuietOnSuccess(true));
}
