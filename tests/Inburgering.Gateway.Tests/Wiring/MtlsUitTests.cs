using System.Net;
using System.Security.Cryptography.X509Certificates;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Tests.Walk;
using Inburgering.Gateway.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inburgering.Gateway.Tests.Wiring;

/// <summary>Mutual TLS towards a partner, over a real port: our certificate goes along, theirs must be of an authority we trust, and a renewed one is taken without a restart.</summary>
public sealed class MtlsUitTests : IAsyncDisposable
{
    private const string Gemeente = "00000001999990001000";

    private readonly string map = Directory.CreateTempSubdirectory("mtls").FullName;
    private readonly Uitgever uitgever = Uitgever.Onbekend();
    private readonly ServiceProvider services;
    private readonly List<string> gezien = [];
    private WebApplication? partner;

    public MtlsUitTests()
    {
        File.WriteAllText(Path.Combine(map, "vertrouwd.crt"), uitgever.Pem);
        Schrijf(uitgever.Geef(Gemeente));
        services = new ServiceCollection().AddLogging().AddMetrics().AddSingleton<PartnerMeters>()
            .AddSingleton(new Certificaatmap(map, intrekking: false, TimeProvider.System, NullLogger<Certificaatmap>.Instance))
            .AddPartnerClient("proef", Adres, PartnerCaller.Quick, mtls: true)
            .BuildServiceProvider();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Uri Adres { get; } = new($"https://127.0.0.1:{Shared.ProgramProcess.FreePort()}/proef/v1/");

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (partner is not null)
        {
            await partner.DisposeAsync();
        }

        uitgever.Dispose();
        Directory.Delete(map, recursive: true);
    }

    [Fact]
    public async Task Aanroep_MetMtls_DraagtOnsCertificaatEnNaVernieuwingHetNieuwe()
    {
        await StartAsync(uitgever);

        using var eerste = await VraagAsync();
        Schrijf(uitgever.Geef("00000001999990002000"));
        using var tweede = await VraagAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (eerste.StatusCode, tweede.StatusCode));
        Assert.Equal([Gemeente, "00000001999990002000"], gezien);
    }

    [Fact]
    public async Task Aanroep_PartnerVanEenAndereUitgever_GaatErNietIn()
    {
        using var ander = Uitgever.Onbekend();
        await StartAsync(ander);

        await Assert.ThrowsAsync<HttpRequestException>(VraagAsync);

        Assert.Empty(gezien);
    }

    private Task<HttpResponseMessage> VraagAsync() => PartnerCaller.SendAsync(services.GetRequiredKeyedService<HttpClient>("proef"));

    private void Schrijf(X509Certificate2 certificaat)
    {
        using (certificaat)
        {
            File.WriteAllText(Path.Combine(map, "client.key"), certificaat.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
            File.WriteAllText(Path.Combine(map, "client.crt"), certificaat.ExportCertificatePem());
            File.SetLastWriteTimeUtc(Path.Combine(map, "client.crt"), DateTime.UtcNow.AddSeconds(gezien.Count));
        }
    }

    /// <summary>A partner that asks for a certificate and closes every connection after its answer.</summary>
    private async Task StartAsync(Uitgever van)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Adres.Port, listener => listener.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificate = van.Geef("00000001999990009000", gebruik: Certificaatmap.AlsServer),
            ClientCertificateMode = ClientCertificateMode.RequireCertificate,
            ClientCertificateValidation = (_, _, _) => true,
        })));
        partner = builder.Build();
        partner.Run(async context =>
        {
            gezien.Add(Clientcertificaat.OinOf((await context.Connection.GetClientCertificateAsync(Ct))!)!.Value.ToString());
            context.Response.Headers.Connection = "close";
            await context.Response.WriteAsync("goed", Ct);
        });
        await partner.StartAsync(Ct);
    }
}
