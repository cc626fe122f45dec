namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>DUO's paths, relative to its base path. Letters count: it is PIP, not pip.</summary>
internal static class DuoPaths
{
    public const string Inburgeringsplicht = "personen/{bsn}/inburgeringsplicht";
    public const string Doelgroep = "personen/{bsn}/doelgroep";
    public const string Termijn = "personen/{bsn}/inburgeringstermijn";
    public const string Examennummer = "personen/{bsn}/lbt/examennummer";
    public const string Leerbaarheidstoets = "personen/{bsn}/lbt/resultaten";
    public const string Pip = "personen/{bsn}/PIP";
    public const string Examenresultaten = "personen/{bsn}/examens/resultaten";
    public const string GratisPogingen = "personen/{bsn}/examens/gratispogingen";
}
