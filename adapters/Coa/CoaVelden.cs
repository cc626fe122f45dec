using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Coa;

/// <summary>What several of COA's messages hold.</summary>
/// <remarks>Spelling and what is required: ours (ASM). Telephone and e-mail in the azc: GGM, Verblijfplaats AZC and Asielstatushouder (DOC, W-4).</remarks>
internal static class CoaVelden
{
    /// <summary>Letters of a name or a place.</summary>
    public const int Naamlengte = 200;

    private const int MeesteGezinsleden = 20;
    private const int LangsteEmail = 241;
    private static readonly string[] Relaties = ["partner", "kind", "ouder", "overig"];

    /// <summary>The gemeente that is told: COA has one client for all.</summary>
    public static string Gemeentecode(JsonFields data) =>
        data.Required("gemeentecode").Text(tekst => tekst.Length == 4 && tekst.All(char.IsAsciiDigit), "Is geen gemeentecode van vier cijfers.");

    /// <summary>The message about one person alone.</summary>
    public static Partnerbericht OverEen(JsonFields data, params IReadOnlyList<object> records) => new()
    {
        Gemeentecode = Gemeentecode(data),
        Personen = [new Persoonsbericht(Persoonsaanduiding.ReadVNummerEerst(data), records)],
    };

    /// <summary>Name, date of birth and sex; no record when the message says nothing of it.</summary>
    public static IReadOnlyList<object> Personalia(JsonFields persoon)
    {
        var gelezen = new Personalia
        {
            Naam = Naam(persoon),
            Geboortedatum = persoon.Optional("geboortedatum")?.Date(),
            Geslacht = persoon.Optional("geslacht")?.OneOf("man", "vrouw", "onbekend"),
        };
        return gelezen == new Personalia() ? [] : [gelezen];
    }

    /// <summary>How to reach the person; no record when the message says nothing of it.</summary>
    public static IReadOnlyList<object> Contact(JsonFields data)
    {
        var gelezen = new Bereikbaarheid
        {
            Azc = data.Optional("azc")?.Text(1, Naamlengte),
            Telefoon = data.Optional("telefoon")?.Text(IsTelefoon, "Is geen telefoonnummer van 6 tot en met 20 cijfers, spaties, + of -."),
            Email = data.Optional("email")?.Text(IsEmail, "Is geen e-mailadres."),
            Taal = data.Optional("taal")?.Text(IsTaal, "Is geen taalcode van twee of drie kleine letters (ISO 639)."),
            Tolk = data.Optional("tolk")?.Flag(),
        };
        return gelezen == new Bereikbaarheid() ? [] : [gelezen];
    }

    /// <summary>Who came along; empty when nobody is named.</summary>
    public static IReadOnlyList<CoaGezinslid> Gezinsleden(JsonFields data) => data.Optional("gezinsleden")?.List(MeesteGezinsleden, lid => new CoaGezinslid(
        Persoonsaanduiding.ReadVNummerEerst(lid),
        lid.Required("relatie").OneOf(Relaties),
        Personalia(lid))) ?? [];

    /// <summary>Nobody stands in one message twice: of two it could not be said which holds.</summary>
    public static void ElkEenKeer(JsonFields data, Persoonsaanduiding hoofd, IReadOnlyList<CoaGezinslid> leden)
    {
        var allen = leden.Select(lid => lid.Persoon).Prepend(hoofd).ToArray();
        if (Dubbel(allen.Select(p => p.VNummer).Where(v => v != default(VNummer))) || Dubbel(allen.Select(p => p.Bsn)))
        {
            data.Fault("gezinsleden", "Noem iedere persoon één keer: een V-nummer of BSN staat er dubbel.");
        }
    }

    /// <remarks>What could not be read has a fault of its own.</remarks>
    private static bool Dubbel<T>(IEnumerable<T?> nummers)
        where T : struct
    {
        var gelezen = nummers.OfType<T>().ToArray();
        return gelezen.Distinct().Count() < gelezen.Length;
    }

    private static string? Naam(JsonFields persoon) => persoon.Optional("naam")?.Text(1, Naamlengte);

    private static bool IsTelefoon(string tekst) => tekst.Length is >= 6 and <= 20 && tekst.All(teken => char.IsAsciiDigit(teken) || teken is ' ' or '+' or '-');

    private static bool IsEmail(string tekst) =>
        tekst.Length is >= 4 and <= LangsteEmail && tekst.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == tekst.LastIndexOf('@') && at < tekst.Length - 1 && !tekst.Any(char.IsWhiteSpace);

    private static bool IsTaal(string tekst) => tekst.Length is 2 or 3 && tekst.All(char.IsAsciiLetterLower);
}

/// <summary>One other in the message.</summary>
/// <param name="Personalia">None or one record.</param>
internal sealed record CoaGezinslid(Persoonsaanduiding Persoon, string Relatie, IReadOnlyList<object> Personalia)
{
    /// <summary>As it stands in the dossier of whom the message was about.</summary>
    public Gezinslid Lid => Personalia is [Personalia p] ? new Gezinslid(Relatie, p.Naam, p.Geboortedatum) : new Gezinslid(Relatie, null, null);
}
