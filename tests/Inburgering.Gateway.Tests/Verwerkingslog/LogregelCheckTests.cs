using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

public sealed class LogregelCheckTests
{
    private const string Bsn = "999990019";

    private static readonly (string Field, Func<Logregel, Logregel> Change)[] Refused =
    [
        ("Gemeentecode", r => r with { Gemeentecode = "17x8" }),
        ("Gemeentecode", r => r with { Gemeentecode = "1708,0171" }),
        ("Duur", r => r with { Duur = TimeSpan.FromSeconds(-1) }),
        ("TraceId", r => r with { TraceId = "ABCDEF" }),
        ("TraceId", r => r with { TraceId = new string('A', 32) }),
        ("SpanId", r => r with { SpanId = string.Empty }),
        ("ParentSpanId", r => r with { ParentSpanId = Bsn }),
        ("Status", r => r with { Status = (LogStatus)9 }),
        ("Actie", r => r with { Actie = (Actie)99 }),
        ("Naam", r => r with { Naam = "Dossier\0" }),
        ("Naam", r => r with { Naam = "Dossier\n" }),
        ("Naam", r => r with { Naam = new string('a', 121) }),
        ("Naam", r => r with { Naam = string.Empty }),
        ("Reden", r => r with { Reden = "half \ud83d" }),
        ("Reden", r => r with { Reden = $"BSN {Bsn}" }),
        ("Actor", r => r with { Actor = Bsn }),
        ("Rol", r => r with { Rol = new string('r', 65) }),
        ("Organisatie", r => r with { Organisatie = $"bsn{Bsn}" }),
        ("ClientId", r => r with { ClientId = $"x-{Bsn}-y" }),
        ("Doel", r => r with { Doel = Bsn }),
        ("Grondslag", r => r with { Grondslag = $"({Bsn})" }),
        ("Gevraagd", r => r with { Gevraagd = ["IDN", "CON,PIP"] }),
        ("Geleverd", r => r with { Geleverd = ["IDN bsn"] }),
        ("Geleverd", r => r with { Geleverd = [$"IDN.{Bsn}"] }),
        ("Aantal", r => r with { Aantal = -1 }),
        ("Ontvanger", r => r with { Ontvanger = "\u0007" }),
        ("BerichtId", r => r with { BerichtId = $"urn:{Bsn}" }),
        ("Beleid", r => r with { Beleid = "zz" }),
        ("Betrokkene", r => r with { Betrokkene = new Betrokkene(Bsn, "BSN", null) }),
        ("Betrokkene", r => r with { Betrokkene = new Betrokkene(null, Bsn, null) }),
    ];

    private static readonly Func<Logregel, Logregel>[] Allowed =
    [
        r => r with { BerichtId = "0192f3a1-7c3e-7d11-8a55-" + Bsn + "abc" },        // a UUID and a hash may hold any nine digits
        r => r with { BerichtId = "abcdef" + Bsn + "abcdef" },
        r => r with { BerichtId = "123456789" },                                     // nine digits that are no BSN
        r => r with { Organisatie = "00000001" + Bsn + "000" },                      // part of a longer number
        r => r with { Naam = "Leerroute ‘Z’ bekeken \"ë\\😀" },
        r => r with { Gevraagd = [], Geleverd = ["IDN", "IDN.bsn", "IDN.naam", "CON", "IDN.naam"] },
        r => r with { Betrokkene = null, ClientId = null, Doel = null, Grondslag = null, Beleid = null, ParentSpanId = "00f067aa0ba902b7" },
    ];

    [Fact]
    public async Task Append_FieldThatMayNotBe_NamesTheFieldAndNeverItsValue()
    {
        using var writer = Given.IdleWriter();
        foreach (var (field, change) in Refused)
        {
            var refusal = await Assert.ThrowsAnyAsync<ArgumentException>(() => writer.AppendAsync(change(Given.Regel()), Given.Ct));

            Assert.Contains(field, refusal.ParamName, StringComparison.Ordinal);
            Assert.DoesNotContain(Bsn, refusal.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Append_UnusualButAllowed_ReadsBackTheSameAndVerifies()
    {
        await using var wereld = await LogWereld.CreateAsync();
        foreach (var (change, i) in Allowed.Select((c, i) => (c, i)))
        {
            var regel = change(Given.Regel(nummer: i));
            await wereld.Writer.AppendAsync(regel, Given.Ct);

            var read = (await wereld.ReadAllAsync("1708"))[0].Regel;
            Assert.Equal(regel with { Gevraagd = [], Geleverd = [] }, read with { Gevraagd = [], Geleverd = [] });
            Assert.Equal(regel.Gevraagd, read.Gevraagd);
            Assert.Equal(regel.Geleverd, read.Geleverd);
        }

        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
    }

    [Fact]
    public async Task Append_ManyPoisonEntries_NothingOfThemInTheLogAndNeighboursStand()
    {
        await using var wereld = await LogWereld.CreateAsync();
        var poison = Refused.Select(r => r.Change).ToList();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Record.ExceptionAsync(() => i % 2 == 0
            ? wereld.Writer.AppendAsync(poison[i / 2 % poison.Count](Given.Regel()), Given.Ct)
            : wereld.Writer.AppendAsync("1708", (_, _) => Task.FromResult<IReadOnlyList<Logregel>>(
                [i % 4 == 1 ? poison[i % poison.Count](Given.Regel()) : Given.Regel()]), Given.Ct)).AsTask()));

        Assert.Equal(250, outcomes.Count(e => e is null));
        Assert.All(outcomes, e => Assert.True(e is null or ArgumentException or InvalidOperationException));
        Assert.Equal(250, await wereld.Database.CountAsync());
        Assert.Equal(0, await wereld.Database.OwnerScalarAsync<long>($"""
            select (select count(*) from verwerkingslog.regel r where r::text like '%{Bsn}%') + (select count(*) from verwerkingslog.context c where c::text like '%{Bsn}%')
            """));
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
    }
}
