using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Wissen;

namespace Inburgering.Gateway.Features.Bewaren;

/// <summary>The nightly run over the months of the log: those ahead are made, and one of which every term is over goes and leaves its afsluiting.</summary>
internal sealed class Logmaanden(Beleid beleid, IMaandStore store, Maandsluiter sluiter, TimeProvider zaakklok)
{
    /// <param name="proef">Only names the months.</param>
    /// <returns>Month and number of lines that went.</returns>
    public async IAsyncEnumerable<(DateOnly Maand, long Regels)> RunAsync(bool proef, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        if (!proef)
        {
            await store.MakeAheadAsync(ct);
        }

        var regel = new Taakregel(beleid, zaakklok);
        foreach (var maand in await store.VoorbijAsync(zaakklok.GetUtcNow(), ct))
        {
            yield return (maand, proef ? 0 : await sluiter.RunAsync(maand, regel.Of(Logregel.Huis, "Maand van het log verwijderd na bewaartermijn"), ct));
        }
    }
}
