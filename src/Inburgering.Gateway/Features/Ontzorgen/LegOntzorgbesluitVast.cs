using System.Data.Common;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Ontzorgen;

namespace Inburgering.Gateway.Features.Ontzorgen;

/// <summary>The gemeente records a decision on financieel ontzorgen: for whom it may, in days that no other decision has.</summary>
internal sealed class LegOntzorgbesluitVast(Regie regie, Dossierwerk werk, Beleid beleid, Besluitboek boek, Besluitopslag opslag)
{
    public async Task<Uitkomst<OntzorgbesluitView>> HandleAsync(Caller caller, Guid dossierId, OntzorgbesluitInvoer invoer, CancellationToken ct)
    {
        var (besluit, fouten) = Besluittoets.Lees(invoer, boek.Ondergrens(caller.Gemeentecode), boek.Vandaag);
        if (besluit is null)
        {
            return Uitkomst<OntzorgbesluitView>.Niet(Problems.OngeldigeInvoer, "ongeldig", fouten);
        }

        return await regie.LeesOntzorgenAsync(caller, dossierId, ct) is { } dossier
            ? await werk.DoeAsync(dossier, (transactie, vast, stop) => DoeAsync(transactie, vast, caller, (invoer, besluit), stop), ct)
            : Uitkomst<OntzorgbesluitView>.Niet(regie.Weigering, string.Empty);
    }

    private async Task<Uitkomst<OntzorgbesluitView>> DoeAsync(
        DbTransaction transactie, DossierRef vast, Caller caller, (OntzorgbesluitInvoer Invoer, Ontzorgbesluit Besluit) nieuw, CancellationToken ct)
    {
        if (vast.GeslotenOp is not null)
        {
            return Uitkomst<OntzorgbesluitView>.Niet(Problems.DossierGesloten, "dossier-gesloten");
        }

        // as long as DUO has not said who it is, nobody is entitled
        var doelgroep = await OpdrachtStore.DoelgroepAsync(transactie, vast, ct);
        if (doelgroep is null || !beleid.Ontzorgt(vast.Gemeentecode, doelgroep))
        {
            return Uitkomst<OntzorgbesluitView>.Niet(Problems.GeenOntzorgen, "doelgroep");
        }

        var eerder = await OntzorgbesluitStore.ReadAsync(transactie, vast, ct);
        if (opslag.Herhaling(vast, eerder, nieuw.Invoer) is { } zelfde)
        {
            return Uitkomst<OntzorgbesluitView>.Gedaan(boek.View(zelfde), herhaling: true);
        }

        if (nieuw.Invoer.Vervangt is { } oud && !eerder.Any(b => b.Actueel && b.BesluitId == oud))
        {
            return Uitkomst<OntzorgbesluitView>.Niet(Problems.OntzorgbesluitOnbekend, "geen-besluit");
        }

        var blijft = eerder.Where(b => b.Actueel && b.BesluitId != nieuw.Invoer.Vervangt).ToArray();
        if (blijft.Any(b => b.Begindatum <= nieuw.Besluit.Einddatum && nieuw.Besluit.Begindatum <= b.Einddatum))
        {
            return Uitkomst<OntzorgbesluitView>.Niet(Problems.OntzorgbesluitOverlapt, "overlapt");
        }

        if (nieuw.Invoer.Verlenging is not null && !blijft.Any(b => b.Einddatum < nieuw.Besluit.Begindatum))
        {
            return Uitkomst<OntzorgbesluitView>.Niet(Problems.NietsTeVerlengen, "niets-te-verlengen");
        }

        // a decision for later says nothing yet of today
        var later = nieuw.Besluit.Begindatum > boek.Vandaag && blijft.Any(b => b.Begindatum <= nieuw.Besluit.Begindatum && b.Einddatum >= boek.Vandaag);
        return boek.View(await opslag.PutAsync(transactie, vast, nieuw, caller, !later, ct));
    }
}

/// <summary>A decision goes into the books, and what others may know of it into the dossier.</summary>
internal sealed class Besluitopslag(OntzorgbesluitStore besluiten, EigenGegevens eigen)
{
    private const string Categorie = "FIN";

    /// <summary>The same decision, that still counts; null: there is none.</summary>
    public Vastgelegd? Herhaling(DossierRef dossier, IEnumerable<Vastgelegd> eerder, OntzorgbesluitInvoer invoer)
    {
        var hash = besluiten.Hash(dossier.Gemeentecode, Besluitboek.Bytes(invoer));
        return eerder.FirstOrDefault(b => b.Actueel && b.Hash.AsSpan().SequenceEqual(hash));
    }

    /// <param name="nu">False: another decision runs until this one begins, and the dossier goes on saying that one.</param>
    public async Task<Vastgelegd> PutAsync(DbTransaction transactie, DossierRef dossier, (OntzorgbesluitInvoer Invoer, Ontzorgbesluit Besluit) nieuw, Caller caller, bool nu, CancellationToken ct)
    {
        var (invoer, besluit) = nieuw;
        var vast = await besluiten.PutAsync(transactie, dossier, new NieuwBesluit(besluit.Begindatum, besluit.Einddatum, Besluitboek.Bytes(invoer), invoer.Vervangt), caller.Id, ct);
        if (!nu)
        {
            return vast;
        }

        await eigen.PutAsync(
            transactie,
            dossier,
            Categorie,
            new JsonObject
            {
                ["status"] = $"bijstand; vaste lasten ontzorgd van {besluit.Begindatum:yyyy-MM-dd} tot {besluit.Einddatum.AddDays(1):yyyy-MM-dd}",
                ["vasteLasten"] = new JsonArray([.. besluit.Kosten.Select(Last)]),
                ["iban"] = new JsonArray([.. besluit.Leefgeld.Select(r => JsonValue.Create(r.Iban.Reveal()))]),
            },
            ct);
        return vast;
    }

    private static JsonObject Last(Kostenpost post) => new()
    {
        ["soort"] = post.Soort.ToString().ToLowerInvariant(),
        ["bedragCenten"] = post.Bedrag.Centen,
        ["vanaf"] = $"{post.Vanaf:yyyy-MM-dd}",
        ["totEnMet"] = post.TotEnMet is { } laatste ? $"{laatste:yyyy-MM-dd}" : null,
    };
}
