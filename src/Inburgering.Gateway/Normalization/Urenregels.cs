using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Normalization;

/// <summary>Which of two messages about one month counts, and what the months are together (domain b.4: totals per period; a correction replaces the period).</summary>
/// <remarks>
/// By the order of the sender, never by that of arrival: of messages without a mark the first counts and the others are «maand dubbel»; a correction
/// counts before any of those, and the last correction counts.
/// </remarks>
public static class Urenregels
{
    private static readonly IReadOnlyList<JsonObject> Geen = [];

    /// <summary>Holds a message against what stands in the dossier.</summary>
    public static async Task<Urenoordeel> OordeelAsync(Dossierstapel stapel, DossierRef dossier, Leverrecht recht, Persoonsbericht inhoud, Aanlevermoment moment, CancellationToken ct)
    {
        if (inhoud.Records.OfType<Presentie>().FirstOrDefault() is not { } nieuw)
        {
            return Urenoordeel.Gewoon;
        }

        if (Negatief(nieuw.Uren) || (nieuw.Alfabetisering is { } alfabetisering && Negatief(alfabetisering)))
        {
            return Urenoordeel.CorrectieNegatief;
        }

        var huidig = (await EigenAsync(stapel, dossier, recht, ct)).Find(f => f.Veldgroep == Taalgegevens.Veldgroep(nieuw.Periode));
        return huidig is null ? Urenoordeel.Gewoon : Oordeel(huidig, nieuw, Uren(nieuw), moment);
    }

    /// <summary>Makes the sum follow the months, after a message changed them.</summary>
    /// <returns>Names of the fields that were stored.</returns>
    public static async Task<IReadOnlyList<string>> VolgAsync(Dossierstapel stapel, DossierRef dossier, Leverrecht recht, Guid berichtId, Aanlevermoment moment, CancellationToken ct)
    {
        var maanden = (await EigenAsync(stapel, dossier, recht, ct)).SelectMany(f => f.Velden[Taalgegevens.Perioden]?.AsArray().OfType<JsonObject>() ?? Geen).ToArray();
        if (Taalgegevens.Som(maanden) is not { } som)
        {
            return [];
        }

        var deel = new Genormaliseerd(Taalgegevens.Uren, Taalgegevens.Totalen, new JsonObject { [Taalgegevens.Totalen] = new JsonArray(som) }, new Werkkolommen()) { IsRegel = true, GaatVoor = true };
        return await DossierNormalization.ApplyAsync(stapel, dossier, recht, berichtId, [deel], moment, ct);
    }

    /// <summary>A correction is what the month was, never what goes off it: a total below zero cannot be.</summary>
    private static bool Negatief(Lesuren uren) => uren.Gepland < 0 || uren.Gevolgd < 0 || uren.GeoorloofdVerzuim < 0 || uren.OngeoorloofdVerzuim < 0;

    private static Urenoordeel Oordeel(Feit huidig, Presentie nieuw, JsonObject uren, Aanlevermoment moment)
    {
        var staat = huidig.Velden[Taalgegevens.Perioden]!.AsArray().OfType<JsonObject>().Single();
        var (later, gecorrigeerd) = (moment.Na(huidig), (bool?)staat[Taalgegevens.Gecorrigeerd] is true);
        var gelijk = uren.All(u => u.Value!.ToJsonString() == staat[u.Key]?.ToJsonString()) && staat.ContainsKey("alfabetisering") == uren.ContainsKey("alfabetisering");
        return (nieuw.Correctie, gecorrigeerd, later) switch
        {
            (true, true, _) => Urenoordeel.Gewoon,
            (true, false, _) => Urenoordeel.GaatVoor,
            (false, _, true) => gelijk ? Urenoordeel.ZonderGevolg : Urenoordeel.MaandDubbel,
            (false, true, false) => Urenoordeel.ZonderGevolg,
            (false, false, false) => gelijk ? Urenoordeel.GaatVoor : Urenoordeel.GaatVoor with { Dubbel = huidig.BerichtId },
        };
    }

    /// <summary>What was told of the month, without the mark and without whose it is.</summary>
    private static JsonObject Uren(Presentie nieuw) =>
        Taalgegevens.Of(nieuw with { Correctie = false })[0].Velden[Taalgegevens.Perioden]!.AsArray()[0]!.AsObject();

    private static async Task<List<Feit>> EigenAsync(Dossierstapel stapel, DossierRef dossier, Leverrecht recht, CancellationToken ct) =>
        (await stapel.ReadAsync(dossier, Taalgegevens.Uren, recht.Bron, ct)).FindAll(f => f.Veldgroep != Taalgegevens.Totalen);
}

/// <summary>What becomes of a message about a month.</summary>
/// <param name="Reden">Why it is rejected; null: it is not.</param>
/// <param name="TeltMee">False: it changes nothing, and that is right.</param>
/// <param name="Voor">True: it counts before what stands there.</param>
public sealed record Urenoordeel(string? Reden, bool TeltMee, bool Voor)
{
    /// <summary>By the order alone; also of a message that is not about hours.</summary>
    public static readonly Urenoordeel Gewoon = new(null, true, false);

    public static readonly Urenoordeel GaatVoor = new(null, true, true);

    public static readonly Urenoordeel ZonderGevolg = new(null, false, false);

    public static readonly Urenoordeel CorrectieNegatief = new(Storage.Model.Berichtredenen.CorrectieNegatief, false, false);

    public static readonly Urenoordeel MaandDubbel = new(Storage.Model.Berichtredenen.MaandDubbel, false, false);

    /// <summary>The message that is «maand dubbel» by this one, which came later but was sent earlier; null: none.</summary>
    public Guid? Dubbel { get; init; }
}
