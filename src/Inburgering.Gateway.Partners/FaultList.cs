namespace Inburgering.Gateway.Partners;

/// <summary>The faults of one body, at most a hundred: a person reads them.</summary>
internal sealed class FaultList
{
    private const int Most = 100;

    private readonly List<BerichtFout> items = [];

    public IReadOnlyList<BerichtFout> Items => items;

    public void Add(BerichtFout fault)
    {
        if (items.Count < Most)
        {
            items.Add(fault);
        }
    }
}
