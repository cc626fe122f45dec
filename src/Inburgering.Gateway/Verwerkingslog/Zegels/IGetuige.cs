namespace Inburgering.Gateway.Verwerkingslog.Zegels;

/// <summary>Who keeps a copy of every checkpoint and says so (security 3). Outside the operator's reach, or it is a stand-in only.</summary>
internal interface IGetuige
{
    /// <summary>For a person: "de map ankers", "gateway van Zuiderdam".</summary>
    string Naam { get; }

    /// <summary>Number of the newest checkpoint it acknowledged; 0 when none.</summary>
    Task<long> LaatsteAsync(CancellationToken ct);

    /// <summary>Hands it the next checkpoint; returns when it is acknowledged.</summary>
    /// <exception cref="GetuigeException">It knows another row of checkpoints, or its answer proves nothing.</exception>
    Task BevestigAsync(Zegel zegel, CancellationToken ct);
}

/// <summary>The witness and this log do not agree; a person has to look.</summary>
public sealed class GetuigeException(string message, Exception? why = null) : Exception(message, why)
{
    /// <summary>It holds other checkpoints than this log under the same numbers: log and anchors were put back together, or rewritten.</summary>
    public bool AndereReeks { get; init; }
}
