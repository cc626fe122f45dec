using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Storage.Meldingen;

namespace Inburgering.Gateway.Normalization;

/// <summary>What a partner says of one person now, held against what we have: what it changed without telling, and what another source says otherwise.</summary>
/// <remarks>Pure. A category that is not the regievoerder's by default (GZH) is taken over like any other and never laid side by side.
/// Dates are compared as they are stored: of a termijn and of hours exclusive, of a plicht inclusive, on both sides alike.</remarks>
internal sealed class Vergelijking
{
    private const string Gemeente = "gemeente";
    private const string Gezondheid = "GZH";

    private readonly Vergelijkingsstof stof;
    private readonly Eigenmeldingen eigen;
    private readonly List<string> gemist = [];
    private readonly List<Verschil> verschillen = [];

    private Vergelijking(Vergelijkingsstof stof)
    {
        this.stof = stof;
        eigen = new Eigenmeldingen(stof.Meldingen, stof.Gemeentecode);
    }

    /// <summary>The records that are asked of a person: those that we keep, and the hours, which we told. History and lists about nobody are not.</summary>
    public static IReadOnlyList<Type> Records => [.. Groepen.Keys, typeof(GevolgdeUren)];

    /// <summary>The field that stands for a group of which the partner says nothing; null: its being gone is no news (a number that was used).</summary>
    private static Dictionary<Type, (string Categorie, string Veldgroep, string? Sleutelveld)> Groepen { get; } = new()
    {
        [typeof(Inburgeringsplicht)] = ("PLI", "plicht", "indicatorInburgeringsplicht"),
        [typeof(Doelgroepindeling)] = ("VBL", "doelgroep", "doelgroep"),
        [typeof(Inburgeringstermijn)] = ("TER", "termijn", "einddatum"),
        [typeof(LeerbaarheidstoetsExamennummer)] = ("LBT", "examennummer", null),
        [typeof(Leerbaarheidstoetsresultaten)] = ("LBT", "resultaat", "resultaat"),
        [typeof(Vrijstellingen)] = ("VRO", "vrijstellingen", "vrijstellingen"),
        [typeof(Ontheffingen)] = ("VRO", "ontheffingen", "ontheffingenBio"),
        [typeof(Pip)] = ("PIP", "pip", "dagtekening"),
        [typeof(MapRegistratie)] = ("MAP", "registratie", "datumEindgesprek"),
        [typeof(PvtRegistratie)] = ("PVT", "registratie", "datumOndertekening"),
        [typeof(Examenresultaten)] = ("EXA", "resultaten", "resultaten"),
        [typeof(GratisPogingen)] = ("EXA", "gratisPogingen", "gratisPogingen"),
    };

    public static Afstemverslag Of(Vergelijkingsstof stof)
    {
        var vergelijking = new Vergelijking(stof);
        foreach (var (record, gevraagdOp) in stof.Records)
        {
            foreach (var deel in Normalizer.Of(record))
            {
                var velden = Gelezen(deel.Velden);
                vergelijking.Missed(record.GetType(), deel, velden, gevraagdOp);
                vergelijking.Lay(deel.Categorie, Pipregel.Aangevuld(deel.Categorie, velden));
            }
        }

        foreach (var type in stof.Afwezig.Where(Groepen.ContainsKey))
        {
            vergelijking.Gone(Groepen[type]);
        }

        vergelijking.Hours();
        return new Afstemverslag(vergelijking.gemist, vergelijking.verschillen);
    }

    /// <summary>As it would be read back from the dossier: equal content then is equal.</summary>
    private static JsonObject Gelezen(JsonObject velden) => (JsonObject)JsonNode.Parse(JsonBytes.Of(velden))!;

    private static bool Gelijk(JsonNode? een, JsonNode? ander) => JsonNode.DeepEquals(een, ander);

    /// <summary>What another holds and is believed in is no event of the partner's: where it differs that is shown, where not it is a copy.</summary>
    private void Missed(Type record, Genormaliseerd deel, JsonObject velden, DateTimeOffset gevraagdOp)
    {
        var voor = Held(deel.Categorie, deel.Veldgroep);
        if (stof.Verwacht.Contains(record) || voor?.GevraagdOp > gevraagdOp || eigen.Heeft(deel.Categorie) || Others(deel.Categorie).Any(f => Rank(f) < Rank(stof.Partner, deel.Categorie) && f.Velden.Any(v => velden.ContainsKey(v.Key))))
        {
            return;
        }

        var gewijzigd = velden.Select(v => v.Key).Union(voor?.Velden.Select(v => v.Key) ?? []).Where(v => !Gelijk(voor?.Velden[v], velden[v])).Select(v => $"{deel.Categorie}.{v}").ToArray();
        if (gewijzigd.Length > 0)
        {
            gemist.Add(string.Join(' ', gewijzigd));
        }
    }

    /// <summary>Side by side, every field that both could have.</summary>
    private void Lay(string categorie, JsonObject velden)
    {
        if (eigen.Onderweg(categorie))
        {
            return;
        }

        var anderen = Others(categorie).Select(f => (f.Bron, Velden: Pipregel.Aangevuld(categorie, f.Velden))).ToList();
        if (!anderen.Any(a => a.Bron == Gemeente) && eigen.Verteld(categorie) is { } verteld)
        {
            anderen.Add((Gemeente, Pipregel.Aangevuld(categorie, verteld)));
        }

        foreach (var (bron, ander) in anderen)
        {
            foreach (var veld in velden.Select(v => v.Key).Union(Pipregel.Velden(categorie)).Where(v => ander.ContainsKey(v) || Pipregel.Telt(categorie, v, ander)))
            {
                Add(categorie, veld, bron, velden[veld], ander[veld]);
            }
        }
    }

    /// <summary>The partner says nothing where somebody, or the partner itself before, said something.</summary>
    private void Gone((string Categorie, string Veldgroep, string? Sleutelveld) groep)
    {
        if (groep.Sleutelveld is not { } veld || eigen.Onderweg(groep.Categorie))
        {
            return;
        }

        var anderen = Others(groep.Categorie).Where(f => f.Velden[veld] is not null).Select(f => (f.Bron, Waarde: f.Velden[veld])).ToList();
        if (!anderen.Any(a => a.Bron == Gemeente) && eigen.Verteld(groep.Categorie)?[veld] is { } verteld)
        {
            anderen.Add((Gemeente, verteld));
        }

        if (anderen.Count == 0 && Held(groep.Categorie, groep.Veldgroep)?.Velden[veld] is { } eerder)
        {
            anderen.Add((stof.Partner, eerder));
        }

        foreach (var (bron, waarde) in anderen)
        {
            Add(groep.Categorie, veld, bron, null, waarde);
        }
    }

    /// <summary>Totals that we told, each by itself.</summary>
    private void Hours()
    {
        var bekend = stof.Records.Select(r => r.Record).OfType<GevolgdeUren>().SingleOrDefault();
        if (bekend is null && !stof.Afwezig.Contains(typeof(GevolgdeUren)))
        {
            return;
        }

        var totalen = bekend?.Gemeenten.FirstOrDefault(g => g.Gemeentecode == stof.Gemeentecode);
        foreach (var (soort, uren) in eigen.Uren)
        {
            var (categorie, veld, vanPartner) = soort switch
            {
                Urensoort.TaallesEnKnmBredeIntake => ("UUR", "totalen", totalen?.TaallesEnKnmBredeIntake),
                Urensoort.ParticipatieAlsTaalles => ("UUR", "totalen", totalen?.ParticipatieAlsTaalles),
                Urensoort.Participatieactiviteiten => ("PAR", "uren", totalen?.Participatieactiviteiten),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            Add(categorie, veld, Gemeente, vanPartner is { } getal ? JsonValue.Create(getal) : null, JsonValue.Create(uren), Normalizer.Word(soort));
        }
    }

    private void Add(string categorie, string veld, string bron, JsonNode? vanPartner, JsonNode? vanBron, string? onderdeel = null)
    {
        if (!Gelijk(vanPartner, vanBron))
        {
            verschillen.Add(new Verschil
            {
                Categorie = categorie,
                Veld = veld,
                Onderdeel = onderdeel,
                VanPartner = vanPartner?.DeepClone(),
                Bron = bron,
                VanBron = vanBron?.DeepClone(),
                Wint = Winner(categorie, bron),
            });
        }
    }

    private string? Winner(string categorie, string bron) => (Rank(stof.Partner, categorie), Rank(bron, categorie)) switch
    {
        (int.MaxValue, int.MaxValue) => null,
        var (partner, ander) => partner <= ander ? stof.Partner : bron,
    };

    private Feit? Held(string categorie, string veldgroep) => stof.Feiten.FirstOrDefault(f => f.Bron == stof.Partner && f.Categorie == categorie && f.Veldgroep == veldgroep);

    private IEnumerable<Feit> Others(string categorie) => categorie == Gezondheid ? [] : stof.Feiten.Where(f => f.Bron != stof.Partner && f.Categorie == categorie);

    private int Rank(Feit feit) => Rank(feit.Bron, feit.Categorie);

    private int Rank(string bron, string categorie) => stof.Bronhouders.GetValueOrDefault(categorie)?.IndexOf(bron) is { } plaats and >= 0 ? plaats : int.MaxValue;
}

/// <summary>What is held against what.</summary>
internal sealed record Vergelijkingsstof
{
    /// <summary>Key of the partner that was asked.</summary>
    public required string Partner { get; init; }

    public required string Gemeentecode { get; init; }

    /// <summary>The current facts of every source, before what was fetched is taken over.</summary>
    public required IReadOnlyList<Feit> Feiten { get; init; }

    public required IReadOnlyList<(object Record, DateTimeOffset GevraagdOp)> Records { get; init; }

    /// <summary>Records of which the partner says that it knows none.</summary>
    public required IReadOnlyCollection<Type> Afwezig { get; init; }

    /// <summary>All that was told to the partner about this person, in order.</summary>
    public required IReadOnlyList<GegevenMelding> Meldingen { get; init; }

    /// <summary>Records that a notification, received and not yet worked on, will fetch by itself.</summary>
    public required IReadOnlyCollection<Type> Verwacht { get; init; }

    /// <summary>Per category the sources in the order in which they are believed.</summary>
    public required IReadOnlyDictionary<string, List<string>> Bronhouders { get; init; }
}
