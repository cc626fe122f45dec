using System.Reflection;
using System.Text.Json.Serialization;
using Inburgering.Gateway.Adapters.Tests.Examples;
using Inburgering.Gateway.Adapters.Tests.Servers;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>What every melding looks like on its way to DUO.</summary>
public sealed class DuoMeldingTests
{
    private const string Contact = """{"naam":"Ineke de Vries","email":"ineke@voorbeeld.example","telefoonnummer":"0521 539539"}""";

    /// <summary>Method, template and body of each operation, in the order of <see cref="DuoMeldingen.All"/>.</summary>
    private static readonly (string Request, string? Body)[] Wire =
    [
        ("POST personen/{bsn}/PIP", """{"dagtekeningPip":"2024-06-17","leerroute":"B"}"""),
        ("DELETE personen/{bsn}/PIP", null),
        ("POST personen/{bsn}/Inburgeringsaanbod/{instellingsnummer}", """{"indicatorAlfabetiseringsonderwijs":"NVT"}"""),
        ("DELETE personen/{bsn}/Inburgeringsaanbod/{instellingsnummer}", null),
        ("POST contactpersonen", Contact),
        ("PUT contactpersonen/{id}", Contact),
        ("DELETE contactpersonen/{id}", null),
        ("POST contactpersonen/{id}/personen/{bsn}", null),
        ("DELETE contactpersonen/{id}/personen/{bsn}", null),
        ("PUT personen/{bsn}/map", """{"datumEindgesprekMap":"2024-06-17"}"""),
        ("PUT personen/{bsn}/pvt", """{"datumOndertekeningPvt":"2024-06-17"}"""),
        ("PUT personen/{bsn}/zroute", """{"datumAfrondingZroute":"2024-06-17"}"""),
        ("PUT personen/{bsn}/uren/bredeintake/taallesknm", """{"uren":40}"""),
        ("PUT personen/{bsn}/uren/participatieactiviteiten", """{"uren":800}"""),
        ("PUT personen/{bsn}/uren/participatietaalles", """{"uren":600}"""),
        ("DELETE personen/{bsn}/lbt/examennummer", null),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, DuoMeldingen.All.Count)];

    [Fact]
    public void AddPorts_Duo_TakesEveryMeldingOfTheSeam() => Assert.Equal(
        typeof(Melding).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType.Name).Except([NietVoorDuo]).Order(StringComparer.Ordinal),
        DuoMeldingen.Sinks.Keys.Select(melding => melding.Name).Order(StringComparer.Ordinal));

    /// <summary>Tells a partner that a person comes to it; DUO knows of nobody by it.</summary>
    private const string NietVoorDuo = nameof(AanmeldingMelding);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Send_EachMelding_IsOneOperationWithTheWholeBody(int row)
    {
        var (request, body) = Wire[row];

        var sent = await DuoMeldingen.SentAsync(DuoMeldingen.All[row]);

        Assert.Equal(request, $"{sent.Method} {sent.Route}");
        Assert.Equal(
            $"/duo/v1/{request.Split(' ')[1]}".Replace("{bsn}", DuoMeldingen.Bsn, StringComparison.Ordinal)
                .Replace("{id}", "4711", StringComparison.Ordinal).Replace("{instellingsnummer}", DuoMeldingen.Instelling, StringComparison.Ordinal),
            sent.Path);
        Assert.Equal(body, sent.Body);
        Assert.Equal(body is null ? null : "application/json", sent.ContentType);
    }

    [Fact]
    public void Examples_EachMeldingWithABody_HasTwo()
    {
        var examples = Example.Names.Where(name => name.StartsWith("Duo/", StringComparison.Ordinal)).Select(name => new Example(name).TypeName).ToList();

        var telling = DuoMeldingen.All.Where((_, row) => Wire[row].Body is not null).Select(melding => melding.GetType().Name).Distinct();
        Assert.All(telling, melding => Assert.True(examples.Count(example => example == melding) >= 2, melding));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Send_EachMelding_CarriesDuosHeaders(int row)
    {
        var sent = await DuoMeldingen.SentAsync(DuoMeldingen.All[row]);

        Assert.Equal(Vraag.Gemeente, sent.Headers["bron"]);
        Assert.Equal(Vraag.Gemeente, sent.Afzender);
        Assert.Equal(Vraag.Partner, sent.Headers["doel"]);
        Assert.True(Guid.TryParseExact(sent.Headers["berichtId"], "D", out _));
        Assert.Equal("application/json", sent.Headers["Accept"]);
        Assert.Equal(4, sent.Headers.Count);
    }

    [Fact]
    public async Task Send_MapWithoutAnything_IsAnEmptyObjectThatWithdraws()
    {
        Assert.Equal("{}", (await DuoMeldingen.SentAsync(new MapMelding(null, null))).Body);
        Assert.Equal("{}", (await DuoMeldingen.SentAsync(new PvtMelding(null, null))).Body);
        Assert.Equal("{}", (await DuoMeldingen.SentAsync(new ZrouteMelding(null))).Body);
    }

    [Theory]
    [InlineData(true, "Ja")]
    [InlineData(false, "Nee")]
    public async Task Send_Verwijtbaar_IsDuosWordBesideTheDate(bool verwijtbaar, string word)
    {
        Assert.Equal($$"""{"datumEindgesprekMap":"2027-06-18","verwijtbaar":"{{word}}"}""", (await DuoMeldingen.SentAsync(new MapMelding(new(2027, 6, 18), verwijtbaar))).Body);
        Assert.Equal($$"""{"verwijtbaar":"{{word}}"}""", (await DuoMeldingen.SentAsync(new PvtMelding(null, verwijtbaar))).Body);
    }

    [Fact]
    public async Task Send_InstellingsnummerWithOddSigns_StaysOnePartOfThePath()
    {
        var sent = await DuoMeldingen.SentAsync(new AanbodIntrekking("12/45?78#é"));

        Assert.Equal("/duo/v1/personen/999990019/Inburgeringsaanbod/12%2F45%3F78%23%C3%A9", sent.Path);
        Assert.Equal("personen/{bsn}/Inburgeringsaanbod/{instellingsnummer}", sent.Route);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Send_InstellingsnummerThatLeavesThePath_NeverLeaves(string nummer)
    {
        var stub = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));

        await Assert.ThrowsAsync<ArgumentException>(() => DuoMeldingen.SendAsync(new AanbodIntrekking(nummer), stub.Client, CancellationToken.None));

        Assert.Null(stub.Path);
    }

    [Fact]
    public async Task Send_WithoutThePerson_IsABugThatNamesTheTemplateOnly()
    {
        var stub = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.OK));
        var zending = Vraag.Met(new AanbodIntrekking(DuoMeldingen.Instelling), bsn: null);

        var bug = await Assert.ThrowsAsync<InvalidOperationException>(() => new DuoAanbodIntrekkingSink(stub.Client).SendAsync(zending, CancellationToken.None));

        Assert.DoesNotContain(DuoMeldingen.Instelling, bug.ToString(), StringComparison.Ordinal);
        Assert.Null(stub.Path);
    }
}
