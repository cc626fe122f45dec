using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>The gemeente gives a partner an assignment for one person; from then on, and no longer than it runs, the partner may read.</summary>
internal sealed class GeefOpdracht(Regie regie, Dossierwerk werk, Opdrachtgift gift, Partnerrecht recht, Verwerking verwerking)
{
    public async Task<Uitkomst<OpdrachtView>> HandleAsync(Caller caller, Guid dossierId, OpdrachtInvoer invoer, CancellationToken ct)
    {
        if (await regie.OpenAsync(caller, dossierId, ct) is not { } dossier)
        {
            return Uitkomst<OpdrachtView>.Niet(regie.Weigering, string.Empty);
        }

        var uitkomst = await werk.DoeAsync<OpdrachtView>(
            dossier,
            async (transactie, vast, stop) =>
            {
                if (vast.GeslotenOp is not null)
                {
                    return Uitkomst<OpdrachtView>.Niet(Problems.DossierGesloten, "dossier-gesloten");
                }

                var past = recht.InAanbod(caller.Gemeentecode, await OpdrachtStore.DoelgroepAsync(transactie, vast, stop), invoer.Taak);
                if (Strijd(past, await OpdrachtStore.OverlapsAsync(transactie, vast, invoer.Opdracht, null, stop)) is { } strijd)
                {
                    return strijd;
                }

                var gegeven = await gift.GeefAsync(transactie, vast, caller, invoer, stop);
                verwerking.Informatie = [$"opdracht:{gegeven.Verwijzing}"];
                return OpdrachtView.Of(gegeven, caller.Gemeentecode, recht);
            },
            opdracht => recht.Oin(caller.Gemeentecode, opdracht.ClientId),
            ct);
        gift.Wek();
        return uitkomst;
    }

    /// <summary>What the dossier's state forbids, all at once; null when nothing does.</summary>
    private static Uitkomst<OpdrachtView>? Strijd(bool past, bool overlapt)
    {
        var fouten = new List<InvoerFout>();
        if (!past)
        {
            fouten.Add(new InvoerFout("Reden doelgroep: deze taak hoort niet bij het aanbod voor de doelgroep van deze persoon.", Pointer: "/taak"));
        }

        if (overlapt)
        {
            fouten.Add(new InvoerFout("Deze partner heeft deze taak al in een deel van deze tijd.", Pointer: "/van"));
        }

        if (fouten.Count == 0)
        {
            return null;
        }

        return past
            ? Uitkomst<OpdrachtView>.Niet(Problems.OpdrachtOverlapt, "overlapt", fouten)
            : Uitkomst<OpdrachtView>.Niet(Problems.DoelgroepPastNiet, "doelgroep", fouten);
    }
}
