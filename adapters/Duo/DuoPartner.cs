using Inburgering.Gateway.Adapters.Duo.Voorwaarden;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Dienst Uitvoering Onderwijs: source of plicht, termijn, toetsen and examens.</summary>
public sealed class DuoPartner : IPartner
{
    /// <inheritdoc />
    public string Key => "duo";

    /// <inheritdoc />
    public void AddPorts(IPartnerPorts ports) => ports
        .Reads<Inburgeringsplicht, DuoInburgeringsplichtSource>()
        .Reads<Doelgroepindeling, DuoDoelgroepSource>()
        .Reads<Inburgeringstermijn, DuoTermijnSource>()
        .Reads<LeerbaarheidstoetsExamennummer, DuoExamennummerSource>()
        .Reads<Leerbaarheidstoetsresultaten, DuoLeerbaarheidstoetsSource>()
        .Reads<Pip, DuoPipSource>()
        .Reads<Examenresultaten, DuoExamenresultatenSource>()
        .Reads<GratisPogingen, DuoGratisPogingenSource>()
        .Accepts<DuoNotificatieReader>()
        .Tests<PipMelding, DuoPipVoorwaarden>()
        .Tests<PipIntrekking, DuoPipIntrekkingVoorwaarden>()
        .Tests<AanbodMelding, DuoAanbodVoorwaarden>()
        .Tests<AanbodIntrekking, DuoAanbodIntrekkingVoorwaarden>()
        .Tests<ContactpersoonMelding, DuoContactpersoonVoorwaarden>()
        .Tests<ContactpersoonWijziging, DuoContactpersoonWijzigingVoorwaarden>()
        .Tests<ContactpersoonVerwijdering, DuoContactpersoonVerwijderingVoorwaarden>()
        .Tests<ContactpersoonKoppeling, DuoContactpersoonKoppelingVoorwaarden>()
        .Tests<ContactpersoonOntkoppeling, DuoContactpersoonOntkoppelingVoorwaarden>()
        .Tests<MapMelding, DuoMapVoorwaarden>()
        .Tests<PvtMelding, DuoPvtVoorwaarden>()
        .Tests<ZrouteMelding, DuoZrouteVoorwaarden>()
        .Tests<UrenMelding, DuoUrenVoorwaarden>()
        .Tests<LeerbaarheidstoetsAfmelding, DuoLeerbaarheidstoetsVoorwaarden>();
}
