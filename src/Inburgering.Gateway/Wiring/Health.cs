using System.Data.Common;
using System.Text.Json.Serialization;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Zegels;
using Inburgering.Gateway.Wiring.Herstelmodus;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Inburgering.Gateway.Wiring;

/// <summary>Whether the process lives, whether it can work, and its counts. No personal data, so no log line.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new Toestand("leeft"))).Plain();
        app.MapGet("/health/ready", ReadyAsync).Plain();
        app.MapGet("/metrics", (MetricsText metrics) => TypedResults.Text(metrics.Read(), MetricsText.MediaType)).Plain();
        return app;
    }

    private static async Task<IResult> ReadyAsync(NpgsqlDataSource database, LogWriter log, Zegelaar zegelaar, BeleidHouder beleid, [FromServices] Logverschil verschil, [FromServices] Herstelsein herstel, CancellationToken ct)
    {
        if (herstel.Dicht || log.Teruggezet)
        {
            return (Problems.Herstelmodus with { Detail = log.Teruggezet ? "De database is teruggezet terwijl deze server liep. Start hem opnieuw." : "De database is teruggezet. De gateway is dicht tot twee personen haar vrijgeven op /herstel." }).Answer();
        }

        if (zegelaar.Verankering is { Leeftijd: { } leeftijd, Dicht: true } verankering)
        {
            return (Problems.NietBeschikbaar with { Detail = verankering.Tegengesproken ? "De getuige heeft een ander log dan deze database: die is met haar ankers teruggezet, of veranderd. Er gaan geen gegevens uit. Zie docs/herstel.md." : $"Het log is al {(long)leeftijd.TotalSeconds} seconden niet door een getuige bevestigd; tot dat lukt gaan er geen gegevens uit." }).Answer();
        }

        return log.Beschikbaar && !zegelaar.Verankering.Dicht && await AnswersAsync(database, ct)
            ? TypedResults.Ok(new Toestand("gereed", beleid.Melding, (long)zegelaar.Verankering.Leeftijd.GetValueOrDefault().TotalSeconds, verschil.Melding))
            : Problems.NietBeschikbaar.Answer();
    }

    // the data source is the application role's: an owner's would prove nothing
    private static async Task<bool> AnswersAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await using var command = database.CreateCommand("select 1");
            return await command.ExecuteScalarAsync(patience.Token) is 1;
        }
        catch (Exception e) when (e is DbException or TimeoutException or OperationCanceledException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void Plain(this RouteHandlerBuilder endpoint) =>
        endpoint.AllowAnonymous().ExcludeFromDescription().WithMetadata(new ZonderLogregelAttribute("toestand van het proces, geen persoonsgegevens"), new InHerstelmodusAttribute());

    /// <param name="Status">leeft or gereed.</param>
    /// <param name="Beleid">In Dutch: why config/ is not the policy in force; absent when it is.</param>
    /// <param name="AnkerLeeftijdSeconden">How long the oldest checkpoint of the log waits for a witness; absent for «leeft».</param>
    /// <param name="Log">In Dutch: that answers were given whose line is gone; absent when every answer has its line.</param>
    internal sealed record Toestand(
        string Status,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Beleid = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? AnkerLeeftijdSeconden = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Log = null);
}
