namespace Inburgering.Gateway.Sandbox;

/// <summary>The faults that wait for a call, in the order they were given.</summary>
internal sealed class Storingen
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

    /// <summary>The first fault that hits this call, used up by one; null when the call goes through.</summary>
    public Storing? Take(string method, string template, string? bsn)
    {
        lock (gate)
        {
            var index = waiting.FindIndex(storing => storing.Hits(method, template, bsn));
            if (index < 0)
            {
                return null;
            }

            var storing = waiting[index];
            if (storing.Times == 1)
            {
                waiting.RemoveAt(index);
            }
            else
            {
                waiting[index] = storing with { Times = storing.Times - 1 };
            }

            return storing;
        }
    }

    public IReadOnlyList<Storing> All()
    {
        lock (gate)
        {
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
}
