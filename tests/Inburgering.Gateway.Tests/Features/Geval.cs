using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>What is drawn at once: a policy, the state of one or two dossiers under it, and who asks.</summary>
/// <param name="Grants">Only those that differ from the policy in config/.</param>
/// <param name="Keurmerk">The schools that have one.</param>
internal sealed record Geval(IReadOnlyList<Grantkeuze> Grants, IReadOnlyList<string> Keurmerk, IReadOnlyList<Dossierkeuze> Dossiers, IReadOnlyList<string> Vragers)
{
    public static readonly string[] Vragersnamen =
        ["zaaksysteem-1708", "inkomen-1708", "privacy-1708", "taalpunt-1708", "schakelcollege-1708", "vwn-1708", "zaaksysteem-0171", "privacy-0171"];

    public static readonly string[] Scholen = ["taalpunt", "schakelcollege"];

    /// <summary>Everything open, as config/ has it.</summary>
    public static Geval Open { get; } = new([], Scholen, [], []);

    public static Arbitrary<Geval> Arbitrair { get; } = Arb.From(Gevallen, Kleiner);

    private static Gen<Geval> Gevallen =>
        from grants in Gen.CollectToList(Grantkeuze.Gekozen.Keys, Grantkeuze.Gen)
        from keurmerk in Gen.SubListOf(Scholen.AsEnumerable())
        from aantal in Gen.Choose(1, 2)
        from dossiers in Dossierkeuze.Gen.ListOf(aantal)
        from vragers in Gen.Shuffle(Vragersnamen)
        select new Geval([.. grants], [.. keurmerk], [.. dossiers], vragers[..2]);

    public override string ToString() => JsonSerializer.Serialize(this);

    /// <summary>One thing less: one caller, one dossier, one grant as it is in config/, one circumstance.</summary>
    private static IEnumerable<Geval> Kleiner(Geval geval) =>
        Een(geval.Vragers).Select(v => geval with { Vragers = v })
            .Concat(Een(geval.Dossiers).Select(d => geval with { Dossiers = d }))
            .Concat(geval.Grants.Select(g => geval with { Grants = [.. geval.Grants.Except([g])] }))
            .Concat(geval.Dossiers.SelectMany((d, i) => d.Kleiner().Select(k => geval with { Dossiers = [.. geval.Dossiers.Take(i), k, .. geval.Dossiers.Skip(i + 1)] })));

    /// <summary>Each alone, when there are more.</summary>
    private static IEnumerable<T[]> Een<T>(IReadOnlyCollection<T> lijst) => lijst.Count > 1 ? lijst.Select(e => new[] { e }) : [];
}

/// <summary>One grant of the policy, narrowed.</summary>
/// <param name="Naam">"REG/regie-voeren": who and for what.</param>
/// <param name="Dicht">True: asks a scope that its clients do not have, so it is no grant.</param>
/// <param name="Velden">What it still holds of what config/ gives.</param>
/// <param name="Doelgroep">Null: of every doelgroep; partners only.</param>
/// <param name="Eigen">Categories of which it holds only what the partner delivered itself.</param>
internal sealed record Grantkeuze(string Naam, bool Dicht, IReadOnlyDictionary<string, string[]> Velden, IReadOnlyList<string>? Doelgroep, IReadOnlyList<string> Eigen)
{
    /// <summary>Holds every category, and each has to be in some grant: so this one keeps something of each.</summary>
    private const string Alles = "PO/avg-verzoek-afhandelen";

    public static readonly string[] Doelgroepen = ["Asielstatushouder", "Gezinsmigrant en overige migrant"];

    /// <summary>The grants of the callers that ask, with all their fields, as config/ has them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string[]>> Gekozen { get; } = Proefbeleid.Grants(
        "REG/regie-voeren", "PO/toezicht-gebruik", Alles, "INK/uitkering-vaststellen", "INK/financieel-ontzorgen",
        "taalaanbieder/uitvoeren-leerroute", "vluchtelingenwerk/uitvoeren-pvt", "vluchtelingenwerk/maatschappelijke-begeleiding", "vluchtelingenwerk/hulp-bij-schulden");

    public bool VanPartner => char.IsAsciiLetterLower(Naam[0]);

    public static Gen<Grantkeuze> Gen(string naam) =>
        from dicht in FsCheck.Fluent.Gen.Frequency((1, FsCheck.Fluent.Gen.Constant(true)), (4, FsCheck.Fluent.Gen.Constant(false)))
        from velden in FsCheck.Fluent.Gen.CollectToList(Gekozen[naam], c => Deel(c.Value).Select(v => KeyValuePair.Create(c.Key, v.Length == 0 && naam == Alles ? c.Value[..1] : v)))
        from doelgroep in FsCheck.Fluent.Gen.SubListOf(Doelgroepen.AsEnumerable())
        from eigen in FsCheck.Fluent.Gen.SubListOf(Gekozen[naam].Keys)
        let partner = char.IsAsciiLetterLower(naam[0])
        let deel = velden.Where(v => v.Value.Length > 0).ToDictionary()
        let over = deel.Count > 0 ? deel : Gekozen[naam]
        select new Grantkeuze(naam, dicht, over, partner && doelgroep.Count > 0 ? [.. doelgroep] : null, partner ? [.. eigen.Where(over.ContainsKey)] : []);

    /// <summary>Mostly all of it, or else a part or nothing.</summary>
    private static Gen<string[]> Deel(string[] velden) => FsCheck.Fluent.Gen.Frequency(
        (3, FsCheck.Fluent.Gen.Constant(velden)), (2, FsCheck.Fluent.Gen.SubListOf(velden.AsEnumerable()).Select(v => v.ToArray())), (1, FsCheck.Fluent.Gen.Constant(Array.Empty<string>())));
}

/// <summary>How one dossier stands.</summary>
/// <param name="Opdrachten">"taalpunt-1708/leerroute" to how that assignment stands.</param>
/// <param name="Beperkt">Categories under restriction.</param>
/// <param name="Bezwaar">The contested doel; null: none.</param>
/// <param name="TaakOpen">What two partners received wrong is still to be corrected.</param>
internal sealed record Dossierkeuze(
    IReadOnlyDictionary<string, Opdrachtstand> Opdrachten, string? Doelgroep, bool Toestemming, IReadOnlyList<string> Beperkt, string? Bezwaar, bool TaakOpen)
{
    public static readonly string[] Taken = ["taalpunt-1708/leerroute", "schakelcollege-1708/leerroute", "vwn-1708/pvt", "vwn-1708/begeleiding"];

    private static readonly string[] Beperkbaar = ["CON", "IDN", "PIP", "UUR", "FIN", "EXA", "PVT"];

    private static readonly string?[] Doelen = [.. Grantkeuze.Gekozen.Keys.Select(n => n.Split('/')[1]).Except(["avg-verzoek-afhandelen", "toezicht-gebruik"])];

    public static Gen<Dossierkeuze> Gen =>
        from standen in FsCheck.Fluent.Gen.CollectToList(Taken, t => FsCheck.Fluent.Gen.Elements(Enum.GetValues<Opdrachtstand>().AsEnumerable()).Select(s => KeyValuePair.Create(t, s)))
        from doelgroep in FsCheck.Fluent.Gen.Elements(Grantkeuze.Doelgroepen.Append(null).AsEnumerable())
        from toestemming in FsCheck.Fluent.Gen.Elements(true, false)
        from beperkt in FsCheck.Fluent.Gen.Shuffle(Beperkbaar)
        from aantal in FsCheck.Fluent.Gen.Choose(0, 2)
        from bezwaar in FsCheck.Fluent.Gen.Frequency((3, FsCheck.Fluent.Gen.Constant<string?>(null)), (1, FsCheck.Fluent.Gen.Elements(Doelen.AsEnumerable())))
        from open in FsCheck.Fluent.Gen.Elements(true, false)
        select new Dossierkeuze(standen.ToDictionary(), doelgroep, toestemming, beperkt[..aantal], bezwaar, open);

    public IEnumerable<Dossierkeuze> Kleiner()
    {
        if (Beperkt.Count > 0)
        {
            yield return this with { Beperkt = [] };
        }

        if (Bezwaar is not null)
        {
            yield return this with { Bezwaar = null };
        }

        foreach (var taak in Opdrachten.Where(o => o.Value != Opdrachtstand.Loopt).Select(o => o.Key))
        {
            yield return this with { Opdrachten = Opdrachten.ToDictionary(o => o.Key, o => o.Key == taak ? Opdrachtstand.Loopt : o.Value) };
        }
    }
}

/// <summary>Where an assignment stands on the business clock.</summary>
internal enum Opdrachtstand
{
    Loopt,

    /// <summary>Less than a month: what the partner delivered itself may still be read back.</summary>
    PasGeeindigd,

    LangGeeindigd,

    MoetNogBeginnen,

    /// <summary>Ended at its begin.</summary>
    NooitBegonnen,
}
