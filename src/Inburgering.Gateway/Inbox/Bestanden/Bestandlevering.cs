using System.Data.Common;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Bestanden;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>The database side of <see cref="Bestandwerk"/>: rows become messages like any other, each with its line.</summary>
internal sealed class Bestandlevering(ILogWriter log, BestandStore bestanden, BerichtOpslag opslag, TaakRegels regels, WerkSignaal signaal)
{
    /// <summary>Rows in one transaction: few enough not to keep others waiting.</summary>
    private const int Stap = 50;

    public Task JudgeAsync(Bestand bestand, Bestandoordeel oordeel, CancellationToken ct) => log.AppendAsync(
        bestand.Gemeentecode,
        async (transactie, stop) =>
        {
            await bestanden.JudgeAsync(transactie, bestand, oordeel, stop);
            return [regels.Bestand(Van(bestand, bestand.BestandId, null), oordeel.Telt, oordeel.Rijen, "Leveringsbestand beoordeeld")];
        },
        ct);

    /// <param name="rijen">Those that are no messages yet, by number; each can be applied.</param>
    public async Task DeliverAsync(Bestand bestand, IEnumerable<Gelezenrij> rijen, TimeSpan lease, CancellationToken ct)
    {
        foreach (var stap in rijen.Chunk(Stap))
        {
            await log.AppendAsync(bestand.Gemeentecode, (transactie, stop) => StoreAsync(transactie, bestand, stap, lease, stop), ct);
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

    private async Task<IReadOnlyList<Logregel>> StoreAsync(DbTransaction transactie, Bestand bestand, IReadOnlyList<Gelezenrij> rijen, TimeSpan lease, CancellationToken ct)
    {
        var (lijnen, geleverd) = (new List<Logregel>(), new List<(int Rij, Guid BerichtId)>());
        var afzender = new Berichtafzender(bestand.Gemeentecode, bestand.ClientId, bestand.Partner, bestand.TraceId);
        foreach (var rij in rijen)
        {
            var persoon = rij.Bericht!.Inhoud!.Personen[0].Persoon;
            var (ontvangst, dossierId) = await opslag.StoreAsync(transactie, rij.Bericht.Levering(afzender, rij.Body), persoon, ct);
            geleverd.Add((rij.Rij, ontvangst.BerichtId));
            lijnen.Add(regels.UitBestand(Van(bestand, ontvangst.BerichtId, rij.Bericht.Type), persoon, dossierId));
        }

        await bestanden.DeliveredAsync(transactie, bestand, geleverd, lease, ct);
        return lijnen;
    }

    private static Opvraging Van(Bestand bestand, Guid id, string? code) => new(bestand.Gemeentecode, id, bestand.Partner, bestand.TraceId, "taak-bestanden", bestand.ClientId) { Code = code };
}
