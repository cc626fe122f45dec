namespace Inburgering.Gateway.Verwerkingslog.Zegels;

/// <summary>What witnesses acknowledged of ours, and what we witness of others. Implemented by Storage.</summary>
internal interface IGetuigenisStore
{
    /// <summary>Number of our newest checkpoint this witness acknowledged; 0 when none.</summary>
    Task<long> LaatsteAsync(string getuige, CancellationToken ct);

    /// <summary>Keeps an acknowledgement; one that is there already stays.</summary>
    Task BewaarAsync(string getuige, long nummer, long tijd, Getuigenis getuigenis, CancellationToken ct);

    /// <summary>Keeps a checkpoint of another gateway, when it follows the newest we have of it or is one we have.</summary>
    Task<Vreemdzegel> OntvangAsync(string van, Zegel zegel, CancellationToken ct);

    /// <summary>What we have of another gateway, in order.</summary>
    IAsyncEnumerable<Zegel> LeesAsync(string van, CancellationToken ct);
}

/// <summary>What became of a checkpoint of another gateway.</summary>
/// <param name="Past">False: it does not follow, or its number has another content here.</param>
/// <param name="Tijd">When we first had it, by the database's clock in ms; 0 when it does not fit.</param>
/// <param name="Laatste">Number of the newest we have of it.</param>
internal readonly record struct Vreemdzegel(bool Past, long Tijd, long Laatste);
