using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>One statement, or one page of it, that adds up: opening + booked entries = closing.</summary>
public sealed record Afschrift
{
    public required Iban Rekening { get; init; }

    /// <summary>The bank's id of the statement; with account and entry it is the key of what is booked (payments 7.2).</summary>
    public required string Id { get; init; }

    /// <summary>The bank's running number; null: not said, so a gap cannot be seen.</summary>
    public long? Nummer { get; init; }

    /// <summary>Null: the statement is whole.</summary>
    public Pagina? Pagina { get; init; }

    public required Saldo Begin { get; init; }

    public required Saldo Eind { get; init; }

    /// <summary>In the order of the statement, those that are not booked included.</summary>
    public required IReadOnlyList<Bankpost> Posten { get; init; }
}

/// <summary>Which part of a statement it is.</summary>
/// <param name="Nummer">From 1.</param>
/// <param name="Laatste">No more come.</param>
public sealed record Pagina(int Nummer, bool Laatste);

/// <summary>What stood on the account, booked.</summary>
/// <param name="Bedrag">Negative: overdrawn.</param>
public sealed record Saldo(Bedrag Bedrag, DateOnly Dag);

/// <summary>One advice: what happened or is about to happen, ahead of the statement.</summary>
public sealed record Advies
{
    public required Iban Rekening { get; init; }

    /// <summary>The bank's id of the advice.</summary>
    public required string Id { get; init; }

    public required IReadOnlyList<Bankpost> Posten { get; init; }
}

/// <summary>One entry on an account.</summary>
public sealed record Bankpost
{
    /// <summary>From 1, over the whole statement or page.</summary>
    public required int Plaats { get; init; }

    /// <summary>The entry's own reference within the statement; null: it has none, its place is its name.</summary>
    public string? Referentie { get; init; }

    /// <summary>The bank's reference of what happened: the same in an advice and on the statement; null: none.</summary>
    public string? Bankreferentie { get; init; }

    /// <summary>Negative: off the account.</summary>
    public required Bedrag Bedrag { get; init; }

    public required Poststand Stand { get; init; }

    /// <summary>It undoes an earlier entry of the bank's own.</summary>
    public bool IsHerstel { get; init; }

    /// <summary>Null: not said.</summary>
    public DateOnly? Boekdag { get; init; }

    /// <summary>The batch of ours that it stands for; null: none named.</summary>
    public Bankbatch? Batch { get; init; }

    /// <summary>What it is made of; empty: the bank gives no details.</summary>
    public required IReadOnlyList<Postdetail> Details { get; init; }

    /// <summary>Whether every detail says its amount and they make up the entry (payments 7.4).</summary>
    [JsonIgnore]
    public bool DetailsTellenOp => Details.Count > 0 && Details.All(d => d.Bedrag is not null) && Details.Sum(d => (decimal)d.Bedrag!.Value.Centen) == Bedrag.Centen;
}

/// <summary>How far an entry is: only one that is booked moves money (payments 7.1).</summary>
public enum Poststand
{
    /// <summary>BOOK.</summary>
    Geboekt,

    /// <summary>PDNG.</summary>
    InBehandeling,

    /// <summary>INFO, FUTR and the bank's own: only told.</summary>
    Informatie,
}

/// <summary>The batch that a collective entry stands for.</summary>
/// <param name="BerichtId">Our MsgId; null: not said.</param>
/// <param name="BatchId">Our PmtInfId; null: not said.</param>
/// <param name="Aantal">Orders in it; null: not said.</param>
public sealed record Bankbatch(string? BerichtId, string? BatchId, int? Aantal);

/// <summary>One payment within an entry.</summary>
public sealed record Postdetail
{
    /// <summary>From 1, within the entry.</summary>
    public required int Plaats { get; init; }

    /// <summary>EndToEndId; null: none, or NOTPROVIDED. Without it nothing is matched by itself (payments 7.3).</summary>
    public string? Kenmerk { get; init; }

    /// <summary>Negative: off the account. Null: not said, or not in euros; of an only detail it is that of the entry.</summary>
    public Bedrag? Bedrag { get; init; }

    /// <summary>Account of the creditor; null: not said, or <see cref="AndereTegenrekening"/>.</summary>
    public Iban? Tegenrekening { get; init; }

    /// <summary>The bank names an account of the creditor that is no IBAN, so it cannot be that of an order.</summary>
    public bool AndereTegenrekening { get; init; }

    /// <summary>It came back, and why; null: it carries no return information.</summary>
    public Bankreden? Retour { get; init; }
}
