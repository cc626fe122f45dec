using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>DUO's paths, relative to its base path, and the version of the contract each was written by. Letters count: it is PIP, not pip.</summary>
internal static class DuoPaths
{
    private static readonly PartnerContract PlichtApi = Api("Inburgeringsplicht", "1.2.2");
    private static readonly PartnerContract ToetsApi = Api("Leerbaarheidstoets", "1.2.0");
    private static readonly PartnerContract TermijnApi = Api("Inburgeringstermijn", "1.0.0");
    private static readonly PartnerContract VrijstellingApi = Api("Vrijstelling", "1.0.0");
    private static readonly PartnerContract OntheffingApi = Api("Ontheffing", "1.0.0");
    private static readonly PartnerContract PipApi = Api("PIP", "1.2.0");
    private static readonly PartnerContract ContactApi = Api("Contactpersoon", "1.0.0");
    private static readonly PartnerContract AanbodApi = Api("Inburgeringsaanbod", "1.2.0");
    private static readonly PartnerContract ResultaatApi = Api("MAP, PVT en Z-route", "1.0.0");
    private static readonly PartnerContract UrenApi = Api("Gevolgde uren", "1.0.0");
    private static readonly PartnerContract ExamenApi = Api("Examen", "1.0.0");

    public static DuoPad Inburgeringsplicht { get; } = new(PlichtApi, "personen/{bsn}/inburgeringsplicht");

    public static DuoPad Plichthistorie { get; } = new(PlichtApi, "personen/{bsn}/inburgeringsplicht/historie");

    public static DuoPad Doelgroep { get; } = new(PlichtApi, "personen/{bsn}/doelgroep");

    public static DuoPad Doelgroephistorie { get; } = new(PlichtApi, "personen/{bsn}/doelgroep/historie");

    public static DuoPad Examennummer { get; } = new(ToetsApi, "personen/{bsn}/lbt/examennummer");

    public static DuoPad Leerbaarheidstoets { get; } = new(ToetsApi, "personen/{bsn}/lbt/resultaten");

    public static DuoPad Termijn { get; } = new(TermijnApi, "personen/{bsn}/inburgeringstermijn");

    public static DuoPad Termijnhistorie { get; } = new(TermijnApi, "personen/{bsn}/inburgeringstermijn/historie");

    public static DuoPad Verlengingsgronden { get; } = new(TermijnApi, "verlengingsgronden");

    public static DuoPad Vrijstellingen { get; } = new(VrijstellingApi, "personen/{bsn}/vrijstellingen");

    public static DuoPad Ontheffingen { get; } = new(OntheffingApi, "personen/{bsn}/ontheffingen");

    public static DuoPad Pip { get; } = new(PipApi, "personen/{bsn}/PIP");

    public static DuoPad Contactpersonen { get; } = new(ContactApi, "contactpersonen");

    public static DuoPad Contactpersoon { get; } = new(ContactApi, "contactpersonen/{id}");

    public static DuoPad Contactkoppeling { get; } = new(ContactApi, "contactpersonen/{id}/personen/{bsn}");

    public static DuoPad Instellingen { get; } = new(AanbodApi, "instellingen");

    public static DuoPad Inburgeringsaanbod { get; } = new(AanbodApi, "personen/{bsn}/Inburgeringsaanbod/{instellingsnummer}");

    public static DuoPad Map { get; } = new(ResultaatApi, "personen/{bsn}/map");

    public static DuoPad Pvt { get; } = new(ResultaatApi, "personen/{bsn}/pvt");

    public static DuoPad Zroute { get; } = new(ResultaatApi, "personen/{bsn}/zroute");

    public static DuoPad Uren { get; } = new(UrenApi, "personen/{bsn}/uren");

    public static DuoPad UrenTaallesKnm { get; } = new(UrenApi, "personen/{bsn}/uren/bredeintake/taallesknm");

    public static DuoPad UrenParticipatieactiviteiten { get; } = new(UrenApi, "personen/{bsn}/uren/participatieactiviteiten");

    public static DuoPad UrenParticipatietaalles { get; } = new(UrenApi, "personen/{bsn}/uren/participatietaalles");

    public static DuoPad Examenresultaten { get; } = new(ExamenApi, "personen/{bsn}/examens/resultaten");

    public static DuoPad GratisPogingen { get; } = new(ExamenApi, "personen/{bsn}/examens/gratispogingen");

    private static PartnerContract Api(string naam, string versie) => new(naam, versie, DuoVersie.Header);
}
