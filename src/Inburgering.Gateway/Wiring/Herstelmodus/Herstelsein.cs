namespace Inburgering.Gateway.Wiring.Herstelmodus;

/// <summary>Whether this process is in herstelmodus: the database was put back and is not released yet (security 19).</summary>
internal sealed class Herstelsein
{
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile bool dicht;

    public bool Dicht => dicht;

    /// <summary>Completes when it is released; only when it was closed.</summary>
    public Task Open => open.Task;

    public void Sluit() => dicht = true;

    public void GeefVrij()
    {
        dicht = false;
        open.TrySetResult();
    }
}
