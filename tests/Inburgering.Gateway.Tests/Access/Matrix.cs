namespace Inburgering.Gateway.Tests.Access;

/// <summary>Who sees what for which doel, written out from the table of interface 5 and the matrix of domain (c): not read from config/.</summary>
internal static class Matrix
{
    public const string Taal = "schakelcollege-1708";
    public const string Werk = "werkcorporatie-0171";
    public const string Vwn = "vwn-1708";

    public static readonly string[] Callers = [Taal, Werk, Vwn, "REG", "INK", "PO"];

    /// <summary>Roles and partners that the table is about.</summary>
    public static readonly string[] Rollen = ["taalaanbieder", "participatiepartner", "vluchtelingenwerk", "REG", "INK", "PO"];

    /// <summary>With those who read nothing: COA and DUO deliver, CBS and the bank get a file.</summary>
    public static readonly string[] Iedereen = [.. Callers, "coa", "duo", "cbs", "bank"];

    public static readonly string[] Doelen =
    [
        "uitvoeren-leerroute", "uitvoeren-participatie", "uitvoeren-pvt", "maatschappelijke-begeleiding", "hulp-bij-schulden", "regie-voeren", "gezondheid-wegen",
        "uitkering-vaststellen", "financieel-ontzorgen", "avg-verzoek-afhandelen", "toezicht-gebruik", "uitwisselen-duo", "aanleveren-coa", "betalen-vaste-lasten", "statistiek-cbs",
    ];

    private const string Idn = "IDN.bsn IDN.vNummer IDN.naam IDN.geboortedatum IDN.geslacht ";
    private const string Con = "CON.adres CON.azc CON.telefoon CON.email CON.taal CON.tolk ";
    private const string Cps = "CPS.regievoerder CPS.telefoon CPS.email ";
    private const string Pip =
        "PIP.dagtekening PIP.leerroute PIP.niveau PIP.geschatteIntensiteitB1Route PIP.indicatorMagOpleidingAfmaken PIP.indicatorAlfabetiseringsonderwijs PIP.datumAfrondingZroute PIP.gemeentecode PIP.doelenParticipatie PIP.doelenPvt PIP.doelenBegeleiding ";

    private const string Par = "PAR.trajectfase PAR.activiteiten PAR.uren PAR.belastbaarheidUrenPerWeek ";
    private const string ParVerder = "PAR.noShows PAR.uitstroom ";
    private const string Fin = "FIN.status FIN.onderwerpStatus FIN.bijstand FIN.vasteLasten FIN.iban FIN.betalingen FIN.stop ";

    private static readonly Dictionary<(string Caller, string Doel), string> Table = new()
    {
        [(Taal, "uitvoeren-leerroute")] = "IDN.bsn IDN.naam IDN.geboortedatum CON.telefoon CON.email TER.startdatum TER.einddatum LBT.resultaat "
            + "PIP.leerroute PIP.niveau PIP.indicatorAlfabetiseringsonderwijs AAN.aanbiedingen AAN.verloop UUR.perioden UUR.totalen EXA.behaaldeOnderdelen MAP.afgerond " + Cps,
        [(Werk, "uitvoeren-participatie")] = "IDN.naam IDN.geboortedatum CON.telefoon CON.email INT.opleiding INT.werk INT.wensen PIP.leerroute PIP.doelenParticipatie "
            + "TVG.niveaus MAP.themas MAP.uren MAP.voorstelEindgesprek MAP.datumEindgesprek MAP.afgerond " + Par + ParVerder + Cps,
        [(Vwn, "uitvoeren-pvt")] = "IDN.naam IDN.geboortedatum CON.telefoon CON.email VBL.doelgroep PIP.doelenPvt PVT.uren PVT.datumOndertekening PVT.documentReferentie " + Cps,
        [(Vwn, "maatschappelijke-begeleiding")] = "IDN.naam IDN.geboortedatum CON.telefoon CON.email VBL.doelgroep GEZ.huishoudgrootte PIP.doelenBegeleiding "
            + "MBG.onderwerpen MBG.uren MBG.samenredzaamheid MBG.einddatum MBG.overdracht " + Cps,
        [(Vwn, "hulp-bij-schulden")] = "FIN.onderwerpStatus",
        [("REG", "regie-voeren")] = Idn + Con + Pip + Par + ParVerder + Cps
            + "VBL.doelgroep VBL.begindatum VBL.gedetailleerdeDoelgroep VBL.asielrechtenWijzigingVerblijfsdoel GEZ.gezinssamenstelling GEZ.huishoudgrootte GEZ.kinderen GEZ.vveAfspraak "
            + "PLI.indicatorInburgeringsplicht PLI.begindatum PLI.einddatum PLI.wijzigingsdatum PLI.datumKennisgeving PLI.redenGeenInburgeringsplicht "
            + "TER.startdatum TER.einddatum TER.wijzigingsdatum TER.verlengingsgrondcode TER.verlengingsgrondomschrijving COA.koppeling COA.klantprofiel COA.voorinburgering COA.overdracht COA.uitstroom "
            + "INT.opleiding INT.werk INT.taal INT.zelfredzaamheid INT.wensen LBT.resultaat LBT.behaaldeScore LBT.benodigdeScore LBT.datumAfname LBT.examennummer "
            + "AAN.aanbiedingen AAN.verloop UUR.perioden UUR.totalen TVG.niveaus TVG.toetsen TVG.signalen TVG.attesten EXA.resultaten EXA.behaaldeOnderdelen EXA.gratisPogingen "
            + "PVT.uren PVT.datumOndertekening PVT.documentReferentie PVT.verwijtbaar MAP.themas MAP.uren MAP.voorstelEindgesprek MAP.datumEindgesprek MAP.afgerond MAP.verwijtbaar "
            + "MBG.onderwerpen MBG.uren MBG.samenredzaamheid MBG.einddatum MBG.overdracht GSP.gesprekken GSP.volgendeDatum GSP.notities HAN.handhaving HAN.verwijtbaar HAN.boete HAN.maatregel "
            + "VRO.vrijstellingen VRO.ontheffingenBio TOE.toestemmingen FIN.status VRZ.openTaak",
        [("REG", "gezondheid-wegen")] = "GZH.gezondheid GZH.belastbaarheid GZH.ontheffingMed GZH.verzuimreden",
        [("INK", "uitkering-vaststellen")] = Idn + Con + Pip + Par + Fin + "VBL.doelgroep PLI.indicatorInburgeringsplicht UUR.totalen HAN.maatregel",
        [("INK", "financieel-ontzorgen")] = Idn + Con + Fin + "VBL.doelgroep",
        [("PO", "avg-verzoek-afhandelen")] = "TOE.toestemmingen VRZ.verzoeken VRZ.openTaak",
        [("PO", "toezicht-gebruik")] = "LOG.regels STA.leveringen",
    };

    /// <summary>What a privacy officer sees for avg-verzoek-afhandelen once there is a case number. Domain (c): "content only through an inzage case". Not GZH,
    /// of which the same page says "REG with extra right; nobody else", and no free text, which only REG and its sender may read (security 15): what an
    /// inzageverzoek needs of those two (f14: complete), REG adds.</summary>
    public static IReadOnlyList<string> MetZaaknummer { get; } =
    [
        .. Expected("REG", "regie-voeren")!.Except(["COA.klantprofiel", "TVG.signalen", "GSP.notities"])
            .Concat(Fin.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Except(Expected("PO", "avg-verzoek-afhandelen")!).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>What goes out to DUO. Interface 5: IDN PIP AAN UUR PVT MAP PAR CPS, so no HAN; the fields are those of the bodies of domain b.2, where
    /// verwijtbaar is part of the melding of MAP and of PVT.</summary>
    public static IReadOnlyList<string> NaarDuo { get; } =
    [
        .. ("IDN.bsn PIP.dagtekening PIP.leerroute PIP.niveau PIP.geschatteIntensiteitB1Route PIP.indicatorMagOpleidingAfmaken PIP.indicatorAlfabetiseringsonderwijs PIP.datumAfrondingZroute AAN.aanbiedingen UUR.totalen "
            + "PVT.datumOndertekening PVT.verwijtbaar MAP.datumEindgesprek MAP.verwijtbaar PAR.uren CPS.regievoerder CPS.telefoon CPS.email").Split(' ').Order(StringComparer.Ordinal),
    ];

    /// <summary>Null: the doel is not this caller's.</summary>
    public static IReadOnlyList<string>? Expected(string caller, string doel) =>
        Table.TryGetValue((caller, doel), out var velden) ? [.. velden.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)] : null;

    /// <summary>The most that any partner sees for this doel: what one more partner may be given of it.</summary>
    public static IReadOnlySet<string> Hoogstens(string doel) => new[] { Taal, Werk, Vwn }.SelectMany(wie => Expected(wie, doel) ?? []).ToHashSet(StringComparer.Ordinal);

    /// <summary>The fields in this state of the person; null: refused.</summary>
    public static IReadOnlyList<string>? Verwacht(string wie, string doel, Toestand toestand)
    {
        if (Expected(wie, doel) is not { } velden || wie is "REG" or "INK" or "PO")
        {
            return Expected(wie, doel);
        }

        if (doel is "uitvoeren-leerroute" or "maatschappelijke-begeleiding" && !toestand.Asiel)
        {
            return null;
        }

        if (doel == "hulp-bij-schulden" && toestand.Toestemming != Toestemmingstand.Geldig)
        {
            return null;
        }

        var zonder = velden.Where(v => v != "IDN.bsn" || toestand.Keurmerk).Where(v => wie != Taal || toestand.Eigen || !v.StartsWith("UUR.", StringComparison.Ordinal));
        var eigen = velden.Where(v => toestand.Eigen && Levert(wie).Contains(v[..3])).ToArray();
        return toestand.Opdracht switch
        {
            Opdrachtstand.Loopt => [.. zonder],
            Opdrachtstand.Afgelopen => eigen.Length == 0 ? null : eigen,
            _ => null,
        };
    }

    /// <summary>Domain (c), column Source: what a partner brings in itself.</summary>
    public static string[] Levert(string wie) => wie switch
    {
        Taal => ["UUR", "TVG"],
        Werk => ["MAP", "PAR"],
        Vwn => ["PVT", "MBG"],
        _ => [],
    };

    /// <summary>The taak that a partner's doel asks, and one that it does not.</summary>
    public static (string Taak, string Andere) Taken(string doel) => doel switch
    {
        "uitvoeren-participatie" => ("participatie", "leerroute"),
        "uitvoeren-pvt" => ("pvt", "begeleiding"),
        "maatschappelijke-begeleiding" or "hulp-bij-schulden" => ("begeleiding", "pvt"),
        _ => ("leerroute", "participatie"),
    };

    /// <summary>Interface 5: grondslag and activity of a doel; the version of the activity goes up with the register.</summary>
    public static (string? Grondslag, string Activiteit) Grondslag(string doel) => doel switch
    {
        "uitvoeren-leerroute" => ("WI", "VA-07-leerroute"),
        "uitvoeren-participatie" => ("WI", "VA-08-participatie"),
        "uitvoeren-pvt" => ("WI", "VA-09-pvt"),
        "maatschappelijke-begeleiding" => ("WI", "VA-10-begeleiding"),
        "hulp-bij-schulden" => ("TST", "VA-11-schuldhulp"),
        "regie-voeren" => ("WI", "VA-01-regie"),
        "gezondheid-wegen" => ("WI", "VA-02-gezondheid"),
        "uitkering-vaststellen" => ("PW", "VA-05-uitkering"),
        "financieel-ontzorgen" => ("PW56a", "VA-06-ontzorgen"),
        "avg-verzoek-afhandelen" => ("WP", "VA-13-avg-verzoeken"),
        "toezicht-gebruik" => ("WP", "VA-14-logcontrole"),
        _ => (null, string.Empty),
    };
}

/// <summary>One state of a person and of who asks.</summary>
/// <param name="Eigen">What such a partner delivers came from the one that asks.</param>
public sealed record Toestand(bool Asiel, Opdrachtstand Opdracht, Toestemmingstand Toestemming, bool Keurmerk, bool Eigen);

public enum Opdrachtstand
{
    Geen,
    Loopt,
    Afgelopen,
    AndereTaak,
}

public enum Toestemmingstand
{
    Geen,
    Geldig,
    VoorIetsAnders,
}
