using System.Text.RegularExpressions;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Opdrachten;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Features.Toestemmingen;

/// <summary>Waarvoor de persoon toestemming gaf, aan wie, en met welke tekst.</summary>
public sealed partial record ToestemmingInvoer
{
    private const int LangsteBewijs = 200;
    private const int MeesteCijfers = 8;

    /// <summary>Client van de partner bij uw gemeente, bijvoorbeeld vwn-1708.</summary>
    public required string ClientId { get; init; }

    /// <summary>Een doel dat op toestemming rust, bijvoorbeeld hulp-bij-schulden.</summary>
    public required string Doel { get; init; }

    /// <summary>Versie van de tekst die de persoon las: hoogstens 20 kleine letters, cijfers, punten en streepjes.</summary>
    public required string Tekstversie { get; init; }

    /// <summary>Taal van die tekst, twee letters (ISO 639-1).</summary>
    public required string Taal { get; init; }

    /// <summary>Wanneer de persoon toestemming gaf.</summary>
    public required DateTimeOffset GegevenOp { get; init; }

    /// <summary>Verwijzing naar het bewijs, bijvoorbeeld een documentnummer in uw zaaksysteem; hoogstens 200 tekens.</summary>
    public string? Bewijs { get; init; }

    internal Toestemming Toestemming => new() { ClientId = ClientId, Doel = Doel, GegevenOp = GegevenOp, Taal = Taal, Tekstversie = Tekstversie, Bewijs = Bewijs };

    /// <summary>Everything wrong with it that needs no dossier to see.</summary>
    internal IReadOnlyList<InvoerFout> Fouten(Partnerrecht recht, string gemeentecode, DateTimeOffset nu)
    {
        var fouten = new List<InvoerFout>();
        if (recht.Zoek(gemeentecode, ClientId) is not { } partner)
        {
            fouten.Add(new InvoerFout("Deze partner werkt niet voor uw gemeente.", Pointer: "/clientId"));
        }
        else if (recht.GeenToestemming(partner, Doel) is { } waarom)
        {
            fouten.Add(new InvoerFout(waarom, Pointer: "/doel"));
        }

        // it stands in every decision that rests on it, so it may not look like a number of a person
        Check(fouten, "tekstversie", Versie().IsMatch(Tekstversie) && Tekstversie.Count(char.IsAsciiDigit) <= MeesteCijfers, "Gebruik hoogstens 20 kleine letters, cijfers, punten en streepjes, waarvan hoogstens 8 cijfers.");
        Check(fouten, "taal", Taalcode().IsMatch(Taal), "Schrijf de taal als twee kleine letters (ISO 639-1).");
        fouten.AddRange(Tijden.Fouten("gegevenOp", GegevenOp));
        Check(fouten, "gegevenOp", GegevenOp <= nu, "Ligt in de toekomst.");
        Check(fouten, "bewijs", Bewijs is null || (Bewijs.Length is > 0 and <= LangsteBewijs && !Bewijs.Any(char.IsControl)), "Is leeg, langer dan 200 tekens of bevat een teken dat niet mag.");
        return fouten;
    }

    private static void Check(List<InvoerFout> fouten, string veld, bool goed, string detail)
    {
        if (!goed)
        {
            fouten.Add(new InvoerFout(detail, Pointer: $"/{veld}"));
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{0,19}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Versie();

    [GeneratedRegex(@"^[a-z]{2}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Taalcode();
}
