namespace Inburgering.Gateway.Partners;

/// <summary>Where a person is in the step plan (S1). Steps and spelling: ours (domain b.5, ASM).</summary>
public sealed record Trajectfase
{
    /// <summary>introductiegesprek, binnenstage, evaluatie, buitenstage or betaald-werk.</summary>
    public required string Fase { get; init; }

    public required DateOnly Sinds { get; init; }

    /// <summary>Last day that is expected; null: not said.</summary>
    public DateOnly? VerwachtTot { get; init; }
}

/// <summary>One activity of a person, whole; a newer message about the same one takes its place (ASM).</summary>
public sealed record Participatieactiviteit
{
    /// <summary>The partner's own mark, by which a newer message is known to be about the same activity.</summary>
    public required string Kenmerk { get; init; }

    /// <summary>stage, werkervaringsplek, vrijwilligerswerk, betaald-werk or dagbesteding.</summary>
    public required string Soort { get; init; }

    public required DateOnly Startdatum { get; init; }

    /// <summary>Inclusive; null: it goes on.</summary>
    public DateOnly? Einddatum { get; init; }

    /// <summary>Null: not said.</summary>
    public int? UrenPerWeek { get; init; }
}

/// <summary>Hours of participation in one month: a total, so a newer one takes its place (ASM).</summary>
/// <param name="Periode">First day of the month.</param>
/// <param name="Uren">At most two decimals.</param>
public sealed record Participatieuren(DateOnly Periode, decimal Uren);

/// <summary>The MAP in one month: themes with their hours, whole. That there are themes and 40 hours of practice: DOC (S4); the words: ASM.</summary>
/// <param name="Periode">First day of the month.</param>
/// <param name="Themas">Empty: nothing was done in this month after all.</param>
public sealed record Mapuren(DateOnly Periode, IReadOnlyList<Mapthema> Themas);

/// <param name="Thema">Word of the contract.</param>
/// <param name="Uren">At most two decimals.</param>
public sealed record Mapthema(string Thema, decimal Uren);

/// <summary>The partner proposes that the closing talk of the MAP was held: it goes nowhere before the gemeente confirms (S2, domain b.5).</summary>
public sealed record MapEindgesprekvoorstel(DateOnly Datum);

/// <summary>The person left the participation partner (ASM).</summary>
/// <param name="Reden">Word of the contract; never one of health.</param>
public sealed record Participatieuitstroom(DateOnly Datum, string Reden);

/// <summary>The person did not come. Why stays with who knows it: a reason could be one of health (ASM).</summary>
/// <param name="Bij">Word of the contract: where the person was expected.</param>
/// <param name="Afgemeld">Whether the person said so beforehand.</param>
/// <param name="Vervallen">True: it is taken back.</param>
public sealed record Afwezigheid(DateOnly Datum, string Bij, bool Afgemeld, bool Vervallen);
