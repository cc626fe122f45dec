using System.Data.Common;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Bestanden;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>The database side of <see cref="Bestandwerk"/>: rows become messages like any other, each with its line.</summary>
internal sealed class Bestandlevering(ILogWriter log, BestandStore bestanden, Bestandopslag opslag, Zoekbudget budget, TaakRegels regels, WerkSignaal signaal)
{
    /// <summary>Rows in one transaction: few enough not to keep others waiting.</summary>
    private const int Stap = 200;

    public Task JudgeAsync(Bestand bestand, Bestandoordeel oordeel, CancellationToken ct) => log.AppendAsync(
        bestand.Gemeentecode,
        async (transactie, stop) =>
        {
            await bestanden.JudgeAsync(transactie, bestand, oordeel, stop);
            if (oordeel.Missers > 0)
            {
                await budget.AddAsync(transactie, bestand.Gemeentecode, bestand.ClientId, oordeel.Missers, stop);
            }

            return [regels.Bestand(Van(bestand, bestand.BestandId, null), oordeel.Telt, oordeel.Rijen, "Leveringsbestand beoordeeld")];
        },
        ct);

    /// <param name="rijen">Those that are no messages yet, by number; each can be applied.</param>
    public async Task DeliverAsync(Bestand bestand, Bestandrechten recht, IEnumerable<Gelezenrij> rijen, TimeSpan lease, CancellationToken ct)
    {
        foreach (var stap in rijen.Chunk(Stap))
        {
            await log.AppendAsync(bestand.Gemeentecode, (transactie, stop) => StoreAsync(transactie, bestand, recht, (stap, lease), stop), ct);
            signaal.Wek();
        }

        await log.AppendAsync(
            bestand.Gemeentecode,
            async (transactie, stop) =>
            {
                await bestanden.FinishAsync(transactie, bestand, stop);
                return [regels.Bestand(Van(bestand, bestand.BestandId, null), telt: true, 0, "Leveringsbestand geleverd")];
            },
            ct);
    }

    private async Task<IReadOnlyList<Logregel>> StoreAsync(DbTransaction transactie, Bestand bestand, Bestandrechten recht, (IReadOnlyList<Gelezenrij> Rijen, TimeSpan Lease) stap, CancellationToken ct)
    {
        var (rijen, lease) = stap;
        var opgeslagen = await opslag.StoreAsync(transactie, bestand, recht, rijen, ct);
        await bestanden.DeliveredAsync(transactie, bestand, [.. rijen.Zip(opgeslagen, (rij, o) => (rij.Rij, o.BerichtId))], lease, ct);
        return [.. rijen.Zip(opgeslagen, (rij, o) => regels.UitBestand(Van(bestand, o.BerichtId, rij.Bericht!.Type), rij.Persoon!, o.DossierId))];
    }

    private static Opvraging Van(Bestand bestand, Guid id, string? code) => new(bestand.Gemeentecode, id, bestand.Partner, bestand.TraceId, "taak-bestanden", bestand.ClientId) { Code = code };
}
