#!/usr/bin/env python3
"""Makes the demo world: duo.json (what DUO knows on 15 November 2024) and verhaal.json (the story the gateway plays).

Run by hand, its output is committed: python3 config/demo/maak-wereld.py
Everything is invented; seed 42, so a second run gives the same bytes. Generated BSNs lie in 9999[0-7]xxxx and pass the
11-proef; 99998xxxx and 99999xxxx are left to the four named persons and to tests. Standard library only.
"""
import json
import random
import unicodedata
import uuid
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

MAP = Path(__file__).parent
R = random.Random(42)
NU = date(2024, 11, 15)
# From this day the gemeenten are connected; DUO then delivers its older events once more.
AANSLUITING = date(2024, 1, 8)
INGEHAALD = AANSLUITING + timedelta(days=3)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DUO_OIN = "00000001999990009000"
GEMEENTEN = {
    "1708": dict(oin="00000001999990001000", naam="Noorderveld", aantal=300, regie=["Joost de Vries", "Samira El Amrani"]),
    "0171": dict(oin="00000001999990002000", naam="Zuiderpolder", aantal=60, regie=["Lotte Prins"]),
    "0106": dict(oin="00000001999990003000", naam="Oosterwold", aantal=40, regie=["Wim Dijkstra"]),
}
TAALPUNT = ("0000054321", "Taalpunt Rijnstad")
SCHAKELCOLLEGE = ("0000012345", "Schakelcollege Delta")
# The contract fixes the form of the list only; codes and words are ours.
VERLENGINGSGRONDEN = [
    ("1", "Langdurige ziekte"), ("2", "Verblijf in een opvanglocatie van het COA"), ("3", "Alfabetiseringstraject"),
    ("4", "Aantoonbaar voldoende inspanning"), ("5A", "Overlijden van een naaste"), ("5B", "Zwangerschap en bevalling"),
]
# What DUO gives as /instellingen. The last lost its keurmerk and may no longer be offered.
INSTELLINGEN = [
    dict(instellingsnummer="0000054321", naam="Taalpunt Rijnstad", postcode="1700AB", huisnummer=14, plaatsnaam="Rijnstad", bow="543210",
         indicatieBowKeurmerk=True, indicatieTstKeurmerk=False),
    dict(instellingsnummer="0000012345", naam="Schakelcollege Delta", postcode="1701CD", huisnummer=2, huisnummertoevoeging="A", plaatsnaam="Noorderveld",
         brin="99ZZ", indicatieBowKeurmerk=False, indicatieTstKeurmerk=True),
    dict(instellingsnummer="0000067890", naam="Taalwerkplaats Oost", postcode="1710EF", huisnummer=88, plaatsnaam="Zuiderpolder", bow="678900",
         brin="98ZY", indicatieBowKeurmerk=True, indicatieTstKeurmerk=True),
    dict(instellingsnummer="0000099999", naam="Leerhuis De Brug", postcode="1060GH", huisnummer=301, plaatsnaam="Oosterwold"),
]
ONDERDELEN = ["KNM", "LE", "LU", "SC", "SP"]
STRATEN = "Lindelaan Beukenhof Eikenstraat Havenweg Molenpad Sluiskade Veldweg Kerkepad Wilgenlaan Zandweg Turfkade Meerzicht".split()

# Language, interpreter often needed, given names of women, of men, family names.
ASIEL = [
    ("Arabisch", 1, "Rana Lina Nour Hala Dima Sawsan", "Omar Khaled Yusuf Samir Tarek Bassel", "Al-Ahmad|Haddad|Darwish|Al-Sayed|Khoury|Mansour"),
    ("Tigrinya", 1, "Selam Feven Helen Winta Rahwa", "Dawit Yonas Filmon Merhawi Abel", "Tesfay|Gebremedhin|Haile|Kidane|Weldu"),
    ("Turks", 0, "Elif Zeynep Derya Esra", "Murat Emre Hakan Serkan", "Yılmaz|Demir|Kaya|Şahin|Aydın"),
    ("Dari", 1, "Zahra Fatima Laila Parwana", "Ahmad Farid Mirwais Najib", "Rahimi|Karimi|Ahmadi|Nazari|Sultani"),
    ("Farsi", 0, "Shirin Maryam Niloufar Azadeh", "Reza Amir Kaveh Behrouz", "Hosseini|Tehrani|Jafari|Rostami"),
    ("Somalisch", 1, "Hodan Ifrah Sahra Ubah", "Abdi Liban Mahad Guled", "Warsame|Abdullahi|Farah|Hirsi"),
    ("Koerdisch", 1, "Berivan Rojin Shilan", "Azad Dilshad Rebin", "Barzani|Othman|Salih|Qadir"),
    ("Arabisch", 1, "Amira Bushra Salma", "Anwar Hamdan Nabil", "Al-Hakimi|Saleh|Al-Maqtari|Nasser"),
]
GEZIN = [
    ("Arabisch", 0, "Samira Khadija Hanane Loubna", "Rachid Mustapha Hicham", "Bouzidi|Amrani|El Idrissi|Tahiri"),
    ("Turks", 0, "Sevgi Gülay Nurcan", "Orhan Volkan Cem", "Özdemir|Arslan|Polat|Koç"),
    ("Engels", 0, "Priya Anjali Kavya", "Rahul Vikram Arjun", "Sharma|Patel|Iyer|Reddy"),
    ("Portugees", 0, "Juliana Camila Bruna", "Thiago Rafael Lucas", "da Silva|Oliveira|Santos|Moreira"),
    ("Spaans", 0, "Valentina Daniela Lucía", "Andrés Mateo Javier", "Gómez|Herrera|Castro|Rojas"),
    ("Mandarijn", 0, "Xiuying Meilin Yan", "Wei Jun Haoran", "Wang|Chen|Liu|Zhao"),
    ("Thai", 1, "Siriporn Malee Kanya", "Somchai Anan", "Srisuk|Chaiyasit|Wongsa"),
    ("Tagalog", 0, "Maricel Jocelyn Rowena", "Jomar Rodel", "Reyes|Dela Cruz|Bautista"),
    ("Engels", 0, "Abena Ama Efua", "Kwame Kofi Yaw", "Mensah|Owusu|Boateng|Asante"),
    ("Russisch", 0, "Olga Natalia Irina", "Dmitri Sergej", "Ivanova-Petrov|Sokolov|Volkov"),
    ("Indonesisch", 0, "Dewi Putri Ratna", "Budi Agus", "Santoso|Wijaya|Siregar"),
]
events = []
duo = []
volgnummer = 0
used_bsn, used_mail = {"999990019", "999990032", "999990044", "999990056"}, set()


def new_bsn():
    while True:
        bsn = "9999%05d" % R.randrange(80000)
        if bsn not in used_bsn and (sum((9 - i) * int(c) for i, c in enumerate(bsn[:8])) - int(bsn[8])) % 11 == 0:
            used_bsn.add(bsn)
            return bsn


def mail(naam):
    plain = unicodedata.normalize("NFKD", naam.replace("ı", "i")).encode("ascii", "ignore").decode().lower().replace("'", "")
    base = ".".join(plain.replace("-", " ").split())
    n = next(n for n in range(1, 99) if f"{base}{n if n > 1 else ''}" not in used_mail)
    used_mail.add(adres := f"{base}{n if n > 1 else ''}")
    return f"{adres}@voorbeeld.example"


def iso(moment):
    return moment.replace(tzinfo=AMSTERDAM).isoformat()


def workday(day):
    return min(day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0), NU - timedelta(days=1))


def at(day, hour=None, minute=None):
    return datetime.combine(workday(day), time(R.randrange(8, 17) if hour is None else hour, R.randrange(60) if minute is None else minute, R.randrange(60)))


def story(moment, gemeente, soort, **fields):
    global volgnummer
    volgnummer += 1
    events.append((moment, volgnummer, dict(tijdstip=iso(moment), gemeente=gemeente, soort=soort, **fields)))


def facts(moment, gemeente, who, **categories):
    story(moment, gemeente, "gegevens", **who, gegevens=categories)


def notify(registered, gemeente, gebeurtenis, who):
    """A notification arrives minutes after DUO registered it, or in the first weeks after the gemeente was connected."""
    arrives = registered + timedelta(minutes=R.randrange(1, 9))
    age = (INGEHAALD - arrives.date()).days
    if age >= 0:
        arrives = datetime.combine(INGEHAALD, time(18)) - timedelta(seconds=30 * age)
    story(arrives, gemeente, "notificatie", gebeurtenisId=gebeurtenis, **who, registratieDatumTijd=iso(registered),
          berichtId=str(uuid.UUID(int=R.getrandbits(128), version=4)))
    return arrives


def assign(gemeente, bsn, client, taak, van, tot=None):
    story(datetime.combine(max(van, AANSLUITING + timedelta(days=14)), time(8, 30)), gemeente, "opdracht", bsn=bsn, client=client, taak=taak,
          van=van.isoformat(), tot=tot and tot.isoformat())


def years(day, n):
    return day.replace(year=day.year + n, day=28 if (day.month, day.day) == (2, 29) else day.day)


def clean(**fields):
    return {name: v.isoformat() if isinstance(v, date) else v for name, v in fields.items() if v is not None}


def contact(naam, gemeente, taal, tolk, thuis, telefoon=None):
    home = dict(adres=f"{R.choice(STRATEN)} {R.randrange(1, 120)}, 0{gemeente[:3]} {R.choice('ABCDEGHJK')}{R.choice('ABCDEGHJK')} {GEMEENTEN[gemeente]['naam']}")
    place = home if thuis else dict(azc=f"azc {R.choice(['De Haven', 'Het Veld', 'De Brug'])}")
    return dict(**place, telefoon=telefoon or f"06-0000{R.randrange(10000):04d}", email=mail(naam), taal=taal, tolk=tolk)


def regievoerder(naam):
    return dict(regievoerder=naam, telefoon=f"06-000000{sum(map(ord, naam)) % 100:02d}",
                email=unicodedata.normalize("NFKD", naam).lower().replace(" ", ".") + "@voorbeeld.example")


def aanbod(school, vanaf, termijn_einde, alfa="NVT"):
    return dict(aanbiedingen=[clean(
        instellingsnummer=school[0], instellingsnaam=school[1], datumInburgeringsaanbod=vanaf,
        verwachteStartdatumOpleiding=vanaf + timedelta(days=14),
        verwachteEinddatumOpleiding=min(vanaf + timedelta(days=560), termijn_einde), indicatorAlfabetiseringsonderwijs=alfa)])


def know(bsn, vnr, gemeente, begin, kennisgeving, asiel, gedetailleerd, dagtekening=None, pip_gemeente=None, pip=None, verlengd=None,
         lbt=None, examens=(), gevestigd=None, **overig):
    """One person as DUO knows him, in the shapes of DUO's contracts."""
    start = dagtekening and dagtekening + timedelta(days=1)
    einde = start and years(start, 3)
    grond = verlengd and next(g for g in VERLENGINGSGRONDEN if g[0] == verlengd)
    person = dict(
        bsn=bsn, vNummer=int(vnr), gemeentecode=gemeente,
        inburgeringsplicht=clean(indicatorInburgeringsplicht=True, begindatum=begin, wijzigingsdatum=begin,
                                 datumKennisgevingInburgeringsplicht=kennisgeving),
        doelgroep=clean(indeling="Asielstatushouder" if asiel else "Gezinsmigrant en overige migrant", begindatum=begin,
                        gedetailleerdeDoelgroep=gedetailleerd))
    if start:
        person["inburgeringstermijn"] = clean(
            startdatum=start, einddatum=einde + timedelta(days=183) if verlengd else einde,
            wijzigingsdatum=min(start + timedelta(days=400), NU - timedelta(days=20)) if verlengd else start,
            verlengingsgrondcode=grond and grond[0], verlengingsgrondomschrijving=grond and grond[1])
        person["pip"] = dict(gemeentecode=pip_gemeente or gemeente, pip=clean(dagtekeningPip=dagtekening, **pip))
    if lbt:
        afname, score, haalbaar = lbt
        person["examennummer"] = dict(examennummer=f"{afname:%y%m%d}{int(vnr) % 1000000:06d}")
        person["lbtResultaten"] = [dict(resultaat=haalbaar, behaaldeScore=score, benodigdeScore="50,00", datumAfname=afname.isoformat())]
    person["examenresultaten"] = [clean(**examen) for examen in examens]
    person["gratispogingen"] = [dict(onderdeel=o, gratisPogingenTegoed=max(0, 2 - sum(e["onderdeel"] == o for e in examens)))
                                for o in ONDERDELEN] if asiel and dagtekening else []
    person.update(clean(vestigingsdatum=gevestigd, **overig))
    duo.append(person)


def rarer(p):
    """What few persons have at DUO; told by their place in the row, so that the story stays as it was."""
    seen = p["dagtekening"] and p["dagtekening"] + timedelta(days=60)
    if not seen or seen > NU:
        return {}
    nth, day, result = p["index"], seen.isoformat(), {}
    if nth % 10 == 3 and p["route"] != "Z":
        result["vrijstellingen"] = [dict(GedeeltelijkeVrijstelling=dict(
            reden="GED", oordeel="Toekenning", datumOordeel=day, examenonderdeel="LE", examenniveau="B1"))]
    if nth % 25 == 7:
        result["vrijstellingen"] = [dict(GeheleVrijstelling=dict(reden="DOC", oordeel="Afwijzing", datumOordeel=day))]
    if nth % 20 == 9:
        result["ontheffingen"] = [dict(GedeeltelijkeOntheffing=dict(oordeel="Toekenning", datumOordeel=day, grond="MED", examenonderdeel="SC"))]
    if nth % 40 == 15:
        result["ontheffingen"] = [dict(GeheleOntheffing=dict(oordeel="Afwijzing", datumOordeel=day, grond="BIO"))]
    if nth % 5 == 1 and p["route"] != "O":
        result["map"] = dict(gemeentecode=p["gemeente"], datumEindgesprekMap=day)
    if nth % 4 == 2:
        result["pvt"] = dict(gemeentecode=p["gemeente"], datumOndertekeningPvt=day)
    if nth % 6 == 4:
        result["uren"] = [dict(gemeentecode=p["gemeente"], bekendTot=day, ParticipatieAlsTaalles=dict(uren=40 + nth),
                               TaallesEnKnmBredeIntake=dict(uren=nth % 12))]
    return result


def hasan():
    bsn, vnr, g = "999990019", "2900000017", "1708"
    both, idn = dict(bsn=bsn, vNummer=vnr), dict(naam="Hasan Al-Khatib", geboortedatum="1999-04-12", geslacht="man")
    know(bsn, vnr, g, date(2024, 1, 29), date(2024, 2, 5), True, "Asielstatushouder", date(2024, 6, 17), None,
         dict(leerroute="O", niveau="B1", indicatorAlfabetiseringsonderwijs="NVT"), lbt=(date(2024, 3, 12), "62,50", "B1-route haalbaar"),
         examens=[dict(examendatum=date(2024, 10, 8), resultaat="Geslaagd", onderdeel="KNM")], gevestigd=date(2024, 5, 6))
    con = contact(idn["naam"], g, "Arabisch", True, False)
    facts(at(date(2024, 2, 5), 9, 10), g, dict(vNummer=vnr), IDN=dict(vNummer=vnr, **idn), CON=con)
    notify(at(date(2024, 2, 5), 11, 2), g, "SS101", dict(vNummer=vnr))
    facts(at(date(2024, 2, 20), 15, 30), g, both, IDN=dict(both, **idn))
    notify(at(date(2024, 3, 1), 10, 15), g, "SS137", dict(bsn=bsn))
    notify(at(date(2024, 3, 12), 16, 40), g, "SS131", dict(bsn=bsn))
    thuis = dict(adres="Lindelaan 12, 0170 AB Noorderveld", telefoon=con["telefoon"], email=con["email"], taal="Arabisch", tolk=True)
    facts(at(date(2024, 5, 6), 8, 45), g, both, CON=thuis, CPS=regievoerder("Samira El Amrani"),
          GEZ=dict(gezinssamenstelling="alleenstaand", huishoudgrootte=1, kinderen=0, vveAfspraak=False),
          FIN=dict(status="bijstand; vaste lasten ontzorgd van 2024-05-06 tot 2024-11-06",
                   onderwerpStatus=[dict(onderwerp="energie", status="betaalregeling loopt")]))
    notify(at(date(2024, 5, 6), 10, 20), g, "SS139", dict(bsn=bsn))
    for taak in ("pvt", "begeleiding"):
        story(at(date(2024, 5, 6), 13, 0), g, "opdracht", bsn=bsn, client="vwn-1708", taak=taak, van="2024-05-06", tot=None)
    debts = dict(bsn=bsn, client="vwn-1708", doel="hulp-bij-schulden")
    story(datetime(2024, 6, 3, 14, 20), g, "toestemming", **debts, taal="ar", tekstversie="v2", bewijs="Formulier 2024-0603 in het zaaksysteem")
    story(datetime(2024, 11, 1, 10, 5), g, "intrekking", **debts)
    facts(at(date(2024, 5, 27), 11, 30), g, both,
          INT=dict(opleiding="wiskunde, twee jaar universiteit in Homs, geen diploma", werk="bijles gegeven", taal="Arabisch, Engels B1",
                   zelfredzaamheid="regelt het meeste zelf", wensen="mbo-4 techniek, daarna hbo"),
          GZH=dict(gezondheid="slaapt slecht, gesprekken bij de praktijkondersteuner", belastbaarheid="32 uur per week",
                   ontheffingMed=False, verzuimreden="afspraken in het ziekenhuis"))
    facts(at(date(2024, 6, 17), 16, 0), g, both, PIP=dict(
        doelenParticipatie=["meelopen bij een technisch bedrijf", "hardlopen bij een vereniging"],
        doelenPvt=["twaalf uur volgen, met een excursie", "verklaring tekenen voor 1 maart 2025"],
        doelenBegeleiding=["post en bankzaken zelf doen", "huisarts en tandarts vinden"]))
    notify(at(date(2024, 6, 18), 9, 5), g, "SS102", dict(bsn=bsn))
    facts(at(date(2024, 6, 24), 8, 40), g, both, AAN=dict(aanbiedingen=[dict(
        instellingsnummer=SCHAKELCOLLEGE[0], instellingsnaam=SCHAKELCOLLEGE[1], datumInburgeringsaanbod="2024-06-24",
        verwachteStartdatumOpleiding="2024-08-26", verwachteEinddatumOpleiding="2026-06-13", indicatorAlfabetiseringsonderwijs="NVT")]))
    story(at(date(2024, 6, 24), 9, 0), g, "opdracht", bsn=bsn, client="schakelcollege-1708", taak="leerroute", van="2024-06-24", tot=None)
    facts(at(date(2024, 9, 17), 14, 0), g, both, MBG=dict(onderwerpen=[
        dict(onderwerp="huur", status="geregeld"), dict(onderwerp="zorgverzekering", status="geregeld"), dict(onderwerp="bank", status="loopt")]))
    notify(at(date(2024, 10, 22), 10, 45), g, "SS199", dict(bsn=bsn))


def pablo():
    bsn, vnr, g = "999990032", "2900000025", "1708"
    who, naam = dict(bsn=bsn), "Pablo Restrepo"
    know(bsn, vnr, g, date(2024, 2, 12), date(2024, 2, 12), False, "Gezinsvormer", date(2024, 3, 25), None,
         dict(leerroute="B", niveau="B1"), lbt=(date(2024, 3, 11), "71,25", "B1-route haalbaar"), examens=[
             dict(examendatum=date(2024, 11, 4), resultaat="Geslaagd", onderdeel="LE", niveau="B1"),
             dict(examendatum=date(2024, 11, 6), resultaat="Geslaagd", onderdeel="KNM")],
         gevestigd=date(2024, 2, 12), pvt=dict(gemeentecode=g, datumOndertekeningPvt="2024-09-05"))
    facts(at(date(2024, 2, 12), 8, 50), g, dict(bsn=bsn, vNummer=vnr),
          IDN=dict(bsn=bsn, vNummer=vnr, naam=naam, geboortedatum="1990-09-30", geslacht="man"),
          CON=dict(adres="Beukenhof 7, 0170 CD Noorderveld", telefoon="06-00000032", email=mail(naam), taal="Spaans", tolk=False),
          CPS=regievoerder("Samira El Amrani"), GEZ=dict(gezinssamenstelling="samenwonend", huishoudgrootte=2, kinderen=0, vveAfspraak=False))
    notify(at(date(2024, 2, 12), 10, 5), g, "SS101", who)
    notify(at(date(2024, 2, 12), 10, 30), g, "SS139", who)
    notify(at(date(2024, 3, 11), 15, 20), g, "SS131", who)
    facts(at(date(2024, 3, 18), 10, 0), g, who, INT=dict(
        opleiding="bachelor bouwkunde in Medellín", werk="vond zelf werk bij een aannemer", taal="Spaans, Engels B2",
        zelfredzaamheid="geheel zelfstandig", wensen="zelf leren, examens in een jaar"))
    facts(at(date(2024, 3, 25), 16, 10), g, who, PIP=dict(
        doelenParticipatie=["werk houden naast het leren"], doelenPvt=["twaalf uur volgen, met een excursie", "verklaring tekenen in september 2024"]))
    notify(at(date(2024, 3, 26), 9, 15), g, "SS102", who)
    assign(g, bsn, "vwn-1708", "pvt", date(2024, 4, 8))
    notify(at(date(2024, 11, 13), 9, 40), g, "SS199", who)


def amal():
    bsn, vnr = "999990044", "2900000033"
    who, idn = dict(bsn=bsn), dict(bsn=bsn, vNummer=vnr, naam="Amal Warsame", geboortedatum="1985-03-14", geslacht="vrouw")
    both, con = dict(bsn=bsn, vNummer=vnr), contact("Amal Warsame", "1708", "Somalisch", True, True, "06-00000044")
    know(bsn, vnr, "0171", date(2023, 11, 20), date(2023, 12, 4), True, "Asielstatushouder", date(2024, 4, 8), "1708",
         dict(leerroute="Z", indicatorAlfabetiseringsonderwijs="A"), lbt=(date(2024, 3, 20), "21,75", "B1-route niet haalbaar"),
         gevestigd=date(2024, 10, 1),
         ontheffingen=[dict(GedeeltelijkeOntheffing=dict(oordeel="Toekenning", datumOordeel="2024-08-19", grond="MED",
                                                         urenBelastbaarheidParticipatieactiviteit=400))],
         uren=[dict(gemeentecode="1708", bekendTot="2024-10-01", ParticipatieAlsTaalles=dict(uren=188),
                    ParticipatieactiviteitenBredeIntake=dict(uren=24), TaallesEnKnmBredeIntake=dict(uren=16))])
    facts(at(date(2024, 1, 15), 9, 0), "1708", dict(vNummer=vnr), IDN={k: v for k, v in idn.items() if k != "bsn"},
          CON=dict(azc="azc De Haven", taal="Somalisch", tolk=True))
    notify(at(date(2024, 1, 15), 10, 10), "1708", "SS101", dict(vNummer=vnr))
    facts(at(date(2024, 2, 12), 9, 0), "1708", both, IDN=idn, CON=con, CPS=regievoerder("Joost de Vries"),
          GEZ=dict(gezinssamenstelling="eenoudergezin", huishoudgrootte=3, kinderen=2, vveAfspraak=True))
    notify(at(date(2024, 2, 12), 10, 40), "1708", "SS139", who)
    facts(at(date(2024, 3, 4), 13, 0), "1708", who,
          GZH=dict(gezondheid="chronische pijn in de rug", belastbaarheid="8 uur per week", ontheffingMed=True, verzuimreden="behandeling"))
    notify(at(date(2024, 3, 20), 15, 0), "1708", "SS131", who)
    notify(at(date(2024, 4, 9), 9, 20), "1708", "SS102", who)
    facts(at(date(2024, 4, 15), 8, 20), "1708", who, AAN=aanbod(TAALPUNT, date(2024, 4, 15), date(2027, 4, 9), "A"))
    assign("1708", bsn, "taalpunt-1708", "leerroute", date(2024, 4, 15), date(2024, 10, 1))
    facts(at(date(2024, 10, 1), 8, 10), "0171", both, IDN=idn, CPS=regievoerder("Lotte Prins"),
          CON=dict(con, adres="Havenweg 3, 0017 EK Zuiderpolder"), PIP=participation_goals())
    story(at(date(2024, 10, 1), 8, 30), "0171", "opdracht", bsn=bsn, client="werkcorporatie-0171", taak="participatie", van="2024-10-01", tot=None)
    notify(at(date(2024, 10, 1), 10, 0), "0171", "SS121", who)


def somebody(g, index, asiel, vnr, opdracht):
    """A dossier between 2022 and now. Whoever has an opdracht lives in the gemeente and has a PIP."""
    taal, vaak_tolk, vrouwen, mannen, families = R.choice(ASIEL if asiel else GEZIN)
    vrouw = R.random() < 0.5
    naam = f"{R.choice((vrouwen if vrouw else mannen).split())} {R.choice(families.split('|'))}"
    begin = workday(date(2022, 1, 10) + timedelta(days=int((R.random() ** 0.75) * (730 if opdracht else 1020))))
    kennisgeving = min(workday(begin + timedelta(days=R.randrange(5, 21))), NU - timedelta(days=2))
    gevestigd = workday(begin + timedelta(days=R.randrange(20, 150 if opdracht else 320))) if asiel else begin
    klok = max(kennisgeving, gevestigd)
    in_azc = begin + timedelta(days=320) > NU and klok >= NU - timedelta(days=1)
    dagtekening = workday(klok + timedelta(days=R.randrange(28, 68) if R.random() < 0.92 else R.randrange(72, 105)))
    if in_azc or dagtekening > NU - timedelta(days=4):
        dagtekening = None
    return dict(gemeente=g, index=index, bsn=new_bsn(), vNummer=vnr, asiel=asiel, naam=naam, geslacht="vrouw" if vrouw else "man", taal=taal,
                tolk=bool(vaak_tolk) and R.random() < 0.7, begin=begin, kennisgeving=kennisgeving, klok=klok, in_azc=in_azc,
                gevestigd=None if in_azc or gevestigd > NU else gevestigd, dagtekening=dagtekening, opdracht=opdracht, route=None)


def deal_routes(persons):
    """60 % B1-route, 25 % onderwijsroute, 15 % zelfredzaamheidsroute of all PIPs; Taalpunt gives no onderwijsroute."""
    holders = [p for p in persons if p["dagtekening"]]
    onderwijs = R.sample([p for p in holders if p["opdracht"] != "leerroute"], round(len(holders) * 0.25))
    for p in onderwijs:
        p["route"] = "O"
    rest = [p for p in holders if not p["route"]]
    for p in R.sample(rest, round(len(holders) * 0.15)):
        p["route"] = "Z"
    for p in rest:
        p["route"] = p["route"] or "B"


def born(p):
    low, high = {"O": (18, 28), "Z": (32, 62)}.get(p["route"], (20, 52))
    return date(p["begin"].year - R.randrange(low, high), R.randrange(1, 13), R.randrange(1, 29))


def plan(p):
    if p["route"] == "B":
        uren = R.randrange(450, 1000, 10) if p["asiel"] and R.random() < 0.8 else None
        return clean(leerroute="B", niveau="B1", geschatteIntensiteitB1Route=uren, indicatorAlfabetiseringsonderwijs="AA" if R.random() < 0.1 else "NVT")
    if p["route"] == "O":
        return clean(leerroute="O", niveau="B1", indicatorMagOpleidingAfmaken=True if R.random() < 0.1 else None, indicatorAlfabetiseringsonderwijs="NVT")
    return dict(leerroute="Z", indicatorAlfabetiseringsonderwijs=R.choice(["A", "AA", "NVT"]))


def toets(p):
    if not p["dagtekening"] or R.random() < 0.12:
        return None
    afname = workday(p["dagtekening"] - timedelta(days=R.randrange(12, 26)))
    haalbaar = p["route"] != "Z"
    punten = R.randrange(5000, 9600, 25) if haalbaar else R.randrange(1200, 4975, 25)
    return afname, f"{punten // 100},{punten % 100:02d}", "B1-route haalbaar" if haalbaar else "B1-route niet haalbaar"


def exams(p):
    if not p["dagtekening"] or p["route"] == "Z" or p["dagtekening"] > date(2024, 2, 1) or R.random() < 0.5:
        return []
    result = []
    for onderdeel in R.sample(ONDERDELEN, R.randrange(1, 5)):
        first = p["dagtekening"] + timedelta(days=180)
        dag = workday(first + timedelta(days=R.randrange(max(1, (date(2024, 11, 1) - first).days))))
        uitslag = R.choices(["Geslaagd", "Gezakt", "Geen"], [75, 20, 5])[0]
        result.append(dict(examendatum=dag, resultaat=uitslag, redenGeenResultaat=R.choice(["Absent", "Afgemeld"]) if uitslag == "Geen" else None,
                           onderdeel=onderdeel, niveau=None if onderdeel == "KNM" else "B1"))
    return sorted(result, key=lambda e: e["examendatum"])


def live(p):
    """One person's record at DUO and events in the story."""
    g, bsn, vnr, who = p["gemeente"], p["bsn"], p["vNummer"], dict(bsn=p["bsn"])
    lbt, examens, plicht = toets(p), exams(p), plan(p) if p["dagtekening"] else None
    verlengd = R.choice("1234") if p["dagtekening"] and p["dagtekening"].year == 2022 and R.random() < 0.12 else None
    detail = R.choices(["Asielstatushouder", "Gezinshereniger met Asielstatushouder"], [85, 15])[0] if p["asiel"] else \
        R.choices(["Gezinsvormer", "Gezinshereniger", "Overig", "Geestelijk bedienaar"], [60, 30, 8, 2])[0]
    know(bsn, vnr, g, p["begin"], p["kennisgeving"], p["asiel"], detail, p["dagtekening"], None, plicht, verlengd, lbt, examens,
         p["gevestigd"], **rarer(p))
    seen = p["kennisgeving"] if p["in_azc"] else p["klok"]
    first = at(seen, 8) if seen >= AANSLUITING else at(AANSLUITING + timedelta(days=p["index"] % 2))
    facts(first, g, dict(bsn=bsn, vNummer=vnr),
          IDN=dict(bsn=bsn, vNummer=vnr, naam=p["naam"], geboortedatum=born(p).isoformat(), geslacht=p["geslacht"]),
          CON=contact(p["naam"], g, p["taal"], p["tolk"], not p["in_azc"]), CPS=regievoerder(R.choice(GEMEENTEN[g]["regie"])))
    notify(at(seen, R.randrange(9, 16)), g, "SS101" if p["in_azc"] else "SS139", who)
    if lbt:
        notify(at(lbt[0], 16), g, "SS131", who)
    if p["dagtekening"]:
        notify(at(p["dagtekening"] + timedelta(days=1)), g, "SS102", who)
    if examens:
        notify(at(examens[-1]["examendatum"] + timedelta(days=8)), g, "SS199", who)
    if p["opdracht"]:
        van = workday(p["dagtekening"] + timedelta(days=7))
        needed = dict(AAN=aanbod(TAALPUNT, van, years(p["dagtekening"], 3), plicht["indicatorAlfabetiseringsonderwijs"])) \
            if p["opdracht"] == "leerroute" else dict(INT=intake(p["taal"]), PIP=participation_goals())
        facts(datetime.combine(max(van, AANSLUITING + timedelta(days=14)), time(8, 5)), g, who, **needed)
        assign(g, bsn, {"leerroute": "taalpunt", "participatie": {"0171": "werkcorporatie", "0106": "werkkom"}.get(g)}[p["opdracht"]] + "-" + g,
               p["opdracht"], van)
    if p["asiel"] and p["dagtekening"] and p["index"] % 12 == 0:
        background(p, datetime.combine(max(p["klok"] + timedelta(days=20), AANSLUITING + timedelta(days=10)), time(11)))


def intake(taal):
    return dict(opleiding=R.choice(["basisschool", "middelbare school", "beroepsopleiding", "universiteit, niet afgemaakt"]),
                werk=R.choice(["winkel", "bouw", "landbouw", "zorg", "naaiatelier"]), taal=taal,
                zelfredzaamheid=R.choice(["hulp nodig bij brieven", "regelt het meeste zelf"]),
                wensen=R.choice(["werk in de techniek", "werk in de zorg", "eigen winkel", "eerst de taal"]))


def participation_goals():
    return dict(doelenParticipatie=R.sample(["kennismaken bij een werkgever", "vrijwilligerswerk in de buurt", "stage van drie maanden",
                                             "cv maken", "fietsen naar het werk"], 2))


def background(p, moment):
    """What the brede intake and the other desks of the gemeente hold: most of it reaches no partner."""
    kinderen = R.randrange(0, 4)
    facts(min(moment, datetime.combine(NU - timedelta(days=1), time(11))), p["gemeente"], dict(bsn=p["bsn"]),
          GEZ=dict(gezinssamenstelling="gezin met kinderen" if kinderen else "alleenstaand", huishoudgrootte=1 + kinderen + bool(kinderen),
                   kinderen=kinderen, vveAfspraak=kinderen > 0),
          INT=intake(p["taal"]),
          GZH=dict(gezondheid=R.choice(["hoge bloeddruk", "knieklachten", "onder behandeling bij een psycholoog"]),
                   belastbaarheid=f"{R.randrange(8, 36, 4)} uur per week", ontheffingMed=False, verzuimreden="ziekenhuisbezoek"),
          FIN=dict(status=R.choice(["bijstand", "bijstand; vaste lasten ontzorgd", "geen bijstand"])))


def population():
    persons, vnr = [], 2900001001
    for g, gemeente in GEMEENTEN.items():
        named = {"1708": (2, 1), "0171": (1, 0), "0106": (0, 0)}[g]
        asiel = round(gemeente["aantal"] * 0.61) - named[0]
        flags = [True] * asiel + [False] * (gemeente["aantal"] - asiel - sum(named))
        R.shuffle(flags)
        nth_asiel = 0
        for index, is_asiel in enumerate(flags, 1):
            nth_asiel += is_asiel
            opdracht = "leerroute" if is_asiel and nth_asiel % 3 == 0 and g != "0106" else None
            if not opdracht and g != "1708" and index % 3 == 0:
                opdracht = "participatie"
            persons.append(somebody(g, index, is_asiel, str(vnr), opdracht))
            vnr += 8
    return persons


def record_plans():
    """The gemeente is the source of the PIP: its own system records what DUO was told, once the dossier is there."""
    first = {}
    for _, _, event in events:
        if event.get("bsn"):
            key = (event["gemeente"], event["bsn"])
            first[key] = min(first.get(key, event["tijdstip"]), event["tijdstip"])
    for person in duo:
        if "pip" not in person:
            continue
        code, pip = person["pip"]["gemeentecode"], dict(person["pip"]["pip"])
        dagtekening = date.fromisoformat(pip.pop("dagtekeningPip"))
        known = first.get((code, person["bsn"]))
        if known:
            moment = max(at(dagtekening, 15, 30), datetime.fromisoformat(known).replace(tzinfo=None) + timedelta(minutes=20))
            facts(moment, code, dict(bsn=person["bsn"]), PIP=dict(dagtekening=dagtekening.isoformat(), gemeentecode=code, **pip))


def months():
    """Whom Taalpunt teaches in 1708, by the day on which each began; who moved away is not there any more."""
    return sorted((date.fromisoformat(e["van"]), e["bsn"]) for _, _, e in events
                  if e["soort"] == "opdracht" and e["client"] == "taalpunt-1708" and not e["tot"])


def hours(dice, bsn, periode, **more):
    gepland = dice.choice([24, 32, 40, 48])
    met, zonder = dice.randrange(0, 4), dice.randrange(0, 3)
    uren = [gepland, gepland - met - zonder, met, zonder]
    return dict(bsn=bsn, periode=periode, uren=[str(u) for u in uren], **more)


def taalpunt():
    """The school sends its month as a file on the 13th. In that of November three rows are not taken; one of them could be by now."""
    dice, wie = random.Random(61), months()
    story(datetime(2024, 9, 2, 9, 0), "1708", "verwacht", client="taalpunt-1708")
    for dag, periode in [(date(2024, 9, 13), "2024-08"), (date(2024, 10, 13), "2024-09")]:
        er = [bsn for van, bsn in wie if van.isoformat()[:7] <= periode]
        story(datetime.combine(dag, time(16, 5)), "1708", "bestand", client="taalpunt-1708", rijen=[hours(dice, bsn, periode) for bsn in er])
    er = [bsn for van, bsn in wie if van.isoformat()[:7] <= "2024-10"]
    laat, anders, dubbel = er[10], er[20], er[30]
    rijen = [hours(dice, bsn, "2024-10") for bsn in er if bsn not in (laat, anders)]
    rijen.append(hours(dice, laat, "2024-10", opReferentie=True))
    rijen.append(dict(bsn=anders, periode="2024-09", uren=["0", "-6", "6", "0"], correctie=True))
    rijen.append(dict(bsn=dubbel, periode="2024-09", uren=["52", "50", "1", "1"]))
    story(datetime(2024, 11, 13, 16, 5), "1708", "bestand", client="taalpunt-1708", rijen=rijen)
    # his first year ended with October; that it goes on was only put down the day after the file came
    for _, _, event in events:
        if event["soort"] == "opdracht" and event["bsn"] == laat:
            event["tot"] = "2024-11-01"
    story(datetime(2024, 11, 14, 9, 30), "1708", "opdracht", bsn=laat, client="taalpunt-1708", taak="leerroute", van="2024-11-01", tot=None)


def coa(everyone):
    """On Mondays COA sends what changed of those who are, or just were, in the azc: usually nine. On 11 November nothing comes."""
    dice = random.Random(9)
    wie = [p for p in everyone if p["gemeente"] == "1708" and p["asiel"] and not p["dagtekening"] and (p["kennisgeving"] if p["in_azc"] else p["klok"]) < date(2024, 10, 8)]
    wie = sorted(wie, key=lambda p: not p["in_azc"])[:10]
    story(datetime(2024, 10, 8, 9, 0), "1708", "verwacht", client="coa")
    for week, aantal in enumerate([9, 8, 9, 10]):
        begin = datetime(2024, 10, 14, 14, 20) + timedelta(days=7 * week)
        for nummer, p in enumerate(wie[:aantal]):
            story(begin + timedelta(seconds=20 * nummer), "1708", "bericht", client="coa", type="klantprofiel-gewijzigd" if week else "klantprofiel-beschikbaar",
                  data=dict(gemeentecode="1708", vNummer=p["vNummer"], klantprofiel=dict(digidAangevraagd=week > 1, cvGemaakt=dice.random() < 0.3),
                            voorinburgering=dict(instemmingDeelname=True)))


def line(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write(name, head, rows, tail):
    (MAP / name).write_text(head + ",\n".join(map(line, rows)) + tail, encoding="utf-8")


hasan()
pablo()
amal()
everyone = population()
deal_routes(everyone)
for person in everyone:
    live(person)
record_plans()
taalpunt()
coa(everyone)
events.sort(key=lambda e: e[:2])
head = dict(oin=DUO_OIN, gemeenten={g["oin"]: code for code, g in GEMEENTEN.items()},
            verlengingsgronden=[dict(code=c, omschrijving=o) for c, o in VERLENGINGSGRONDEN], instellingen=INSTELLINGEN)
write("duo.json", line(head)[:-1] + ',\n"personen":[\n', duo, "\n]}\n")
write("verhaal.json", "[\n", (event for _, _, event in events), "\n]\n")
