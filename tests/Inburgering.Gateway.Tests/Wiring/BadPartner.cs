using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Inburgering.Gateway.Tests.Wiring;

/// <summary>A partner on a real port that behaves as told: each call takes the next behaviour, the last one stays.</summary>
internal sealed class BadPartner : IAsyncDisposable
{
    private readonly ConcurrentQueue<RequestDelegate> behaviours = new();
    private readonly WebApplication app;
    private readonly CancellationTokenSource stopping = new();

    private BadPartner(WebApplication app) => this.app = app;

    /// <summary>Path and headers of every call that came in.</summary>
    public ConcurrentQueue<(string Path, Dictionary<string, string> Headers)> Calls { get; } = new();

    public Uri Address => new(app.Urls.Single() + "/proef/v1/");

    public static async Task<BadPartner> StartAsync(params RequestDelegate[] behaviours)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var host = builder.Build();
        var partner = new BadPartner(host);
        host.Run(partner.AnswerAsync);
        partner.Next(behaviours);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return partner;
    }

    /// <summary>Adds behaviours after those that are left.</summary>
    public void Next(params RequestDelegate[] more) => Array.ForEach(more, behaviours.Enqueue);

    public static RequestDelegate Status(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        context.Response.Headers.Location = status is >= 300 and < 400 ? "/elders/999990342" : null;
        return Task.CompletedTask;
    };

    /// <summary>Answers, and says by which version of its contract.</summary>
    public static RequestDelegate Versie(string versie, int status = 200) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers["API-Version"] = versie;
        return Task.CompletedTask;
    };

    public static Task Good(HttpContext context) => context.Response.WriteAsync("goed", context.RequestAborted);

    public static Task Reset(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public static Task Hang(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    public static async Task HangInBody(HttpContext context)
    {
        context.Response.ContentLength = 100;
        await context.Response.WriteAsync("begin", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await Hang(context);
    }

    public static Task Huge(HttpContext context) => context.Response.WriteAsync(new string('x', 4096), context.RequestAborted);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await app.DisposeAsync();
        stopping.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Calls.Enqueue((context.Request.Path.Value!, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        using var end = stopping.Token.Register(context.Abort);
        var behaviour = behaviours.Count > 1 && behaviours.TryDequeue(out var next) ? next : behaviours.First();
        try
        {
            await behaviour(context);
        }
        catch (OperationCanceledException)
        {
            // the caller left
        }
    }
}
