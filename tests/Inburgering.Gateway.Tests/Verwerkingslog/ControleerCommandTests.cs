using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Controle;
using Inburgering.Gateway.Verwerkingslog.Vorm;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

public sealed class ControleerCommandTests
{
    [Fact]
    public async Task Controleer_WholeLog_Says0AndWhatWasChecked()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 5);
        await wereld.Writer.AppendAsync(Given.Regel(), Given.Ct);

        var (code, uit, _) = await RunAsync(wereld);

        Assert.Equal(0, code);
        Assert.Contains("Gecontroleerd: 21 regels in 2 stromen, 2 zegels.", uit, StringComparison.Ordinal);
        Assert.Contains("Nog niet verzegeld: 1 regels.", uit, StringComparison.Ordinal);
        Assert.EndsWith("Het log is heel.\n", uit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Controleer_ChangedLine_Says1AndWhere()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 5);
        await wereld.Database.OwnerAsync("update verwerkingslog.regel set aantal = 7 where gemeentecode = '0171' and seq = 4");

        var (code, uit, _) = await RunAsync(wereld);

        Assert.Equal(1, code);
        Assert.Contains("Stroom 0171/0, regel 4: gewijzigd.", uit, StringComparison.Ordinal);
        Assert.EndsWith("Het log is NIET heel.\n", uit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Controleer_ExportedFile_IsCheckedWithoutDatabase()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 5);
        var bestand = await ExportAsync(wereld);

        var (code, uit, _) = await RunAsync(wereld, "--bestand", bestand);

        Assert.Equal(0, code);
        Assert.Contains("20 regels in 2 stromen", uit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verwijderd", 5)]
    [InlineData("gewijzigd", 5)]
    [InlineData("verwisseld", 5)]
    [InlineData("ingevoegd", 5)]
    [InlineData("afgekapt", 8)]
    public async Task Controleer_TamperedFile_NamesKindAndLine(string soort, int seq)
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 5);
        var bestand = await ExportAsync(wereld);
        var lines = (await File.ReadAllLinesAsync(bestand, Given.Ct)).ToList();
        var at = lines.FindIndex(l => l.StartsWith($$"""{"soort":"regel","gemeentecode":"1708","slot":0,"seq":{{seq}},""", StringComparison.Ordinal));
        Action tamper = soort switch
        {
            "verwijderd" => () => lines.RemoveAt(at),
            "gewijzigd" => () => lines[at] = lines[at].Replace("uitvoeren-leerroute", "uitvoeren-pvt", StringComparison.Ordinal),
            "verwisseld" => () => (lines[at], lines[at + 1]) = (lines[at + 1], lines[at]),
            "ingevoegd" => () => lines.Insert(at, lines[at].Replace("uitvoeren-leerroute", "uitvoeren-pvt", StringComparison.Ordinal)),
            _ => () => lines.RemoveRange(at, 3),
        };
        tamper();
        await File.WriteAllLinesAsync(bestand, lines, Given.Ct);

        var (code, uit, _) = await RunAsync(wereld, "--bestand", bestand);

        Assert.Equal(1, code);
        Assert.Contains($"Stroom 1708/0, regel {seq}: {soort}.", uit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bestand")]
    [InlineData("--alles", "x")]
    public async Task Controleer_WrongWords_Says2AndTheUse(params string[] args)
    {
        await using var wereld = await LogWereld.CreateAsync();

        var (code, _, fout) = await RunAsync(wereld, args);

        Assert.Equal(2, code);
        Assert.StartsWith("Gebruik: gateway log controleer", fout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Controleer_FileThatIsNoLog_Says2AndTheLine()
    {
        await using var wereld = await LogWereld.CreateAsync();
        var bestand = Path.Combine(wereld.Options.Ankers, "export.jsonl");
        await File.WriteAllTextAsync(bestand, "geen log\n", Given.Ct);

        var (code, _, fout) = await RunAsync(wereld, "--bestand", bestand);

        Assert.Equal((2, "Regel 1 van het bestand is niet leesbaar.\n"), (code, fout));
    }

    [Theory]
    [InlineData("halverwege een regel", "Regel 13 van het bestand is afgebroken.")]
    [InlineData("na een regel", "Het bestand houdt op na regel 13: de slotregel ontbreekt.")]
    [InlineData("leeg", "Het bestand houdt op na regel 0: de slotregel ontbreekt.")]
    [InlineData("zonder begin", "Regel 1 van het bestand staat niet op zijn plaats.")]
    [InlineData("kop achteraan", "Regel 26 van het bestand staat niet op zijn plaats.")]
    [InlineData("stromen verwisseld", "Regel 17 van het bestand staat niet op zijn plaats.")]
    [InlineData("iets na het einde", "Regel 28 van het bestand staat niet op zijn plaats.")]
    [InlineData("een lid te veel", "Regel 3 van het bestand is niet leesbaar.")]
    [InlineData("een regel zonder zout", "Regel 7 van het bestand is niet leesbaar.")]
    public async Task Controleer_FileThatCannotBeUsed_BothSay2AndTheLine(string wat, string zin)
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 5);
        var lines = await File.ReadAllLinesAsync(await ExportAsync(wereld), Given.Ct);
        Assert.Equal(27, lines.Length);
        var whole = string.Concat(lines.Select(l => l + '\n'));
        await File.WriteAllTextAsync(wereld.Export, wat switch
        {
            "halverwege een regel" => string.Concat(lines.Take(12).Select(l => l + '\n')) + lines[12][..40],
            "na een regel" => string.Concat(lines.Take(13).Select(l => l + '\n')),
            "leeg" => string.Empty,
            "zonder begin" => string.Concat(lines.Skip(1).Select(l => l + '\n')),
            "kop achteraan" => string.Concat(lines.Where((_, i) => i != 2).SkipLast(1).Append(lines[2]).Append(lines[^1]).Select(l => l + '\n')),
            "stromen verwisseld" => string.Concat(lines.Take(6).Concat(lines.Skip(16).Take(10)).Concat(lines.Skip(6).Take(10)).Append(lines[^1]).Select(l => l + '\n')),
            "iets na het einde" => whole + lines[^1] + '\n',
            "een lid te veel" => whole.Replace("{\"soort\":\"kop\",\"gemeentecode\":\"0171\"", "{\"soort\":\"kop\",\"x\":1,\"gemeentecode\":\"0171\"", StringComparison.Ordinal),
            _ => whole.Replace(lines[6], lines[6].Replace("\"zout\":\"", "\"zout\":\"zz", StringComparison.Ordinal), StringComparison.Ordinal),
        }, Given.Ct);

        var (code, _, fout) = await RunAsync(wereld, "--bestand", wereld.Export);
        var tweede = await TweedeControle.RunAsync(wereld.Export, "--ankers", wereld.Options.Ankers);

        Assert.Equal((2, zin + "\n"), (code, fout));
        Assert.Equal((2, string.Empty, zin + "\n"), tweede);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 1)]
    public async Task Controleer_LastSealOlderThanAsked_BothNameIt(int uren, int code)
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 5);
        await MakeOldAsync(wereld, TimeSpan.FromHours(uren));
        await ExportAsync(wereld);

        var eerste = await RunAsync(wereld, "--versheid", "120");
        var tweede = await TweedeControle.RunAsync(wereld.Export, "--ankers", wereld.Options.Ankers, "--versheid", "120");

        Assert.Equal((code, code), (eerste.Code, tweede.Code));
        Assert.Equal(code == 1, eerste.Uit.StartsWith("Zegel 2: ontbreekt. Het laatste zegel is te oud.\n", StringComparison.Ordinal));
        Assert.Equal(code == 1, tweede.Uit.StartsWith("Zegel 2: ontbreekt. Het laatste zegel is te oud.\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TweedeControle_WrongWords_Says2AndTheUse() =>
        Assert.Equal((2, string.Empty, "Gebruik: controleer_log.py EXPORT [--ankers MAP] [--versheid MINUTEN]\n"), await TweedeControle.RunAsync("--alles", "x"));

    /// <summary>One seal of so long ago in place of all.</summary>
    private static async Task MakeOldAsync(LogWereld wereld, TimeSpan oud)
    {
        await wereld.Database.OwnerAsync("delete from verwerkingslog.zegel");
        Directory.EnumerateFiles(wereld.Options.Ankers, "zegel-*").ToList().ForEach(File.Delete);
        var zegel = await new NpgsqlZegelStore(wereld.Database.Owner).SealAsync(
            stand => Zegel.Make(1, stand.Nu - (long)oud.TotalMilliseconds, stand.Koppen, Keten.Begin, wereld.Sleutel), Given.Ct);
        await new Ankers(wereld.Options.Ankers).WriteAsync(zegel!, Given.Ct);
    }

    private static async Task<string> ExportAsync(LogWereld wereld)
    {
        await using var bron = await NpgsqlControleBron.OpenAsync(wereld.Database.Controle, Given.Ct);
        Assert.Equal(20, await TweedeControle.ExportAsync(bron, wereld.Sleutel, wereld.Export));
        return wereld.Export;
    }

    private static async Task<(int Code, string Uit, string Fout)> RunAsync(LogWereld wereld, params string[] args)
    {
        using var uit = new StringWriter { NewLine = "\n" };
        using var fout = new StringWriter { NewLine = "\n" };
        var deps = new ControleerDeps(async ct => await NpgsqlControleBron.OpenAsync(wereld.Database.Controle, ct), wereld.Sleutel, wereld.Options.Ankers, TimeProvider.System, uit, fout);
        return (await ControleerCommand.RunAsync(args, deps, Given.Ct), uit.ToString(), fout.ToString());
    }
}
