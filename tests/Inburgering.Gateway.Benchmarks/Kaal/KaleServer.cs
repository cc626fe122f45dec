using System.Buffers;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Inburgering.Gateway.Benchmarks.Kaal;

/// <summary>The limit: Kestrel, Npgsql and nothing else (performance 1). Token known, grant and sections in one statement, a chained line committed before the answer.</summary>
internal sealed class KaleServer(KaleLezer lezer, KaleSchrijver log, string token, string client)
{
    /// <summary>What makes the benchmark's own program this server.</summary>
    public const string Woord = "kale-server";

    /// <summary>No line: what logging is measured against.</summary>
    public const string Ongelogd = "ongelogd";

    /// <summary>The lean limit.</summary>
    public const string Gelogd = "gelogd";

    /// <summary>The lean limit with sections that are opened from AES-GCM, in a transaction of one tenant.</summary>
    public const string Versleuteld = "versleuteld";

    /// <summary>Starts it as a process of its own, with the garbage collector the product has.</summary>
    public static async Task<ProgramProcess> StartAsync(Uri adres, string database, string token, string client, CancellationToken ct)
    {
        var process = ProgramProcess.Start(typeof(KaleServer).Assembly.Location, new Dictionary<string, string?>
        {
            ["KAAL_ADRES"] = adres.ToString(),
            ["KAAL_DB"] = Cluster.Database(database),
            ["KAAL_TOKEN"] = token,
            ["KAAL_CLIENT"] = client,
            ["DOTNET_gcServer"] = "1",
        }, Woord);
        await process.ReadyAsync($"{adres}gereed", ct);
        return process;
    }

    /// <summary>Until it is killed.</summary>
    public static async Task ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Nodig("KAAL_ADRES"));
        await using var bron = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(Nodig("KAAL_DB")) { MaxPoolSize = 24, MaxAutoPrepare = 16, AutoPrepareMinUsages = 2 }.ConnectionString);
        await using var log = await KaleSchrijver.OpenAsync(bron);
        var server = new KaleServer(new KaleLezer(bron), log, $"Bearer {Nodig("KAAL_TOKEN")}", Nodig("KAAL_CLIENT"));
        await using var app = builder.Build();
        app.MapGet("/gereed", () => "gereed");
        app.MapGet("/{soort}/{id:guid}", server.AnswerAsync);
        await app.RunAsync();
    }

    private static string Nodig(string naam) => Environment.GetEnvironmentVariable(naam) ?? throw new InvalidOperationException($"{naam} is not set.");

    private async Task AnswerAsync(HttpContext context, string soort, Guid id)
    {
        if (context.Request.Headers.Authorization != token)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var secties = soort == Versleuteld ? await lezer.OpenAsync(id, client) : await lezer.ReadAsync(id, client);
        if (secties.Count == 0)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (soort != Ongelogd)
        {
            await log.AppendAsync(client, id, string.Join(' ', secties.Select(s => s.Categorie)));
        }

        var body = Json(id, secties);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.WrittenCount;
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    private static ArrayBufferWriter<byte> Json(Guid id, List<(string Categorie, byte[] Inhoud)> secties)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteString("dossierId", id);
        json.WriteStartObject("gegevens");
        foreach (var (categorie, inhoud) in secties)
        {
            json.WritePropertyName(categorie);
            json.WriteRawValue(inhoud, skipInputValidation: true);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        return body;
    }
}
