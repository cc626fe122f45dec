using Inburgering.Gateway.Features.Betalen.Afletteren;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Looks after the payments of one gemeente when nobody does: books a report that was left, and tells of which order or file the bank says nothing (payments 6.4, 7.8). Moves no order by itself.</summary>
internal sealed class Bankwacht(
    Ontzorgtaak taak, VerwerkBankberichten verwerk, BankstilteStore stilte, BoekingStore boekingen, ILogWriter log,
    [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>Name of the job in lines.</summary>
    public const string Actor = "taak-bankwacht";

    private static readonly TimeSpan Onbekend = TimeSpan.FromHours(2), Nogeens = TimeSpan.FromDays(1);

    public async Task HandleAsync(string gemeentecode, CancellationToken ct)
    {
        if (taak.Vraag(Actor, gemeentecode) is not { } vraag)
        {
            return;
        }

        await verwerk.HandleAsync(vraag, Regel(gemeentecode), ookWachtend: false, ct);
        var (nu, vandaag) = (zaakklok.GetUtcNow(), Klok.Dag(zaakklok.GetUtcNow()));
        var grens = new Stilgrens(vandaag, nu - Onbekend, nu - Nogeens);
        if (Signalen(await stilte.ReadAsync(vraag, grens, ct), vandaag).Count > 0)
        {
            await MeldAsync(gemeentecode, grens, ct);
        }
    }

    /// <summary>Looked at again in its turn: another machine may have told it.</summary>
    private Task MeldAsync(string gemeentecode, Stilgrens grens, CancellationToken ct) => log.AppendAgainAsync(
        gemeentecode,
        async (transactie, stop) =>
        {
            await BankberichtStore.TurnAsync(transactie, gemeentecode, stop);
            var signalen = Signalen(await stilte.ReadAsync(transactie, gemeentecode, grens, stop), grens.Vandaag);
            await boekingen.SignalAsync(transactie, gemeentecode, null, signalen, stop);
            return Lijstregels.Of(Regel(gemeentecode), [.. signalen.Select(s => s.Opdracht?.DossierId).OfType<Guid>().Distinct()]);
        },
        ct);

    private static IReadOnlyList<Banksignaal> Signalen(Bankstilte stil, DateOnly vandaag) =>
    [
        .. stil.Betalingen.Select(b => (Betaling: b, Signaal: Stilte.Van(Boekwerk.Opdracht(b, default, default), vandaag))).Where(s => s.Signaal is not null)
            .Select(s => new Banksignaal(Enumwoord.Van(s.Signaal!.Code), Enumwoord.Van(s.Signaal.Ernst)) { Opdracht = s.Betaling }),
        .. stil.Batches.Select(id => new Banksignaal(Enumwoord.Van(Signaalcode.BatchOnbekend), Enumwoord.Van(Signaalernst.Alarm)) { BatchId = id }),
    ];

    private Logregel Regel(string gemeentecode) => taak.Regel(Actor, gemeentecode, "Stilte van de bank gemeld");
}
