using System.Diagnostics;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>Adding a partner is one folder and one file: docs/nieuwe-partner.md, followed (issue 7, line 6). Its commands are pasted in <see cref="ReadmeTests"/>.</summary>
public sealed class NieuwePartnerTests
{
    private static readonly string[] Nodig = ["src/Inburgering.Gateway", "src/Inburgering.Gateway.Partners", "src/Inburgering.Gateway.Sandbox", "adapters", "config"];
    private static readonly string[] Bouwsels = ["bin", "obj"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Document_ZijnBestanden_ZijnDeHeleMapEnHetBestandInDeRepository()
    {
        var map = Directory.EnumerateFiles(Path.Combine(Binaries.Root, Nieuwepartner.Map), "*", SearchOption.AllDirectories).Select(pad => Path.GetRelativePath(Binaries.Root, pad).Replace('\\', '/'));

        Assert.Equal(map.Append(Nieuwepartner.Config).Order(StringComparer.Ordinal), Nieuwepartner.Bestanden.Keys.Order(StringComparer.Ordinal));
        Assert.All(Nieuwepartner.Bestanden, bestand => Assert.Equal(File.ReadAllText(Path.Combine(Binaries.Root, bestand.Key)), bestand.Value));
    }

    [Fact]
    public async Task Kopie_ZonderDezePartner_WordtMetAlleenDeBestandenVanHetDocumentEenGatewayMetHem()
    {
        using var config = new ConfigCopy();
        var naam = Path.GetRelativePath("config", Nieuwepartner.Config);
        var sleutel = Path.GetFileNameWithoutExtension(naam);
        config.Delete(naam);
        var zonder = PolicyLoader.Load(config.Folder, [.. ConfigCopy.Adapters.Where(a => a != sleutel)]);
        config.Write(naam, Nieuwepartner.Bestanden[Nieuwepartner.Config]);

        var met = config.Load();

        Assert.Equal(zonder.Partners.Keys.Append(sleutel).Order(StringComparer.Ordinal), met.Partners.Keys.Order(StringComparer.Ordinal));
        Assert.All(Verwerkingsregister.Fouten(Verwerkingsregister.Of(met), Verwerkingsregister.Of(zonder)), Assert.Fail);
        if (TestMaat.Lang)
        {
            await BouwEnLoopAsync();
        }
    }

    /// <summary>Minutes of building: with the full numbers only.</summary>
    private static async Task BouwEnLoopAsync()
    {
        var map = Directory.CreateTempSubdirectory("nieuwe-partner-").FullName;
        try
        {
            Kopieer(map);
            foreach (var (pad, tekst) in Nieuwepartner.Bestanden)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(map, pad))!);
                await File.WriteAllTextAsync(Path.Combine(map, pad), tekst, Ct);
            }

            await BouwAsync(map, "Inburgering.Gateway");
            await BouwAsync(map, "Inburgering.Gateway.Sandbox");
            await using var huis = new Kopiehuis(map);
            await huis.InitializeAsync();
            Nieuwepartner.HoudtZich(await Plakken.InAsync(huis, Nieuwepartner.Opdrachten));
        }
        finally
        {
            Directory.Delete(map, recursive: true);
        }
    }

    /// <summary>What the two programs are built from, without the partner.</summary>
    private static void Kopieer(string map)
    {
        var bestanden = Nodig.SelectMany(deel => Directory.EnumerateFiles(Path.Combine(Binaries.Root, deel), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Binaries.Root, "*.props")).Append(Path.Combine(Binaries.Root, "global.json")).Append(Path.Combine(Binaries.Root, ".editorconfig"))
            .Select(pad => Path.GetRelativePath(Binaries.Root, pad)).Where(pad => !pad.Split(Path.DirectorySeparatorChar).Intersect(Bouwsels).Any());
        foreach (var pad in bestanden.Where(pad => pad != Nieuwepartner.Config && !pad.StartsWith(Nieuwepartner.Map + "/", StringComparison.Ordinal)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(map, pad))!);
            File.Copy(Path.Combine(Binaries.Root, pad), Path.Combine(map, pad));
        }
    }

    private static async Task BouwAsync(string map, string programma)
    {
        var info = new ProcessStartInfo("dotnet", ["build", $"src/{programma}", "-v", "q", "-clp:NoSummary", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzersDuringBuild=false"])
        {
            UseShellExecute = false,
            WorkingDirectory = map,
            RedirectStandardOutput = true,
        };
        using var bouw = Process.Start(info)!;
        var gezegd = await bouw.StandardOutput.ReadToEndAsync(Ct);
        await bouw.WaitForExitAsync(Ct);
        Assert.True(bouw.ExitCode == 0, gezegd);
    }

    /// <summary>A house of the programs that were built in the copy.</summary>
    private sealed class Kopiehuis(string map) : RunningHouse
    {
        public override string Programma => Programmapad("Inburgering.Gateway");

        protected override string Sandboxprogramma => Programmapad("Inburgering.Gateway.Sandbox");

        private string Programmapad(string naam) => Path.Combine(map, "src", naam, "bin", "Debug", "net10.0", $"{naam}.dll");
    }
}
