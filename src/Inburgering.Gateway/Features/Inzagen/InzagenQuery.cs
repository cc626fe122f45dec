using System.Globalization;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>Filters of the API, the same as those of the screen.</summary>
internal sealed record InzagenQuery
{
    /// <summary>Eerste dag, jjjj-mm-dd; zonder deze: twaalf maanden terug.</summary>
    [FromQuery(Name = "van")]
    public string? Van { get; init; }

    /// <summary>Laatste dag, jjjj-mm-dd; zonder deze: vandaag.</summary>
    [FromQuery(Name = "tot")]
    public string? Tot { get; init; }

    /// <summary>alles, mensen, gekeken, geleverd, ontvangen, geweigerd, automatisch of toezicht; zonder deze: alles behalve het lezen van het log zelf.</summary>
    [FromQuery(Name = "soort")]
    public string? Soort { get; init; }

    /// <summary>OIN van een organisatie.</summary>
    [FromQuery(Name = "organisatie")]
    public string? Organisatie { get; init; }

    /// <summary>toegestaan, geweigerd of fout.</summary>
    [FromQuery(Name = "resultaat")]
    public string? Resultaat { get; init; }

    /// <summary>Uit het veld volgende van de vorige pagina.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    public required HttpContext Http { get; init; }

    [FromServices]
    public required Woorden Woorden { get; init; }

    /// <summary>Everything wrong with the filters; empty when nothing is.</summary>
    public IReadOnlyList<InvoerFout> Fouten()
    {
        var fouten = new List<InvoerFout>();
        Check(fouten, "van", Van is null || Dag(Van) is not null, "Schrijf de dag als jjjj-mm-dd.");
        Check(fouten, "tot", Tot is null || Dag(Tot) is not null, "Schrijf de dag als jjjj-mm-dd.");
        Check(fouten, "tot", fouten.Count > 0 || Periode() is var p && p.Van <= p.Tot, "De laatste dag ligt voor de eerste.");
        Check(fouten, "soort", Soort is null || LeesSoort(Soort) is not null, "Kies alles, mensen, gekeken, geleverd, ontvangen, geweigerd, automatisch of toezicht.");
        Check(fouten, "resultaat", Resultaat is null || Inzagewoorden.LeesResultaat(Resultaat) is not null, "Kies toegestaan, geweigerd of fout.");
        return fouten;
    }

    public InzagenVraag Vraag() => new()
    {
        Periode = Periode(),
        Soort = LeesSoort(Soort) ?? Inzagen.Soort.Alles,
        Organisatie = Organisatie,
        Resultaat = Inzagewoorden.LeesResultaat(Resultaat),
        Cursor = Cursor,
    };

    /// <summary>The same question from the next page on.</summary>
    public string Volgende(Guid dossierId, string doel, string cursor)
    {
        var query = new QueryBuilder { { "doel", doel } };
        foreach (var (naam, waarde) in new[] { ("van", Van), ("tot", Tot), ("soort", Soort), ("organisatie", Organisatie), ("resultaat", Resultaat), ("cursor", cursor) })
        {
            if (waarde is not null)
            {
                query.Add(naam, waarde);
            }
        }

        return $"/v1/dossiers/{dossierId}/inzagen{query}";
    }

    /// <summary>Null for text that is no tab.</summary>
    internal static Soort? LeesSoort(string? tekst) => tekst switch
    {
        "alles" => Inzagen.Soort.Alles,
        "mensen" => Inzagen.Soort.Mensen,
        "gekeken" => Inzagen.Soort.Gekeken,
        "geleverd" => Inzagen.Soort.Geleverd,
        "ontvangen" => Inzagen.Soort.Ontvangen,
        "geweigerd" => Inzagen.Soort.Geweigerd,
        "automatisch" => Inzagen.Soort.Automatisch,
        "toezicht" => Inzagen.Soort.Toezicht,
        _ => null,
    };

    private static void Check(List<InvoerFout> fouten, string parameter, bool goed, string detail)
    {
        if (!goed)
        {
            fouten.Add(new InvoerFout(detail, Parameter: parameter));
        }
    }

    private static DateOnly? Dag(string? tekst) =>
        DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;

    private Periode Periode()
    {
        var jaar = Features.Periode.Jaar(Http.RequestServices.GetRequiredKeyedService<TimeProvider>(Klok.Zaak));
        return new Periode(Dag(Van) ?? jaar.Van, Dag(Tot) ?? jaar.Tot);
    }
}
