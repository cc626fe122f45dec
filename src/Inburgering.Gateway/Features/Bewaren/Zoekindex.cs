using System.Diagnostics;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage.Bewaren;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Bewaren;

/// <summary>Brings the blind index of every dossier to the newest key, one transaction with its line per person. Safe to run twice and to be killed.</summary>
internal sealed class Zoekindex(Beleid beleid, Herindexering herindexering, ILogWriter log, TimeProvider zaakklok)
{
    /// <summary>One gemeente.</summary>
    /// <returns>How many were renewed, and of how many the number is not in their facts.</returns>
    public async Task<(int Vernieuwd, int Wachten)> RunAsync(string gemeentecode, CancellationToken ct)
    {
        var (vernieuwd, rest) = (0, 0);
        foreach (var dossierId in await herindexering.TeDoenAsync(gemeentecode, ct))
        {
            var gelukt = false;
            await log.AppendAsync(
                gemeentecode,
                async (transactie, stop) =>
                {
                    gelukt = await herindexering.DoeAsync(transactie, gemeentecode, dossierId, stop);
                    return [Regel(gemeentecode, dossierId, gelukt)];
                },
                ct);
            (vernieuwd, rest) = gelukt ? (vernieuwd + 1, rest) : (vernieuwd, rest + 1);
        }

        return (vernieuwd, rest);
    }

    private Logregel Regel(string gemeentecode, Guid dossierId, bool gelukt) => new()
    {
        Gemeentecode = gemeentecode,
        Tijdstip = zaakklok.GetUtcNow(),
        TraceId = ActivityTraceId.CreateRandom().ToHexString(),
        SpanId = ActivitySpanId.CreateRandom().ToHexString(),
        Naam = "Zoekindex vernieuwd na sleutelwissel",
        Actie = Actie.Beheer,
        Resultaat = Resultaat.Toegestaan,
        Reden = gelukt ? null : "nummer-niet-bekend",
        Actor = "taak-zoekindex",
        Rol = "taak",
        Organisatie = beleid.Gemeenten[gemeentecode].Oin,
        Oorsprong = "taak",
        Verwerkingsactiviteit = Taakregel.Verwerkingsactiviteit(beleid),
        Grondslag = "WP",
        Aantal = 1,
        Beleid = beleid.Hash,
        Betrokkene = new Betrokkene(null, "dossier", dossierId),
    };
}
