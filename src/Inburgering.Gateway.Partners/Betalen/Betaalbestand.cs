namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>One file for the bank: one account, one execution date. What the bank gets of a person is in it and nothing else: name, account, amount, reference (domain f30).</summary>
public sealed record Betaalbestand
{
    /// <summary>The ways of the bank that it is for.</summary>
    public required Bankprofiel Profiel { get; init; }

    /// <summary>Unique for ever within a gemeente, also after a refusal (payments 2.4); the bank's idempotency key.</summary>
    public required Betaalid BerichtId { get; init; }

    /// <summary>Of the one batch in it; unique for ever too.</summary>
    public required Betaalid BatchId { get; init; }

    /// <summary>When it is rendered, on the Dutch clock; written to the second without an offset. The execution date may not lie before this day.</summary>
    public required DateTimeOffset Gemaakt { get; init; }

    /// <summary>A bank day.</summary>
    public required DateOnly Uitvoeringsdatum { get; init; }

    /// <summary>Name of the gemeente as the account has it.</summary>
    public required Banktekst Opdrachtgever { get; init; }

    /// <summary>The gemeente's account.</summary>
    public required Iban Rekening { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<Betaalopdracht> Opdrachten { get; init; }
}

/// <summary>One payment to one creditor.</summary>
public sealed record Betaalopdracht
{
    /// <summary>EndToEndId: comes back in every report. Unique for ever within a gemeente.</summary>
    public required Betaalid Kenmerk { get; init; }

    public required Bedrag Bedrag { get; init; }

    /// <summary>Name of the creditor.</summary>
    public required Banktekst Naam { get; init; }

    /// <summary>Account of the creditor, in SEPA.</summary>
    public required Iban Rekening { get; init; }

    public required Omschrijving Omschrijving { get; init; }
}

/// <summary>What the creditor knows the payment by. Closed: a free text or a reference, never both (payments 2.11).</summary>
public abstract record Omschrijving
{
    private Omschrijving()
    {
    }

    /// <summary>At most 140 characters; no BSN, no V-nummer, nothing of why the gemeente pays (payments 2.15).</summary>
    public sealed record Vrij(Banktekst Tekst) : Omschrijving;

    /// <summary>The creditor's own reference.</summary>
    public sealed record Kenmerk(Crediteurreferentie Referentie) : Omschrijving;
}
