using System.Data.Common;
using System.Text.Json;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Berichten;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Sleutels;

namespace Inburgering.Gateway.Normalization;

/// <summary>Makes a task of it when what came in contradicts another source, until the regievoerder chose or the sources agree.</summary>
internal sealed class Bronregels(Kluis kluis)
{
    /// <summary>Hours are lines per school, which add up.</summary>
    private const string Uren = "UUR";

    /// <summary>Keyed hash of what the sources say now.</summary>
    public byte[] Stand(string gemeentecode, Bronverschil verschil) =>
        kluis.Hash(gemeentecode, "bronverschil", JsonSerializer.SerializeToUtf8Bytes(verschil.Waarden.Select(w => new[] { w.Bron, w.Tekst })));

    /// <summary>Whether nobody decided about this, or the sources have said something else since.</summary>
    public bool IsOpen(string gemeentecode, Bronverschil verschil, IEnumerable<Bronkeuze> keuzes) =>
        !keuzes.Any(k => k.Punt == verschil.Punt && k.Stand.AsSpan().SequenceEqual(Stand(gemeentecode, verschil)));

    /// <summary>Whether what changed can contradict another source at all.</summary>
    public static bool Betreft(IReadOnlyList<string> velden) => Categorieen(velden).Any();

    /// <summary>After a message was applied and written.</summary>
    /// <param name="bron">Who brought it.</param>
    /// <param name="velden">What it changed, "CON.telefoon".</param>
    /// <returns>Code of <see cref="Berichtredenen"/> for which the message waits; null: it contradicts nobody.</returns>
    public async Task<string?> VolgAsync(DbTransaction transactie, DossierRef dossier, string bron, IReadOnlyList<string> velden, CancellationToken ct)
    {
        if (!Betreft(velden))
        {
            return null;
        }

        var open = await OpenAsync(transactie, dossier, [.. Categorieen(velden), Bronverschillen.Taal, Bronverschillen.Examens], ct);
        if (open.Any(v => v.Waarden.Any(w => w.Bron == bron) && Raakt(velden, v.Punt)))
        {
            await Voorstelstore.SluitAsync(transactie, dossier, Berichtredenen.BronnenVerschillen, null, ct);
            return Berichtredenen.BronnenVerschillen;
        }

        await SluitAsync(transactie, dossier, ct);
        return null;
    }

    /// <summary>The task is done when nothing is open any more.</summary>
    public async Task SluitAsync(DbTransaction transactie, DossierRef dossier, CancellationToken ct)
    {
        if (await Voorstelstore.WachtAsync(transactie, dossier, Berichtredenen.BronnenVerschillen, ct) && (await OpenAsync(transactie, dossier, null, ct)).Count == 0)
        {
            await Voorstelstore.SluitAsync(transactie, dossier, Berichtredenen.BronnenVerschillen, null, ct);
        }
    }

    /// <param name="categorieen">Null: all.</param>
    private async Task<IReadOnlyList<Bronverschil>> OpenAsync(DbTransaction transactie, DossierRef dossier, IReadOnlyCollection<string>? categorieen, CancellationToken ct)
    {
        var verschillen = Bronverschillen.Of(Velden(await Feitlezer.ReadAsync(transactie, dossier, categorieen, ct)));
        if (verschillen.Count == 0)
        {
            return [];
        }

        var keuzes = await BronkeuzeStore.ReadAsync(transactie, dossier.Gemeentecode, dossier.DossierId, ct);
        return [.. verschillen.Where(v => IsOpen(dossier.Gemeentecode, v, keuzes))];
    }

    private static IEnumerable<string> Categorieen(IEnumerable<string> velden) => velden.Select(v => v.Split('.')[0]).Where(c => c != Uren).Distinct();

    private static IEnumerable<Brongegeven> Velden(IEnumerable<Feit> feiten) =>
        from feit in feiten from veld in feit.Velden where veld.Value is not null select new Brongegeven(feit.Categorie, veld.Key, feit.Bron, veld.Value);

    private static bool Raakt(IReadOnlyList<string> velden, Bronpunt punt) =>
        velden.Contains($"{punt.Categorie}.{punt.Veld}")
        || (punt is { Categorie: Bronverschillen.Taal, Veld: Bronverschillen.Niveaus } && velden.Contains($"{Bronverschillen.Examens}.{Bronverschillen.Behaald}"));
}
