using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>All that one report changes, written at once.</summary>
internal sealed record Boekblad
{
    public List<Bankboeking> Boekingen { get; } = [];

    /// <summary>Held before, explained now.</summary>
    public List<Bankpostsleutel> Vrijgevallen { get; } = [];

    /// <summary>In order: an order may go more than one step.</summary>
    public List<Opdrachtstap> Stappen { get; } = [];

    /// <summary>In order: a batch may go more than one step.</summary>
    public List<(Guid BatchId, Batchgebeurtenis Gebeurtenis)> Batchstappen { get; } = [];

    /// <summary>Keyed hash of the account, and the bank's reason.</summary>
    public List<(byte[] Rekening, string Reden)> Geblokkeerd { get; } = [];

    /// <summary>Nothing is paid for these any more.</summary>
    public HashSet<Guid> Dossierstops { get; } = [];

    /// <summary>No file of these profiles goes out.</summary>
    public HashSet<string> Profielstops { get; } = new(StringComparer.Ordinal);

    public List<Banksignaal> Signalen { get; } = [];
}

/// <summary>One payment within an entry of a statement.</summary>
/// <param name="Post">"referentie:" or "plaats:" and which.</param>
/// <param name="Detail">From 1; 0: the entry as a whole.</param>
internal sealed record Bankpostsleutel(string Rekening, string Afschrift, int Pagina, string Post, int Detail)
{
    /// <summary>Statement, page, entry and detail: for a person, so without the account.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Afschrift}/{Pagina}/{Post}/{Detail}");
}

/// <summary>It, booked on an order or held.</summary>
/// <param name="BedragCenten">Negative: off the account.</param>
internal sealed record Bankboeking(Bankpostsleutel Sleutel, long BedragCenten)
{
    /// <summary>Null: held.</summary>
    public Betaling? Opdracht { get; init; }

    /// <summary>The batch that it is said to be the sum of; null: none.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>Orders that the bank says are in it; null: not said.</summary>
    public int? Aantal { get; init; }
}

/// <summary>One step of one order.</summary>
internal sealed record Opdrachtstap(Betaling Opdracht, Opdrachtgebeurtenis Gebeurtenis, Opdrachtstand Naar);

/// <summary>Something for a person.</summary>
internal sealed record Banksignaal(string Code, string Ernst)
{
    private readonly Guid? dossierId;

    public Betaling? Opdracht { get; init; }

    /// <summary>Of the order, when it is about one; null: of no dossier.</summary>
    public Guid? DossierId
    {
        get => dossierId ?? Opdracht?.DossierId;
        init => dossierId = value;
    }

    public Guid? BatchId { get; init; }

    /// <summary>The entry, or the day that it is about.</summary>
    public string? Post { get; init; }

    public string? Reden { get; init; }

    public IReadOnlyList<string> Kandidaten { get; init; } = [];
}
