using System.Globalization;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>camt.053.001.08, BankToCustomerStatement: each statement, or page of one, adds up by itself.</summary>
internal static class Afschriftlezer
{
    /// <summary>Booked balances; of a statement in pages the ones between carry ITBD.</summary>
    private const string Opening = "OPBD", Vorige = "PRCD", Tussen = "ITBD", Sluiting = "CLBD";

    public static Bankbericht.Afschriften Lees(Isobestand bestand, string soort)
    {
        var lezer = new Rekeninglezer(bestand, "Stmt");
        return new Bankbericht.Afschriften([.. lezer.Lees().Select(Afschrift)]) { Soort = soort, BerichtId = lezer.BerichtId };
    }

    private static Afschrift Afschrift(Rekeningdeel deel)
    {
        var pagina = Bladzijde(deel.Deel);
        var (begin, eind) = Saldi(deel.Deel, pagina);
        TelOp(deel, begin, eind);
        return new Afschrift
        {
            Rekening = deel.Rekening,
            Id = deel.Id,
            Nummer = Nummer(deel.Deel),
            Pagina = pagina,
            Begin = begin,
            Eind = eind,
            Posten = deel.Posten,
        };
    }

    private static void TelOp(Rekeningdeel deel, Saldo begin, Saldo eind)
    {
        try
        {
            if (begin.Bedrag + Bedrag.Som(deel.Posten.Where(post => post.Stand == Poststand.Geboekt).Select(post => post.Bedrag)) != eind.Bedrag)
            {
                deel.Deel.Twijfel("Begin- en eindsaldo sluiten niet aan: met de boekingen ertussen is de som anders.", "BK-04");
            }
        }
        catch (OverflowException)
        {
            deel.Deel.Twijfel("De bedragen zijn samen te groot.");
        }
    }

    private static Pagina? Bladzijde(Isodeel deel) => deel.Deel("StmtPgntn") is { } pagina ? new Pagina(pagina.Aantal("PgNb") ?? 0, pagina.IsWaar("LastPgInd")) : null;

    private static long? Nummer(Isodeel deel) =>
        long.TryParse(deel.Tekst("ElctrncSeqNb") ?? deel.Tekst("LglSeqNb"), NumberStyles.None, CultureInfo.InvariantCulture, out var nummer) ? nummer : null;

    private static (Saldo Begin, Saldo Eind) Saldi(Isodeel deel, Pagina? pagina)
    {
        var saldi = deel.Delen("Bal").ToLookup(saldo => saldo.Tekst("Tp", "CdOrPrtry", "Cd"));
        Isodeel[] tussen = [.. saldi[Tussen]];
        Isodeel[] begin = [.. saldi[Opening].Any() ? saldi[Opening] : saldi[Vorige]];
        Isodeel[] eind = [.. saldi[Sluiting]];
        if (begin.Length == 0 && pagina is { Nummer: > 1 })
        {
            begin = [.. tussen.Take(1)];
            tussen = [.. tussen.Skip(1)];
        }

        if (eind.Length == 0 && pagina is { Laatste: false })
        {
            eind = [.. tussen.TakeLast(1)];
        }

        if (begin.Length != 1 || eind.Length != 1)
        {
            deel.Twijfel("Er is niet één beginsaldo en één eindsaldo.");
            return (new Saldo(default, default), new Saldo(default, default));
        }

        return (Saldo(begin[0]), Saldo(eind[0]));
    }

    private static Saldo Saldo(Isodeel saldo)
    {
        var bedrag = saldo.Euro("Amt") ?? default;
        return new Saldo(saldo.Tekst("CdtDbtInd") == "DBIT" ? default(Bedrag) - bedrag : bedrag, saldo.Dag("Dt") ?? saldo.Twijfel<DateOnly>("Heeft geen dag."));
    }
}
