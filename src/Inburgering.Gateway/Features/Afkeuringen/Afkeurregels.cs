using Inburgering.Gateway.Storage.Afkeuringen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>What a rejection says beside its words: whose turn it is, and which rule on which field was broken.</summary>
/// <remarks>By the reason alone: nothing of it comes from the message, so no person is in it.</remarks>
internal static class Afkeurregels
{
    public const string Wij = "wij", Partner = "partner", Niemand = "niemand";

    private const string Bsn = "/bsn", Persoon = "", Gebeurtenis = "/gebeurtenisId";

    private static readonly Dictionary<string, Afkeurregel> Regels = new()
    {
        [Berichtredenen.ZonderPersoon] = new("persoon-verplicht", Persoon, Partner),
        [Berichtredenen.BsnFaalt11Proef] = new("bsn-11-proef", Bsn, Partner),
        [Berichtredenen.ZelfdeIdAndereInhoud] = new("bericht-id-uniek", null, Partner),
        [Berichtredenen.OnbekendeGebeurtenis] = new("gebeurtenis-bekend", Gebeurtenis, Wij),
        [Berichtredenen.BsnNogNietBekend] = new("bsn-bekend", Bsn, Niemand),
        [Berichtredenen.OnbekendBijPartner] = new("persoon-bekend-bij-partner", null, Wij),
        [Berichtredenen.GeenToegangMeer] = new("gemeente-heeft-toegang", null, Wij),
        [Berichtredenen.Opgeschort] = new("uitwisseling-loopt", null, Wij),
        [Berichtredenen.PartnerWeigert] = new("vraag-aangenomen", null, Wij),
        [Berichtredenen.AntwoordOnleesbaar] = new("antwoord-volgens-contract", null, Wij),
        [Berichtredenen.PartnerNietBereikbaar] = new("partner-antwoordt", null, Wij),
        [Berichtredenen.GeenRelatie] = new("persoon-hoort-bij-afzender", "/data", Partner),
        [Berichtredenen.Doelgroep] = new("doelgroep-in-aanbod", "/data", Wij),
        [Berichtredenen.MaandDubbel] = new("maand-een-keer", "/data/periode", Partner),
        [Berichtredenen.CorrectieNegatief] = new("correctie-is-hele-maand", "/data", Partner),
        [Berichtredenen.GeenKeurmerk] = new("school-met-keurmerk", null, Partner),
        [Berichtredenen.InhoudOnleesbaar] = new("inhoud-volgens-contract", "/data", Wij),
        [Berichtredenen.TypeNietToegestaan] = new("type-volgens-beleid", "/type", Wij),
        [Berichtredenen.InterneFout] = new("verwerking-lukt", null, Wij),
    };

    /// <summary>Codes a message can wait for.</summary>
    public static IReadOnlyCollection<string> Redenen => Regels.Keys;

    public static IReadOnlyList<string> Beurten { get; } = [Wij, Partner, Niemand];

    /// <summary>A code that is not in the table is ours to look at.</summary>
    public static Afkeurregel Van(string reden) => Regels.GetValueOrDefault(reden, new Afkeurregel(reden, null, Wij));

    /// <summary>Whose turn it is now.</summary>
    public static string Beurt(Afkeuring afkeuring) => afkeuring.Stand switch
    {
        Afkeurstand.InHerhaling or Afkeurstand.Gesloten or Afkeurstand.Afgehandeld => Niemand,
        Afkeurstand.BijPartner => Partner,
        Afkeurstand.Open => Van(afkeuring.Reden).Beurt,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A filter that knows the table.</summary>
    public static AfkeurFilter Filter(string? partner, string? reden, string? beurt, DateTimeOffset? ontvangenVoor) => new()
    {
        Partner = partner,
        Reden = reden,
        Beurt = beurt,
        OntvangenVoor = ontvangenVoor,
        VanPartner = [.. Regels.Where(r => r.Value.Beurt == Partner).Select(r => r.Key)],
        VanNiemand = [.. Regels.Where(r => r.Value.Beurt == Niemand).Select(r => r.Key)],
    };
}

/// <summary>One rule.</summary>
/// <param name="Regel">Its name.</param>
/// <param name="Veld">JSON pointer in the message, empty for the whole of it; null: it is not about the message.</param>
/// <param name="Beurt">Who can do something about it.</param>
internal sealed record Afkeurregel(string Regel, string? Veld, string Beurt);
