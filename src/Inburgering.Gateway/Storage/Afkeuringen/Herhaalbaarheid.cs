using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Storage.Afkeuringen;

/// <summary>Whether trying a rejected message again makes sense: asked for the dry count and again at the moment of the try.</summary>
internal static class Herhaalbaarheid
{
    /// <summary>Why it makes no sense; null: it does.</summary>
    /// <param name="eigen">The herhaling that asks; null: none yet.</param>
    public static string? Beletsel(Afkeuring afkeuring, IGebeurteniskennis kennis, Guid? eigen = null) => afkeuring switch
    {
        { HerhalingId: { } loopt } when loopt != eigen => Beletsels.LooptAl,
        { Status: not Berichtstatus.Quarantaine } => Beletsels.Afgehandeld,
        { HeeftInhoud: false } => Beletsels.InhoudVerwijderd,
        { Reden: Berichtredenen.ZonderPersoon or Berichtredenen.BsnFaalt11Proef or Berichtredenen.ZelfdeIdAndereInhoud or Berichtredenen.CorrectieNegatief } => Beletsels.FoutInBericht,
        { Ingehaald: true } => Beletsels.Ingehaald,
        { Reden: Berichtredenen.OnbekendeGebeurtenis } when !kennis.Kent(afkeuring.Partner, afkeuring.Code) => Beletsels.CodeOnbekend,
        { Reden: Berichtredenen.BsnNogNietBekend, ZonderBsn: true } => Beletsels.BsnOnbekend,
        { Reden: Berichtredenen.Opgeschort, Opgeschort: true } => Beletsels.Opgeschort,
        _ => null,
    };
}

/// <summary>Why a rejected message is not tried again: codes, with their words in the feature.</summary>
internal static class Beletsels
{
    /// <summary>The body was deleted after its term.</summary>
    public const string InhoudVerwijderd = "inhoud-verwijderd";

    /// <summary>A newer message about the same was applied: this one would bring back what is old.</summary>
    public const string Ingehaald = "ingehaald";

    /// <summary>Only a new message of the partner helps.</summary>
    public const string FoutInBericht = "fout-in-bericht";
    public const string CodeOnbekend = "code-nog-onbekend";
    public const string BsnOnbekend = "bsn-nog-onbekend";
    public const string Opgeschort = "uitwisseling-opgeschort";

    /// <summary>Another herhaling has it.</summary>
    public const string LooptAl = "loopt-al";

    /// <summary>It no longer waits for a person.</summary>
    public const string Afgehandeld = "afgehandeld";

    /// <summary>An earlier message about the same person was rejected again.</summary>
    public const string EerdereAfgekeurd = "eerdere-afgekeurd";

    public static IReadOnlyList<string> Alle { get; } =
        [Ingehaald, FoutInBericht, InhoudVerwijderd, CodeOnbekend, BsnOnbekend, Opgeschort, EerdereAfgekeurd, LooptAl, Afgehandeld];
}

/// <summary>What the adapters know by now; they are not this room's to ask.</summary>
internal interface IGebeurteniskennis
{
    /// <summary>Whether this partner's adapter knows this code.</summary>
    bool Kent(string partner, string code);

    /// <summary>What a code says of the person, in Dutch, when the adapter names it; null: it does not.</summary>
    string? Betekenis(string partner, string code);
}
