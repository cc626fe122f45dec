using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>The orders of a dossier, for who may know the finances of this person.</summary>
internal sealed class LeesBetalingen(Regie regie, BetalingLezer lezer)
{
    /// <param name="dossierId">Null: not said, or no id.</param>
    public async Task<Uitkomst<BetalingenView>> HandleAsync(Caller caller, Guid? dossierId, CancellationToken ct)
    {
        if (dossierId is not { } id)
        {
            return Uitkomst<BetalingenView>.Niet(Problems.OngeldigeInvoer, "ongeldig", [new InvoerFout("Noem het dossier.", Parameter: "dossierId")]);
        }

        if (await regie.LeesOntzorgenAsync(caller, id, ct) is not { } dossier)
        {
            return Uitkomst<BetalingenView>.Niet(regie.Weigering, string.Empty);
        }

        return BetalingenView.Of(Financien.Open(dossier) ? await lezer.ReadAsync(dossier, ct) : []);
    }
}
