using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Controle;

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

    private static async Task<string> ExportAsync(LogWereld wereld)
    {
        var path = Path.Combine(wereld.Options.Ankers, "export.jsonl");
        await using var bron = await NpgsqlControleBron.OpenAsync(wereld.Database.Controle, Given.Ct);
        await using var file = File.Create(path);
        Assert.Equal(20, await ExporteerLog.WriteAsync(bron, file, Given.Ct));
        return path;
    }

    private static async Task<(int Code, string Uit, string Fout)> RunAsync(LogWereld wereld, params string[] args)
    {
        using var uit = new StringWriter { NewLine = "\n" };
        using var fout = new StringWriter { NewLine = "\n" };
        var deps = new ControleerDeps(async ct => await NpgsqlControleBron.OpenAsync(wereld.Database.Controle, ct), wereld.Sleutel, wereld.Options.Ankers, uit, fout);
        return (await ControleerCommand.RunAsync(args, deps, Given.Ct), uit.ToString(), fout.ToString());
    }
}
