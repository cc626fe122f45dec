using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Ontzorgen;

namespace Inburgering.Gateway.Features.Ontzorgen;

/// <summary>The decisions of a dossier, for who may know the finances of this person.</summary>
internal sealed class LeesOntzorgbesluiten(Regie regie, OntzorgbesluitStore besluiten, Besluitboek boek)
{
    public async Task<Uitkomst<OntzorgbesluitenView>> HandleAsync(Caller caller, Guid dossierId, CancellationToken ct) =>
        await FindAsync(caller, dossierId, ct) is { } gevonden
            ? new OntzorgbesluitenView([.. gevonden.Select(boek.View)])
            : Uitkomst<OntzorgbesluitenView>.Niet(regie.Weigering, string.Empty);

    /// <summary>None where a right of the person keeps the finances from this caller.</summary>
    /// <returns>Null: refused.</returns>
    public async Task<IReadOnlyList<Vastgelegd>?> FindAsync(Caller caller, Guid dossierId, CancellationToken ct)
    {
        if (await regie.LeesOntzorgenAsync(caller, dossierId, ct) is not { } dossier)
        {
            return null;
        }

        return Financien.Open(dossier) ? await besluiten.ReadAsync(dossier, ct) : [];
    }
}
