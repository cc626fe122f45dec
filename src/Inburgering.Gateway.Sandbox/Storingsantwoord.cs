using System.Globalization;
using System.Text;

namespace Inburgering.Gateway.Sandbox;

/// <summary>Does to a call what a fault says.</summary>
/// <param name="next">What the partner itself would do with the call.</param>
internal sealed class Storingsantwoord(HttpContext context, Storing storing, RequestDelegate next, DateTimeOffset now, CancellationToken stopping)
{
    private const int Traag = 3000;
    private const int Druppel = 50;
    private const string VersieHeader = "API-Version";

    /// <summary>What is sent of an answer that has no body of its own: half a document.</summary>
    private static readonly byte[] Begin = Encoding.UTF8.GetBytes("""{"onderbroken": [1, 2, 3, 4, 5, 6, 7, 8, 9]}""");

    private byte[]? proper;
    private string? contentType;

    public async Task WriteAsync()
    {
        if (storing.NaVerwerking)
        {
            await ProperAnswerAsync();
            context.Response.Headers.ContentType = default;
        }

        await (storing.Kind switch
        {
            "onzin" => JunkAsync(),
            "traag" => SlowAsync(),
            "druppelt" => DripAsync(),
            "halverwege" => HalfAsync(),
            "hangt" => HangAsync(),
            "reset" => ResetAsync(),
            "andere-versie" => VersionAsync(storing.Versie ?? "99.0.0"),
            "zonder-versie" => VersionAsync(default),
            _ => StatusAsync(storing.Status!.Value),
        });
    }

    private Task StatusAsync(int status)
    {
        context.Response.StatusCode = status;
        if (RetryAfter(status) is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (status == StatusCodes.Status302Found)
        {
            // Leads back to the sandbox itself: a client that follows it is seen in the verzoeken.
            context.Response.Headers.Location = "/_sandbox/gereed";
        }

        return storing.Kind == "403-fouttekst"
            ? context.Response.WriteAsJsonAsync((storing.Foutteksten ?? ["De sandbox weigert dit bericht."]).Select(text => new { fouttekst = text }), context.RequestAborted)
            : Task.CompletedTask;
    }

    private int? RetryAfter(int status) =>
        storing.RetryAfter
        ?? (storing.Tot is { } until ? (int?)Math.Ceiling((until - now).TotalSeconds) : null)
        ?? (status == StatusCodes.Status429TooManyRequests ? 1 : null);

    private Task JunkAsync()
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync("{\"onzin\": [1, 2,, <html>", context.RequestAborted);
    }

    private async Task SlowAsync()
    {
        await Task.Delay(storing.VertragingMs ?? Traag, context.RequestAborted);
        await AgainAsync();
    }

    private async Task DripAsync()
    {
        foreach (var one in await ProperAnswerAsync())
        {
            await Task.Delay(storing.VertragingMs ?? Druppel, context.RequestAborted);
            await context.Response.Body.WriteAsync(new[] { one }, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private async Task HalfAsync()
    {
        var body = await ProperAnswerAsync() is { Length: > 1 } own ? own : Begin;
        if (context.Response.StatusCode == StatusCodes.Status204NoContent)
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
        }

        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    private async Task HangAsync()
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await Task.Delay(Timeout.Infinite, either.Token).ContinueWith(_ => context.Abort(), TaskScheduler.Default);
    }

    private Task ResetAsync()
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private async Task VersionAsync(string? version)
    {
        context.Response.Headers[VersieHeader] = version;
        await AgainAsync();
    }

    // After naVerwerking the proper answer stands ready; it is not asked a second time.
    private async Task AgainAsync()
    {
        if (await ProperAnswerAsync() is { Length: > 0 } body)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    /// <summary>Lets the partner answer, once, and keeps the body back.</summary>
    private async Task<byte[]> ProperAnswerAsync()
    {
        if (proper is null)
        {
            var outside = context.Response.Body;
            using var kept = new MemoryStream();
            context.Response.Body = kept;
            try
            {
                await next(context);
            }
            finally
            {
                context.Response.Body = outside;
            }

            contentType = context.Response.ContentType;
            proper = kept.ToArray();
        }

        context.Response.ContentType = contentType;
        return proper;
    }
}
