using System.Data.Common;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Storage.Koppelingen;

/// <summary>What every answer of a partner says beside its content: whether it knows us, and lets us at the person. Always inside the log writer's transaction.</summary>
internal sealed class Koppelstand(OpschortingStore opschortingen, Stilstanden stilstanden)
{
    /// <summary>Keeps it.</summary>
    /// <param name="dossier">Whom it was about; null: nobody we have a dossier of.</param>
    /// <param name="wens">How long the partner wants to be left alone; null: it did not say.</param>
    /// <returns>True: from now on nothing about this person goes there.</returns>
    public async Task<bool> NoteAsync(DbTransaction transactie, string gemeentecode, string partner, DossierRef? dossier, Houding houding, TimeSpan? wens, CancellationToken ct)
    {
        switch (houding)
        {
            case Houding.Onbekend:
                await stilstanden.LaterAsync(transactie, gemeentecode, partner, wens, ct);
                return false;
            case Houding.AntwoordtNiet:
                await stilstanden.BeginAsync(transactie, gemeentecode, partner, Stilstandoorzaak.AntwoordtNiet, wens, ct);
                return false;
            case Houding.HerkentOnsNiet:
                await stilstanden.BeginAsync(transactie, gemeentecode, partner, Stilstandoorzaak.HerkentOnsNiet, wens, ct);
                return false;
            case Houding.SluitUit:
                await stilstanden.EndAsync(transactie, gemeentecode, partner, ct);
                return dossier is not null && await opschortingen.PlaceAsync(transactie, dossier, partner, ct);
            case Houding.Herkent:
                await stilstanden.EndAsync(transactie, gemeentecode, partner, ct);
                return false;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}

/// <summary>How a partner stands towards the gemeente that asks or tells; what comes later weighs more.</summary>
internal enum Houding
{
    /// <summary>It could not be reached: nothing is known of it.</summary>
    Onbekend,

    Herkent,

    /// <summary>It failed so often that the hub spares it.</summary>
    AntwoordtNiet,

    HerkentOnsNiet,

    /// <summary>It lets this gemeente no longer at this person.</summary>
    SluitUit,
}

/// <summary>From a reply.</summary>
internal static class Houdingen
{
    public static Houding Houding<T>(this PartnerReply<T> reply) => reply switch
    {
        PartnerReply<T>.Unavailable { Waarom: Onbereikt.AfzenderOnbekend } => Koppelingen.Houding.HerkentOnsNiet,
        PartnerReply<T>.Unavailable { Waarom: Onbereikt.Dicht } => Koppelingen.Houding.AntwoordtNiet,
        PartnerReply<T>.Unavailable => Koppelingen.Houding.Onbekend,
        PartnerReply<T>.Refused { Redenen.Count: 0 } => Koppelingen.Houding.SluitUit,
        PartnerReply<T>.Answer or PartnerReply<T>.Absent or PartnerReply<T>.Refused or PartnerReply<T>.Unreadable => Koppelingen.Houding.Herkent,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
