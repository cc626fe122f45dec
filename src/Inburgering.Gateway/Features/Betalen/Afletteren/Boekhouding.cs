using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Betalen.Afletteren;

/// <summary>One order as we know it.</summary>
internal sealed record BekendeOpdracht
{
    public required Betaalid Kenmerk { get; init; }

    /// <summary>What leaves the account when it is paid; above zero.</summary>
    public required Bedrag Bedrag { get; init; }

    /// <summary>Account of the creditor.</summary>
    public required Iban Tegenrekening { get; init; }

    public required Opdrachtstand Stand { get; init; }

    /// <summary>MsgId; null: in no sealed batch, so the bank cannot know it.</summary>
    public required Betaalid? Batch { get; init; }

    public required DateOnly Uitvoeringsdatum { get; init; }

    /// <summary>Debits that were booked for it; more than one is paid twice.</summary>
    public int Afschrijvingen { get; init; }

    /// <summary>Returns that were booked for it.</summary>
    public int Retouren { get; init; }

    /// <summary>More left than came back: no new try, whatever the state says (payments 1.1). A double payment of which one came back is «teruggeboekt» and paid all the same.</summary>
    public bool IsBetaald => Afschrijvingen > Retouren;

    /// <summary>Money for the person: a closed account leaves her without any.</summary>
    public bool IsLeefgeld => Opdrachtkenmerk.TryParse(Kenmerk.ToString(), out var kenmerk) && kenmerk.Soort == Betaalsoort.Leefgeld;
}

/// <summary>One sealed batch as we know it.</summary>
internal sealed record BekendeBatch
{
    /// <summary>MsgId.</summary>
    public required Betaalid BerichtId { get; init; }

    /// <summary>PmtInfId.</summary>
    public required Betaalid BatchId { get; init; }

    public required Batchstand Stand { get; init; }

    /// <summary>The gemeente's account that it is paid from.</summary>
    public required Iban Rekening { get; init; }

    /// <summary>All that is in the file, also what came to nothing since.</summary>
    public required IReadOnlyList<Betaalid> Opdrachten { get; init; }

    /// <summary>Collective entries that did not add up yet.</summary>
    public IReadOnlyList<Bankgevolg.Aangehouden> Aangehouden { get; init; } = [];

    /// <summary>Whether the bank can have it; of a file that never left it cannot speak.</summary>
    public bool IsWeg => Aanbiedingen > 0 || Stand is not (Batchstand.Open or Batchstand.Verzegeld or Batchstand.Ingetrokken);

    /// <summary>How often it was handed over; one that may go again is sealed and has left.</summary>
    public int Aanbiedingen { get; init; }
}

/// <summary>What one report is held against: every order and batch of the gemeente that it can be about, and for candidates those that are open.</summary>
internal sealed class Boekhouding
{
    private readonly Dictionary<Betaalid, BekendeOpdracht> opdrachten;
    private readonly Dictionary<Betaalid, BekendeBatch> berichten;
    private readonly Dictionary<Betaalid, BekendeBatch> batches;
    private readonly IReadOnlySet<Postsleutel> verwerkt;

    /// <param name="opdrachten">With each batch all that is in it, and with each order its batch.</param>
    /// <param name="verwerkt">Entries of which something was booked or held.</param>
    /// <exception cref="ArgumentException">An order of a batch or the batch of an order is missing, or an id is there twice.</exception>
    public Boekhouding(IEnumerable<BekendeOpdracht> opdrachten, IReadOnlyCollection<BekendeBatch> batches, IReadOnlySet<Postsleutel> verwerkt)
    {
        this.opdrachten = opdrachten.ToDictionary(o => o.Kenmerk);
        berichten = batches.ToDictionary(b => b.BerichtId);
        this.batches = batches.ToDictionary(b => b.BatchId);
        this.verwerkt = verwerkt;
        if (!batches.SelectMany(b => b.Opdrachten).All(this.opdrachten.ContainsKey) || !this.opdrachten.Values.Select(o => o.Batch).OfType<Betaalid>().All(berichten.ContainsKey))
        {
            throw new ArgumentException("Of a batch all orders have to be known, and of an order its batch.", nameof(opdrachten));
        }
    }

    public IEnumerable<BekendeOpdracht> Opdrachten => opdrachten.Values;

    /// <param name="kenmerk">EndToEndId as the bank wrote it; null: none.</param>
    public BekendeOpdracht? Opdracht(string? kenmerk) => Betaalid.TryParse(kenmerk, out var id) ? opdrachten.GetValueOrDefault(id) : null;

    public BekendeOpdracht Opdracht(Betaalid kenmerk) => opdrachten[kenmerk];

    /// <param name="berichtId">MsgId as the bank wrote it; null: not said.</param>
    public BekendeBatch? Bericht(string? berichtId) => Betaalid.TryParse(berichtId, out var id) ? berichten.GetValueOrDefault(id) : null;

    public BekendeBatch Bericht(Betaalid berichtId) => berichten[berichtId];

    /// <param name="batchId">PmtInfId as the bank wrote it; null: not said.</param>
    public BekendeBatch? Batch(string? batchId) => Betaalid.TryParse(batchId, out var id) ? batches.GetValueOrDefault(id) : null;

    public bool IsVerwerkt(Postsleutel post) => verwerkt.Contains(post);
}
