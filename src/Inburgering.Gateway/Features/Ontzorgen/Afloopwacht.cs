using System.Globalization;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Storage.Betalen;
using Inburgering.Gateway.Storage.Ontzorgen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Ontzorgen;

/// <summary>Tells at eight, four and one weeks before its end that nobody's fixed costs are paid any more (payments 8.5); each time once, and only where no decision follows.</summary>
internal sealed class Afloopwacht(Ontzorgtaak taak, OntzorgbesluitStore besluiten, BoekingStore boekingen, ILogWriter log, Besluitboek boek)
{
    /// <summary>Name of the job in lines.</summary>
    public const string Actor = "taak-afloopwacht";

    private const string Code = "ontzorgen-loopt-af";

    public async Task HandleAsync(string gemeentecode, CancellationToken ct)
    {
        if (taak.Vraag(Actor, gemeentecode) is { } vraag && (await besluiten.ReadEndingAsync(vraag, boek.Vandaag, Code, ct)).Count > 0)
        {
            await MeldAsync(gemeentecode, ct);
        }
    }

    /// <summary>Looked at again in its turn: another machine may have told it.</summary>
    private Task MeldAsync(string gemeentecode, CancellationToken ct) => log.AppendAgainAsync(
        gemeentecode,
        async (transactie, stop) =>
        {
            await BankberichtStore.TurnAsync(transactie, gemeentecode, stop);
            var aflopend = await OntzorgbesluitStore.ReadEndingAsync(transactie, gemeentecode, boek.Vandaag, Code, stop);
            await boekingen.SignalAsync(transactie, gemeentecode, null, [.. aflopend.Select(Signaal)], stop);
            return Lijstregels.Of(Regel(gemeentecode), [.. aflopend.Select(a => a.DossierId)]);
        },
        ct);

    private static Banksignaal Signaal(Aflopend besluit) => new(Code, besluit.Weken == 1 ? "spoed" : "taak")
    {
        DossierId = besluit.DossierId,
        Post = $"{besluit.Einddatum:yyyy-MM-dd}",
        Reden = besluit.Weken.ToString(CultureInfo.InvariantCulture),
    };

    private Logregel Regel(string gemeentecode) => taak.Regel(Actor, gemeentecode, "Einde van het ontzorgen gemeld");
}
