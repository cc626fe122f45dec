using System.Globalization;
using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Features.Bewaren;

/// <summary>The terms of one gemeente: the policy's own, or what the gemeente chose instead.</summary>
internal sealed class Bewaarregels(Beleid beleid, string gemeentecode)
{
    private readonly Dictionary<string, string> eigen = beleid.Gemeenten[gemeentecode].Bewaartermijnen ?? [];

    /// <summary>Categories of which some fields have a term of their own.</summary>
    public IReadOnlyList<string> MetEigenTermijnen { get; } = [.. beleid.Gegevens.Categorieen.Where(c => c.Value.BewaartermijnVelden is { Count: > 0 }).Select(c => c.Key)];

    /// <summary>The instant before which a processed message must have been worked on for its body to go.</summary>
    public DateTimeOffset VerwerktVoor(DateTimeOffset nu) => Duur.Parse(beleid.Gegevens.Berichtinhoud).Voor(nu);

    /// <summary>The instant before which a run of an exchange must have begun to go.</summary>
    public DateTimeOffset GeschiedenisVoor(DateTimeOffset nu) => Duur.Parse(beleid.Gegevens.Uitwisselgeschiedenis).Voor(nu);

    /// <summary>The term of a category as a whole.</summary>
    public Bewaarregel Van(string categorie) => Of(categorie, beleid.Gegevens.Categorieen[categorie].Bewaartermijn);

    /// <summary>The term of one field, which may be its own.</summary>
    public Bewaarregel Van(string categorie, string veld) =>
        beleid.Gegevens.Categorieen[categorie].BewaartermijnVelden?.GetValueOrDefault(veld) is { } code ? Of($"{categorie}.{veld}", code) : Van(categorie);

    private Bewaarregel Of(string naam, string code)
    {
        var file = beleid.Gegevens.Bewaartermijnen[code];
        return new Bewaarregel(
            Duur.Parse(eigen.GetValueOrDefault(naam, file.Termijn)), file.Vanaf, file.Uiterlijk is { } uiterlijk ? Duur.Parse(uiterlijk) : null, file.UiterlijkVanaf);
    }
}

/// <summary>How long something is kept, and from which day that is counted.</summary>
/// <param name="Vanaf">Word of the policy.</param>
/// <param name="Uiterlijk">A second limit; null: none.</param>
internal sealed record Bewaarregel(Duur Termijn, string Vanaf, Duur? Uiterlijk, string? UiterlijkVanaf)
{
    /// <summary>Whether it may not be kept any longer on this day.</summary>
    public bool IsVoorbij(Bewaarankers ankers, DateOnly vandaag) =>
        Past(ankers, Vanaf, Termijn, vandaag) || (Uiterlijk is { } uiterlijk && Past(ankers, UiterlijkVanaf!, uiterlijk, vandaag));

    private static bool Past(Bewaarankers ankers, string vanaf, Duur termijn, DateOnly vandaag) => ankers.Dag(vanaf) is { } dag && vandaag > termijn.Na(dag);
}

/// <summary>An ISO 8601 duration of one unit: years, months or days.</summary>
internal sealed record Duur(int Jaren, int Maanden, int Dagen)
{
    /// <param name="tekst">"P5Y", as the schema of the policy allows.</param>
    public static Duur Parse(string tekst)
    {
        var aantal = int.Parse(tekst.AsSpan(1, tekst.Length - 2), CultureInfo.InvariantCulture);
        return tekst[^1] switch
        {
            'Y' => new Duur(aantal, 0, 0),
            'M' => new Duur(0, aantal, 0),
            'D' => new Duur(0, 0, aantal),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The last day of it.</summary>
    public DateOnly Na(DateOnly dag) => dag.AddYears(Jaren).AddMonths(Maanden).AddDays(Dagen);

    /// <summary>As long before.</summary>
    public DateTimeOffset Voor(DateTimeOffset moment) => moment.AddYears(-Jaren).AddMonths(-Maanden).AddDays(-Dagen);

    public override string ToString() => (Jaren, Maanden) switch
    {
        ( > 0, _) => $"P{Jaren}Y",
        (_, > 0) => $"P{Maanden}M",
        _ => $"P{Dagen}D",
    };
}
