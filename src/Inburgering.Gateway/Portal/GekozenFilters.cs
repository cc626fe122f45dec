using Microsoft.AspNetCore.Http.Extensions;

namespace Inburgering.Gateway.Portal;

/// <summary>The filters in force, each with the link that takes it away (ux 1.6).</summary>
internal sealed record GekozenFilters(IReadOnlyList<GekozenFilter> Filters)
{
    /// <summary>Reads them from the query, which holds every filter.</summary>
    /// <param name="namen">Query key to the word on the screen and the words of its value; null: not shown.</param>
    public static GekozenFilters Of(HttpRequest request, params (string Sleutel, string Woord, string? Waarde)[] namen) =>
        new([.. namen.Where(n => n.Waarde is not null).Select(n => new GekozenFilter(n.Woord, n.Waarde!, Link(request, n.Sleutel, null)))]);

    /// <summary>The same page with one filter changed, from the first page on.</summary>
    public static string Link(HttpRequest request, string sleutel, string? waarde)
    {
        var query = new QueryBuilder();
        foreach (var (naam, oud) in request.Query.Where(q => q.Key != sleutel && q.Key is not ("cursor" or "vanaf") && q.Value.ToString().Length > 0))
        {
            query.Add(naam, oud.ToString());
        }

        if (waarde is not null)
        {
            query.Add(sleutel, waarde);
        }

        return request.Path + query.ToString();
    }

    /// <summary>The next page of the same list.</summary>
    /// <param name="vanaf">Number of its first row, for the caption.</param>
    public static string Volgende(HttpRequest request, string cursor, int vanaf)
    {
        var link = Link(request, "cursor", cursor);
        return $"{link}&vanaf={vanaf}";
    }
}

/// <summary>One filter in words.</summary>
internal sealed record GekozenFilter(string Woord, string Waarde, string Zonder);
