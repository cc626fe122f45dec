using System.Diagnostics;
using System.Net;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Inburgering.Gateway.Tests.Wiring;

[Trait("Regel", "security 22")]
public sealed class TelemetryTests
{
    // counts are the process's: this name is used by no other test
    private const string Partner = "gemeten";

    [Fact]
    public async Task Run_PartnerMisbehavesWhileACollectorListens_BsnIsNowhere()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var partner = await BadPartner.StartAsync(
            BadPartner.Status(302), BadPartner.Reset, BadPartner.Reset, BadPartner.Reset, BadPartner.Hang, BadPartner.HangInBody, BadPartner.Hang, BadPartner.Status(404), BadPartner.Good);
        var log = new CapturedLog();
        string metrics;
        await using (var app = await StartAsync(partner, log, collector.Address))
        {
            using var client = Client(app);
            for (var i = 0; i < 5; i++)
            {
                using var response = await client.GetAsync($"/v1/vraag/{PartnerCaller.Bsn}?over={PartnerCaller.Bsn}", TestContext.Current.CancellationToken);
            }

            metrics = await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
            await app.StopAsync(TestContext.Current.CancellationToken);
        }

        var seen = collector.Received;
        Assert.Contains("/v1/traces", seen, StringComparison.Ordinal);
        Assert.Contains("/v1/metrics", seen, StringComparison.Ordinal);
        Assert.Contains($"partner {Partner} {PartnerCaller.Route}", seen, StringComparison.Ordinal);
        Assert.Contains("GET /v1/vraag/{wie}", seen, StringComparison.Ordinal);
        Assert.Contains("te-laat", seen, StringComparison.Ordinal);
        Assert.All([seen, log.Text, metrics], text => Assert.DoesNotContain(PartnerCaller.Bsn, text, StringComparison.Ordinal));
        Assert.All([seen, log.Text, metrics], text => Assert.DoesNotContain("verklikker", text, StringComparison.Ordinal));
    }

    [Fact]
    public void OnEnd_SpanWithPath_KeepsTheRouteOnly()
    {
        using var source = new ActivitySource("Microsoft.AspNetCore");
        using var listener = new ActivityListener { ShouldListenTo = s => s == source, Sample = (ref _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(listener);
        using var span = source.StartActivity("HttpRequestIn")!;
        span.SetTag("http.route", "/v1/vraag/{wie}").SetTag("http.request.method", "GET").SetTag("url.path", $"/v1/vraag/{PartnerCaller.Bsn}")
            .SetTag("url.query", $"?over={PartnerCaller.Bsn}").SetTag("http.target", "/v1/vraag/Jan").SetTag("user_agent.original", "verklikker");

        using var privacy = new SpanPrivacy();
        privacy.OnEnd(span);

        Assert.Equal("GET /v1/vraag/{wie}", span.DisplayName);
        Assert.Equal(["http.request.method", "http.route", "url.path"], span.TagObjects.Select(t => t.Key).Order(StringComparer.Ordinal));
        Assert.Equal("/v1/vraag/{wie}", span.GetTagItem("url.path"));
    }

    [Fact]
    public async Task Get_Metrics_IsReadableForAScraper()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Status(503), BadPartner.Good);
        await using var app = await StartAsync(partner, new CapturedLog(), collector: null);
        using var client = Client(app);
        using (await client.GetAsync("/v1/vraag/x", TestContext.Current.CancellationToken))
        {
            // counted
        }

        using var response = await client.GetAsync("/metrics", TestContext.Current.CancellationToken);

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"gateway_partner_retries_total{{partner=\"{Partner}\"}} ", text, StringComparison.Ordinal);
        Assert.Contains($"gateway_partner_call_seconds_count{{outcome=\"200\",partner=\"{Partner}\",route=\"{PartnerCaller.Route}\"}} ", text, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_bucket{", text, StringComparison.Ordinal);
        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches(@"^(# (HELP|TYPE) [a-z_]+ .*|[a-z_]+(\{([a-z_]+=""([^""\\]|\\.)*"",?)+\})? [-+.0-9Ee]+)$", line));
    }

    private static async Task<WebApplication> StartAsync(BadPartner partner, CapturedLog log, string? collector)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector;
        builder.AddObservation();
        log.Use(builder.Logging, builder.Configuration);
        builder.Services.AddApi();
        builder.Services.AddSingleton<PartnerMeters>();
        builder.Services.AddPartnerClient(Partner, partner.Address, PartnerCaller.Impatient);
        var app = builder.Build();
        app.UseRequestLog();
        app.UseApi();
        app.MapGet("/metrics", (MetricsText metrics) => metrics.Read()).WithMetadata(new ZonderLogregelAttribute("proef"));
        app.MapGet("/v1/vraag/{wie}", async ([FromKeyedServices(Partner)] HttpClient client) =>
        {
            using var response = await PartnerCaller.SendAsync(client);
            return TypedResults.StatusCode((int)response.StatusCode);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static HttpClient Client(WebApplication app)
    {
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Add("User-Agent", "verklikker/1.0");
        client.DefaultRequestHeaders.Add("tracestate", "verklikker=1");
        client.DefaultRequestHeaders.Add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        return client;
    }
}
