using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Tests.Access;

/// <summary>Every way in which config/ can be wrong: the change, and the exact sentence with its file and place.</summary>
internal static class PolicyFaults
{
    public const string Gegevens = "gegevens.json";
    public const string School = "partners/taalaanbieder.json";
    public const string Werk = "partners/participatiepartner.json";
    public const string Vwn = "partners/vluchtelingenwerk.json";
    public const string Duo = "partners/duo.json";
    public const string Coa = "partners/coa.json";
    public const string Bank = "partners/bank.json";

    private static readonly string Lang = new('x', 10_240);

    /// <summary>Name of the case to what is broken and what the start says.</summary>
    public static readonly IReadOnlyDictionary<string, (Action<ConfigCopy> Break, string Says)> Alle = Shape().Concat(Words()).Concat(Grants()).Concat(Partners()).Concat(Register()).Concat(Roosters()).Concat(Aanmeldingen())
        .ToDictionary(f => f.Case, f => (f.Break, f.Says));

    private static IEnumerable<(string Case, Action<ConfigCopy> Break, string Says)> Shape() =>
    [
        In("unknown word", School, j => j["velde"] = 1, "$.velde: «velde» is geen woord van het beleid."),
        In("word in another case", School, j => Grant(j)["Doel"] = "uitvoeren-leerroute", "$.grants[0].Doel: «Doel» is geen woord van het beleid."),
        In("missing word", "gemeenten/1708.json", j => j.AsObject().Remove("oin"), "$.oin: ontbreekt, maar is verplicht."),
        In("number as text", Duo, j => j["verbinding"]!["pogingen"] = "3", "$.verbinding.pogingen: «3» is geen geheel getal."),
        In("number too large", Duo, j => j["verbinding"]!["gelijktijdig"] = 1000, "$.verbinding.gelijktijdig: «1000» is te groot."),
        In("breaker that never opens", Duo, j => j["verbinding"]!["brekerSeconden"] = 0, "$.verbinding.brekerSeconden: «0» is te klein."),
        In("breaker that stays open", Duo, j => j["verbinding"]!["brekerSeconden"] = 301, "$.verbinding.brekerSeconden: «301» is te groot."),
        In("limit of nothing", Duo, j => j["verbinding"]!["limiet"] = Limiet(0, "partner"), "$.verbinding.limiet.perSeconde: «0» is te klein."),
        In("limit above what is counted", Duo, j => j["verbinding"]!["limiet"] = Limiet(1001, "partner"), "$.verbinding.limiet.perSeconde: «1001» is te groot."),
        In("limit per something else", Duo, j => j["verbinding"]!["limiet"] = Limiet(10, "machine"), "$.verbinding.limiet.per: deel van een limiet «machine» bestaat niet."),
        In("limit of nobody", Duo, j => j["verbinding"]!["limiet"] = new JsonObject { ["perSeconde"] = 10 }, "$.verbinding.limiet.per: ontbreekt, maar is verplicht."),
        In("reconciliation above the limit", Duo, j => j["verbinding"]!["limiet"] = Limiet(19, "partner"), "$.afstemming.vragenPerSeconde: «20» is meer dan de 19 per seconde van verbinding.limiet."),
        In("text of 10 kB", School, j => Grant(j)["wettelijkeBasis"] = Lang, "$.grants[0].wettelijkeBasis: 10240 tekens is te lang; hoogstens 500."),
        In("name of 10 kB", Gegevens, j => j["categorieen"]!["IDN"]!["naam"] = Lang, "$.categorieen.IDN.naam: 10240 tekens is te lang; hoogstens 200."),
        In("field of 10 kB", School, j => Grant(j)["velden"]!["IDN"]!.AsArray().Add(Lang), "$.grants[0].velden.IDN[3]: 10240 tekens is te lang; hoogstens 64."),
        In("doel in capitals", School, j => Grant(j)["doel"] = "Uitvoeren", "$.grants[0].doel: «Uitvoeren» is geen doel van kleine letters en streepjes."),
        In("line end in a name", School, j => j["naam"] = "School\n", "$.naam: «School\n» is geen naam van hoogstens 200 tekens."),
        In("users in a word of its own", Vwn, j => j["instanties"]![0]!["gebruikers"] = "soms", "$.instanties[0].gebruikers: regel voor gebruikers «soms» bestaat niet."),
        In("users of who has no opdracht", Coa, j => j["instanties"]![0]!["gebruikers"] = "verplicht", "$.instanties[0].gebruikers: «verplicht» kan niet: deze partner leest niets onder een opdracht, dus zijn gebruikers hebben geen caseload."),
        In("field twice", School, j => Grant(j)["velden"]!["IDN"]!.AsArray().Add("naam"), "$.grants[0].velden.IDN[3]: staat er twee keer."),
        In("category without fields", School, j => Grant(j)["velden"]!["IDN"] = new JsonArray(), "$.grants[0].velden.IDN: mag niet leeg zijn."),
        In("partner's OIN too short", Duo, j => j["instanties"]![0]!["oin"] = "0000000199999000900", "$.instanties[0].oin: «0000000199999000900» is geen OIN van twintig cijfers."),
        In("gemeente's OIN too long", "gemeenten/1708.json", j => j["oin"] = "000000019999900010000", "$.oin: «000000019999900010000» is geen OIN van twintig cijfers."),
        In("unknown doelgroep", School, j => Grant(j)["voorwaarden"]!["doelgroep"] = new JsonArray("Iedereen"), "$.grants[0].voorwaarden.doelgroep[0]: doelgroep «Iedereen» bestaat niet."),
        In("unknown doelgroep in the offer", "gemeenten/1708.json", j => j["aanbod"]!["Iedereen"] = new JsonArray("pvt"), "$.aanbod.Iedereen: doelgroep «Iedereen» bestaat niet."),
        In("unknown taak", School, j => Grant(j)["voorwaarden"]!["opdracht"] = "koken", "$.grants[0].voorwaarden.opdracht: taak «koken» bestaat niet."),
        In("unknown leerroute", School, j => Grant(j)["voorwaarden"]!["leerroute"] = new JsonArray("X"), "$.grants[0].voorwaarden.leerroute[0]: leerroute «X» bestaat niet."),
        In("unknown mits", School, j => Grant(j)["mits"]!["UUR"] = "soms", "$.grants[0].mits.UUR: mits «soms» bestaat niet."),
        In("unknown scope", School, j => j["scopes"]!.AsArray().Add("alles"), "$.scopes[2]: scope «alles» bestaat niet."),
        In("unknown degree", Gegevens, j => j["categorieen"]!["IDN"]!["bijzonder"] = "X", "$.categorieen.IDN.bijzonder: mate van gevoeligheid «X» bestaat niet."),
        In("grant without grondslag", School, j => Grant(j).AsObject().Remove("grondslag"), "$.grants[0].grondslag: ontbreekt, maar is verplicht."),
        In("grant without wettelijke basis", Vwn, j => Grant(j).AsObject().Remove("wettelijkeBasis"), "$.grants[0].wettelijkeBasis: ontbreekt, maar is verplicht."),
        In("grant without term for the receiver", Werk, j => Grant(j).AsObject().Remove("bewaartermijnAfnemer"), "$.grants[0].bewaartermijnAfnemer: ontbreekt, maar is verplicht."),
        In("doel without activity", Gegevens, j => j["doelen"]!["regie-voeren"]!.AsObject().Remove("activiteit"), "$.doelen['regie-voeren'].activiteit: ontbreekt, maar is verplicht."),
    ];

    private static IEnumerable<(string Case, Action<ConfigCopy> Break, string Says)> Words() =>
    [
        In("unknown grondslag of a doel", Gegevens, j => j["doelen"]!["statistiek-cbs"]!["grondslag"] = "ZZ", "$.doelen['statistiek-cbs'].grondslag: grondslag «ZZ» bestaat niet."),
        In("unknown activity of a doel", Gegevens, j => j["doelen"]!["statistiek-cbs"]!["activiteit"] = "VA-99-x", "$.doelen['statistiek-cbs'].activiteit: verwerkingsactiviteit «VA-99-x» bestaat niet."),
        In("unknown term", Gegevens, j => j["categorieen"]!["IDN"]!["bewaartermijn"] = "R9", "$.categorieen.IDN.bewaartermijn: bewaartermijn «R9» bestaat niet."),
        In("unknown term of a field", Gegevens, j => j["categorieen"]!["PVT"]!["bewaartermijnVelden"]!["uren"] = "R9", "$.categorieen.PVT.bewaartermijnVelden.uren: bewaartermijn «R9» bestaat niet."),
        In("term of an unknown field", Gegevens, j => j["categorieen"]!["PVT"]!["bewaartermijnVelden"]!["kleur"] = "R50", "$.categorieen.PVT.bewaartermijnVelden: veld «kleur» bestaat niet."),
        In("free text that is no field", Gegevens, j => j["categorieen"]!["GSP"]!["vrijeTekst"] = new JsonArray("notitie"), "$.categorieen.GSP.vrijeTekst: veld «notitie» bestaat niet."),
        In("unknown bronhouder", Gegevens, j => j["categorieen"]!["IDN"]!["bronhouders"]!.AsArray().Add("bakker"), "$.categorieen.IDN.bronhouders: bronhouder «bakker» bestaat niet."),
        In("number for an unknown partner", Gegevens, j => j["categorieen"]!["IDN"]!["alleenVoor"]!["bsn"]!.AsArray().Add("bakker"), "$.categorieen.IDN.alleenVoor.bsn: partner «bakker» bestaat niet."),
        In("half a second limit", Gegevens, j => j["bewaartermijnen"]!["R5"]!["uiterlijk"] = "P1Y", "$.bewaartermijnen.R5: uiterlijk en uiterlijkVanaf horen bij elkaar."),
        In("a gemeente's term of an unknown category", "gemeenten/1708.json", j => j["bewaartermijnen"] = new JsonObject { ["XYZ"] = "P1Y" }, "$.bewaartermijnen.XYZ: «XYZ» heeft in gegevens.json geen eigen bewaartermijn."),
        In("a gemeente's term of a field without one", "gemeenten/1708.json", j => j["bewaartermijnen"] = new JsonObject { ["PVT.uren"] = "P1Y" }, "$.bewaartermijnen['PVT.uren']: «PVT.uren» heeft in gegevens.json geen eigen bewaartermijn."),
        In("gemeentecode other than the file's name", "gemeenten/0106.json", j => j["gemeentecode"] = "0107", "$.gemeentecode: gemeentecode «0107» is niet de naam van het bestand."),
        In("unknown role of a gemeente's client", "gemeenten/1708.json", j => j["clients"]![0]!["rol"] = "BAAS", "$.clients[0].rol: rol «BAAS» van zaaksysteem-1708 bestaat niet."),
    ];

    private static IEnumerable<(string Case, Action<ConfigCopy> Break, string Says)> Grants() =>
    [
        In("unknown category in a grant", School, j => Grant(j)["velden"]!["XYZ"] = new JsonArray("naam"), "$.grants[0].velden.XYZ: gegevenscategorie «XYZ» bestaat niet."),
        In("unknown field", School, j => Grant(j)["velden"]!["IDN"]!.AsArray().Add("schoenmaat"), "$.grants[0].velden.IDN[3]: veld «IDN.schoenmaat» bestaat niet."),
        In("unknown field of a role", Gegevens, j => Grant(j, 2)["velden"]!["VBL"]!.AsArray().Add("huidskleur"), "$.grants[2].velden.VBL[1]: veld «VBL.huidskleur» bestaat niet."),
        In("unknown doel", School, j => Grant(j)["doel"] = "zomaar", "$.grants[0].doel: doel «zomaar» bestaat niet."),
        In("grondslag other than the doel's", School, j => Grant(j)["grondslag"] = "PW", "$.grants[0].grondslag: grondslag «PW» is niet die van het doel."),
        In("unknown role", Gegevens, j => Grant(j)["rol"] = "BAAS", "$.grants[0].rol: rol «BAAS» bestaat niet."),
        In("role in a partner's grant", School, j => Grant(j)["rol"] = "REG", "$.grants[0].rol: «rol» is geen woord van het beleid."),
        In("doel twice", Vwn, j => j["grants"]!.AsArray().Add(Grant(j, 1).AsObject().With("doel", "uitvoeren-pvt")), "$.grants[3].doel: doel «uitvoeren-pvt» staat er twee keer."),
        In("doel twice for a role", Gegevens, j => j["grants"]!.AsArray().Add(Grant(j, 1).AsObject().With("doel", "regie-voeren")), "$.grants[9].doel: doel «regie-voeren» staat er twee keer."),
        In("reading with a doel of messages", Duo, j => j["grants"]!.AsArray().Add(Reading("uitwisselen-duo", "WI")), "$.grants[0].doel: met doel «uitwisselen-duo» leest niemand een dossier."),
        In("sending with a doel of reading", Duo, j => j["uitgaand"]![0]!["doel"] = "regie-voeren", "$.uitgaand[0].doel: doel «regie-voeren» is om te lezen, niet om te verzenden."),
        In("F11 sending on consent", Gegevens, j => j["doelen"]!["delen"] = new JsonObject { ["naam"] = "delen", ["activiteit"] = "VA-11-schuldhulp", ["grondslag"] = "TST", ["uitwisseling"] = true },
            "$.doelen.delen.grondslag: wat vanzelf wordt uitgewisseld, rust nooit op toestemming: die geldt per vraag en kan elk moment worden ingetrokken."),
        In("F11 TST without toestemming", Vwn, j => Grant(j, 2)["voorwaarden"]!["toestemming"] = false, Vwn2("voorwaarden.toestemming: toestemming wordt gevraagd precies wanneer zij de grondslag is, nooit voor een publieke taak (AVG).")),
        In("F11 toestemming for a public task", School, j => Grant(j)["voorwaarden"]!["toestemming"] = true, "$.grants[0].voorwaarden.toestemming: toestemming wordt gevraagd precies wanneer zij de grondslag is, nooit voor een publieke taak (AVG)."),
        In("F11 toestemming for a task of a role", Gegevens, j => Grant(j, 2)["voorwaarden"] = new JsonObject { ["toestemming"] = true }, "$.grants[2].voorwaarden.toestemming: toestemming wordt gevraagd precies wanneer zij de grondslag is, nooit voor een publieke taak (AVG)."),
        In("F11 consent for what may never rest on it", Vwn, j => Grant(j, 2)["velden"]!["IDN"] = new JsonArray("naam"), Vwn2("velden.IDN[0]: IDN.naam mag nooit op toestemming rusten.")),
        In("F11 consent for another field of the category", Vwn, j => Grant(j, 2)["velden"]!["FIN"]!.AsArray().Add("iban"), Vwn2("velden.FIN[1]: FIN.iban mag nooit op toestemming rusten.")),
        In("special category to a partner", School, j => Grant(j)["velden"]!["GZH"] = new JsonArray("belastbaarheid"), "$.grants[0].velden.GZH[0]: GZH is bijzonder en gaat naar geen partner."),
        In("special category to DUO", Duo, j => j["uitgaand"]![0]!["velden"]!["GZH"] = new JsonArray("ontheffingMed"), "$.uitgaand[0].velden.GZH[0]: GZH is bijzonder en gaat naar geen partner."),
        In("special category without scope", Gegevens, j => Grant(j, 1)["voorwaarden"]!.AsObject().Remove("scope"), "$.grants[1].velden.GZH[0]: GZH.gezondheid is bijzonder en vraagt een eigen scope (voorwaarden.scope)."),
        In("free text to another role", Gegevens, j => Grant(j, 2)["velden"]!["GSP"] = new JsonArray("gesprekken", "notities"), "$.grants[2].velden.GSP[1]: GSP.notities is vrije tekst en gaat alleen naar REG en de afzender."),
        In("free text to another role, as everything", Gegevens, j => Grant(j, 2)["velden"]!["GSP"] = new JsonArray("*"), "$.grants[2].velden.GSP[0]: GSP.notities is vrije tekst en gaat alleen naar REG en de afzender."),
        In("free text to a partner", Werk, j => Grant(j)["velden"]!["TVG"]!.AsArray().Add("signalen"), "$.grants[0].velden.TVG[1]: TVG.signalen is vrije tekst en gaat alleen naar REG en de afzender."),
        In("free text of any sender to a sender", School, j => Grant(j)["velden"]!["TVG"] = new JsonArray("signalen"), "$.grants[0].velden.TVG[0]: TVG.signalen is vrije tekst en gaat alleen naar REG en de afzender."),
        In("free text to CBS", Gegevens, j => j["uitgaand"]![0]!["velden"]!["GSP"]!.AsArray().Add("notities"), "$.uitgaand[0].velden.GSP[1]: GSP.notities is vrije tekst en gaat alleen naar REG en de afzender."),
        In("all fields to a partner", School, j => Grant(j)["velden"]!["MAP"] = new JsonArray("*"), "$.grants[0].velden.MAP[0]: «MAP.*»: «*» is alleen voor rollen van de gemeente."),
        In("all fields out", Duo, j => j["uitgaand"]![0]!["velden"]!["MAP"] = new JsonArray("*"), "$.uitgaand[0].velden.MAP[0]: «MAP.*»: «*» is alleen voor rollen van de gemeente."),
        In("BSN to a participatiepartner", Werk, j => Grant(j)["velden"]!["IDN"]!.AsArray().Add("bsn"), "$.grants[0].velden.IDN[2]: IDN.bsn gaat niet naar «participatiepartner»."),
        In("V-nummer to a participatiepartner", Werk, j => Grant(j)["velden"]!["IDN"]!.AsArray().Add("vNummer"), "$.grants[0].velden.IDN[2]: IDN.vNummer gaat niet naar «participatiepartner»."),
        In("BSN to VluchtelingenWerk", Vwn, j => Grant(j, 1)["velden"]!["IDN"]!.AsArray().Add("bsn"), "$.grants[1].velden.IDN[2]: IDN.bsn gaat niet naar «vluchtelingenwerk»."),
        In("V-nummer to VluchtelingenWerk", Vwn, j => Grant(j)["velden"]!["IDN"]!.AsArray().Add("vNummer"), "$.grants[0].velden.IDN[2]: IDN.vNummer gaat niet naar «vluchtelingenwerk»."),
        In("BSN to the bank", Bank, j => j["uitgaand"]![0]!["velden"]!["IDN"]!.AsArray().Add("bsn"), "$.uitgaand[0].velden.IDN[1]: IDN.bsn gaat niet naar «bank»."),
        In("BSN to schools without keurmerk", School, j => Grant(j)["mits"]!.AsObject().Remove("IDN.bsn"), "$.grants[0].velden.IDN[0]: IDN.bsn gaat alleen met mits «keurmerk» naar een partner."),
        In("mits of a field that is not granted", School, j => Grant(j)["mits"]!["FIN.iban"] = "keurmerk", "$.grants[0].mits['FIN.iban']: mits «FIN.iban: keurmerk» verwijst naar iets wat niet bestaat."),
        In("mits of a field that does not exist", School, j => Grant(j)["mits"]!["IDN.bnsn"] = "keurmerk", "$.grants[0].mits['IDN.bnsn']: mits «IDN.bnsn: keurmerk» verwijst naar iets wat niet bestaat."),
        In("mits of a field on a category", School, j => Grant(j)["mits"]!["CON"] = "keurmerk", "$.grants[0].mits.CON: mits «CON: keurmerk» verwijst naar iets wat niet bestaat."),
        In("mits of a category on a field", School, j => Grant(j)["mits"]!["CON.email"] = "eigen-levering", "$.grants[0].mits['CON.email']: mits «CON.email: eigen-levering» verwijst naar iets wat niet bestaat."),
        In("partner without opdracht", School, j => Grant(j)["voorwaarden"]!.AsObject().Remove("opdracht"), "$.grants[0].voorwaarden.opdracht: ontbreekt: een partner leest alleen met een opdracht."),
    ];

    private static IEnumerable<(string Case, Action<ConfigCopy> Break, string Says)> Partners() =>
    [
        In("unknown category in levert", Duo, j => j["levert"]!["categorieen"]!.AsArray().Add("XYZ"), "$.levert.categorieen[11]: gegevenscategorie «XYZ» bestaat niet."),
        In("register of an unknown activity", Vwn, j => j["register"] = new JsonObject { ["VA-99-x"] = 2 }, "$.register['VA-99-x']: verwerkingsactiviteit «VA-99-x» bestaat niet."),
        In("levert what is open to no other partner", Werk, j => j["levert"]!["categorieen"]!.AsArray().Add("UUR"), "$.levert.categorieen[2]: «participatiepartner» staat niet bij de bronhouders van UUR."),
        In("levert what it is no source of", Duo, j => j["levert"]!["categorieen"]!.AsArray().Add("GSP"), "$.levert.categorieen[11]: «duo» staat niet bij de bronhouders van GSP."),
        In("unknown doel in levert", Coa, j => j["levert"]!["doel"] = "zomaar", "$.levert.doel: doel «zomaar» bestaat niet."),
        In("grondslag of levert other than the doel's", Coa, j => j["levert"]!["grondslag"] = "TST", "$.levert.grondslag: grondslag «TST» is niet die van het doel."),
        In("unknown category in a type of levert", Coa, j => j["levert"]!["typen"]!["uitstroom"]!["categorieen"]!.AsArray().Add("XYZ"), "$.levert.typen.uitstroom.categorieen[2]: gegevenscategorie «XYZ» bestaat niet."),
        In("unknown doel in a type of levert", Coa, j => j["levert"]!["typen"]!["koppeling"]!["doel"] = "zomaar", "$.levert.typen.koppeling.doel: doel «zomaar» bestaat niet."),
        In("type of levert that is no type", Coa, j => j["levert"]!["typen"]!["Koppeling"] = new JsonObject(), "$.levert.typen.Koppeling: «Koppeling» is geen type van een bericht, zoals koppeling-vervallen."),
        ("partner file without adapter", c => c.Write("partners/bakker.json", Renamed(c, "bakker")), "adapters/ heeft geen map voor «bakker»: config/partners/bakker.json hoort bij geen adapter."),
        ("adapter without file", c => c.Delete(Coa), "config/partners/coa.json ontbreekt: er is wel een adapter «coa»."),
        In("partner type other than the file's name", Coa, j => j["partnertype"] = "koa", "$.partnertype: partnertype «koa» is niet de naam van het bestand."),
        In("reader with a client for all gemeenten", School, j => j["instanties"]![1]!["clients"] = new JsonObject { ["*"] = "school" }, "$.instanties[1].clients['*']: wie leest heeft een client per gemeente, nooit «*»."),
        In("client twice", School, j => j["instanties"]![1]!["clients"]!["1708"] = "taalpunt-1708", "$.instanties[1].clients.1708: client «taalpunt-1708» staat er twee keer."),
        ("client of partner and gemeente", c => c.Edit(School, j => j["instanties"]![1]!["clients"]!["1708"] = "zaaksysteem-1708"), "config/gemeenten/1708.json, $.clients[0].clientId: client «zaaksysteem-1708» staat er twee keer."),
        In("ways of a bank twice", Bank, j => j["bankprofielen"]![1]!["sleutel"] = "bng", "$.bankprofielen[1].sleutel: bankprofiel «bng» staat er twee keer."),
        In("ways of a bank in a version that nobody writes", Bank, j => j["bankprofielen"]![0]!["versie"] = "pain.001.001.12", "$.bankprofielen[0].versie: berichtversie «pain.001.001.12» bestaat niet."),
        In("ways of a bank that confirms what it has not", Bank, j => j["bankprofielen"]![0]!["bevestigd"]!.AsArray().Add("rente"), "$.bankprofielen[0].bevestigd[4]: deel van een bankprofiel «rente» bestaat niet."),
        ("channel over a folder without one", c => c.Edit("gemeenten/1708.json", j => j["betaalrekening"]!["kanaal"] = new JsonObject { ["soort"] = "map" }), "config/gemeenten/1708.json, $.betaalrekening.kanaal.map: is geen volledig pad van een map."),
        ("channel to a bank that has no address", c =>
        {
            c.Edit("gemeenten/1708.json", j => j["betaalrekening"]!["kanaal"] = new JsonObject { ["soort"] = "http" });
            c.Edit(Bank, j => j.AsObject().Remove("verbinding"));
        }, "config/gemeenten/1708.json, $.betaalrekening.kanaal.soort: «http» vraagt een «verbinding» in config/partners/bank.json."),
        In("client in an unknown gemeente", School, j => j["instanties"]![1]!["clients"]!["9999"] = "x", "$.instanties[1].clients.9999: gemeente «9999» bestaat niet."),
    ];

    private static IEnumerable<(string Case, Action<ConfigCopy> Break, string Says)> Register() =>
    [
        In("F21 category without activity", Gegevens, j => j["categorieen"]!["XYZ"] = j["categorieen"]!["PLI"]!.DeepClone(), "$.categorieen.XYZ: gegevenscategorie «XYZ» hoort bij geen verwerkingsactiviteit."),
        In("F21 partner without activity", Coa, j => j.AsObject().Remove("levert"), "$: partner «coa» hoort bij geen verwerkingsactiviteit: er is geen grants, levert of uitgaand."),
        In("F24 special category without DPIA", Gegevens, j => j["activiteiten"]!["VA-02-gezondheid"]!.AsObject().Remove("dpiaNummer"), "$.activiteiten['VA-02-gezondheid'].dpiaNummer: kan niet actief zijn zonder DPIA: er is gevoelig of bijzonder bij (GZH)."),
        In("F24 sensitive category without DPIA", Gegevens, j => j["activiteiten"]!["VA-11-schuldhulp"]!.AsObject().Remove("dpiaNummer"), "$.activiteiten['VA-11-schuldhulp'].dpiaNummer: kan niet actief zijn zonder DPIA: er is gevoelig of bijzonder bij (FIN)."),
        In("unknown measure", Gegevens, j => j["activiteiten"]!["VA-01-regie"]!["maatregelen"] = new JsonArray("hopen"), "$.activiteiten['VA-01-regie'].maatregelen[0]: maatregel «hopen» bestaat niet."),
        In("unknown measure for all", Gegevens, j => j["register"]!["altijd"]!.AsArray().Add("hopen"), "$.register.altijd[4]: maatregel «hopen» bestaat niet."),
        ("delivery of an activity that is off", c => c.Edit(Gegevens, j => j["activiteiten"]!["VA-04-coa"]!["actief"] = false), "config/partners/coa.json, $.levert.doel: verwerkingsactiviteit «VA-04-coa» is niet actief; deze partner kan dan niet leveren."),
    ];

    private static IEnumerable<(string Case, Action<ConfigCopy> Break, string Says)> Roosters() =>
    [
        In("schedule of an unknown kind", Duo, j => Rooster(j)["soort"] = "soms", "$.synchronisaties[0].rooster.soort: soort rooster «soms» bestaat niet."),
        In("schedule with an unknown word", Duo, j => Rooster(j)["uur"] = 1, "$.synchronisaties[0].rooster.uur: «uur» is geen woord van het beleid."),
        In("schedule at no time", Duo, j => Rooster(j)["tijd"] = "25:00", "$.synchronisaties[0].rooster.tijd: «25:00» is geen tijd als 06:00."),
        In("schedule every 7 minutes", Duo, j => Rooster(j)["elkeMinuten"] = 7, "$.synchronisaties[0].rooster.elkeMinuten: interval «7» bestaat niet."),
        In("schedule without its time", Duo, j => Rooster(j).AsObject().Remove("tijd"), "$.synchronisaties[0].rooster.tijd: Ontbreekt, maar hoort bij de soort dagelijks. Geef de tijd, zoals 06:00."),
        In("schedule with a word of another kind", Duo, j => Rooster(j)["weekdagen"] = new JsonArray("maandag"), "$.synchronisaties[0].rooster.weekdagen: Hoort niet bij de soort dagelijks. Laat dit weg."),
        In("schedule by an expression that never comes", Duo, j => j["synchronisaties"]![0]!["rooster"] = new JsonObject { ["soort"] = "cron", ["cron"] = "0 0 6 30 2 ?" },
            "$.synchronisaties[0].rooster.cron: Deze uitdrukking komt in vijf jaar niet een keer voor. Kies een dag en een maand die bestaan."),
        In("schedule inside the partner's maintenance", Duo, j => j["verbinding"]!["onderhoud"]![0] = Venster("01:00", "06:00"),
            "$.synchronisaties[0].rooster.tijd: Elk moment valt in het onderhoud van de partner. Kies een ander moment."),
        In("schedule with windows around every moment", Duo, j => Rooster(j)["nietTussen"] = new JsonArray(Venster("13:00", "01:00"), Venster("01:00", "13:00")),
            "$.synchronisaties[0].rooster.nietTussen: Er blijft geen enkel moment over: alles valt in deze uren of in het onderhoud van de partner. Maak ze korter of kies een ander moment."),
        In("maintenance without an end", Duo, j => j["verbinding"]!["onderhoud"]![0]!.AsObject().Remove("tot"), "$.verbinding.onderhoud[0].tot: ontbreekt, maar is verplicht."),
        In("maintenance on a day that is none", Duo, j => j["verbinding"]!["onderhoud"]![0]!["dagen"]![0] = "sunday", "$.verbinding.onderhoud[0].dagen[0]: weekdag «sunday» bestaat niet."),
        In("maintenance in 21 windows", Duo, j => j["verbinding"]!["onderhoud"] = new JsonArray([.. Enumerable.Range(0, 21).Select(_ => Venster("02:00", "06:00"))]),
            "$.verbinding.onderhoud: Er zijn er te veel. Houd er hoogstens 20 over."),
        In("unknown sync", Duo, j => j["synchronisaties"]![0]!["soort"] = "koken", "$.synchronisaties[0].soort: soort synchronisatie «koken» bestaat niet."),
        In("sync twice", Duo, j => j["synchronisaties"]!.AsArray().Add(j["synchronisaties"]![0]!.DeepClone()), "$.synchronisaties[1].soort: soort «afstemming» staat er twee keer."),
        In("delivery twice", School, j => j["synchronisaties"]!.AsArray().Add(j["synchronisaties"]![0]!.DeepClone()), "$.synchronisaties[2].soort: soort «levering» staat er twee keer."),
        In("delivery of nobody", School, j => j["synchronisaties"]![0]!.AsObject().Remove("instantie"), "$.synchronisaties[0].instantie: ontbreekt: noem de instantie die levert."),
        In("delivery of somebody unknown", School, j => j["synchronisaties"]![0]!["instantie"] = "leerhuis", "$.synchronisaties[0].instantie: instantie «leerhuis» staat niet bij «instanties»."),
        In("delivery of a partner that delivers no messages", School, j => j["levert"]!.AsObject().Remove("typen"), "$.synchronisaties[0].soort: deze partner levert geen berichten («levert.typen» ontbreekt)."),
        In("question of one instance", Duo, j => j["synchronisaties"]![0]!["instantie"] = "duo", "$.synchronisaties[0].instantie: hoort alleen bij een levering."),
    ];

    private static IEnumerable<(string Case, Action<ConfigCopy> Break, string Says)> Aanmeldingen() =>
    [
        In("aanmelding beyond its grant", School, j => Aanmelding(j)["velden"]!["IDN"]!.AsArray().Add("geslacht"), "$.grants[0].aanmelding.velden.IDN[2]: «IDN.geslacht» staat niet in de velden van deze grant."),
        In("aanmelding of health", School, j => Aanmelding(j)["velden"]!["GZH"] = new JsonArray("gezondheid"), "$.grants[0].aanmelding.velden.GZH[0]: «GZH.gezondheid» staat niet in de velden van deze grant."),
        In("aanmelding with a BSN", School, j => Aanmelding(j)["velden"]!["IDN"]!.AsArray().Add("bsn"), "$.grants[0].aanmelding.velden.IDN[2]: «IDN.bsn» gaat niet mee: de partnerReferentie noemt de persoon."),
        In("aanmelding of everything", School, j => Aanmelding(j)["velden"]!["IDN"] = new JsonArray("*"), "$.grants[0].aanmelding.velden.IDN[0]: «*» is geen veld of deel van een veld."),
        In("aanmelding that needs what it does not tell", Werk, j => Aanmelding(j)["nodig"]!.AsArray().Add("PIP.niveau"), "$.grants[0].aanmelding.nodig[2]: «PIP.niveau» staat niet bij de velden van deze aanmelding."),
        In("aanmelding on consent", Vwn, j => Grant(j, 2)["aanmelding"] = Schuld(), "$.grants[2].aanmelding: een aanmelding rust nooit op toestemming."),
        In("aanmelding twice for a taak", Vwn, j => Grant(j)["voorwaarden"]!["opdracht"] = "begeleiding", "$.grants[1].aanmelding: voor de taak «begeleiding» is er al een aanmelding."),
        In("aanmelding without an address", Werk, j => j.AsObject().Remove("verbinding"), "$: «verbinding» ontbreekt, maar een grant heeft een aanmelding."),
        In("aanmelding of a role of the gemeente", Gegevens, j => Grant(j)["aanmelding"] = Schuld(), "$.grants[0].aanmelding: «aanmelding» is geen woord van het beleid."),
        In("instance at no address", School, j => j["instanties"]![0]!["basisUrl"] = "https://school.example", "$.instanties[0].basisUrl: «https://school.example» is geen adres dat op een schuine streep eindigt."),
        In("instance by another's key", Vwn, j => j["instanties"]![0]!["sleutel"] = "duo", "$.instanties[0].sleutel: sleutel «duo» is al van een ander."),
    ];

    private static JsonNode Aanmelding(JsonNode file) => Grant(file)["aanmelding"]!;

    private static JsonObject Schuld() => new() { ["velden"] = new JsonObject { ["FIN"] = new JsonArray("onderwerpStatus") }, ["nodig"] = new JsonArray() };

    private static (string Case, Action<ConfigCopy> Break, string Says) In(string geval, string file, Action<JsonNode> change, string says) => (geval, c => c.Edit(file, change), $"config/{file}, {says}");

    private static string Vwn2(string zin) => $"$.grants[2].{zin}";

    private static JsonNode Grant(JsonNode file, int index = 0) => file["grants"]![index]!;

    private static JsonNode Rooster(JsonNode file) => file["synchronisaties"]![0]!["rooster"]!;

    private static JsonObject Venster(string van, string tot) => new() { ["van"] = van, ["tot"] = tot };

    private static JsonObject With(this JsonObject grant, string naam, string waarde)
    {
        var copy = (JsonObject)grant.DeepClone();
        copy[naam] = waarde;
        return copy;
    }

    private static JsonObject Limiet(int perSeconde, string per) => new() { ["perSeconde"] = perSeconde, ["per"] = per };

    private static JsonObject Reading(string doel, string grondslag) => new()
    {
        ["doel"] = doel,
        ["grondslag"] = grondslag,
        ["wettelijkeBasis"] = "proef",
        ["voorwaarden"] = new JsonObject { ["opdracht"] = "leerroute" },
        ["velden"] = new JsonObject { ["PIP"] = new JsonArray("leerroute") },
        ["bewaartermijnAfnemer"] = "P1M",
    };

    private static string Renamed(ConfigCopy config, string naam)
    {
        var json = JsonNode.Parse(config.Read(Coa))!;
        json["partnertype"] = naam;
        json["instanties"]![0]!["clients"]!["*"] = naam;
        return json.ToJsonString();
    }
}
