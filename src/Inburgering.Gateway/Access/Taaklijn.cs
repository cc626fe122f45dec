using System.Diagnostics;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Access;

/// <summary>What the lines of every job have in common: no person acts, and what they rest on stands in the policy.</summary>
internal static class Taaklijn
{
    /// <param name="actor">"taak-berichten".</param>
    /// <param name="nu">Business clock.</param>
    /// <param name="activiteit">"VA-03-duo/2".</param>
    /// <param name="traceId">Of the request the work goes back to; null: the job began it.</param>
    public static Logregel Of(Beleid beleid, string gemeentecode, string actor, DateTimeOffset nu, string activiteit, string? traceId) => new()
    {
        Gemeentecode = gemeentecode,
        Tijdstip = nu,
        TraceId = traceId ?? ActivityTraceId.CreateRandom().ToHexString(),
        SpanId = ActivitySpanId.CreateRandom().ToHexString(),
        Naam = string.Empty,
        Actie = Actie.Muteren,
        Resultaat = Resultaat.Toegestaan,
        Actor = actor,
        Rol = "taak",
        Organisatie = beleid.Gemeenten.TryGetValue(gemeentecode, out var gemeente) ? gemeente.Oin : "gateway",
        Oorsprong = "taak",
        Verwerkingsactiviteit = activiteit,
        Aantal = 1,
        Beleid = beleid.Hash,
    };
}
