using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Adapters.Tests.Seam.Betalen;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank.Tests;

/// <summary>Invented payment files: the one of the contracts, one of any length, and whatever a generator thinks of.</summary>
internal static class Betaalvoorbeeld
{
    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZabcdefghijklmnopqrstuvwxyzÇşıøłßđæþé&'- .";

    private static readonly string[] Verboden = ["asiel", "bsn", "vnr", "v-nr"];

    /// <summary>Wednesday; the file of the contracts is executed on Friday 27 November 2026.</summary>
    public static readonly DateTimeOffset Nu = new(2026, 11, 25, 9, 30, 0, TimeSpan.FromHours(1));

    public static Bankprofiel Profiel { get; } = new()
    {
        Sleutel = "bng",
        Naam = "BNG Bank",
        Versie = Painversie.V09,
        Verzamelboeking = false,
        Statusmeldingen = Statusmeldingen.Onbekend,
        Naamcontrole = Naamcontrolekeuze.OpVerzoek,
        Bevestigd = ["versie"],
    };

    public static Bankprofiel Oud { get; } = Profiel with { Versie = Painversie.V03, Verzamelboeking = true };

    /// <summary>The orders of pain.001-ontzorgen.xml.</summary>
    public static Betaalbestand Ontzorgen { get; } = Bestand(
    [
        Opdracht("ZW7Q2K-202611-HUUR-1", 61235, "Stichting Woonvoorbeeld", "NL42RABO0300012345", Kenmerk("RF50HUUR20261100123")),
        Opdracht("ZW7Q2K-202611-ENER-1", 14800, "Voorbeeld Energie B.V.", "NL51INGB0000123456", Kenmerk("4020261112345678")),
        Opdracht("ZW7Q2K-202611-ZORG-1", 15975, "Voorbeeld Zorgverzekeraar N.V.", "NL91ABNA0417164300", Vrij("Polis 000123456 premie 2026-11")),
        Opdracht("ZW7Q2K-202611-LEEF-1", 37400, "A. Voorbeeld", "NL17BUNQ2099999901", Vrij("Uitkering november 2026")),
    ]);

    /// <summary>Files in either version, with names and texts of many scripts that have a mapping.</summary>
    public static Arbitrary<Betaalbestand> Alle => (
        from opdrachten in Gen.NonEmptyListOf(Opdrachten)
        from profiel in Gen.Elements(Profiel, Oud, Profiel with { Verzamelboeking = true })
        from dagen in Gen.Choose(0, 300)
        select Bestand([.. opdrachten.Take(20).Select((opdracht, i) => opdracht with { Kenmerk = Id("GEN", i) })], profiel) with
        {
            Uitvoeringsdatum = Bankdagen.Eerstvolgende(DateOnly.FromDateTime(Nu.DateTime).AddDays(dagen)),
        }).ToArbitrary();

    public static Betaalbestand Van(int opdrachten) => Bestand([.. Enumerable.Range(0, opdrachten).Select(i => Opdracht(
        Id("REEKS", i).ToString(), 1 + i, $"Voorbeeld Zorgverzekeraar nummer {i} N.V.", Betaalproef.Iban(i).Reveal(), Kenmerk(Betaalproef.Rf($"HUUR{i:D7}"))))]);

    public static Betaalbestand Bestand(IReadOnlyList<Betaalopdracht> opdrachten, Bankprofiel? profiel = null) => new()
    {
        Profiel = profiel ?? Profiel,
        BerichtId = Betaalid.Parse("GW-0384-20261125-000017"),
        BatchId = Betaalid.Parse("GW-0384-20261125-000017-01"),
        Gemaakt = Nu,
        Uitvoeringsdatum = new DateOnly(2026, 11, 27),
        Opdrachtgever = Banktekst.Naam("Gemeente Voorbeeldstad"),
        Rekening = Iban("NL65BNGH0285999901"),
        Opdrachten = opdrachten,
    };

    public static Betaalopdracht Opdracht(string kenmerk, long centen, string naam, string rekening, Omschrijving omschrijving) => new()
    {
        Kenmerk = Betaalid.Parse(kenmerk),
        Bedrag = new Bedrag(centen),
        Naam = Banktekst.Naam(naam),
        Rekening = Iban(rekening),
        Omschrijving = omschrijving,
    };

    public static Omschrijving Vrij(string tekst) => new Omschrijving.Vrij(Banktekst.Omschrijving(tekst));

    public static Omschrijving Kenmerk(string tekst) =>
        Crediteurreferentie.TryParse(tekst, out var referentie) ? new Omschrijving.Kenmerk(referentie) : throw new ArgumentException("No reference.", nameof(tekst));

    public static Iban Iban(string tekst) => Partners.Betalen.Iban.TryParse(tekst, out var iban) ? iban : throw new ArgumentException("No IBAN.", nameof(tekst));

    private static Gen<Betaalopdracht> Opdrachten =>
        from centen in Gen.OneOf(Gen.Choose(1, 999_99).Select(c => (long)c), Gen.Elements(1L, Bedrag.Meeste.Centen, 10L, 100L))
        from naam in Tekst(Banktekst.Naamlengte / 2)
        from rekening in Gen.Choose(0, 999_999_999)
        from omschrijving in Gen.OneOf(
            Tekst(Banktekst.Omschrijvinglengte / 2).Select(Vrij), Gen.Choose(0, 9_999_999).Select(n => Kenmerk(n.ToString("D7", CultureInfo.InvariantCulture))), Gen.Choose(0, 999_999).Select(n => Kenmerk(Betaalproef.Rf($"A{n}"))))
        select new Betaalopdracht
        {
            Kenmerk = Id("GEN", 0),
            Bedrag = new Bedrag(centen),
            Naam = Banktekst.Naam(naam),
            Rekening = Betaalproef.Iban(rekening),
            Omschrijving = omschrijving,
        };

    /// <summary>Begins with a letter, so that something is left of it; half of what fits, because a letter may become two. By chance it could say what may not be said.</summary>
    private static Gen<string> Tekst(int hoogstens) =>
        (from lengte in Gen.Choose(1, hoogstens)
         from letters in Gen.ArrayOf(Gen.Elements(Letters.ToCharArray()), lengte)
         select $"X{new string(letters)}"[..lengte])
        .Where(tekst => !Array.Exists(Verboden, woord => Banktekst.Omschrijving(tekst).Tekst.Contains(woord, StringComparison.OrdinalIgnoreCase)));

    private static Betaalid Id(string begin, int nummer) => Betaalid.Parse(string.Create(CultureInfo.InvariantCulture, $"{begin}-{nummer:D6}"));
}
