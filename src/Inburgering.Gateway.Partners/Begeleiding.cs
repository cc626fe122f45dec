namespace Inburgering.Gateway.Partners;

/// <summary>Attended hours of the participatieverklaringstraject in one month: a total, so a newer one takes its place (domain b.6, ASM).</summary>
/// <param name="Periode">First day of the month.</param>
/// <param name="Uren">The excursion included; signing asks twelve over all months (Besluit 3.1, LAW2).</param>
/// <param name="Excursieuren">Of those, with the excursion.</param>
public sealed record PvtUren(DateOnly Periode, decimal Uren, decimal Excursieuren);

/// <summary>The person signed: it goes nowhere before the gemeente confirms (domain b.6).</summary>
/// <param name="DocumentReferentie">Where the partner keeps the signed text.</param>
public sealed record PvtOndertekening(DateOnly Datum, string DocumentReferentie);

/// <summary>How one topic of maatschappelijke begeleiding stands (domain b.6; words ASM).</summary>
/// <param name="Onderwerp">huur, zorgverzekering, energie, bank, school or huisarts.</param>
/// <param name="Status">open, loopt, geregeld or niet-nodig.</param>
public sealed record Begeleidingsonderwerp(string Onderwerp, string Status);

/// <summary>Hours of begeleiding in one month: a total, so a newer one takes its place (ASM).</summary>
/// <param name="Periode">First day of the month.</param>
/// <param name="Uren">At most two decimals.</param>
public sealed record Begeleidingsuren(DateOnly Periode, decimal Uren);

/// <summary>How well the person manages alone (domain b.6; scale ASM).</summary>
/// <param name="Score">1: not at all, to 5: fully.</param>
public sealed record Samenredzaamheid(DateOnly Datum, int Score);

/// <summary>Begeleiding ended, handed over to local welfare or not (domain b.6, ASM).</summary>
public sealed record Begeleidingseinde
{
    /// <summary>Inclusive.</summary>
    public required DateOnly Einddatum { get; init; }

    /// <summary>Word of the contract: to whom; null: to nobody.</summary>
    public string? OvergedragenAan { get; init; }

    /// <summary>When the handing over was held; null: not said, or not held.</summary>
    public DateOnly? DatumOverdracht { get; init; }
}
