using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>Whatever is told of whomever: the conditions answer, in one order, and none hides another.</summary>
public sealed class VoorwaardenProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(3000).WithQuietOnSuccess(true);

    /// <summary>Days at which something happens in the cases, and the ends of the calendar.</summary>
    private static readonly Gen<DateOnly> Dag = Gen.OneOf(
        Gen.Elements(DateOnly.MinValue, DateOnly.MaxValue, DateOnly.MinValue.AddDays(1), DateOnly.MaxValue.AddMonths(-2)),
        Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber),
        from dag in Gen.Elements("2024-02-05", "2024-05-06", "2024-06-17", "2024-11-15", "2027-04-18", "2027-06-18")
        from ernaast in Gen.Choose(-2, 2)
        select VoorwaardenGeval.Dag(dag).AddDays(ernaast));

    private static readonly Gen<string> Tekst = Gen.OneOf(
        Gen.Elements("", "A", "AA", "NVT", "X", "\ud800", "A. de Vries", "a@bc", "0521-538500", VoorwaardenGeval.Keurmerk, VoorwaardenGeval.Taalschakel, VoorwaardenGeval.GeenVanBeide, null!),
        ArbMap.Default.GeneratorFor<string>());

    private static readonly Gen<int> Getal = Gen.OneOf(Gen.Choose(0, 13), Gen.Elements(9999, 10000, 99999, 100000, int.MinValue, int.MaxValue));

    private static readonly Gen<Leerroute> Route = Gen.Choose(0, 3).Select(route => (Leerroute)route);

    private static readonly Gen<bool> Vlag = Gen.Elements(true, false);

    private static readonly Gen<Melding> Meldingen = Gen.OneOf(Pips(), Aanbiedingen(), Contacten(), Einden(), Overige());

    [Fact]
    public void Toets_AnyMeldingAndFacts_AnswersKnownCodesInOneOrder() => Check((melding, feiten) =>
    {
        var set = VoorwaardenSet.Voor(melding);

        var toetsingen = set.Toets(melding, feiten);

        var codes = toetsingen.Select(t => t.Code).ToArray();
        Assert.Distinct(codes);
        Assert.Equal(set.Regels.Select(regel => regel.Code).Where(codes.Contains), codes);
        Assert.Equal(toetsingen, set.Toets(melding, feiten));
    });

    [Fact]
    public void Toets_AnyMeldingAndFacts_SaysWhatEachConditionSaysAlone() => Check((melding, feiten) =>
    {
        var set = VoorwaardenSet.Voor(melding);

        Assert.Equal(set.Regels.Select(regel => regel.Toets(melding, feiten)).OfType<Toetsing>(), set.Toets(melding, feiten));
    });

    [Fact]
    public void Toets_OneMoreFault_KeepsTheOthers() => Check((melding, feiten) =>
    {
        var set = VoorwaardenSet.Voor(melding);
        var (bedorven, erbij, code) = Bederf(melding, feiten);

        var met = set.Toets(bedorven, erbij);

        Assert.Contains(met, toetsing => toetsing.Code == code && toetsing.Uitslag == Toetsuitslag.Geschonden);
        Assert.Empty(set.Toets(melding, feiten).Where(toetsing => toetsing.Code != code).Except(met));
    });

    private static void Check(Action<Melding, Meldingfeiten> test) => Prop.ForAll(Arb.From(Meldingen), Arb.From(Feiten()), test).Check(Runs);

    /// <summary>The same with one fault more, in something that no other condition looks at.</summary>
    private static (Melding Melding, Meldingfeiten Feiten, string Code) Bederf(Melding melding, Meldingfeiten feiten) => melding switch
    {
        PipMelding pip => (pip with { IndicatorAlfabetiseringsonderwijs = "X" }, feiten, "PIP-S4"),
        PipIntrekking => (melding, feiten with { CursusurenGeregistreerd = true }, "PIPD-02"),
        AanbodMelding aanbod => (aanbod with { IndicatorAlfabetiseringsonderwijs = "X" }, feiten, "AAN-S2"),
        AanbodIntrekking => (melding, feiten with { Aanbiedingen = [] }, "AAND-01"),
        ContactpersoonMelding contact => (contact with { Email = "@" }, feiten, "CPS-S3"),
        ContactpersoonWijziging contact => (contact with { Nummer = 0 }, feiten, "CPS-S6"),
        ContactpersoonVerwijdering => (melding, feiten with { Koppelingen = 1 }, "CPS-02"),
        ContactpersoonKoppeling => (new ContactpersoonKoppeling(-1), feiten, "CPS-S6"),
        ContactpersoonOntkoppeling => (new ContactpersoonOntkoppeling(0), feiten, "CPS-S6"),
        MapMelding => (melding, feiten with { Gemeentecode = "elders" }, "MAP-02"),
        PvtMelding => (melding, feiten with { Gemeentecode = "elders" }, "PVT-02"),
        ZrouteMelding zroute => (new ZrouteMelding(zroute.DatumAfronding ?? feiten.Vandaag), feiten with { Pip = VoorwaardenGeval.Actueel(Leerroute.B1Route) }, "ZRO-01"),
        UrenMelding uren => (uren with { Uren = -1 }, feiten, "UUR-S2"),
        _ => (melding, feiten with { ToetsOpen = false }, "LBT-01"),
    };

    private static Gen<Melding> Pips() => Gen.OneOf(
        Gen.Constant<Melding>(new PipIntrekking()),
        from dag in Dag
        from route in Route
        from niveau in Misschien(Gen.Choose(0, 3))
        from uren in Misschien(Getal)
        from code in Tekst
        select (Melding)new PipMelding { Dagtekening = dag, Leerroute = route, Niveau = (Taalniveau?)niveau, GeschatteIntensiteitB1Route = uren, IndicatorAlfabetiseringsonderwijs = code });

    private static Gen<Melding> Aanbiedingen() => Gen.OneOf(
        Tekst.Select(nummer => (Melding)new AanbodIntrekking(nummer)),
        from nummer in Tekst
        from datum in Misschien(Dag)
        from start in Misschien(Dag)
        from eind in Misschien(Dag)
        from code in Tekst
        select (Melding)new AanbodMelding
        {
            Instellingsnummer = nummer,
            DatumInburgeringsaanbod = datum,
            VerwachteStartdatum = start,
            VerwachteEinddatum = eind,
            IndicatorAlfabetiseringsonderwijs = code,
        });

    private static Gen<Melding> Contacten() =>
        from naam in Tekst
        from email in Tekst
        from telefoon in Tekst
        from nummer in Getal
        from melding in Gen.Elements<Melding>(
            new ContactpersoonMelding(naam, email, telefoon), new ContactpersoonWijziging(nummer, naam, email, telefoon), new ContactpersoonVerwijdering(nummer),
            new ContactpersoonKoppeling(nummer), new ContactpersoonOntkoppeling(nummer))
        select melding;

    private static Gen<Melding> Einden() =>
        from datum in Misschien(Dag)
        from verwijtbaar in Misschien(Vlag)
        from melding in Gen.Elements<Melding>(new MapMelding(datum, verwijtbaar), new PvtMelding(datum, verwijtbaar), new ZrouteMelding(datum))
        select melding;

    private static Gen<Melding> Overige() =>
        from soort in Gen.Choose(0, 3)
        from uren in Getal
        from melding in Gen.Elements<Melding>(new UrenMelding((Urensoort)soort, uren), new LeerbaarheidstoetsAfmelding())
        select melding;

    private static Gen<Meldingfeiten> Feiten() =>
        from persoon in Persoon()
        from map in Einddatums()
        from pvt in Einddatums()
        from zroute in Misschien(Dag)
        from vlaggen in Gen.ArrayOf(Vlag, 4)
        from lijst in Misschien(Vlag)
        from aantal in Misschien(Getal)
        from contact in Misschien(Getal)
        from bekend in Misschien(Vlag)
        select persoon with
        {
            Map = map,
            Pvt = pvt,
            DatumAfrondingZroute = zroute,
            ZrouteBekend = vlaggen[0],
            TermijnBekend = vlaggen[1],
            CursusurenGeregistreerd = vlaggen[2],
            ToetsOpen = vlaggen[3],
            Instellingen = lijst is true ? VoorwaardenGeval.Alles.Instellingen : null,
            Aanbiedingen = lijst is null ? null : [VoorwaardenGeval.Keurmerk],
            Koppelingen = aantal,
            Contactpersoon = contact,
            ContactBekend = bekend,
            Uren = aantal is { } uren ? new Dictionary<Urensoort, int> { [Urensoort.ParticipatieAlsTaalles] = uren } : null,
        };

    private static Gen<Meldingfeiten> Persoon() =>
        from vandaag in Dag
        from plicht in Misschien(Dag)
        from voldaan in Misschien(Vlag)
        from doelgroep in Misschien(Gen.Elements(Doelgroep.Asielstatushouder, Doelgroep.GezinsOfOverigeMigrant))
        from start in Misschien(Dag)
        from eind in Dag
        from route in Misschien(Route)
        from dagtekening in Dag
        from gemeente in Gen.Elements("1708", "0171")
        from eerste in Misschien(Vlag)
        from eersteDag in Misschien(Dag)
        from vestiging in Misschien(Dag)
        select new Meldingfeiten
        {
            Vandaag = vandaag,
            Gemeentecode = "1708",
            Plicht = voldaan is { } isVoldaan ? Plicht(plicht, isVoldaan) : null,
            Doelgroep = doelgroep,
            Termijn = start is { } begin ? new Inburgeringstermijn { Startdatum = begin, Einddatum = eind } : null,
            Pip = route is { } leerroute ? new Pip { Gemeentecode = gemeente, Dagtekening = dagtekening, Leerroute = leerroute } : null,
            EerstePip = eerste,
            EersteDagtekening = eersteDag,
            Vestigingsdatum = vestiging,
        };

    private static Inburgeringsplicht Plicht(DateOnly? begin, bool voldaan) =>
        new() { Plichtig = !voldaan, Begindatum = begin, RedenGeenPlicht = voldaan ? "Inburgeringsplicht voldaan" : null };

    private static Gen<Einddatum?> Einddatums() => Gen.OneOf(
        Gen.Constant<Einddatum?>(null),
        from datum in Misschien(Dag)
        from verwijtbaar in Misschien(Vlag)
        from doorOns in Misschien(Vlag)
        select (Einddatum?)new Einddatum(datum, verwijtbaar, doorOns));

    private static Gen<T?> Misschien<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(Gen.Constant((T?)null), gen.Select(waarde => (T?)waarde));
}
