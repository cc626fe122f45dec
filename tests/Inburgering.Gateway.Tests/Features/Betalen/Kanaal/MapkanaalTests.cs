using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Features.Betalen.Kanaal;

/// <summary>Payments 6.3: a folder that is shared with the bank's own program.</summary>
public sealed class MapkanaalTests(Maphuis house) : IClassFixture<Maphuis>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A folder: the file appears whole under its name, reports are read whole and put away, and what is half is left alone.</summary>
    [Fact]
    public async Task Map_GedeeldMetDeBank_KrijgtHetBestandHeelEnGeeftBerichten()
    {
        var map = Path.Combine(house.Data, "bank");
        var weg = await house.VerzegelAsync();
        await weg.TotAsync("aangeboden");
        var bestand = Path.Combine(map, "1708", "uit", $"{weg.BerichtId}.xml");
        Assert.Equal(await house.ScalarAsync<string>($"select hash from betalen.betaalbatch where batch_id = '{weg.BatchId}'"), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(bestand, Ct))));
        Assert.Equal([bestand], Directory.GetFiles(Path.GetDirectoryName(bestand)!));

        await File.WriteAllTextAsync(Path.Combine(map, "1708", "in", "half.xml.part"), "<Docu", Ct);
        await File.WriteAllTextAsync(Path.Combine(map, "1708", "in", "bericht.xml"), "geen xml", Ct);
        await house.UntilAsync("select exists (select 1 from betalen.bankbericht where kanaal = 'map' and stand = 'quarantaine')");
        await RunningHouse.UntilAsync(_ => Task.FromResult(Directory.GetFiles(Path.Combine(map, "1708", "verwerkt")).Length == 1));
        Assert.Equal(["half.xml.part"], Directory.GetFiles(Path.Combine(map, "1708", "in")).Select(Path.GetFileName));
    }
}

/// <summary>A gemeente whose files go by a folder.</summary>
public sealed class Maphuis : Kanaalhuis
{
    protected override object Kanaal => new { soort = "map", map = Path.Combine(Data, "bank") };
}
