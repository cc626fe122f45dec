using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Wissen;

namespace Inburgering.Gateway.Features.Bewaren;

/// <summary>The nightly run over the log: a line whose own term ended loses its person; that the look-up was there stays.</summary>
internal sealed class Logtermijnen(Beleid beleid, IWisStore store, ILogWriter log, TimeProvider zaakklok, TimeProvider systeemklok)
{
    /// <summary>One gemeente, or the house.</summary>
    /// <param name="proef">Only counts.</param>
    /// <returns>How many lines.</returns>
    public Task<long> RunAsync(string gemeentecode, bool proef, CancellationToken ct)
    {
        var opdracht = new Wisopdracht
        {
            Vraag = new Wisvraag(gemeentecode, zaakklok.GetUtcNow(), null),
            Waarom = "bewaartermijn",
            Beleid = beleid.Hash,
            Regel = new Taakregel(beleid, zaakklok).Of(gemeentecode, "Persoon uit het log gewist na bewaartermijn"),
        };
        return proef ? store.CountAsync(opdracht.Vraag, ct) : new Logwisser(store, log, systeemklok).RunAsync(opdracht, ct);
    }
}
