using System.Data.Common;
using Inburgering.Gateway.Features.Betalen.Afletteren;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Holds one report against what we know and writes down what comes of it, in the transaction of the report.</summary>
internal sealed class Boekwerk(BetalingLezer lezer, BoekingStore store, DossierWriter dossiers, Besluitboek boek, TimeProvider systeemklok)
{
    /// <summary>Batches that are over are looked at for a return without an id as long as banks return at all: ours, to be confirmed.</summary>
    private const int Terugkijk = 92;

    /// <param name="bericht">Of statements only those that come next.</param>
    /// <returns>Whose payments moved or were booked.</returns>
    public async Task<IReadOnlyCollection<Guid>> BoekAsync(DbTransaction transactie, string gemeentecode, Guid berichtId, Bankbericht bericht, CancellationToken ct)
    {
        var stapel = dossiers.Stapel(transactie, gemeentecode);
        var bekend = await LaadAsync(stapel, bericht, ct);
        var blad = new Bladschrijver(bekend).Schrijf(Afletting.Van(bekend.Boekhouding, bericht));
        await store.WriteAsync(transactie, gemeentecode, berichtId, blad, ct);
        await LegVastAsync(stapel, berichtId, blad.Stappen, ct);
        return [.. blad.Stappen.Select(s => s.Opdracht.DossierId).Concat(blad.Boekingen.Select(b => b.Opdracht?.DossierId).OfType<Guid>()).Concat(blad.Dossierstops).Distinct()];
    }

    /// <summary>What became of each payment goes into its dossier; of a payment that went more than one step only the last.</summary>
    private async Task LegVastAsync(Dossierstapel stapel, Guid berichtId, IEnumerable<Opdrachtstap> stappen, CancellationToken ct)
    {
        var nu = systeemklok.GetUtcNow();
        foreach (var stap in stappen.GroupBy(s => s.Opdracht.OpdrachtId).Select(g => g.Last()).Where(s => Betaalgegevens.IsUitkomst(s.Naar)))
        {
            await stapel.PutAsync(stapel.Find(stap.Opdracht.DossierId)!, Betaalgegevens.Van(stap.Opdracht, stap.Naar, stap.Opdracht.Wat.Dag, berichtId, nu), ct);
        }

        await stapel.WriteAsync(ct);
    }

    /// <summary>Holds the batches, then the dossiers, then the orders: whoever works on a dossier holds it before its orders.</summary>
    private async Task<Bekend> LaadAsync(Dossierstapel stapel, Bankbericht bericht, CancellationToken ct)
    {
        var (transactie, gemeentecode) = (stapel.Transactie, stapel.Gemeentecode);
        var (namen, kenmerken, afschriften) = Bankgenoemd.In(bericht);
        var batches = await BatchStore.HoldSealedAsync(transactie, gemeentecode, boek.Vandaag.AddDays(-Terugkijk), namen, kenmerken, ct);
        Guid[] batchIds = [.. batches.Select(b => b.BatchId)];
        await stapel.LoadAsync(await BatchStore.DossiersAsync(transactie, gemeentecode, batchIds, ct), vast: true, ct);
        var betalingen = await lezer.ReadBatchesAsync(transactie, gemeentecode, batchIds, ct);
        var geteld = await BoekingStore.CountAsync(transactie, gemeentecode, [.. betalingen.Select(b => b.OpdrachtId)], ct);
        var aangehouden = (await BoekingStore.HeldAsync(transactie, gemeentecode, batchIds, ct)).ToLookup(b => b.BatchId!.Value);
        var gezien = await BoekingStore.TakenAsync(transactie, gemeentecode, afschriften, ct);
        var perBatch = betalingen.ToLookup(b => b.BatchId!.Value);
        var berichtIds = batches.ToDictionary(b => b.BatchId, b => b.BerichtId);
        var boekhouding = new Boekhouding(
            betalingen.Select(b => Opdracht(b, berichtIds[b.BatchId!.Value], geteld.GetValueOrDefault(b.OpdrachtId))),
            [.. batches.Select(b => Batch(b, perBatch[b.BatchId], aangehouden[b.BatchId]))],
            gezien.Select(Boeksleutels.Van).Select(s => s.Post).ToHashSet());
        return new Bekend(boekhouding, betalingen.ToDictionary(b => b.Kenmerk), batches.ToDictionary(b => b.BerichtId));
    }

    /// <param name="geteld">How often it was booked off and came back.</param>
    internal static BekendeOpdracht Opdracht(Betaling betaling, Betaalid? batch, (int Af, int Terug) geteld) => new()
    {
        Kenmerk = betaling.Kenmerk,
        Bedrag = new Bedrag(betaling.Wat.Inhoud.BedragCenten),
        Tegenrekening = Boeksleutels.Iban(betaling.Wat.Inhoud.Iban),
        Stand = betaling.Stand,
        Batch = batch,
        Uitvoeringsdatum = betaling.Wat.Dag,
        Afschrijvingen = geteld.Af,
        Retouren = geteld.Terug,
    };

    private static BekendeBatch Batch(Betaalbatch batch, IEnumerable<Betaling> betalingen, IEnumerable<Bankboeking> aangehouden) => new()
    {
        BerichtId = batch.BerichtId,
        BatchId = batch.InfoId,
        Stand = batch.Stand,
        Aanbiedingen = batch.Aanbieding,
        Rekening = Boeksleutels.Iban(batch.Rekening),
        Opdrachten = [.. betalingen.Select(b => b.Kenmerk)],
        Aangehouden = [.. aangehouden.Select(b => new Bankgevolg.Aangehouden(Boeksleutels.Van(b.Sleutel), new Bedrag(b.BedragCenten), batch.BerichtId, b.Aantal))],
    };
}

/// <summary>What a report is held against, with the rows that it came from.</summary>
internal sealed record Bekend(Boekhouding Boekhouding, IReadOnlyDictionary<Betaalid, Betaling> Betalingen, IReadOnlyDictionary<Betaalid, Betaalbatch> Batches);

/// <summary>Between the keys of entries as they are reckoned with and as they are kept.</summary>
internal static class Boeksleutels
{
    public static Boeksleutel Van(Bankpostsleutel sleutel) => new(new Postsleutel(Iban(sleutel.Rekening), sleutel.Afschrift, sleutel.Pagina, sleutel.Post), sleutel.Detail);

    public static Bankpostsleutel Van(Boeksleutel sleutel) => new(sleutel.Post.Rekening.Reveal(), sleutel.Post.Afschrift, sleutel.Post.Pagina, sleutel.Post.Post, sleutel.Detail);

    /// <summary>Of a number that was checked before it was kept.</summary>
    public static Iban Iban(string bewaard) => Partners.Betalen.Iban.TryParse(bewaard, out var iban) ? iban : throw new InvalidOperationException("A number that was checked is no IBAN any more.");
}

/// <summary>Turns what a report does into what is written.</summary>
internal sealed class Bladschrijver(Bekend bekend)
{
    private readonly Boekblad blad = new();
    private readonly Dictionary<Betaalid, Opdrachtstand> standen = [];

    public Boekblad Schrijf(IReadOnlyList<Bankgevolg> gevolgen)
    {
        foreach (var gevolg in gevolgen)
        {
            Schrijf(gevolg);
        }

        return blad;
    }

    private void Schrijf(Bankgevolg gevolg)
    {
        switch (gevolg)
        {
            case Bankgevolg.OpdrachtBeweegt(var kenmerk, var gebeurtenis):
                Beweeg(kenmerk, gebeurtenis);
                break;
            case Bankgevolg.BatchBeweegt(var batch, var gebeurtenis):
                blad.Batchstappen.Add((bekend.Batches[batch].BatchId, gebeurtenis));
                break;
            case Bankgevolg.Geboekt(var sleutel, var kenmerk, var bedrag):
                blad.Boekingen.Add(new Bankboeking(Boeksleutels.Van(sleutel), bedrag.Centen) { Opdracht = bekend.Betalingen[kenmerk] });
                break;
            case Bankgevolg.Aangehouden(var sleutel, var bedrag, var batch, var aantal):
                blad.Boekingen.Add(new Bankboeking(Boeksleutels.Van(sleutel), bedrag.Centen) { BatchId = Batch(batch), Aantal = aantal });
                break;
            case Bankgevolg.Vrijgevallen(var sleutel):
                blad.Vrijgevallen.Add(Boeksleutels.Van(sleutel));
                break;
            case Bankgevolg.RekeningGeblokkeerd(var kenmerk, var reden):
                blad.Geblokkeerd.Add((bekend.Betalingen[kenmerk].RekeningHash, reden));
                break;
            case Bankgevolg.DossierStopt(var kenmerk):
                blad.Dossierstops.Add(bekend.Betalingen[kenmerk].DossierId);
                break;
            case Bankgevolg.ProfielStopt(var batch):
                blad.Profielstops.Add(bekend.Batches[batch].Profiel);
                break;
            case Bankgevolg.Gesignaleerd(var signaal):
                Meld(signaal);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Beweeg(Betaalid kenmerk, Opdrachtgebeurtenis gebeurtenis)
    {
        var betaling = bekend.Betalingen[kenmerk];
        var naar = Opdrachtverloop.Na(standen.GetValueOrDefault(kenmerk, betaling.Stand), gebeurtenis) ?? throw new InvalidOperationException("What a report does is allowed from where an order stands.");
        standen[kenmerk] = naar;
        blad.Stappen.Add(new Opdrachtstap(betaling, gebeurtenis, naar));
    }

    private void Meld(Signaal signaal) => blad.Signalen.Add(new Banksignaal(Enumwoord.Van(signaal.Code), Enumwoord.Van(signaal.Ernst))
    {
        Opdracht = signaal.Kenmerk is { } kenmerk ? bekend.Betalingen[kenmerk] : null,
        BatchId = Batch(signaal.Batch),
        Post = signaal.Post is { } post ? Boeksleutels.Van(post).ToString() : null,
        Reden = signaal.Reden is { } reden ? Enumwoord.Van(reden) : null,
        Kandidaten = [.. signaal.Kandidaten.Select(k => k.ToString())],
    });

    private Guid? Batch(Betaalid? berichtId) => berichtId is { } id ? bekend.Batches[id].BatchId : null;
}

/// <summary>What a report names.</summary>
internal static class Bankgenoemd
{
    /// <returns>MsgIds and PmtInfIds; EndToEndIds; ids of statements.</returns>
    public static (string[] Namen, string[] Kenmerken, string[] Afschriften) In(Bankbericht bericht) => bericht switch
    {
        Bankbericht.Status status => ([status.OverBericht, .. status.Batches.Select(b => b.BatchId)], [], []),
        Bankbericht.Afschriften afschriften => Posten(afschriften.Lijst.SelectMany(a => a.Posten), afschriften.Lijst.Select(a => a.Id)),
        Bankbericht.Adviezen adviezen => Posten(adviezen.Lijst.SelectMany(a => a.Posten), []),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static (string[] Namen, string[] Kenmerken, string[] Afschriften) Posten(IEnumerable<Bankpost> posten, IEnumerable<string> afschriften)
    {
        Bankpost[] alle = [.. posten];
        return (
            [.. alle.SelectMany(p => new[] { p.Batch?.BerichtId, p.Batch?.BatchId }).OfType<string>().Distinct(StringComparer.Ordinal)],
            [.. alle.SelectMany(p => p.Details).Select(d => d.Kenmerk).OfType<string>().Distinct(StringComparer.Ordinal)],
            [.. afschriften.Distinct(StringComparer.Ordinal)]);
    }
}
