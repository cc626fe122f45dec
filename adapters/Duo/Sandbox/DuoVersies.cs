namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>The version of each contract (info.version of its file): what API-Version says on every answer, the faulty ones too.</summary>
internal static class DuoVersies
{
    public const string Inburgeringsplicht = "1.2.2";
    public const string Leerbaarheidstoets = "1.2.0";
    public const string Inburgeringstermijn = "1.0.0";
    public const string Vrijstelling = "1.0.0";
    public const string Ontheffing = "1.0.0";
    public const string Pip = "1.2.0";
    public const string Contactpersoon = "1.0.0";
    public const string Inburgeringsaanbod = "1.2.0";
    public const string MapPvtZroute = "1.0.0";
    public const string GevolgdeUren = "1.0.0";
    public const string Examen = "1.0.0";
}
