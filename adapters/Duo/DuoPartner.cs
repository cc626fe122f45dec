using Inburgering.Gateway.Adapters.Duo.Voorwaarden;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Dienst Uitvoering Onderwijs: source of plicht, termijn, toetsen, examens, vrijstelling and ontheffing; told of PIP, aanbod, results and hours.</summary>
public sealed class DuoPartner : IPartner
{
    /// <inheritdoc />
    public string Key => "duo";

    /// <inheritdoc />
    public void AddPorts(IPartnerPorts ports)
    {
        Raadplegingen(ports);
        Meldingen(ports);
        Voorwaarden(ports);
        ports.Accepts<DuoNotificatieReader>();
    }

    private static void Raadplegingen(IPartnerPorts ports) => ports
        .Reads<Inburgeringsplicht, DuoInburgeringsplichtSource>()
        .Reads<Plichthistorie, DuoPlichthistorieSource>()
        .Reads<Doelgroepindeling, DuoDoelgroepSource>()
        .Reads<Doelgroephistorie, DuoDoelgroephistorieSource>()
        .Reads<Inburgeringstermijn, DuoTermijnSource>()
        .Reads<Termijnhistorie, DuoTermijnhistorieSource>()
        .Reads<Verlengingsgronden, DuoVerlengingsgrondenSource>()
        .Reads<LeerbaarheidstoetsExamennummer, DuoExamennummerSource>()
        .Reads<Leerbaarheidstoetsresultaten, DuoLeerbaarheidstoetsSource>()
        .Reads<Vrijstellingen, DuoVrijstellingenSource>()
        .Reads<Ontheffingen, DuoOntheffingenSource>()
        .Reads<Pip, DuoPipSource>()
        .Reads<Instellingen, DuoInstellingenSource>()
        .Reads<MapRegistratie, DuoMapSource>()
        .Reads<PvtRegistratie, DuoPvtSource>()
        .Reads<GevolgdeUren, DuoUrenSource>()
        .Reads<Examenresultaten, DuoExamenresultatenSource>()
        .Reads<GratisPogingen, DuoGratisPogingenSource>();

    private static void Meldingen(IPartnerPorts ports) => ports
        .Sends<PipMelding, DuoPipSink>()
        .Sends<PipIntrekking, DuoPipIntrekkingSink>()
        .Sends<ContactpersoonMelding, DuoContactpersoonSink>()
        .Sends<ContactpersoonWijziging, DuoContactpersoonWijzigingSink>()
        .Sends<ContactpersoonVerwijdering, DuoContactpersoonVerwijderingSink>()
        .Sends<ContactpersoonKoppeling, DuoContactpersoonKoppelingSink>()
        .Sends<ContactpersoonOntkoppeling, DuoContactpersoonOntkoppelingSink>()
        .Sends<AanbodMelding, DuoAanbodSink>()
        .Sends<AanbodIntrekking, DuoAanbodIntrekkingSink>()
        .Sends<MapMelding, DuoMapSink>()
        .Sends<PvtMelding, DuoPvtSink>()
        .Sends<ZrouteMelding, DuoZrouteSink>()
        .Sends<UrenMelding, DuoUrenSink>()
        .Sends<LeerbaarheidstoetsAfmelding, DuoLeerbaarheidstoetsAfmeldingSink>();

    private static void Voorwaarden(IPartnerPorts ports) => ports
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
