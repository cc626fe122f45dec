using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Ontzorgen;

/// <summary>A decision on financieel ontzorgen as it was taken: what it says counts, nothing is derived but its last day (payments 8).</summary>
internal sealed record Ontzorgbesluit
{
    /// <summary>Months that the law gives without another basis.</summary>
    private const int Maanden = 6;

    /// <summary>First day; said by the decision.</summary>
    public required DateOnly Begindatum { get; init; }

    /// <summary>Last day, included.</summary>
    public required DateOnly Einddatum { get; init; }

    public required IReadOnlyList<Kostenpost> Kosten { get; init; }

    /// <summary>In the order in which cents that are left over are given; at least one.</summary>
    public required IReadOnlyList<Rekening> Leefgeld { get; init; }

    /// <summary>Whom an attachment is paid to; null: the benefit system does that, or there is none.</summary>
    public Rekening? Beslaglegger { get; init; }

    /// <summary>Less leefgeld than this needs a decision of its own.</summary>
    public required Bedrag Ondergrens { get; init; }

    /// <summary>The last day of six months: «start + 6 months − 1 day».</summary>
    /// <remarks>Source: payments 8, inputs and case I. The end of a shorter month is its last day.</remarks>
    public static DateOnly Laatste(DateOnly begin) => begin.AddMonths(Maanden).AddDays(-1);
}

/// <summary>An account that is paid, and in whose name it stands.</summary>
/// <param name="Naam">As the bank takes it.</param>
internal sealed record Rekening(Banktekst Naam, Iban Iban);

/// <summary>One fixed cost: a whole invoice per month.</summary>
internal sealed record Kostenpost
{
    public required Kostensoort Soort { get; init; }

    public required Rekening Crediteur { get; init; }

    public required Omschrijving Omschrijving { get; init; }

    public required Bedrag Bedrag { get; init; }

    /// <summary>First day of the first period that is invoiced; later periods begin on the first of a month.</summary>
    public required DateOnly Vanaf { get; init; }

    /// <summary>Last day that is invoiced; null: until further notice.</summary>
    public required DateOnly? TotEnMet { get; init; }

    /// <summary>Day of the month on which it must be paid, 1 to 31; in a shorter month the last day.</summary>
    public required int Vervaldag { get; init; }

    /// <summary>True: the decision names it though its period begins before or after its own.</summary>
    public required bool OokBuitenPeriode { get; init; }

    /// <summary>First day of the period that is invoiced in a month; null: none is.</summary>
    /// <param name="maand">First of the month.</param>
    public DateOnly? Periode(DateOnly maand)
    {
        var eerste = Vanaf > maand ? Vanaf : maand;
        return eerste < maand.AddMonths(1) && !(TotEnMet < eerste) ? eerste : null;
    }

    /// <summary>When it must be paid in a month.</summary>
    public DateOnly Vervalt(DateOnly maand) => maand.AddDays(Math.Min(Vervaldag, DateTime.DaysInMonth(maand.Year, maand.Month)) - 1);
}

/// <summary>What is paid, by the code of its EndToEndId (payments 3).</summary>
internal enum Kostensoort
{
    Huur,
    Energie,
    Water,
    Zorg,
}
