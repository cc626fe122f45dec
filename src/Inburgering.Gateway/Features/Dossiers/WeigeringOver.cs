using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Dossiers;

/// <summary>A refusal before anything was read: its line still tells whose dossier it was about, so that «Wie heeft gekeken» shows it.</summary>
internal sealed class WeigeringOver(Dossierverwijzing verwijzing, Verwerking verwerking)
{
    public async Task NoteAsync(Caller caller, Guid id, CancellationToken ct) => verwerking.GaatOver(await verwijzing.WhoseAsync(caller, id, ct));
}
