using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>A second person approves a batch, and it is sealed: rendered once, checked against schema and rules, kept with its hash; from here on each order in it counts as paid until proven otherwise (payments 6.2).</summary>
internal sealed class VerzegelBatch(Batchwerk werk, BetalingLezer lezer, BatchStore store, IBestandschrijver<Betaalbestand> schrijver, Beleid beleid, Besluitboek boek, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    private const string Bank = "bank";

    /// <summary>What of a person goes to the bank, and no more (domain f30).</summary>
    internal static readonly IReadOnlyList<string> NaarDeBank = ["IDN.naam", "FIN.iban", "FIN.betalingen"];

    public async Task<Uitkomst<BetaalbatchView>> HandleAsync(Caller caller, Guid batchId, CancellationToken ct)
    {
        if (caller.ClientId is not null)
        {
            return Uitkomst<BetaalbatchView>.Niet(Problems.AlleenMedewerker, "geen-medewerker");
        }

        return await werk.DoeAsync<BetaalbatchView>(
            caller, batchId,
            async (transactie, batch, stop) =>
            {
                if (batch.Stand != Batchstand.Open)
                {
                    return Batchwerk.Niet<BetaalbatchView>(Problems.BetalingVast, "niet-open");
                }

                if (batch.GemaaktDoor == caller.Id)
                {
                    return Batchwerk.Niet<BetaalbatchView>(Problems.ZelfKlaargezet, "zelf-klaargezet");
                }

                if (await BetaalstopStore.IsStoppedAsync(transactie, caller.Gemeentecode, batch.Profiel, stop))
                {
                    return Batchwerk.Niet<BetaalbatchView>(Problems.BetalingenGestopt, "betaalstop");
                }

                var alle = await lezer.ReadBatchAsync(transactie, caller.Gemeentecode, batch.BatchId, stop);
                var weg = await WegAsync(transactie, caller.Gemeentecode, batch, stop);
                Betaling[] betalingen = [.. alle.Where(b => b.Stand == Opdrachtstand.Vrijgegeven && !weg.Contains(b.OpdrachtId))];
                if (Fouten(caller, batch, betalingen).ToArray() is { Length: > 0 } fouten)
                {
                    return Batchwerk.Niet<BetaalbatchView>(Problems.BetalingNietGoed, "niet-goed", fouten);
                }

                return await VerzegelAsync(transactie, caller, (batch, betalingen, [.. alle.Except(betalingen).Select(b => b.OpdrachtId)]), stop);
            },
            ct);
    }

    /// <summary>Who may not be paid now stays behind, approved as it is; the others go.</summary>
    private async Task<IReadOnlySet<Guid>> WegAsync(DbTransaction transactie, string gemeentecode, Betaalbatch batch, CancellationToken ct)
    {
        var recht = Uitgaandrecht.Van(beleid, Bank) ?? throw new InvalidOperationException("Nothing may go to the bank.");
        return (await store.StopAsync(transactie, gemeentecode, batch.BatchId, ct))
            .Where(s => s.Gesloten || s.Vervallen || recht.Hindert(NaarDeBank, s.Beperkt, s.Bezwaren) is not null)
            .Select(s => s.OpdrachtId).ToHashSet();
    }

    private IEnumerable<InvoerFout> Fouten(Caller caller, Betaalbatch batch, IReadOnlyList<Betaling> betalingen)
    {
        if (betalingen.Count == 0)
        {
            yield return new InvoerFout("In deze batch staat niets meer dat betaald mag worden.");
        }

        if (batch.Uitvoeringsdatum < boek.Vandaag)
        {
            yield return new InvoerFout("BT-07: De uitvoeringsdatum ligt in het verleden. Stel een nieuwe batch samen.");
        }

        foreach (var fout in betalingen.SelectMany(b => Betaaltoets.Fouten(b, Rekening(batch), boek.Vandaag)))
        {
            yield return fout;
        }

        if (betalingen.Any(b => b.Makers.Contains(caller.Id)))
        {
            yield return new InvoerFout("BT-08: U hebt een betaling uit deze batch zelf klaargezet; een collega moet haar goedkeuren.");
        }
    }

    private static Iban Rekening(Betaalbatch batch) => Iban.TryParse(batch.Rekening, out var iban) ? iban : throw new InvalidOperationException("The gemeente's own account was checked with its config.");

    private async Task<Batchuitslag<BetaalbatchView>> VerzegelAsync(
        DbTransaction transactie, Caller caller, (Betaalbatch Batch, IReadOnlyList<Betaling> Betalingen, IReadOnlyCollection<Guid> Blijven) wat, CancellationToken ct)
    {
        var (batch, betalingen, blijven) = wat;
        var bestand = new Betaalbestand
        {
            Profiel = beleid.Bankprofielen[batch.Profiel],
            BerichtId = batch.BerichtId,
            BatchId = batch.InfoId,
            Gemaakt = TimeZoneInfo.ConvertTime(zaakklok.GetUtcNow(), Klok.Nederland),
            Uitvoeringsdatum = batch.Uitvoeringsdatum,
            Opdrachtgever = Banktekst.Naam(beleid.Gemeenten[caller.Gemeentecode].Betaalrekening!.Opdrachtgever),
            Rekening = Rekening(batch),
            Opdrachten = [.. betalingen.Select(Betaaltoets.Opdracht)],
        };
        var uitkomst = schrijver.Schrijf(bestand);
        if (uitkomst is Bestanduitkomst.Afgekeurd(var fouten))
        {
            return Batchwerk.Niet<BetaalbatchView>(Problems.BetalingNietGoed, "bestand-afgekeurd", [.. fouten.Select(f => new InvoerFout(f.Detail, Pointer: f.Pointer))]);
        }

        var geschreven = (Bestanduitkomst.Geschreven)uitkomst;
        var totaal = Bedrag.Som(bestand.Opdrachten.Select(o => o.Bedrag));
        await BatchStore.DropAsync(transactie, caller.Gemeentecode, blijven, ct);
        await store.SealAsync(transactie, caller.Gemeentecode, batch, new Zegelinhoud(geschreven.Inhoud, geschreven.Sha256, betalingen.Count, totaal), caller.Id, ct);
        return new(BetaalbatchView.Of((await BatchStore.HoldAsync(transactie, caller.Gemeentecode, batch.BatchId, ct))!), [.. betalingen.Select(b => b.DossierId).Distinct()]);
    }
}
