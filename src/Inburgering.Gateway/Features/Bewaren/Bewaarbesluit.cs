using Inburgering.Gateway.Storage.Bewaren;

namespace Inburgering.Gateway.Features.Bewaren;

/// <summary>What may not be kept any longer of one dossier.</summary>
internal static class Bewaarbesluit
{
    /// <summary>Registers whose rows go with the whole dossier, not with a category.</summary>
    private static readonly string[] Registers = ["TOE", "VRZ"];

    public static Wisplan Of(DossierStand stand, Bewaarregels regels, DateOnly vandaag)
    {
        if (stand.Vastgehouden)
        {
            return Plan(stand, null, [], []);
        }

        var categorieen = stand.Feiten.Where(f => !stand.Beperkt.Contains(f.Categorie)).GroupBy(f => f.Categorie).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Categorie(g.Key, [.. g], stand, regels, vandaag)).OfType<Wiscategorie>().ToArray();
        return IsWhole(stand, categorieen, regels, vandaag)
            ? Plan(stand, Registers.Select(r => regels.Van(r).Termijn).MaxBy(t => t.Na(vandaag))!.ToString(), categorieen, stand.Berichten)
            : Plan(stand, null, categorieen, stand.Berichten);
    }

    private static Wisplan Plan(DossierStand stand, string? heel, IReadOnlyList<Wiscategorie> categorieen, IReadOnlyList<Guid> berichten) =>
        new() { DossierId = stand.DossierId, HeelDossier = heel, Categorieen = categorieen, Berichten = berichten };

    /// <summary>Nothing is left that may be kept, and no message of it waits.</summary>
    private static bool IsWhole(DossierStand stand, IReadOnlyList<Wiscategorie> categorieen, Bewaarregels regels, DateOnly vandaag)
    {
        if (stand.InBehandeling || stand.Beperkt.Count > 0)
        {
            return false;
        }

        var ankers = new Bewaarankers(stand, default);
        return stand.Verweesd
            || (categorieen.Sum(c => c.Feiten.Count) == stand.Feiten.Count && Registers.All(r => regels.Van(r).IsVoorbij(ankers, vandaag)));
    }

    /// <summary>Null: all of it may still be kept.</summary>
    private static Wiscategorie? Categorie(string code, IReadOnlyList<Feitstand> feiten, DossierStand stand, Bewaarregels regels, DateOnly vandaag)
    {
        var regel = regels.Van(code);
        var weg = new List<Guid>();
        var ingekort = new List<Inkorting>();
        foreach (var feit in feiten)
        {
            var ankers = new Bewaarankers(stand, feit.Tijdstip);
            var blijft = feit.Velden?.Where(v => !regels.Van(code, v).IsVoorbij(ankers, vandaag)).ToArray();
            if (blijft is null ? regel.IsVoorbij(ankers, vandaag) : blijft.Length == 0)
            {
                weg.Add(feit.FeitId);
            }
            else if (blijft?.Length < feit.Velden?.Count)
            {
                ingekort.Add(new Inkorting(feit.FeitId, blijft));
            }
        }

        return weg.Count + ingekort.Count == 0 ? null : new Wiscategorie(code, regel.Termijn.ToString(), weg, ingekort);
    }
}
