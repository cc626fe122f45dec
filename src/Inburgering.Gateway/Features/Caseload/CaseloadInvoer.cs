using System.Text.RegularExpressions;
using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Caseload;

/// <summary>Voor wie één gebruiker van u werkt: de hele lijst, die de vorige vervangt.</summary>
public sealed partial record CaseloadInvoer
{
    /// <summary>More is no caseload (domain b.6: 1,300 files were open to one consultation hour).</summary>
    private const int Meest = 500;

    private const string Veld = "/partnerReferenties";

    /// <summary>Uw referenties van de personen, elk een keer en ten hoogste 500; leeg: deze gebruiker werkt voor niemand meer.</summary>
    public required IReadOnlyList<string> PartnerReferenties { get; init; }

    /// <summary>The faults of what stands at these places.</summary>
    internal static InvoerFout Fout(int plaats, string detail) => new(detail, Pointer: $"{Veld}/{plaats}");

    /// <summary>Everything wrong with it that needs no dossier to see.</summary>
    internal IReadOnlyList<InvoerFout> Fouten()
    {
        if (PartnerReferenties.Count > Meest)
        {
            return [new InvoerFout($"Noem ten hoogste {Meest} personen.", Pointer: Veld)];
        }

        var (fouten, gehad) = (new List<InvoerFout>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (plaats, referentie) in PartnerReferenties.Index())
        {
            if (!Vorm().IsMatch(referentie))
            {
                fouten.Add(Fout(plaats, "Dit is geen partnerReferentie: PR- en tien tekens."));
            }
            else if (!gehad.Add(referentie))
            {
                fouten.Add(Fout(plaats, "Deze persoon staat er twee keer."));
            }
        }

        return fouten;
    }

    [GeneratedRegex(@"^PR-[0-9A-Z]{10}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Vorm();
}
