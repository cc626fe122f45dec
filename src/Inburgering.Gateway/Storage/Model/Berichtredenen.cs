namespace Inburgering.Gateway.Storage.Model;

/// <summary>Why a message waits for a person or had no effect: codes, with their words in the portal's resource file.</summary>
internal static class Berichtredenen
{
    public const string ZonderPersoon = "zonder-persoon";
    public const string BsnFaalt11Proef = "bsn-faalt-11-proef";
    public const string OnbekendeGebeurtenis = "onbekende-gebeurtenis";
    public const string GeenActie = "gebeurtenis-zonder-actie";
    public const string ZelfdeIdAndereInhoud = "zelfde-bericht-id-andere-inhoud";
    public const string ZelfdeGebeurtenis = "zelfde-gebeurtenis";
    public const string BsnNogNietBekend = "bsn-nog-niet-bekend";
    public const string OnbekendBijPartner = "onbekend-bij-partner";
    public const string GeenToegangMeer = "geen-toegang-meer";
    public const string PartnerWeigert = "partner-weigert";
    public const string AntwoordOnleesbaar = "antwoord-onleesbaar";
    public const string PartnerNietBereikbaar = "partner-niet-bereikbaar";
    public const string AfzenderNietHerkend = "afzender-niet-herkend";
    public const string Opgeschort = "opgeschort";
    public const string BuitenBereik = "buiten-bereik";
    public const string SamenvoegenNodig = "samenvoegen-nodig";
    public const string MapBevestigen = "map-bevestigen";
    public const string PvtBevestigen = "pvt-bevestigen";
    public const string BronnenVerschillen = "bronnen-verschillen";
    public const string VoorstelAfgewezen = "voorstel-afgewezen";
    public const string BewaartermijnVerstreken = "bewaartermijn-verstreken";
    public const string GeslotenDoorMedewerker = "gesloten-door-medewerker";
    public const string GeenRelatie = "geen-relatie";
    public const string Doelgroep = "doelgroep";
    public const string MaandDubbel = "maand-dubbel";
    public const string CorrectieNegatief = "correctie-negatief";
    public const string GeenKeurmerk = "geen-keurmerk";
    public const string InhoudOnleesbaar = "inhoud-onleesbaar";
    public const string TypeNietToegestaan = "type-niet-toegestaan";
    public const string InterneFout = "interne-fout";

    /// <summary>A partner proposes, the gemeente decides.</summary>
    public static IReadOnlyList<string> Voorstellen { get; } = [MapBevestigen, PvtBevestigen];

    /// <summary>Worked on, and still a person has to do something.</summary>
    public static IReadOnlyList<string> Taken { get; } = [SamenvoegenNodig, .. Voorstellen, BronnenVerschillen];
}
