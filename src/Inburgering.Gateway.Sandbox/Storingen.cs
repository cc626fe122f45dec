namespace Inburgering.Gateway.Sandbox;

/// <summary>The faults that wait for a call, in the order they were given.</summary>
internal sealed class Storingen(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly List<Storing> waiting = [];

    public void Add(Storing storing)
    {
        lock (gate)
        {
            waiting.Add(storing);
        }
    }

    /// <summary>The first fault that hits this call, used up by one unless it has a window; null when the call goes through.</summary>
    public Storing? Take(string method, string template, string? bsn)
    {
        lock (gate)
        {
            DropEnded();
            var index = waiting.FindIndex(storing => storing.Hits(method, template, bsn));
            if (index < 0)
            {
                return null;
            }

            var storing = waiting[index];
            if (storing.Tot is null)
            {
                UseUp(index, storing);
            }

            return storing;
        }
    }

    public IReadOnlyList<Storing> All()
    {
        lock (gate)
        {
            DropEnded();
            return [.. waiting];
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            waiting.Clear();
        }
    }

    private void DropEnded()
    {
        var now = clock.GetUtcNow();
        waiting.RemoveAll(storing => storing.Tot <= now);
    }

    private void UseUp(int index, Storing storing)
    {
        if (storing.Times == 1)
        {
            waiting.RemoveAt(index);
        }
        else
        {
            waiting[index] = storing with { Times = storing.Times - 1 };
        }
    }
}
