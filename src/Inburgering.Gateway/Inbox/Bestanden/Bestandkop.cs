using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>The first row of a file: which column stands where, and what is between the cells.</summary>
/// <param name="Rij">Its number; the rows of data follow it.</param>
/// <param name="Kolommen">By place; null: a column without name.</param>
/// <param name="Fouten">What is wrong with it; then no row is read.</param>
internal sealed record Bestandkop(int Rij, char Scheiding, IReadOnlyList<Kolom?> Kolommen, IReadOnlyList<Rijfout> Fouten)
{
    private static readonly char[] Scheidingen = [';', ',', '\t'];

    public static Bestandkop Van(string tekst, Rijvorm vorm)
    {
        var (genoemd, rij) = Genoemd(tekst) is { } teken ? ((char[])[teken], 2) : (Scheidingen, 1);
        var (scheiding, cellen) = genoemd.Select(s => (s, Cellen: Csvlezer.Read(tekst, s).FirstOrDefault(r => r.Rij == rij)?.Cellen ?? []))
            .MaxBy(k => k.Cellen.Count(cel => Zoek(cel, vorm) is not null));
        var kolommen = cellen.Select(cel => Zoek(cel, vorm)).ToArray();
        return new Bestandkop(rij, scheiding, kolommen, [.. Toets(rij, cellen, kolommen, vorm)]);
    }

    /// <summary>Excel's own line that names what is between the cells.</summary>
    private static char? Genoemd(string tekst) =>
        tekst.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && tekst.Length > 5 && Scheidingen.Contains(tekst[4]) && tekst[5] is '\r' or '\n' ? tekst[4] : null;

    private static IEnumerable<Rijfout> Toets(int rij, IReadOnlyList<string> cellen, Kolom?[] kolommen, Rijvorm vorm)
    {
        if (kolommen.All(kolom => kolom is null))
        {
            yield return new Rijfout(rij, null, "De eerste rij noemt de kolommen niet. In de documentatie staat hoe zij heten.");
            yield break;
        }

        for (var i = 0; i < kolommen.Length; i++)
        {
            if (kolommen[i] is null && !string.IsNullOrWhiteSpace(cellen[i]))
            {
                yield return new Rijfout(rij, Letter(i), "Deze kolom kennen wij niet. Haal haar weg: stuur alleen wat in de documentatie staat.");
            }
            else if (kolommen[i] is { } kolom && Array.IndexOf(kolommen, kolom) < i)
            {
                yield return new Rijfout(rij, Letter(i), "Deze kolom staat er twee keer.");
            }
        }

        foreach (var kolom in vorm.Kolommen.Where(k => k.Verplicht && !kolommen.Contains(k)))
        {
            yield return new Rijfout(rij, kolom.Naam, "Deze kolom ontbreekt.");
        }

        if (!kolommen.Any(k => k?.Veld is "bsn" or "partnerReferentie"))
        {
            yield return new Rijfout(rij, "partnerreferentie", "Deze kolom ontbreekt, en de kolom bsn ook: van wie zijn de rijen?");
        }
    }

    private static Kolom? Zoek(string cel, Rijvorm vorm)
    {
        var naam = new string([.. cel.Where(char.IsLetterOrDigit)]).ToLowerInvariant();
        return vorm.Kolommen.FirstOrDefault(kolom => kolom.Naam == naam);
    }

    /// <summary>As a spreadsheet names a column; what stands in it may be anything, so it is never repeated.</summary>
    public static string Letter(int plaats) => plaats < 26 ? $"{(char)('A' + plaats)}" : $"{(char)('A' + (plaats / 26) - 1)}{(char)('A' + (plaats % 26))}";
}

/// <summary>What is wrong in a file.</summary>
/// <param name="Kolom">Its name, or a letter when it has none of ours; null: not one cell.</param>
/// <param name="Detail">In Dutch: what has to change. Never what stands there.</param>
internal sealed record Rijfout(int Rij, string? Kolom, string Detail)
{
    /// <summary>The row is about somebody who is not the sender's person: it counts as a search in vain.</summary>
    public bool IsMisser { get; init; }
}
