using System.Security.Cryptography;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>Two gateways of two operators, each with its own keys, that witness each other's log.</summary>
public sealed class TweeGateways : IAsyncLifetime
{
    internal Huis Noord { get; } = new();

    internal Huis Zuid { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Task.WhenAll(Noord.InitializeAsync().AsTask(), Zuid.InitializeAsync().AsTask());
        using (var eigen = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        {
            await File.WriteAllTextAsync(Path.Combine(Zuid.Data, "sleutels", "zegel-2.pem"), eigen.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        }

        await Task.WhenAll(LetAsync(Noord, "noord", Zuid, "zuid"), LetAsync(Zuid, "zuid", Noord, "noord"));
        // together: each is closed until the other acknowledged what it had before
        await Task.WhenAll(Noord.StartGatewayAsync(), Zuid.StartGatewayAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Noord.DisposeAsync();
        await Zuid.DisposeAsync();
    }

    /// <summary>The one sends its checkpoints to the other and knows its key.</summary>
    private static async Task LetAsync(Huis huis, string naam, Huis getuige, string getuigenaam)
    {
        huis.Settings["Verwerkingslog__Zegeltijd"] = "00:00:00.2";
        huis.Settings["Verwerkingslog__Getuigegrens"] = "00:00:05";
        huis.Settings["Verwerkingslog__Getuige__Url"] = getuige.Address;
        huis.Settings["Verwerkingslog__Getuige__Naam"] = getuigenaam;
        huis.Settings["Verwerkingslog__Getuige__Van"] = naam;
        huis.Settings["Verwerkingslog__Getuige__Sleutels__0"] = await KeyAsync(getuige, Path.Combine(huis.Data, "getuige.pem"));
        huis.Settings[$"Verwerkingslog__Getuigt__{getuigenaam}__0"] = await KeyAsync(getuige, Path.Combine(huis.Data, "getuigt.pem"));
    }

    private static async Task<string> KeyAsync(Huis huis, string bestand)
    {
        var (exit, pem) = await huis.CommandAsync("getuige", "sleutel");
        Assert.True(exit == 0, pem);
        await File.WriteAllTextAsync(bestand, pem, TestContext.Current.CancellationToken);
        return bestand;
    }

    /// <summary>A house whose settings can change before a start.</summary>
    internal sealed class Huis : RunningHouse
    {
        public Dictionary<string, string?> Settings { get; } = [];

        protected override bool StartsAtOnce => false;

        protected override IReadOnlyDictionary<string, string?> Extra => Settings;

        /// <summary>Waits until the other acknowledged every checkpoint of this log.</summary>
        public Task AcknowledgedAsync() => UntilAsync(
            "select count(*) > 0 and max(nummer) = (select max(nummer) from verwerkingslog.getuigenis) and count(*) = (select count(*) from verwerkingslog.getuigenis) from verwerkingslog.zegel");
    }
}
