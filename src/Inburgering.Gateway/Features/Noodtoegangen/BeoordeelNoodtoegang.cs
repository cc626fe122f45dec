using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Noodtoegangen;

/// <summary>Every emergency access is judged afterwards by somebody who neither asked nor approved it; a second one first needs approval.</summary>
internal sealed class BeoordeelNoodtoegang(AccessDesk desk, NoodtoegangStore store, ILogWriter log, Verwerking verwerking)
{
    public const string InOrde = "in-orde";
    public const string Onrechtmatig = "onrechtmatig";
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

    /// <param name="oordeel">in-orde or onrechtmatig.</param>
    /// <returns>False: refused, a word or note that cannot be, or nothing to judge by this person.</returns>
    public Task<bool> JudgeAsync(Caller caller, Guid id, string? oordeel, string? toelichting, CancellationToken ct)
    {
        var tekst = toelichting?.Trim() ?? string.Empty;
        if (oordeel is not (InOrde or Onrechtmatig) || tekst.Length is < KortsteToelichting or > LangsteToelichting)
        {
            return Task.FromResult(false);
        }

        var naam = oordeel == InOrde ? "Noodtoegang in orde bevonden" : "Noodtoegang onrechtmatig bevonden";
        return ChangeAsync(
            caller, id, naam, (transactie, stop) => store.JudgeAsync(transactie, caller.Gemeentecode, new Noodtoegangoordeel(id, Guid.Parse(caller.Id), oordeel, tekst), stop), ct);
    }

    private async Task<bool> ChangeAsync(Caller caller, Guid id, string naam, Func<System.Data.Common.DbTransaction, CancellationToken, Task<Guid?>> change, CancellationToken ct)
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
