using System.Globalization;

namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>Where the statements of one account have come to.</summary>
/// <param name="Id">Of the last statement that was booked.</param>
/// <param name="Nummer">Its number.</param>
/// <param name="Pagina">Its last page that was booked; null: it was whole.</param>
/// <param name="Eind">What stood on the account after it.</param>
public sealed record Afschriftstand(string Id, long Nummer, Pagina? Pagina, Saldo Eind)
{
    /// <summary>How it stands once this one is booked.</summary>
    /// <exception cref="ArgumentException">It has no number.</exception>
    public static Afschriftstand Na(Afschrift afschrift) =>
        new(afschrift.Id, afschrift.Nummer ?? throw new ArgumentException("A statement without a number is not booked by itself.", nameof(afschrift)), afschrift.Pagina, afschrift.Eind);
}

/// <summary>Whether a statement comes next. Closed.</summary>
public abstract record Volgorde
{
    private Volgorde()
    {
    }

    /// <summary>It may be booked.</summary>
    public sealed record Volgt : Volgorde;

    /// <summary>It was booked already: nothing happens.</summary>
    public sealed record Herhaling : Volgorde;

    /// <summary>Hold it and raise an alarm: nothing of it may be booked.</summary>
    public sealed record Wacht(BerichtFout Reden) : Volgorde;
}

/// <summary>Whether a statement comes after the one before it: the number follows, all pages are there, and its opening is the closing of the last (payments 7.2). Pure.</summary>
public static class Afschriftvolgorde
{
    private const string Plaats = "/nummer";

    /// <param name="rekeningen">Those of the gemeente for whom the file came in.</param>
    /// <param name="vorige">Where this account has come to; null: nothing was booked yet, so its first page is taken as it is.</param>
    public static Volgorde Toets(Afschrift afschrift, IReadOnlyCollection<Iban> rekeningen, Afschriftstand? vorige)
    {
        if (!rekeningen.Contains(afschrift.Rekening))
        {
            return Wacht("/rekening", "Is van een rekening die niet bij deze gemeente hoort.", "BK-02");
        }

        if (afschrift.Nummer is not { } nummer)
        {
            return Wacht(Plaats, "Heeft geen volgnummer, zodat niet te zien is of er een afschrift ontbreekt.", "BK-03");
        }

        return vorige is null ? Eerste(afschrift) : Na(afschrift, nummer, vorige);
    }

    private static Volgorde Eerste(Afschrift afschrift) => afschrift.Pagina is null or { Nummer: 1 } ? new Volgorde.Volgt() : Pagina(1);

    private static Volgorde Na(Afschrift afschrift, long nummer, Afschriftstand vorige)
    {
        if (nummer == vorige.Nummer && afschrift.Id == vorige.Id && (afschrift.Pagina?.Nummer ?? 1) <= (vorige.Pagina?.Nummer ?? 1))
        {
            return new Volgorde.Herhaling();
        }

        if (vorige.Pagina is { Laatste: false, Nummer: var pagina })
        {
            return nummer == vorige.Nummer && afschrift.Pagina?.Nummer == pagina + 1 ? Saldo(afschrift, vorige) : Pagina(pagina + 1);
        }

        if (nummer != vorige.Nummer + 1 && !BegintJaar(afschrift, nummer, vorige))
        {
            return Nummer(nummer, vorige.Nummer);
        }

        return afschrift.Pagina is null or { Nummer: 1 } ? Saldo(afschrift, vorige) : Pagina(1);
    }

    /// <remarks>That banks begin again at 1 in a new year is general knowledge, to be confirmed.</remarks>
    private static bool BegintJaar(Afschrift afschrift, long nummer, Afschriftstand vorige) => nummer == 1 && afschrift.Eind.Dag.Year == vorige.Eind.Dag.Year + 1;

    private static Volgorde Nummer(long nummer, long vorige) => Wacht(
        Plaats,
        nummer <= vorige
            ? string.Create(CultureInfo.InvariantCulture, $"Komt na nummer {vorige}, terwijl dat al verwerkt is.")
            : string.Create(CultureInfo.InvariantCulture, $"Afschrift ontbreekt: nummer {vorige + 1}. Vraag het op bij de bank."),
        "BK-03");

    private static Volgorde Saldo(Afschrift afschrift, Afschriftstand vorige) => afschrift.Begin.Bedrag == vorige.Eind.Bedrag
        ? new Volgorde.Volgt()
        : Wacht("/begin", "Begin- en eindsaldo sluiten niet aan: het begint anders dan het vorige eindigde.", "BK-04");

    private static Volgorde Pagina(int nummer) =>
        Wacht("/pagina", string.Create(CultureInfo.InvariantCulture, $"Pagina {nummer} van het afschrift ontbreekt."), "BK-03");

    private static Volgorde.Wacht Wacht(string plaats, string detail, string code) => new(new BerichtFout(plaats, detail) { Code = code });
}
