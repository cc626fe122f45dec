using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Ontzorgen;

/// <summary>What is paid to whom of one month's benefit: benefit minus whole invoices is leefgeld, to the cent; what does not fit stops for a person.</summary>
/// <remarks>Source: payments 8 with its worked cases. No invoice is split, none is dropped, none comes before another: that is a decision.</remarks>
internal sealed record Maandberekening
{
    /// <summary>First of the month.</summary>
    public required DateOnly Maand { get; init; }

    /// <summary>What is divided: the benefit after the attachment that was decided; null: not delivered.</summary>
    public required Bedrag? Uitkering { get; init; }

    public required Bedrag VasteLasten { get; init; }

    /// <summary>Uitkering minus VasteLasten, also below zero; null: the benefit is not known.</summary>
    public Bedrag? Leefgeld => Uitkering - VasteLasten;

    /// <summary>In the order in which they are made; empty when a person has to decide first.</summary>
    public required IReadOnlyList<Maandbetaling> Betalingen { get; init; }

    /// <summary>Why nothing can be approved; null: it can.</summary>
    public required Ontzorgstop? Stop { get; init; }

    /// <param name="maand">First of the month.</param>
    /// <param name="uitkering">Net, as the benefit system delivered it for this month, without the reserve for holiday pay; null: not yet.</param>
    /// <param name="beslag">What a decision holds back of it for a creditor.</param>
    public static Maandberekening Van(Ontzorgbesluit besluit, DateOnly maand, Bedrag? uitkering, Bedrag beslag)
    {
        var posten = besluit.Kosten.Where(post => Telt(besluit, post, maand)).ToArray();
        var (rest, lasten) = (uitkering - beslag, Bedrag.Som(posten.Select(post => post.Bedrag)));
        var stop = Stopt(besluit, maand, rest, lasten, posten.Length);
        return new Maandberekening
        {
            Maand = maand,
            Uitkering = rest,
            VasteLasten = lasten,
            Stop = stop,
            Betalingen = stop is null ? [.. Betaal(besluit, maand, posten, rest!.Value - lasten, beslag)] : [],
        };
    }

    /// <summary>An estimate for a broken month, to show and never to pay (payments 8.3).</summary>
    /// <param name="vol">Of a whole month.</param>
    /// <param name="begin">First day that counts.</param>
    public static Bedrag Schatting(Bedrag vol, DateOnly begin)
    {
        var dagen = DateTime.DaysInMonth(begin.Year, begin.Month);
        return new Bedrag((long)Math.Round((decimal)vol.Centen * (dagen - begin.Day + 1) / dagen, MidpointRounding.AwayFromZero));
    }

    /// <summary>Every account the same, and a cent more for the first ones while there is a rest (payments 8.8).</summary>
    internal static IEnumerable<Bedrag> Delen(Bedrag leefgeld, int rekeningen) =>
        Enumerable.Range(0, rekeningen).Select(nummer => new Bedrag((leefgeld.Centen / rekeningen) + (nummer < leefgeld.Centen % rekeningen ? 1 : 0)));

    /// <summary>Its period begins within the decision, or the decision names it (payments 8.1).</summary>
    private static bool Telt(Ontzorgbesluit besluit, Kostenpost post, DateOnly maand) =>
        post.Periode(maand) is { } eerste && (post.OokBuitenPeriode || (eerste >= besluit.Begindatum && eerste <= besluit.Einddatum));

    private static Ontzorgstop? Stopt(Ontzorgbesluit besluit, DateOnly maand, Bedrag? uitkering, Bedrag lasten, int posten)
    {
        if (maand > besluit.Einddatum && posten == 0)
        {
            return Ontzorgstop.PeriodeVoorbij;
        }

        if (maand.AddMonths(1) <= besluit.Begindatum && posten == 0)
        {
            return Ontzorgstop.PeriodeNogNiet;
        }

        if (uitkering is not { } bekend)
        {
            return Ontzorgstop.UitkeringOnbekend;
        }

        if (bekend.Centen < lasten.Centen)
        {
            return Ontzorgstop.Tekort;
        }

        return bekend.Centen == lasten.Centen || (bekend - lasten).Centen < besluit.Ondergrens.Centen ? Ontzorgstop.OnderOndergrens : null;
    }

    private static IEnumerable<Maandbetaling> Betaal(Ontzorgbesluit besluit, DateOnly maand, IEnumerable<Kostenpost> posten, Bedrag leefgeld, Bedrag beslag)
    {
        foreach (var post in posten)
        {
            yield return new Maandbetaling(Code(post.Soort), post.Crediteur, post.Omschrijving, post.Bedrag, post.Vervalt(maand));
        }

        if (beslag.IsBetaalbaar && besluit.Beslaglegger is { } beslaglegger)
        {
            yield return new Maandbetaling("BESL", beslaglegger, null, beslag, null);
        }

        foreach (var (rekening, deel) in besluit.Leefgeld.Zip(Delen(leefgeld, besluit.Leefgeld.Count)).Where(d => d.Second.IsBetaalbaar))
        {
            yield return new Maandbetaling("LEEF", rekening, null, deel, null);
        }
    }

    private static string Code(Kostensoort soort) => soort switch
    {
        Kostensoort.Huur => "HUUR",
        Kostensoort.Energie => "ENER",
        Kostensoort.Water => "WATR",
        Kostensoort.Zorg => "ZORG",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>One payment of a month.</summary>
/// <param name="Soort">Code of its EndToEndId: HUUR, ENER, WATR, ZORG, BESL or LEEF.</param>
/// <param name="Omschrijving">Null: the gateway's own text.</param>
/// <param name="Vervalt">When it must be there; null: with the benefit.</param>
internal sealed record Maandbetaling(string Soort, Rekening Rekening, Omschrijving? Omschrijving, Bedrag Bedrag, DateOnly? Vervalt);

/// <summary>Why a month waits for a person (payments 9).</summary>
internal enum Ontzorgstop
{
    /// <summary>OZ-03.</summary>
    Tekort,

    /// <summary>OZ-04.</summary>
    OnderOndergrens,

    /// <summary>OZ-05.</summary>
    UitkeringOnbekend,

    /// <summary>OZ-06.</summary>
    PeriodeVoorbij,

    /// <summary>The month lies before the decision.</summary>
    PeriodeNogNiet,
}
