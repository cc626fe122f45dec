namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>What one file of a bank says. Closed: statuses, statements or advices. Holds what booking needs, and no names or texts of others.</summary>
public abstract record Bankbericht
{
    private Bankbericht()
    {
    }

    /// <summary>The message and its version: "camt.053.001.08".</summary>
    public required string Soort { get; init; }

    /// <summary>The bank's own id of the message (MsgId): with <see cref="Soort"/> and the channel it makes a repeat known (payments 6.6).</summary>
    public required string BerichtId { get; init; }

    /// <summary>What the bank says of a file that we handed over (pain.002).</summary>
    public sealed record Status : Bankbericht
    {
        /// <summary>MsgId of our file; not of the form of ours: it is about another's.</summary>
        public required string OverBericht { get; init; }

        /// <summary>Orders that the bank says were in the file; null: not said.</summary>
        public int? Aantal { get; init; }

        /// <summary>What the bank says the file adds up to; null: not said.</summary>
        public Bedrag? Totaal { get; init; }

        /// <summary>Of the file as a whole; null: none.</summary>
        public Bankstatus? Bestand { get; init; }

        public required IReadOnlyList<Batchstatus> Batches { get; init; }
    }

    /// <summary>Booked statements (camt.053): the only proof of payment.</summary>
    public sealed record Afschriften(IReadOnlyList<Afschrift> Lijst) : Bankbericht;

    /// <summary>Early notices (camt.054): may say that something is coming, never move money (payments 7.1).</summary>
    public sealed record Adviezen(IReadOnlyList<Advies> Lijst) : Bankbericht;
}

/// <summary>What the bank says of one batch.</summary>
public sealed record Batchstatus
{
    /// <summary>PmtInfId of our batch.</summary>
    public required string BatchId { get; init; }

    /// <summary>Of the batch as a whole; null: none.</summary>
    public Bankstatus? Batch { get; init; }

    /// <summary>Only the orders that the bank names: of the others nothing is said.</summary>
    public required IReadOnlyList<Opdrachtstatus> Opdrachten { get; init; }
}

/// <summary>What the bank says of one order.</summary>
public sealed record Opdrachtstatus
{
    /// <summary>EndToEndId; null: not said, so it is about no order that we can find.</summary>
    public string? Kenmerk { get; init; }

    /// <summary>Null: not said, or not in euros.</summary>
    public Bedrag? Bedrag { get; init; }

    /// <summary>Null: none.</summary>
    public Bankstatus? Status { get; init; }
}

/// <summary>One status with its reasons.</summary>
/// <param name="Code">As the bank wrote it: at most four letters or digits.</param>
/// <param name="Oordeel">What the code means for the order, the batch or the file.</param>
/// <param name="Redenen">In the bank's order; empty: none given.</param>
public sealed record Bankstatus(string Code, Bankoordeel Oordeel, IReadOnlyList<Bankreden> Redenen);

/// <summary>What a status means. Source: payments 4 and 5.</summary>
public enum Bankoordeel
{
    /// <summary>Not known: kept and shown, moves nothing.</summary>
    Onbekend,

    /// <summary>RCVD, ACTC, PDNG: recorded, no progress.</summary>
    Ontvangen,

    /// <summary>ACCP, ACSP, ACWC, ACSC, ACCC. No proof of payment.</summary>
    Geaccepteerd,

    /// <summary>RJCT, and not because the bank has seen it before.</summary>
    Afgewezen,

    /// <summary>RJCT because the bank knows the id (DUPL, AM05): never «afgewezen», it may well have been paid.</summary>
    AlGezien,

    /// <summary>PART: what is listed decides, the rest stays where it is.</summary>
    Gedeeltelijk,

    /// <summary>RVxx, the check of the payee's name: never accepted or refused; somebody decides at the bank.</summary>
    Naamcontrole,
}

/// <summary>Why a bank refuses or returns.</summary>
/// <param name="Code">As the bank wrote it; null: only words.</param>
/// <param name="Soort">What has to happen.</param>
/// <param name="Toelichting">The bank's own words on one line without long numbers; null: none. Kept as the person's data, never logged.</param>
public sealed record Bankreden(string? Code, Redensoort Soort, string? Toelichting);

/// <summary>What a reason asks of the gemeente. Source: the table of payments 7.</summary>
public enum Redensoort
{
    /// <summary>No reason, or one that we do not know: ask the bank.</summary>
    Onbekend,

    /// <summary>AC01: block this IBAN and ask for another.</summary>
    RekeningOnjuist,

    /// <summary>AC04, AC06: block this IBAN; for leefgeld urgent, the person has no money.</summary>
    RekeningGesloten,

    /// <summary>AG01, CNOR, RC01: to another account.</summary>
    AndereRekening,

    /// <summary>AM04: too little on the gemeente's account.</summary>
    Saldo,

    /// <summary>AM05, DUPL: seen before.</summary>
    AlGezien,

    /// <summary>BE04, RR03: name or address of the creditor is missing.</summary>
    NaamOntbreekt,

    /// <summary>ED05, TECH, MS03, NARR: ask the bank first, never by itself again.</summary>
    BankVragen,

    /// <summary>FF01, AG02: our file is wrong; stop all batches of this profile.</summary>
    Bestandsfout,

    /// <summary>MD07: the account holder has died; stop all orders of the dossier.</summary>
    Overleden,

    /// <summary>MS02: refused by the creditor.</summary>
    DoorOntvangerGeweigerd,

    /// <summary>RR04: regulatory; no new try.</summary>
    Toezicht,
}
