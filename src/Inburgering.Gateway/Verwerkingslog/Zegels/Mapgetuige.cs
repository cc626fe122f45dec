namespace Inburgering.Gateway.Verwerkingslog.Zegels;

/// <summary>The folder of exported checkpoints: the copy a verifier starts from, and in the demo the stand-in for a witness.</summary>
internal sealed class Mapgetuige(Ankers ankers) : IGetuige
{
    public string Naam => "de map met ankers";

    public Task<long> LaatsteAsync(CancellationToken ct) => Task.FromResult(ankers.Last());

    public Task BevestigAsync(Zegel zegel, CancellationToken ct) => ankers.WriteAsync(zegel, ct);
}
