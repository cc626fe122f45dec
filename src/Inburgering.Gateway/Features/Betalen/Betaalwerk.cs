using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Work on the orders of one dossier: its finances are asked for, and the dossier is held while they are looked at and moved.</summary>
internal sealed class Betaalwerk(Regie regie, Dossierwerk werk, BetalingLezer lezer)
{
    /// <summary>Work on one order.</summary>
    public async Task<Uitkomst<T>> DoeAsync<T>(
        Caller caller, Guid opdrachtId, Func<DbTransaction, DossierRef, Betaling, CancellationToken, Task<Uitkomst<T>>> doe, CancellationToken ct)
        where T : class, IVerantwoord
    {
        if (await regie.LeesOntzorgenAsync(caller, await lezer.DossierAsync(caller, opdrachtId, ct) ?? Guid.Empty, ct) is not { } dossier)
        {
            return Uitkomst<T>.Niet(regie.WeigeringOf(Problems.BetalingOnbekend), string.Empty);
        }

        return await werk.DoeAsync(
            dossier,
            async (transactie, vast, stop) => (await VanAsync(transactie, vast, dossier, stop)).FirstOrDefault(b => b.OpdrachtId == opdrachtId) is { } betaling
                ? await doe(transactie, vast, betaling, stop)
                : Uitkomst<T>.Niet(Problems.BetalingOnbekend, "geen-betaling"),
            ct);
    }

    /// <summary>Work on the orders of one month.</summary>
    public async Task<Uitkomst<BetalingenView>> DoeMaandAsync(
        Caller caller, (Guid DossierId, DateOnly Maand) welke, Func<DbTransaction, DossierRef, IReadOnlyList<Betaling>, CancellationToken, Task<Uitkomst<BetalingenView>>> doe, CancellationToken ct) =>
        await regie.LeesOntzorgenAsync(caller, welke.DossierId, ct) is { } dossier
            ? await werk.DoeAsync(
                dossier,
                async (transactie, vast, stop) => await doe(transactie, vast, [.. (await VanAsync(transactie, vast, dossier, stop)).Where(b => b.Wat.Maand == welke.Maand)], stop),
                ct)
            : Uitkomst<BetalingenView>.Niet(regie.Weigering, string.Empty);

    /// <summary>As it stands now.</summary>
    public async Task<BetalingView> ViewAsync(DbTransaction transactie, DossierRef vast, Guid opdrachtId, CancellationToken ct) =>
        BetalingView.Of((await lezer.ReadAsync(transactie, vast, ct)).Single(b => b.OpdrachtId == opdrachtId));

    /// <summary>None where a right of the person keeps the finances from this caller.</summary>
    private async Task<IReadOnlyList<Betaling>> VanAsync(DbTransaction transactie, DossierRef vast, Granted dossier, CancellationToken ct) =>
        Financien.Open(dossier) ? await lezer.ReadAsync(transactie, vast, ct) : [];
}
