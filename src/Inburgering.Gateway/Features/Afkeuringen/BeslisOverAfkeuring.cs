using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Afkeuringen;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>What a person decides about a rejected message without trying it: closed, or the partner's turn. A repeat has no second effect.</summary>
internal sealed class BeslisOverAfkeuring(Afkeurhandeling handeling, AfkeurbesluitStore besluiten, LeesAfkeuringen lees)
{
    public Task<Uitkomst<AfkeuringView>> SluitAsync(Caller caller, Guid afkeuringId, string reden, CancellationToken ct) =>
        BeslisAsync(caller, afkeuringId, Afkeurstand.Gesloten, (transactie, stop) => besluiten.SluitAsync(transactie, caller.Gemeentecode, afkeuringId, caller.Id, reden.Trim(), stop), ct);

    public Task<Uitkomst<AfkeuringView>> DraagOverAsync(Caller caller, Guid afkeuringId, string reden, CancellationToken ct) =>
        BeslisAsync(caller, afkeuringId, Afkeurstand.BijPartner, (transactie, stop) => besluiten.DraagOverAsync(transactie, caller.Gemeentecode, afkeuringId, caller.Id, reden.Trim(), stop), ct);

    private Task<Uitkomst<AfkeuringView>> BeslisAsync(
        Caller caller, Guid afkeuringId, Afkeurstand wordt, Func<DbTransaction, CancellationToken, Task<bool>> besluit, CancellationToken ct) => handeling.DoeAsync(
        caller,
        async (transactie, stop) =>
        {
            if (await AfkeuringLezer.OfAsync(transactie, caller.Gemeentecode, [afkeuringId], stop) is not [var voor])
            {
                return Uitkomst<AfkeuringView>.Niet(Problems.AfkeuringOnbekend, "onbekend");
            }

            handeling.GaatOver("afkeuring", afkeuringId);
            if (voor.Stand == wordt)
            {
                return Uitkomst<AfkeuringView>.Gedaan(lees.Of(voor), herhaling: true);
            }

            if (!await besluit(transactie, stop))
            {
                return voor.Stand == Afkeurstand.InHerhaling
                    ? Uitkomst<AfkeuringView>.Niet(Problems.AfkeuringInHerhaling, "in-herhaling")
                    : Uitkomst<AfkeuringView>.Niet(Problems.AfkeuringAfgehandeld, "afgehandeld");
            }

            return lees.Of((await AfkeuringLezer.OfAsync(transactie, caller.Gemeentecode, [afkeuringId], stop)).Single());
        },
        ct);
}
