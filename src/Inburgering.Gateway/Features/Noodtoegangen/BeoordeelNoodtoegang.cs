using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Noodtoegangen;

/// <summary>Every emergency access is judged afterwards by somebody who neither asked nor approved it; a second one first needs approval.</summary>
internal sealed class BeoordeelNoodtoegang(AccessDesk desk, NoodtoegangStore store, ILogWriter log, Verwerking verwerking)
{
    public const string InOrde = "in-orde";
    public const string Onrechtmatig = "onrechtmatig";
    public const string Geweigerd = "geweigerd";
    public const int KortsteToelichting = 10;
    public const int LangsteToelichting = 500;

    /// <summary>All of the gemeente, newest first.</summary>
    /// <returns>Null: not for this role.</returns>
    public async Task<IReadOnlyList<Noodtoegangvermelding>?> ReadAsync(Caller caller, CancellationToken ct)
    {
        if (desk.AskBeoordeling(caller) is not { } question)
        {
            return null;
        }

        var rijen = await store.ReadAsync(question, ct);
        verwerking.Aantal = rijen.Count;
        return [.. rijen.Select(r => Noodtoegangvermelding.Of(r, caller.Id))];
    }

    /// <returns>False: refused, or nothing to approve by this person.</returns>
    public Task<bool> ApproveAsync(Caller caller, Guid id, CancellationToken ct) => ChangeAsync(
        caller, id, "Noodtoegang goedgekeurd", (transactie, stop) => store.ApproveAsync(transactie, caller.Gemeentecode, id, Guid.Parse(caller.Id), stop), ct);

    /// <summary>What waits is refused, and does not begin any more; who asked it reads why.</summary>
    /// <returns>False: refused, a note that cannot be, or nothing to refuse by this person.</returns>
    public Task<bool> RefuseAsync(Caller caller, Guid id, string? toelichting, CancellationToken ct) =>
        ConcludeAsync(caller, (id, Geweigerd, toelichting), "Noodtoegang geweigerd", store.RefuseAsync, ct);

    /// <param name="oordeel">in-orde or onrechtmatig.</param>
    /// <returns>False: refused, a word or note that cannot be, or nothing to judge by this person.</returns>
    public async Task<bool> JudgeAsync(Caller caller, Guid id, string? oordeel, string? toelichting, CancellationToken ct) => oordeel switch
    {
        InOrde => await ConcludeAsync(caller, (id, InOrde, toelichting), "Noodtoegang in orde bevonden", store.JudgeAsync, ct),
        Onrechtmatig => await ConcludeAsync(caller, (id, Onrechtmatig, toelichting), "Noodtoegang onrechtmatig bevonden", store.JudgeAsync, ct),
        _ => false,
    };

    private async Task<bool> ConcludeAsync(
        Caller caller, (Guid Id, string Woord, string? Toelichting) oordeel, string naam, Func<DbTransaction, string, Noodtoegangoordeel, CancellationToken, Task<Guid?>> conclude, CancellationToken ct)
    {
        var tekst = oordeel.Toelichting?.Trim() ?? string.Empty;
        return tekst.Length is >= KortsteToelichting and <= LangsteToelichting && await ChangeAsync(
            caller, oordeel.Id, naam,
            (transactie, stop) => conclude(transactie, caller.Gemeentecode, new Noodtoegangoordeel(oordeel.Id, Guid.Parse(caller.Id), oordeel.Woord, tekst), stop),
            ct);
    }

    private async Task<bool> ChangeAsync(Caller caller, Guid id, string naam, Func<DbTransaction, CancellationToken, Task<Guid?>> change, CancellationToken ct)
    {
        if (desk.AskBeoordeling(caller) is null)
        {
            return false;
        }

        Guid? dossierId = null;
        verwerking.Naam = naam;
        verwerking.Bewijs = await log.AppendAsync(
            caller.Gemeentecode,
            async (transactie, stop) =>
            {
                dossierId = await change(transactie, stop);
                return [Noodtoegangregel.Of(verwerking, dossierId, id)];
            },
            ct);
        return dossierId is not null;
    }
}
