namespace Inburgering.Gateway.Partners;

/// <summary>The faults of one body, at most a hundred: a person reads them.</summary>
public sealed class FaultList
{
    private const int Most = 100;

    private readonly List<BerichtFout> items = [];

    /// <summary>In the order they were found.</summary>
    public IReadOnlyList<BerichtFout> Items => items;

    /// <summary>Keeps it, unless there are a hundred.</summary>
    public void Add(BerichtFout fault)
    {
        if (items.Count < Most)
        {
            items.Add(fault);
        }
    }
}
