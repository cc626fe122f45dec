using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>One path of DUO. What is filled in never leaves this class but as the path itself: the template is what may be logged.</summary>
internal sealed class DuoPad(PartnerContract contract, string route)
{
    private const string Persoon = "bsn";

    private readonly (string Name, string Value)[] waarden = [];

    private DuoPad(DuoPad pad, string name, string value)
        : this(pad.Contract, pad.Route) => waarden = [.. pad.waarden, (name, value)];

    public PartnerContract Contract { get; } = contract;

    /// <summary>The template: personen/{bsn}/PIP.</summary>
    public string Route { get; } = route;

    /// <summary>The same path with one place filled in.</summary>
    /// <exception cref="ArgumentException">It would leave this path: empty, or dots that a URL takes for «one folder up».</exception>
    public DuoPad With(string name, string value) => value.All(sign => sign == '.')
        ? throw new ArgumentException($"{{{name}}} heeft geen waarde die in een pad past.", nameof(value))
        : new DuoPad(this, name, value);

    /// <exception cref="InvalidOperationException">The path is about a person and none was given.</exception>
    public Uri For(string? bsn)
    {
        var places = bsn is null ? waarden : [.. waarden, (Persoon, bsn)];
        var path = places.Aggregate(Route, (at, place) => at.Replace($"{{{place.Name}}}", Uri.EscapeDataString(place.Value), StringComparison.Ordinal));
        return path.Contains('{', StringComparison.Ordinal)
            ? throw new InvalidOperationException($"{Route}: een waarde ontbreekt.")
            : new Uri(path, UriKind.Relative);
    }
}
