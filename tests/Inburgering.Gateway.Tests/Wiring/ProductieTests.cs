using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;

namespace Inburgering.Gateway.Tests.Wiring;

/// <summary>A demo cannot be taken for production (security 24).</summary>
[Collection(Leeshuis.Collection)]
public sealed class ProductieTests(RunningHouse house)
{
    [Fact]
    public async Task Start_DemoAsProduction_NamesEveryReasonAndServesNothing()
    {
        using var config = new ConfigCopy();
        config.Edit("gemeenten/0106.json", gemeente => gemeente["meldpunt"] = "http://127.0.0.1:9/storingen");
        var (exit, output) = await house.CommandAsync("--GATEWAY_OMGEVING=productie", $"--Gateway:ConfigMap={config.Folder}");

        Assert.Equal(2, exit);
        Assert.All(
            [
                "de database bevat demogegevens", "bevat sleutels en logins van de demo", "de sleutels zijn door de demo gemaakt",
                "de sleutels staan in de datamap", "(Gateway:PubliekeUrl) is geen https", "config/partners/duo.json wijst naar de proefomgeving",
                "config/partners/duo.json gebruikt een adres zonder https", "config/gemeenten/1708.json bevat een OIN voor tests: 00000001999990001000",
                "config/partners/coa.json bevat een OIN voor tests", "het meldpunt in config/gemeenten/0106.json is geen https-adres buiten deze machine",
            ],
            reden => Assert.Contains(reden, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_ListeningWithoutTls_IsNamed()
    {
        var (exit, output) = await house.CommandAsync("--GATEWAY_OMGEVING=productie", "--urls=http://0.0.0.0:0");

        Assert.Equal(2, exit);
        Assert.Contains("de gateway luistert zonder TLS op http://0.0.0.0:0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_UnknownWord_IsRefused()
    {
        var (exit, output) = await house.CommandAsync("--GATEWAY_OMGEVING=prod");

        Assert.Equal(2, exit);
        Assert.Contains("GATEWAY_OMGEVING kent alleen «productie»", output, StringComparison.Ordinal);
    }
}
