#!/usr/bin/env python3
"""Second verifier of the Verwerkingslog: an export (docs/logexport.md) and the folder of exported seals, nothing of the gateway itself.

    python3 controleer_log.py EXPORT [--ankers MAP] [--versheid MINUTEN]

Exit 0: the log is whole; 1: it is not, and the first bad line of each stream is named; 2: it could not be checked.
Python 3.11 or newer, standard library only.
"""

import base64
import binascii
import hashlib
import json
import pathlib
import re
import sys
import time

HASH_LENGTH = 32
BEGIN = bytes(HASH_LENGTH)
MOST_DELETED = 8
PROGRESS_EVERY = 100_000

RANG = {"begin": 0, "sleutel": 1, "kop": 2, "zegel": 3, "wislijn": 4, "afsluiting": 5, "herstel": 6, "regel": 7, "einde": 8}
VORM = {
    "begin": {"vorm": int},
    "sleutel": {"kid": str, "spki": str},
    "kop": {"gemeentecode": str, "slot": int, "seq": int, "hash": bytes},
    "zegel": {"nummer": int, "tijd": int, "vorigHash": bytes, "hash": bytes, "kid": str, "handtekening": bytes, "inhoud": str},
    "wislijn": {"gemeentecode": str, "nummer": int, "hash": bytes, "inhoud": str},
    "afsluiting": {"maand": str, "hash": bytes, "kid": str, "handtekening": bytes, "inhoud": str},
    "herstel": {"nummer": int, "hash": bytes, "kid": str, "handtekening": bytes, "inhoud": str},
    "einde": {},
}

REGEL_BEGIN = b'{"soort":"regel","gemeentecode":"'
REGEL = re.compile(
    rb'\{"soort":"regel","gemeentecode":"([0-9]{4})","slot":([0-9]{1,2}),"seq":(-?[0-9]{1,19}),"registratie":(-?[0-9]{1,19}),"hash":"([0-9a-f]{64})"'
    rb'(?:,"zout":"([0-9a-f]+)")?(?:,"persoonDigest":"([0-9a-f]+)")?(,"onleesbaar":true)?,"persoon":(\{.*?\}),"velden":(\{.*\})\}',
    re.DOTALL)
BERICHT_IN_VELDEN = re.compile(rb'"berichtId":"((?:wislijn|afsluiting|herstel):[0-9a-f]{64})"')
NAAM = re.compile(r"[0-9A-Za-z\-_.:]{1,64}")


class Onbruikbaar(Exception):
    """The input cannot be checked; the text says why, with the number of the line."""


# ---------------------------------------------------------------------------------------------------------------------- hashes

def sha256(data):
    return hashlib.sha256(data).digest()


class Regel:
    """A line of the log."""

    __slots__ = ("gemeente", "slot", "seq", "registratie", "hash", "zout", "digest", "leesbaar", "persoon", "velden", "koptekst")

    def __init__(self, groups, koptekst):
        gemeente, slot, seq, registratie, hash_, zout, digest, onleesbaar, self.persoon, self.velden = groups
        self.gemeente, self.slot, self.seq, self.registratie = gemeente, int(slot), int(seq), int(registratie)
        self.hash = binascii.unhexlify(hash_)
        self.zout = None if zout is None else binascii.unhexlify(zout)
        self.digest = None if digest is None else binascii.unhexlify(digest)
        self.leesbaar = onleesbaar is None
        self.koptekst = koptekst

    def hash_at(self, seq, vorige):
        """The hash this line should have at a place, behind a line with hash vorige."""
        persoon = self.digest or b"" if self.zout is None else hashlib.sha256(self.zout + self.persoon).digest()
        velden = self.velden
        digest = hashlib.sha256(b"".join((
            self.koptekst, seq.to_bytes(8, "big", signed=True), b"\0\0\0\x08", self.registratie.to_bytes(8, "big", signed=True),
            len(velden).to_bytes(4, "big"), velden, len(persoon).to_bytes(4, "big"), persoon))).digest()
        return hashlib.sha256(vorige + digest).digest()

    def fits_at(self, seq, vorige):
        return self.hash_at(seq, vorige) == self.hash

    def is_good(self, vorige):
        """Whether the line stands as it was written, or erased as it should be."""
        if self.zout is None:
            heel = self.digest is not None and (self.persoon == b"{}" or self.persoon.startswith(b'{"type":'))
        else:
            heel = self.digest is None
        return heel and self.leesbaar and self.hash_at(self.seq, vorige) == self.hash


def koptekst(gemeente, slot):
    """What stands in front of the seq in the digest of every line of a stream, the length of the seq included."""
    stroom = gemeente + b"/" + str(slot).encode()
    return len(stroom).to_bytes(4, "big") + stroom + len(gemeente).to_bytes(4, "big") + gemeente + b"\0\0\0\x08"


# ------------------------------------------------------------------------------------------------------ signatures: ECDSA P-256

P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
     0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)
SPKI_P256 = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200" "04")


def double(x, y, z):
    """Jacobian coordinates; a = -3."""
    if not y:
        return 0, 1, 0
    zz = z * z % P
    m = 3 * (x - zz) * (x + zz) % P
    yy = y * y % P
    s = 4 * x * yy % P
    nx = (m * m - 2 * s) % P
    return nx, (m * (s - nx) - 8 * yy * yy) % P, 2 * y * z % P


def add(x, y, z, ax, ay):
    """A Jacobian point plus an affine one."""
    if not z:
        return ax, ay, 1
    zz = z * z % P
    h = (ax * zz - x) % P
    r = (ay * zz * z - y) % P
    if not h:
        return double(x, y, z) if not r else (0, 1, 0)
    hh = h * h % P
    hhh = h * hh % P
    v = x * hh % P
    nx = (r * r - hhh - 2 * v) % P
    return nx, (r * (v - nx) - y * hhh) % P, z * h % P


def affine(point):
    x, y, z = point
    inverse = pow(z, -1, P)
    return x * inverse * inverse % P, y * inverse * inverse * inverse % P


class Punt:
    """A point that is multiplied often: 16 multiples of each of its 64 powers of 16, made when first needed."""

    def __init__(self, punt):
        self.punt, self.tabel = punt, None

    def add_times(self, factor, sum_):
        if self.tabel is None:
            self.tabel = self.maak()
        for i in range(64):
            cijfer = factor >> (4 * i) & 15
            if cijfer:
                sum_ = add(*sum_, *self.tabel[i][cijfer])
        return sum_

    def maak(self):
        tabel, basis = [], self.punt
        for _ in range(64):
            rij = [None, basis]
            veelvoud = (*basis, 1)
            for _ in range(14):
                veelvoud = add(*veelvoud, *basis)
                rij.append(affine(veelvoud))
            tabel.append(rij)
            basis = affine(add(*veelvoud, *basis))
        return tabel


class Sleutel:
    """A public key of seals."""

    basis = Punt(G)

    def __init__(self, spki):
        if len(spki) != len(SPKI_P256) + 64 or not spki.startswith(SPKI_P256):
            raise ValueError("not a P-256 key")
        x, y = int.from_bytes(spki[-64:-32], "big"), int.from_bytes(spki[-32:], "big")
        if x >= P or y >= P or (y * y - x * x * x + 3 * x - B) % P:
            raise ValueError("not a point of the curve")
        self.punt = Punt((x, y))
        self.vingerafdruk = hashlib.sha256(spki).hexdigest()

    def klopt(self, data, handtekening):
        if len(handtekening) != 64:
            return False
        r, s = int.from_bytes(handtekening[:32], "big"), int.from_bytes(handtekening[32:], "big")
        if not (0 < r < N and 0 < s < N):
            return False
        w = pow(s, -1, N)
        e = int.from_bytes(sha256(data), "big")
        x, _, z = self.punt.add_times(r * w % N, Sleutel.basis.add_times(e * w % N, (0, 1, 0)))
        zz = z * z % P
        return bool(z) and (x == r * zz % P or (r + N < P and x == (r + N) * zz % P))


# ---------------------------------------------------------------------------------------------------------------- the export file

class Bestand:
    """The export, line by line, in the order it must have."""

    def __init__(self, path):
        try:
            self.file = open(path, "rb", buffering=1 << 20)
        except OSError as fout:
            raise Onbruikbaar(f"Het bestand is niet te openen ({fout.strerror}).") from fout
        self.nummer, self.rang, self.wacht = 0, -1, None

    def onleesbaar(self):
        return Onbruikbaar(f"Regel {self.nummer} van het bestand is niet leesbaar.")

    def misplaatst(self):
        return Onbruikbaar(f"Regel {self.nummer} van het bestand staat niet op zijn plaats.")

    def volgende(self):
        """The next line without its end; None at the end of the file."""
        tekst = self.file.readline()
        if not tekst:
            return None
        self.nummer += 1
        if tekst[-1] != 10:
            raise Onbruikbaar(f"Regel {self.nummer} van het bestand is afgebroken.")
        return tekst[:-1]

    def orde(self, rang):
        if rang < self.rang or (rang == 0) != (self.rang == -1):
            raise self.misplaatst()
        self.rang = rang

    def ontleed(self, tekst):
        try:
            waarde = json.loads(tekst, object_pairs_hook=uniek)
            soort = waarde.pop("soort")
            velden = VORM[soort]
            if waarde.keys() != velden.keys():
                raise ValueError
            for naam, type_ in velden.items():
                waarde[naam] = hexadecimaal(waarde[naam]) if type_ is bytes else getypeerd(waarde[naam], type_)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise self.onleesbaar() from None
        if soort == "begin" and waarde["vorm"] != 1:
            raise self.onleesbaar()
        self.orde(RANG[soort])
        return soort, waarde

    def voorwerk(self):
        """What stands before the lines of the log."""
        while (tekst := self.volgende()) is not None and not tekst.startswith(REGEL_BEGIN):
            soort, waarde = self.ontleed(tekst)
            if soort == "einde":
                break
            yield soort, waarde
        self.wacht = tekst

    def regels(self):
        """The lines of the log."""
        tekst, match = self.wacht, REGEL.fullmatch
        gemeente, slot, begin = b"", 0, b""
        if tekst is not None and tekst.startswith(REGEL_BEGIN):
            self.orde(RANG["regel"])
        while tekst is not None and tekst.startswith(REGEL_BEGIN):
            gevonden = match(tekst)
            if gevonden is None:
                raise self.onleesbaar()
            groepen = gevonden.groups()
            if groepen[0] != gemeente or int(groepen[1]) != slot or not begin:
                if (groepen[0], int(groepen[1])) < (gemeente, slot):
                    raise self.misplaatst()
                gemeente, slot = groepen[0], int(groepen[1])
                begin = koptekst(gemeente, slot)
            try:
                yield Regel(groepen, begin)
            except binascii.Error:
                raise self.onleesbaar() from None
            tekst = self.volgende()
        if tekst is None:
            raise Onbruikbaar(f"Het bestand houdt op na regel {self.nummer}: de slotregel ontbreekt.")
        self.ontleed(tekst)
        if self.volgende() is not None:
            raise self.misplaatst()


def uniek(paren):
    waarde = dict(paren)
    if len(waarde) != len(paren):
        raise ValueError("a name stands there twice")
    return waarde


def hexadecimaal(waarde):
    if not isinstance(waarde, str) or waarde != waarde.lower() or not waarde.isascii() or " " in waarde:
        raise ValueError("not hex")
    return bytes.fromhex(waarde)


def getypeerd(waarde, type_):
    if type(waarde) is not type_:
        raise ValueError("another type")
    return waarde


def canoniek(waarde):
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


# ----------------------------------------------------------------------------------------------------------------------- findings

class Verslag:
    """A first fault."""

    def __init__(self, soort, plaats, uitleg):
        self.soort, self.plaats, self.uitleg = soort, plaats, uitleg

    def zin(self, stroom):
        return f"Stroom {stroom}, regel {self.plaats}: {self.soort}. {self.uitleg}"


# -------------------------------------------------------------------------------------------------------------------------- seals

class Zegel:
    """A signed checkpoint: of the export, or of a file in the folder of anchors."""

    def __init__(self, nummer, inhoud, hash_, kid, handtekening, tijd=None, vorig_hash=None):
        self.nummer, self.inhoud, self.hash, self.kid, self.handtekening = nummer, inhoud, hash_, kid, handtekening
        self.gelezen = lees_zegel(inhoud)
        self.tijd = self.gelezen["tijd"] if tijd is None and self.gelezen else tijd
        self.vorig_hash = vorig_hash


def lees_zegel(inhoud):
    """The content of a seal, or None when it does not have the form to the byte."""
    try:
        waarde = json.loads(inhoud)
        if canoniek(waarde) != inhoud or waarde.keys() != {"koppen", "nummer", "tijd", "vorige"}:
            return None
        koppen = {}
        for gemeente, slot, seq, hash_ in waarde["koppen"]:
            koppen[f"{getypeerd(gemeente, str)}/{getypeerd(slot, int)}"] = (getypeerd(seq, int), hexadecimaal(hash_))
        return {"koppen": koppen, "nummer": getypeerd(waarde["nummer"], int), "tijd": getypeerd(waarde["tijd"], int), "vorige": hexadecimaal(waarde["vorige"])}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def lees_ankers(map_):
    """All files in order of number; one that cannot be read gives None."""
    ankers = []
    for path in pathlib.Path(map_).glob("zegel-*.json"):
        cijfers = path.stem[len("zegel-"):]
        nummer = int(cijfers) if cijfers.isdecimal() else 0
        try:
            waarde = json.loads(path.read_text("utf-8"))
            zegel = Zegel(waarde["Nummer"], waarde["Inhoud"], bytes.fromhex(waarde["Hash"]), waarde["Kid"], bytes.fromhex(waarde["Handtekening"]))
            ankers.append((nummer, zegel if zegel.gelezen else None))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            ankers.append((nummer, None))
    return sorted(ankers, key=lambda anker: anker[0])


class ZegelControle:
    """The row of seals: numbers, times, chain, signature, and the exported copy of each."""

    def __init__(self, sleutels, ankers):
        self.sleutels, self.ankers, self.at = sleutels, ankers, 0
        self.bevinding, self.geen_bewijs, self.verloren = None, set(), {}
        self.vorige, self.vorige_hash, self.nummer, self.laatste, self.aantal = None, BEGIN, 0, None, 0
        self.gezien = {}

    def add(self, zegel):
        self.aantal += 1
        self.ankers_voor(zegel.nummer)
        if zegel.nummer != self.nummer + 1:
            self.meld("ontbreekt", self.nummer + 1, "Het zegel is er niet meer.")
            self.vorige, self.vorige_hash = None, zegel.vorig_hash
        if (uitleg := self.fout(zegel)) is not None:
            self.meld("ongeldig", zegel.nummer, uitleg)
            self.geen_bewijs.add(zegel.nummer)
        self.vergelijk(zegel)
        self.nummer, self.laatste, self.vorige, self.vorige_hash = zegel.nummer, zegel, zegel.gelezen, zegel.hash

    def klaar(self, oudste):
        self.ankers_voor(None)
        if oudste is not None and (self.laatste is None or self.laatste.tijd < oudste):
            self.meld("ontbreekt", self.nummer + 1, "Het laatste zegel is te oud.")

    def fout(self, zegel):
        inhoud = zegel.gelezen
        if inhoud is None:
            return "De inhoud heeft niet de vorm van een zegel."
        if inhoud["nummer"] != zegel.nummer or inhoud["tijd"] != zegel.tijd or inhoud["vorige"] != zegel.vorig_hash:
            return "De kolommen zeggen iets anders dan de inhoud."
        if not self.ondertekend(zegel):
            return "De handtekening hoort niet bij de inhoud."
        if inhoud["vorige"] != self.vorige_hash:
            return "Het zegel sluit niet aan op het vorige."
        if self.vorige is None:
            return None
        if inhoud["tijd"] < self.vorige["tijd"]:
            return "Het zegel is ouder dan het vorige."
        nu = inhoud["koppen"]
        if any(stroom not in nu or nu[stroom][0] < seq for stroom, (seq, _) in self.vorige["koppen"].items()):
            return "Een stroom staat verder terug dan in het vorige zegel."
        return None

    def ondertekend(self, zegel):
        """A copy in the folder of anchors is not verified a second time."""
        wat = (zegel.inhoud, zegel.hash, zegel.kid, zegel.handtekening)
        if wat not in self.gezien:
            sleutel = self.sleutels.get(zegel.kid)
            self.gezien = {wat: zegel.hash == sha256(zegel.inhoud.encode()) and sleutel is not None and sleutel.klopt(zegel.hash, zegel.handtekening)}
        return self.gezien[wat]

    def ankers_voor(self, grens):
        while self.at < len(self.ankers) and (grens is None or self.ankers[self.at][0] < grens):
            nummer, anker = self.ankers[self.at]
            self.meld("ontbreekt", nummer, "Het zegel is uitgevoerd, maar staat niet meer in het log.")
            self.bewaar(anker)
            self.at += 1

    def vergelijk(self, zegel):
        if self.at >= len(self.ankers):
            return
        nummer, anker = self.ankers[self.at]
        if nummer > zegel.nummer:
            self.meld("ontbreekt", zegel.nummer, "Het uitgevoerde exemplaar van het zegel ontbreekt.")
            return
        if anker is None or anker.inhoud != zegel.inhoud or anker.handtekening != zegel.handtekening:
            self.meld("ongeldig", zegel.nummer, "Het zegel is anders dan het uitgevoerde exemplaar.")
            self.geen_bewijs.add(zegel.nummer)
            self.bewaar(anker)
        self.at += 1

    def bewaar(self, anker):
        if anker is not None and self.ondertekend(anker):
            self.verloren.update(anker.gelezen["koppen"])

    def meld(self, soort, plaats, uitleg):
        if self.bevinding is None:
            self.bevinding = f"Zegel {plaats}: {soort}. {uitleg}"


# ----------------------------------------------------------------------------------------------------------------------- erasures

class Bewijs:
    """A wislijn, afsluiting or herstel that is what it should be; it counts when a good line of that gemeente names it."""

    __slots__ = ("gemeente", "soort", "nummer", "in_log")

    def __init__(self, gemeente, soort, nummer):
        self.gemeente, self.soort, self.nummer, self.in_log = gemeente, soort, nummer, False


class Bewijzen:
    """Which wislijnen, afsluitingen and herstellen a good line of the log names."""

    def __init__(self):
        self.verwacht = {}

    def verwacht_in(self, gemeente, soort, hash_, nummer):
        bewijs = self.verwacht[gemeente, f"{soort}:{hash_.hex()}"] = Bewijs(gemeente, soort, nummer)
        return bewijs

    def getuigt(self, regel):
        """A line that fits in its chain."""
        # inside a canonical text every quote has a backslash before it, so what is found is the member itself
        gevonden = BERICHT_IN_VELDEN.search(regel.velden)
        if gevonden:
            self.bevestig(regel.gemeente.decode(), gevonden[1].decode())

    def bevestig(self, gemeente, bericht):
        bewijs = self.verwacht.get((gemeente, bericht))
        if bewijs is not None:
            bewijs.in_log = True


class Wiscontrole:
    """The wislijnen and the lines they name."""

    def __init__(self, bewijzen):
        self.bewijzen, self.regels, self.fout = bewijzen, {}, None

    def add(self, gemeente, nummer, hash_, inhoud):
        wislijn = lees_wislijn(inhoud)
        if wislijn is None:
            self.meld(gemeente, nummer, "De inhoud heeft niet de vorm van een wislijn.")
        elif wislijn["gemeente"] != gemeente or hash_ != sha256(inhoud.encode()):
            self.meld(gemeente, nummer, "De kolommen zeggen iets anders dan de inhoud.")
        else:
            bewijs = self.bewijzen.verwacht_in(gemeente, "wislijn", hash_, nummer)
            for slot, seq, digest in wislijn["regels"]:
                self.regels.setdefault((gemeente.encode(), slot, seq), (bewijs, bytes.fromhex(digest)))

    def van(self, regel):
        """The wislijn that names this line; None when none does, or with another digest than the erased line has."""
        bewijs, digest = self.regels.get((regel.gemeente, regel.slot, regel.seq), (None, None))
        return bewijs if regel.zout is not None or digest == regel.digest else None

    def klaar(self):
        for bewijs in self.bewijzen.verwacht.values():
            if not bewijs.in_log and bewijs.soort == "wislijn":
                self.meld(bewijs.gemeente, bewijs.nummer, "Geen regel van het log noemt deze wislijn.")
        return self.fout and f"Wislijn {self.fout[0]}/{self.fout[1]}: ongeldig. {self.fout[2]}"

    def meld(self, gemeente, nummer, uitleg):
        """Keeps the first by gemeente and number."""
        if self.fout is None or (gemeente, nummer) < self.fout[:2]:
            self.fout = (gemeente, nummer, uitleg)


def lees_wislijn(inhoud):
    """The content of a wislijn, or None when it does not have the form to the byte or breaks one of its rules."""
    try:
        waarde = json.loads(inhoud)
        namen = {naam: waarde[naam] for naam in ("aanvrager", "beleid", "gemeente", "goedkeurder", "waarom") if naam in waarde}
        if canoniek(waarde) != inhoud or waarde.keys() != namen.keys() | {"regels", "tijd", "vorm"} or waarde["vorm"] != 1:
            return None
        if not all(NAAM.fullmatch(naam) for naam in namen.values()):
            return None
        door = (namen.keys() & {"aanvrager", "goedkeurder", "beleid"})
        if not {"gemeente", "waarom"} <= namen.keys() or door not in ({"beleid"}, {"aanvrager", "goedkeurder"}):
            return None
        if len(door) == 2 and namen["aanvrager"].lower() == namen["goedkeurder"].lower():
            return None
        getypeerd(waarde["tijd"], int)
        plaatsen = []
        for slot, seq, digest in waarde["regels"]:
            plaatsen.append((getypeerd(slot, int), getypeerd(seq, int)))
            if len(hexadecimaal(digest)) != HASH_LENGTH:
                return None
        return waarde if plaatsen and all(een < ander for een, ander in zip(plaatsen, plaatsen[1:])) else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


# ----------------------------------------------------------------------------------------------- dropped months, lost lines

class GeslotenReeksen:
    """Runs of lines that are gone and may be: dropped with their month, or lost when the database was put back. They are walked over from hash to hash."""

    def __init__(self):
        self.stromen = {}

    def add(self, bewijs, reeksen):
        for gemeente, slot, van, tot, voor, laatste in reeksen:
            self.stromen.setdefault(f"{gemeente}/{slot}", {}).setdefault(van, (tot, bytes.fromhex(voor), bytes.fromhex(laatste), bewijs))

    def van(self, stroom):
        """Those of a stream: first and last seq, hash before, hash of the last, and what vouches; the first at the end."""
        return sorted(((van, *rest) for van, rest in self.stromen.get(stroom, {}).items()), key=lambda reeks: reeks[0], reverse=True)


class Afsluitcontrole:
    """The months that were dropped."""

    def __init__(self, bewijzen, reeksen, sleutels):
        self.bewijzen, self.reeksen, self.sleutels, self.gesloten, self.fout = bewijzen, reeksen, sleutels, [], None

    def add(self, maand, hash_, kid, handtekening, inhoud):
        afsluiting, sleutel = lees_afsluiting(inhoud), self.sleutels.get(kid)
        if afsluiting is None:
            self.meld(maand[:7], "De inhoud heeft niet de vorm van een afsluiting.")
        elif afsluiting["maand"] + "-01" != maand or hash_ != sha256(inhoud.encode()):
            self.meld(maand[:7], "De kolommen zeggen iets anders dan de inhoud.")
        elif sleutel is None or not sleutel.klopt(hash_, handtekening):
            self.meld(maand[:7], "De handtekening hoort niet bij de inhoud.")
        else:
            bewijs = self.bewijzen.verwacht_in("0000", "afsluiting", hash_, maand[:7])
            self.gesloten.append((bewijs, afsluiting["bewijzen"]))
            self.reeksen.add(bewijs, afsluiting["reeksen"])

    def klaar(self):
        """After the last line. The lines that vouch for an old afsluiting may stand in a newer one."""
        for bewijs, genoemd in reversed(self.gesloten):
            if not bewijs.in_log:
                self.meld(bewijs.nummer, "Geen regel van het log noemt deze afsluiting.")
                continue
            for gemeente, bericht in genoemd:
                self.bewijzen.bevestig(gemeente, bericht)
        return self.fout and f"Afsluiting {self.fout[0]}: ongeldig. {self.fout[1]}"

    def meld(self, maand, uitleg):
        """Keeps the oldest month."""
        if self.fout is None or maand < self.fout[0]:
            self.fout = (maand, uitleg)


def lees_afsluiting(inhoud):
    """The content of an afsluiting, or None when it does not have the form to the byte or its runs are not in order."""
    try:
        waarde = json.loads(inhoud)
        if canoniek(waarde) != inhoud or waarde.keys() != {"bewijzen", "maand", "reeksen", "regels", "tijd", "vorm"} or waarde["vorm"] != 1:
            return None
        if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", waarde["maand"]):
            return None
        getypeerd(waarde["tijd"], int)
        regels = tel_reeksen(waarde["reeksen"])
        if any(len(paar) != 2 or type(paar[0]) is not str or type(paar[1]) is not str for paar in waarde["bewijzen"]):
            return None
        return waarde if regels > 0 and type(waarde["regels"]) is int and regels == waarde["regels"] else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def tel_reeksen(reeksen):
    """How many lines they hold. Raises ValueError when they do not have the form or are not in order."""
    vorige, regels = ("", 0, 0), 0
    for gemeente, slot, van, tot, voor, laatste in reeksen:
        plek = (getypeerd(gemeente, str), getypeerd(slot, int), getypeerd(van, int))
        if not (plek > vorige and 0 < van <= getypeerd(tot, int) and len(hexadecimaal(voor)) == len(hexadecimaal(laatste)) == HASH_LENGTH):
            raise ValueError
        vorige, regels = (gemeente, slot, tot), regels + tot - van + 1
    return regels


class Herstelcontrole:
    """When the database was put back: the lines it lost then are walked over, and every run says so."""

    def __init__(self, bewijzen, reeksen, sleutels):
        self.bewijzen, self.reeksen, self.sleutels, self.herstellen, self.nummer, self.fout = bewijzen, reeksen, sleutels, [], 0, None

    def add(self, nummer, hash_, kid, handtekening, inhoud):
        if nummer != self.nummer + 1:
            self.meld(self.nummer + 1, "Het herstel is er niet meer.")
        self.nummer = nummer
        herstel, sleutel = lees_herstel(inhoud), self.sleutels.get(kid)
        if herstel is None:
            self.meld(nummer, "De inhoud heeft niet de vorm van een herstel.")
        elif herstel["nummer"] != nummer or hash_ != sha256(inhoud.encode()):
            self.meld(nummer, "De kolommen zeggen iets anders dan de inhoud.")
        elif sleutel is None or not sleutel.klopt(hash_, handtekening):
            self.meld(nummer, "De handtekening hoort niet bij de inhoud.")
        else:
            bewijs = self.bewijzen.verwacht_in("0000", "herstel", hash_, nummer)
            self.herstellen.append((bewijs, herstel))
            self.reeksen.add(bewijs, herstel["reeksen"])

    def klaar(self):
        """After the last line, and after the afsluitingen: the line that vouches may stand in one of those."""
        for bewijs, _ in self.herstellen:
            if not bewijs.in_log:
                self.meld(bewijs.nummer, "Geen regel van het log noemt dit herstel.")
        return self.fout and f"Herstel {self.fout[0]}: ongeldig. {self.fout[1]}"

    def zinnen(self):
        """No fault, and never silent."""
        for bewijs, herstel in self.herstellen:
            if not bewijs.in_log:
                continue
            if not herstel["reeksen"]:
                yield f"Herstel {herstel['nummer']}: de database is teruggezet; verzegelde regels zijn niet verloren."
                continue
            stromen = ", ".join(f"{gemeente}/{slot} van {van} tot en met {tot}" for gemeente, slot, van, tot, _, _ in herstel["reeksen"])
            yield f"Herstel {herstel['nummer']}: de database is teruggezet; {getal(herstel['regels'])} verzegelde regels zijn verloren ({stromen})."

    def meld(self, nummer, uitleg):
        """Keeps the first."""
        if self.fout is None or nummer < self.fout[0]:
            self.fout = (nummer, uitleg)


def lees_herstel(inhoud):
    """The content of a herstel, or None when it does not have the form to the byte or its runs are not in order."""
    try:
        waarde = json.loads(inhoud)
        if canoniek(waarde) != inhoud or waarde.keys() != {"nummer", "reeksen", "regels", "tijd", "vorm", "zegel"} or waarde["vorm"] != 1:
            return None
        getypeerd(waarde["tijd"], int), getypeerd(waarde["nummer"], int), getypeerd(waarde["zegel"], int)
        return waarde if getypeerd(waarde["regels"], int) == tel_reeksen(waarde["reeksen"]) else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


# ------------------------------------------------------------------------------------------------------------------------ streams

class Stroom:
    """One stream, line by line. After a fault it goes on from the hash as stored, so that later lines can tell what happened."""

    def __init__(self, gemeente, slot, wissen, reeksen):
        self.gemeente, self.slot, self.wissen = gemeente, slot, wissen
        self.naam = f"{gemeente.decode()}/{slot}"
        self.gesloten = reeksen.van(self.naam)
        self.seq, self.laatste, self.voorlaatste, self.laatste_goed = 0, BEGIN, BEGIN, True
        self.verzegeld_tot, self.laatst_verzegeld = 0, 0
        self.bevinding, self.verdacht, self.genoemd = None, None, {}

    def add(self, regel):
        seq = regel.seq
        if seq <= self.seq:
            self.bezette_plaats(regel)
            return
        if seq > self.seq + 1:
            self.meld("verwijderd", self.seq + 1, "De regel is er niet meer." if self.seq + 2 == seq
                      else f"De regels {self.seq + 1} tot en met {seq - 1} zijn er niet meer.")
            self.neem(regel, regel.leesbaar)
            return
        goed = regel.is_good(self.laatste)
        if not goed:
            self.past_niet(regel)
        else:
            if self.wissen.bewijzen.verwacht or regel.zout is None:
                self.gewist(regel)
                self.wissen.bewijzen.getuigt(regel)
        self.voorlaatste, self.laatste, self.laatste_goed, self.seq = self.laatste, regel.hash, goed, seq

    def verzegeld(self, seq, hash_):
        """A head that a seal lists, in order of seq; the line with that seq is the last one added, or is not there."""
        if seq == self.seq and hash_ != self.laatste:
            self.meld("gewijzigd", seq, f"Een zegel noemt voor deze regel een andere hash; tussen regel {self.verzegeld_tot + 1} en {seq} is het log herschreven.")
        elif seq > self.seq:
            self.meld("afgekapt", self.seq + 1, f"Een zegel kent {seq} regels.")
        self.verzegeld_tot = seq

    def klaar(self, kop):
        if kop is None:
            self.meld("kop onjuist", self.seq, "De kop van deze stroom ontbreekt.")
        elif kop[0] > self.seq:
            self.meld("afgekapt", self.seq + 1, f"De kop van deze stroom staat op {kop[0]}.")
        elif kop[0] < self.seq:
            self.achter_de_kop(kop[0])
        elif kop[1] != self.laatste:
            self.meld("kop onjuist", self.seq, "De kop van deze stroom noemt een andere hash dan de laatste regel.")

    def loop_tot(self, seq):
        """Walks over lines that went with their month or were lost when the database was put back, below a line that comes next; None: below the end."""
        while self.gesloten and (seq is None or self.gesloten[-1][1] < seq) and self.gesloten[-1][0] <= self.seq + 1:
            van, tot, voor, laatste, bewijs = self.gesloten.pop()
            if van == self.seq + 1:
                if voor != self.laatste:
                    self.meld("gewijzigd", self.seq, "Het herstel erna sluit aan op een andere hash." if bewijs.soort == "herstel"
                              else "De maand erna is afgesloten op een andere hash.")
                self.genoemd.setdefault((bewijs, True), van)
                self.voorlaatste, self.laatste, self.laatste_goed, self.seq = laatste, laatste, True, tot

    def alles_weg(self):
        self.meld("afgekapt", 1, "Van deze stroom is geen regel meer over.")

    def oordeel(self):
        """After all streams: now it is known what stands in the log. A person is erased, or a line gone, by that or not at all."""
        for (bewijs, weg), seq in self.genoemd.items():
            if weg != bewijs.in_log and (self.bevinding is None or seq < self.bevinding.plaats):
                if bewijs.soort == "afsluiting":
                    self.bevinding = Verslag("verwijderd", seq, "De maand is verwijderd met een afsluiting die niet in het log staat.")
                elif bewijs.soort == "herstel":
                    self.bevinding = Verslag("verwijderd", seq, "De regels ontbreken door een herstel dat niet in het log staat.")
                else:
                    self.bevinding = Verslag("gewijzigd", seq, "De persoon is gewist met een wislijn die niet in het log staat." if weg
                                             else "Een wislijn zegt dat de persoon gewist is, maar hij staat er nog.")
        return self.bevinding and self.bevinding.zin(self.naam)

    def gewist(self, regel):
        bewijs = self.wissen.van(regel)
        if bewijs is not None:
            self.genoemd.setdefault((bewijs, regel.zout is None), regel.seq)
        elif regel.zout is None:
            self.meld("gewijzigd", regel.seq, "De persoon is gewist zonder wislijn.")

    def achter_de_kop(self, kop_seq):
        if self.verzegeld_tot > kop_seq:
            self.meld("kop onjuist", self.seq, f"De kop van deze stroom staat op {kop_seq}; een zegel kent {self.verzegeld_tot} regels.")
        elif self.bevinding is None or self.bevinding.plaats > kop_seq:
            self.bevinding = Verslag("ingevoegd", kop_seq + 1, "De regel staat achter de kop van deze stroom.")

    def bezette_plaats(self, regel):
        """A second line on a place, or in a file a line that comes too late."""
        if regel.seq < self.seq:
            if self.bevinding is not None and self.bevinding.soort == "verwijderd" and self.bevinding.plaats == regel.seq:
                self.bevinding = Verslag("verwisseld", regel.seq, "De regel staat verderop.")
            self.meld("ingevoegd", regel.seq, "Er staan twee regels op deze plaats.")
            return
        goed = regel.is_good(self.voorlaatste)
        if self.bevinding is None or self.bevinding.plaats >= regel.seq:
            self.bevinding = (Verslag("vork", regel.seq, "Er staan twee goede regels op deze plaats.") if goed and self.laatste_goed
                              else Verslag("ingevoegd", regel.seq, "Er staan twee regels op deze plaats."))
            self.verdacht = None
        if goed and not self.laatste_goed:
            self.laatste, self.laatste_goed = regel.hash, True

    def past_niet(self, regel):
        if self.verdacht is None and self.bevinding is None:
            if regel.seq > 1 and regel.hash != self.laatste and regel.fits_at(regel.seq - 1, self.voorlaatste):
                self.meld("ingevoegd", regel.seq - 1, "De regels erna zijn een plaats opgeschoven.")
                return
            self.verdacht = (regel, self.laatste)
            self.meld("gewijzigd", regel.seq, "De inhoud hoort niet bij de hash, of de regel ervoor is vervangen.")
        elif self.verdacht is not None and (beter := self.verfijn(regel)) is not None:
            self.bevinding, self.verdacht = beter, None

    def verfijn(self, regel):
        """What a later line that does not fit tells about the first one."""
        eerder, ervoor = self.verdacht
        if self.verwisseld(eerder, regel):
            return Verslag("verwisseld", eerder.seq, f"De regel hoort op plaats {regel.seq}.")
        if regel.fits_at(eerder.seq, ervoor):
            return Verslag("ingevoegd", eerder.seq, "De regels erna zijn een plaats opgeschoven.")
        if regel.seq == eerder.seq + 1 and any(regel.fits_at(regel.seq + n, self.laatste) for n in range(1, MOST_DELETED + 1)):
            return Verslag("verwijderd", eerder.seq, "De regels erna zijn een plaats teruggeschoven.")
        return None

    def verwisseld(self, eerst, tweede):
        """Whether the first line has its right place where the second stands; their hashes may or may not have moved with them."""
        ervoor = (eerst.hash, tweede.hash) if tweede.seq == eerst.seq + 1 else (self.laatste,)
        return any(eerst.hash_at(tweede.seq, hash_) in (eerst.hash, tweede.hash) for hash_ in ervoor)

    def neem(self, regel, goed):
        self.voorlaatste, self.laatste, self.laatste_goed, self.seq = self.laatste, regel.hash, goed, regel.seq

    def meld(self, soort, plaats, uitleg):
        if self.bevinding is None:
            self.bevinding = Verslag(soort, plaats, uitleg)


class Controle:
    """One pass over the seals, one over the lines."""

    def __init__(self, bestand, ankers, oudste):
        self.bestand, self.ankers, self.oudste = bestand, ankers, oudste
        self.sleutels, self.koppen = {}, {}
        self.wissen = Wiscontrole(Bewijzen())
        self.reeksen = GeslotenReeksen()
        self.afsluitingen = Afsluitcontrole(self.wissen.bewijzen, self.reeksen, self.sleutels)
        self.herstellen = Herstelcontrole(self.wissen.bewijzen, self.reeksen, self.sleutels)
        self.verzegeld, self.afgerond, self.aantal, self.onverzegeld = {}, {}, 0, 0
        self.begonnen = time.monotonic()

    def run(self):
        zegels = ZegelControle(self.sleutels, self.ankers)
        for soort, waarde in self.bestand.voorwerk():
            if soort == "sleutel":
                self.sleutel(**waarde)
            elif soort == "kop":
                self.koppen[f"{waarde['gemeentecode']}/{waarde['slot']}"] = (waarde["seq"], waarde["hash"])
            elif soort == "zegel":
                self.zegel(zegels, waarde)
            elif soort == "wislijn":
                self.wissen.add(waarde["gemeentecode"], waarde["nummer"], waarde["hash"], waarde["inhoud"])
            elif soort == "afsluiting":
                self.afsluitingen.add(waarde["maand"], waarde["hash"], waarde["kid"], waarde["handtekening"], waarde["inhoud"])
            elif soort == "herstel":
                self.herstellen.add(waarde["nummer"], waarde["hash"], waarde["kid"], waarde["handtekening"], waarde["inhoud"])
        zegels.klaar(self.oudste)
        self.verloren, self.zegels = zegels.verloren, zegels
        self.regels()
        gevonden = [zegels.bevinding, self.afsluitingen.klaar(), self.herstellen.klaar(), *(stroom.oordeel() for stroom in self.afgerond.values()), self.wissen.klaar()]
        return [zin for zin in gevonden if zin]

    def sleutel(self, kid, spki):
        try:
            self.sleutels[kid] = Sleutel(base64.b64decode(spki, validate=True))
        except (ValueError, binascii.Error):
            raise self.bestand.onleesbaar() from None

    def zegel(self, zegels, waarde):
        zegel = Zegel(waarde["nummer"], waarde["inhoud"], waarde["hash"], waarde["kid"], waarde["handtekening"], waarde["tijd"], waarde["vorigHash"])
        zegels.add(zegel)
        if zegel.nummer not in zegels.geen_bewijs:
            for stroom, kop in zegel.gelezen["koppen"].items():
                self.verzegeld.setdefault(stroom, set()).add(kop)
        if zegels.aantal % 1000 == 0:
            self.vooruit(f"{zegels.aantal} zegels")

    def regels(self):
        stroom, wacht, verloren = None, [], None
        for regel in self.bestand.regels():
            if stroom is None or regel.slot != stroom.slot or regel.gemeente != stroom.gemeente:
                self.sluit(stroom, wacht)
                stroom = Stroom(regel.gemeente, regel.slot, self.wissen, self.reeksen)
                self.zonder_regels(stroom)
                wacht = sorted(self.verzegeld.pop(stroom.naam, ()), reverse=True)
                verloren = self.verloren.get(stroom.naam)
            if stroom.gesloten:
                stroom.loop_tot(regel.seq)
            if wacht and wacht[-1][0] < regel.seq:
                self.verzegeld_voor(stroom, wacht, regel.seq)
            stroom.add(regel)
            if verloren is not None and verloren[0] == regel.seq:
                stroom.verzegeld(*verloren)
            self.aantal += 1
            if self.aantal % PROGRESS_EVERY == 0:
                self.vooruit(f"{self.aantal} regels")
        self.sluit(stroom, wacht)
        self.zonder_regels(None)
        for naam in (*sorted(self.reeksen.stromen), *self.koppen):
            if naam not in self.afgerond:
                self.leeg(naam)

    @staticmethod
    def verzegeld_voor(stroom, wacht, seq):
        """Hands over the sealed heads below a line that comes next; None: below the end."""
        while wacht and (seq is None or wacht[-1][0] < seq):
            kop = wacht.pop()
            if seq is None or kop[0] == stroom.seq:
                stroom.verzegeld(*kop)
            stroom.laatst_verzegeld = kop[0]

    def sluit(self, stroom, wacht):
        if stroom is None:
            return
        stroom.loop_tot(None)
        self.verzegeld_voor(stroom, wacht, None)
        verloren = self.verloren.get(stroom.naam)
        if verloren is not None and verloren[0] > stroom.seq:
            stroom.verzegeld(*verloren)
        stroom.klaar(self.koppen.get(stroom.naam))
        self.onverzegeld += max(0, stroom.seq - stroom.laatst_verzegeld)
        self.afgerond[stroom.naam] = stroom

    def zonder_regels(self, tot):
        """Streams that a seal knows and that come before this one have no line left."""
        grens = None if tot is None else (tot.gemeente.decode(), tot.slot)
        for naam in sorted(self.verzegeld, key=plaats):
            if grens is None or plaats(naam) < grens:
                self.leeg(naam)

    def leeg(self, naam):
        """A stream without a line: it went with its months, or somebody cut it."""
        gemeente, slot = plaats(naam)
        stroom = Stroom(gemeente.encode(), slot, self.wissen, self.reeksen)
        wacht = sorted(self.verzegeld.pop(naam, ()), reverse=True)
        if stroom.gesloten:
            self.sluit(stroom, wacht)
        else:
            stroom.alles_weg()
            self.afgerond[naam] = stroom

    def vooruit(self, wat):
        print(f"{wat} gecontroleerd, {time.monotonic() - self.begonnen:.0f} s", file=sys.stderr, flush=True)


def plaats(naam):
    gemeente, slot = naam.split("/")
    return gemeente, int(slot)


def getal(aantal):
    return f"{aantal:,}".replace(",", ".")


def woorden(args):
    """The file, the folder of anchors and the greatest age in minutes; None when the words are wrong."""
    bestand, opties = None, {"--ankers": None, "--versheid": None}
    rest = list(args)
    while rest:
        woord = rest.pop(0)
        if woord in opties and rest:
            opties[woord] = rest.pop(0)
        elif bestand is None and not woord.startswith("-"):
            bestand = woord
        else:
            return None
    versheid = opties["--versheid"]
    if bestand is None or (versheid is not None and not (versheid.isdecimal() and int(versheid) > 0)):
        return None
    return bestand, opties["--ankers"], None if versheid is None else int(versheid)


def main(args):
    gelezen = woorden(args)
    if gelezen is None:
        print("Gebruik: controleer_log.py EXPORT [--ankers MAP] [--versheid MINUTEN]", file=sys.stderr)
        return 2
    bestand, ankers, versheid = gelezen
    oudste = None if versheid is None else int(time.time() * 1000) - versheid * 60_000
    try:
        if ankers is not None and not pathlib.Path(ankers).is_dir():
            raise Onbruikbaar("De map met ankers is er niet.")
        controle = Controle(Bestand(bestand), [] if ankers is None else lees_ankers(ankers), oudste)
        gevonden = controle.run()
    except Onbruikbaar as fout:
        print(fout, file=sys.stderr)
        return 2
    for zin in gevonden:
        print(zin)
    print(f"Gecontroleerd: {getal(controle.aantal)} regels in {getal(len(controle.afgerond))} stromen, {getal(controle.zegels.aantal)} zegels.")
    for zin in controle.herstellen.zinnen():
        print(zin)
    for kid, sleutel in controle.sleutels.items():
        print(f"Sleutel {kid}: SHA-256 {sleutel.vingerafdruk}.")
    if ankers is None:
        print("Er zijn geen ankers vergeleken: wie de sleutel heeft kan alles herschreven hebben.")
    if controle.onverzegeld:
        print(f"Nog niet verzegeld: {getal(controle.onverzegeld)} regels.")
    print("Het log is NIET heel." if gevonden else "Het log is heel.")
    return 1 if gevonden else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
