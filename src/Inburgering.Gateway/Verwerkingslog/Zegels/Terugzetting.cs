using Inburgering.Gateway.Verwerkingslog.Vorm;
using Inburgering.Gateway.Verwerkingslog.Wissen;

namespace Inburgering.Gateway.Verwerkingslog.Zegels;

/// <summary>What a database that was put back lacks of what was sealed and witnessed.</summary>
internal static class Terugzetting
{
    /// <summary>The checkpoints after the database's last one, when they go on from it and are ours.</summary>
    /// <param name="laatste">Of the database; null: it has none.</param>
    /// <param name="later">Of the folder of anchors, by number; a null one could not be read.</param>
    /// <exception cref="InvalidOperationException">In Dutch: they do not go on from this database, or are not whole.</exception>
    public static IReadOnlyList<Zegel> Aansluitend(Zegel? laatste, IEnumerable<(long Nummer, Zegel? Zegel)> later, IZegelSleutel sleutel)
    {
        var zegels = new List<Zegel>();
        var (nummer, hash) = (laatste?.Nummer ?? 0, laatste?.Hash ?? Keten.Begin);
        foreach (var (gelezen, zegel) in later)
        {
            if (zegel is null || gelezen != nummer + 1 || zegel.Nummer != gelezen || !Past(zegel, hash, sleutel))
            {
                throw new InvalidOperationException(
                    $"De database loopt achter op de uitgevoerde zegels, en zegel {nummer + 1} in de map met ankers ontbreekt of sluit niet aan op deze database. De gateway start niet. Zet de ankers terug die bij de laatste stand horen (zo nodig van de getuige), of een back-up die daarbij hoort. Zie docs/herstel.md.");
            }

            zegels.Add(zegel);
            (nummer, hash) = (zegel.Nummer, zegel.Hash);
        }

        return zegels;
    }

    /// <summary>Per stream the lines that the last checkpoint knows and the database does not.</summary>
    /// <param name="nu">The heads of the database.</param>
    public static IReadOnlyList<Reeks> Verloren(IReadOnlyList<Kop> nu, Zegel laatste)
    {
        var koppen = nu.ToDictionary(k => k.Stroom);
        return
        [
            .. ZegelForm.Read(laatste.Inhoud)!.Koppen
                .Select(getuigd => (Getuigd: getuigd, Nu: koppen.GetValueOrDefault(getuigd.Stroom) ?? new Kop(getuigd.Gemeentecode, getuigd.Slot, 0, Keten.Begin)))
                .Where(k => k.Nu.Seq < k.Getuigd.Seq)
                .Select(k => new Reeks(k.Getuigd.Gemeentecode, k.Getuigd.Slot, k.Nu.Seq + 1, k.Getuigd.Seq, k.Nu.Hash, k.Getuigd.Hash)),
        ];
    }

    private static bool Past(Zegel zegel, byte[] vorige, IZegelSleutel sleutel) =>
        zegel.VorigHash.AsSpan().SequenceEqual(vorige) && zegel.Hash.AsSpan().SequenceEqual(Zegel.HashOf(zegel.Inhoud)) && sleutel.Verify(zegel.Kid, zegel.Hash, zegel.Handtekening);
}
