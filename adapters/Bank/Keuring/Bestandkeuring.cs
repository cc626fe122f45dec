using System.Xml.Linq;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank.Keuring;

/// <summary>Holds a payment file against its schema and against what banks ask beyond it, over the bytes that would leave: not over the records that they were made of.</summary>
/// <remarks>Source: the sixteen rules of payments 2; a code BB-nn is rule nn. BB-00 is the schema, BB-17 what the profile allows.</remarks>
internal static class Bestandkeuring
{
    private const string Verklaring = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    /// <param name="profiel">Of the bank that it is for.</param>
    /// <param name="vandaag">The Dutch day on which it is looked at.</param>
    /// <returns>Every fault, at most a hundred; empty: it may leave.</returns>
    public static IReadOnlyList<BerichtFout> Keur(ReadOnlyMemory<byte> inhoud, Bankprofiel profiel, DateOnly vandaag)
    {
        if (inhoud.Length > profiel.MeesteBytes)
        {
            return [new BerichtFout(string.Empty, $"Is groter dan de {profiel.MeesteBytes} bytes die {profiel.Naam} aanneemt. Maak er meer bestanden van.") { Code = "BB-17" }];
        }

        XDocument? document = null;
        var fouten = Isobestand.Lees(inhoud, profiel.MeesteBytes, [Isobericht.Soort(profiel.Versie)], (bestand, _) => document = bestand.Alles());
        var gevonden = new FaultList();
        foreach (var fout in fouten.Items)
        {
            gevonden.Add(fout with { Code = fout.Code == "BK-01" ? "BB-01" : "BB-00" });
        }

        Codering(inhoud.Span, gevonden);
        if (document?.Root is { } wortel)
        {
            new Betaalregels(new Isodeel(wortel, string.Empty, gevonden), profiel, vandaag).Keur();
            Inhoudsregels.Keur(document, gevonden);
        }

        return gevonden.Items;
    }

    /// <summary>Rule 14.</summary>
    private static void Codering(ReadOnlySpan<byte> inhoud, FaultList fouten)
    {
        if (!inhoud.StartsWith(System.Text.Encoding.ASCII.GetBytes(Verklaring)))
        {
            fouten.Add(new BerichtFout(string.Empty, "Begint niet met de verklaring van UTF-8, zonder BOM.") { Code = "BB-14" });
        }
    }
}
