using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

public sealed class LogLezerTests
{
    [Fact]
    public async Task Read_ManyLinesOfOneInstant_EachOnceInOrderOfRegistration()
    {
        await using var wereld = await LogWereld.CreateAsync();
        for (var batch = 0; batch < 13; batch++)
        {
            await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => wereld.Writer.AppendAsync(Given.Regel(), Given.Ct)));
        }

        var read = await wereld.ReadAllAsync("1708");

        Assert.Equal(Enumerable.Range(1, 130).Reverse().Select(i => (long)i), read.Select(r => r.Plaats.Seq));
    }

    [Fact]
    public async Task Read_LinesWrittenOutOfOrder_NewestTijdstipFirst()
    {
        await using var wereld = await LogWereld.CreateAsync();
        foreach (var nummer in new[] { 5, 1, 9, 3 })
        {
            await wereld.Writer.AppendAsync(Given.Regel(nummer: nummer), Given.Ct);
        }

        Assert.Equal([9, 5, 3, 1], (await wereld.ReadAllAsync("1708")).Select(r => (r.Regel.Tijdstip - Given.Begin).TotalMilliseconds));
    }

    [Fact]
    public async Task Read_WithFilters_FindsWhatPlainLinqFinds()
    {
        await using var wereld = await LogWereld.CreateAsync();
        var lines = Enumerable.Range(0, 120).Select(Varied).ToList();
        await Task.WhenAll(lines.Select(l => wereld.Writer.AppendAsync(l, Given.Ct)));
        await wereld.Writer.AppendAsync(Varied(0) with { Gemeentecode = "0171" }, Given.Ct);
        (LogFilter Filter, Func<Logregel, bool> Linq)[] filters =
        [
            (new() { DossierId = Given.Dossier(3) }, l => l.Betrokkene?.DossierId == Given.Dossier(3)),
            (new() { Van = Given.Begin.AddMilliseconds(20), Tot = Given.Begin.AddMilliseconds(90) }, l => l.Tijdstip >= Given.Begin.AddMilliseconds(20) && l.Tijdstip < Given.Begin.AddMilliseconds(90)),
            (new() { ClientId = "vwn-1708" }, l => l.ClientId == "vwn-1708"),
            (new() { Organisatie = "org-1" }, l => l.Organisatie == "org-1"),
            (new() { Doel = "uitvoeren-pvt" }, l => l.Doel == "uitvoeren-pvt"),
            (new() { ZonderDoel = "uitvoeren-pvt" }, l => l.Doel != "uitvoeren-pvt"),
            (new() { Acties = [Actie.Zoeken, Actie.Muteren] }, l => l.Actie is Actie.Zoeken or Actie.Muteren),
            (new() { Automatisch = true }, l => l.Rol == "taak"),
            (new() { Automatisch = false }, l => l.Rol != "taak"),
            (new() { MetOntvanger = true }, l => l.Ontvanger is not null),
            (new() { MetOntvanger = false }, l => l.Ontvanger is null),
            (new() { ZonderVertrouwelijk = true }, l => l.Vertrouwelijkheid != Vertrouwelijkheid.Vertrouwelijk),
            (new() { Resultaat = Resultaat.Geweigerd }, l => l.Resultaat == Resultaat.Geweigerd),
            (new() { TraceId = lines[7].TraceId }, l => l.TraceId == lines[7].TraceId),
            (new() { ClientId = "vwn-1708", DossierId = Given.Dossier(2), Resultaat = Resultaat.Toegestaan, Van = Given.Begin.AddMilliseconds(10) },
                l => l.ClientId == "vwn-1708" && l.Betrokkene?.DossierId == Given.Dossier(2) && l.Resultaat == Resultaat.Toegestaan && l.Tijdstip >= Given.Begin.AddMilliseconds(10)),
            (new() { ClientId = "onbekend" }, _ => false),
        ];

        foreach (var (filter, linq) in filters)
        {
            var expected = lines.Where(linq).OrderByDescending(l => l.Tijdstip).Select(l => l.SpanId).ToList();
            Assert.Equal(expected, (await wereld.ReadAllAsync("1708", filter)).Select(r => r.Regel.SpanId));
            Assert.Equal(Math.Min(expected.Count, 30), await new LogLezer(wereld.Database.Applicatie).CountAsync("1708", filter, 30, Given.Ct));
        }
    }

    private static Logregel Varied(int i) => Given.Regel(nummer: i) with
    {
        ClientId = new[] { "vwn-1708", "schakelcollege-1708", null }[i % 3],
        Organisatie = $"org-{i % 4}",
        Doel = new[] { "uitvoeren-pvt", "uitvoeren-leerroute", null }[i % 3],
        Rol = i % 6 == 0 ? "taak" : "taalaanbieder",
        Ontvanger = i % 8 == 0 ? "DUO" : null,
        Vertrouwelijkheid = i % 9 == 0 ? Vertrouwelijkheid.Vertrouwelijk : Vertrouwelijkheid.Normaal,
        Actie = i % 5 == 0 ? Actie.Zoeken : Actie.Raadplegen,
        Resultaat = i % 7 == 0 ? Resultaat.Geweigerd : Resultaat.Toegestaan,
        Betrokkene = i % 11 == 0 ? null : new Betrokkene(null, "BSN", Given.Dossier(i)),
    };
}
