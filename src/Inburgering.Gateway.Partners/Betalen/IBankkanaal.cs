namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>Carries files to a bank and reports back, without a person in between. It decides nothing: what does not come back as a plain yes is doubt (payments 6.4).</summary>
/// <remarks>An implementation that calls takes one HttpClient, made by the hub, in its constructor.</remarks>
public interface IBankkanaal
{
    /// <summary>Word of the gemeente's setting: "http", "map".</summary>
    string Soort { get; }

    /// <summary>Whether the bank can be asked for a file, so that it can prove that it does not have it.</summary>
    bool IsNavraagbaar { get; }

    /// <summary>Hands a file over: these bytes, under this name.</summary>
    /// <returns>True: the bank, or who carries it from here on, has it. False: nobody can say, whatever went wrong.</returns>
    Task<bool> GeefAsync(Bankadres adres, Betaalid berichtId, ReadOnlyMemory<byte> inhoud, CancellationToken ct);

    /// <summary>Whether the bank has a file.</summary>
    Task<Bankkennis> VraagAsync(Bankadres adres, Betaalid berichtId, CancellationToken ct);

    /// <summary>What lies ready for us, oldest first; the same report keeps its key.</summary>
    /// <returns>Null: no answer.</returns>
    Task<IReadOnlyList<string>?> LijstAsync(Bankadres adres, CancellationToken ct);

    /// <summary>One report as the bank wrote it.</summary>
    /// <param name="hoogstens">Largest size in bytes.</param>
    /// <returns>Null: no answer, gone, or larger than that.</returns>
    Task<ReadOnlyMemory<byte>?> HaalAsync(Bankadres adres, string sleutel, int hoogstens, CancellationToken ct);

    /// <summary>We keep it, so it may be put away.</summary>
    Task BewaardAsync(Bankadres adres, string sleutel, CancellationToken ct);
}

/// <summary>Of which gemeente, and where.</summary>
/// <param name="Bron">OIN of the gemeente.</param>
/// <param name="Map">Folder that is shared with who carries the files; null: the channel has none.</param>
public sealed record Bankadres(Oin Bron, string? Map);

/// <summary>What a channel knows of a file.</summary>
public enum Bankkennis
{
    /// <summary>No answer, or one that says nothing.</summary>
    Onbekend,

    Heeft,

    /// <summary>It was asked and does not have it, now.</summary>
    HeeftNiet,
}
