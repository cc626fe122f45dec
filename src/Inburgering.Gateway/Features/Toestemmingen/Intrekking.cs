using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Features.Opdrachten;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Features.Toestemmingen;

/// <summary>What a withdrawal means: what stops, what goes on by task, and what the person gets as a receipt.</summary>
internal sealed class Intrekking(Gevolgen gevolgen, Partnerrecht recht, Woorden woorden)
{
    /// <summary>What to tell of it.</summary>
    public async Task<IntrekkingView> ToonAsync(DbTransaction transactie, DossierRef vast, GegevenToestemming toestemming, DateTimeOffset nu, CancellationToken ct)
    {
        var (gemeentecode, inhoud) = (vast.Gemeentecode, toestemming.Inhoud);
        var stopt = await gevolgen.StopAsync(transactie, new Rechteinde
        {
            Gemeentecode = gemeentecode,
            DossierId = vast.DossierId,
            ClientId = inhoud.ClientId,
            Doelen = [inhoud.Doel],
            Per = toestemming.IngetrokkenOp!.Value,
        }, ct);
        var taken = (await OpdrachtLezer.RunningAsync(transactie, vast, inhoud.ClientId, nu, ct)).Select(o => o.Inhoud.Taak).ToHashSet(StringComparer.Ordinal);
        var partner = recht.Zoek(gemeentecode, inhoud.ClientId);
        return new IntrekkingView(
            ToestemmingView.Of(toestemming),
            stopt,
            partner is null ? [] : recht.ZonderToestemming(partner, taken, await OpdrachtStore.DoelgroepAsync(transactie, vast, ct)),
            new Ontvangstbewijs
            {
                Kenmerk = toestemming.ToestemmingId,
                Gemeente = woorden.Gemeente(gemeentecode),
                Partner = partner?.Naam ?? inhoud.ClientId,
                Doel = woorden.Doel(inhoud.Doel),
                Taal = inhoud.Taal,
                GegevenOp = inhoud.GegevenOp,
                IngetrokkenOp = toestemming.IngetrokkenOp.Value,
            });
    }

    /// <summary>OIN of the partner it concerns, for the log.</summary>
    public string? Oin(string gemeentecode, string clientId) => recht.Oin(gemeentecode, clientId);
}
