"""Where the newspaper is at home: from our list of newspapers, else unknown; and the words of its address, which may hold a town's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

_NAMES = Path(__file__).with_name("newspapers.txt")
# Endings that tell the country of a newspaper; ".com" tells nothing, nor does one that is sold to everybody (tv, me, co, io).
COUNTRY_OF_ENDING = {
    "uk": "GBR", "ca": "CAN", "au": "AUS", "nz": "NZL", "ie": "IRL", "in": "IND", "za": "ZAF", "pk": "PAK", "ng": "NGA", "ke": "KEN", "gh": "GHA", "ug": "UGA",
    "tz": "TZA", "zw": "ZWE", "zm": "ZMB", "et": "ETH", "eg": "EGY", "lb": "LBN", "il": "ISR", "ps": "PSE", "jo": "JOR", "sy": "SYR", "iq": "IRQ", "ir": "IRN",
    "sa": "SAU", "ae": "ARE", "qa": "QAT", "kw": "KWT", "om": "OMN", "ye": "YEM", "tr": "TUR", "ru": "RUS", "ua": "UKR", "by": "BLR", "ge": "GEO", "am": "ARM",
    "az": "AZE", "kz": "KAZ", "kg": "KGZ", "uz": "UZB", "af": "AFG", "bd": "BGD", "lk": "LKA", "np": "NPL", "mm": "MMR", "th": "THA", "kh": "KHM", "vn": "VNM",
    "my": "MYS", "sg": "SGP", "id": "IDN", "ph": "PHL", "cn": "CHN", "hk": "HKG", "tw": "TWN", "jp": "JPN", "kr": "KOR", "de": "DEU", "fr": "FRA", "es": "ESP",
    "it": "ITA", "pt": "PRT", "nl": "NLD", "be": "BEL", "ch": "CHE", "at": "AUT", "pl": "POL", "cz": "CZE", "hu": "HUN", "ro": "ROU", "bg": "BGR", "gr": "GRC",
    "rs": "SRB", "ba": "BIH", "hr": "HRV", "se": "SWE", "no": "NOR", "fi": "FIN", "dk": "DNK", "mx": "MEX", "br": "BRA", "ar": "ARG", "cl": "CHL", "pe": "PER",
    "ec": "ECU", "ve": "VEN", "bo": "BOL", "uy": "URY", "py": "PRY", "ma": "MAR", "dz": "DZA", "tn": "TUN", "ly": "LBY", "sd": "SDN", "so": "SOM", "rw": "RWA",
    "sn": "SEN", "ml": "MLI", "ci": "CIV", "cm": "CMR", "mz": "MOZ", "na": "NAM", "bw": "BWA", "mw": "MWI", "gov": "USA", "mil": "USA",
    "al": "ALB", "ad": "AND", "ao": "AGO", "ag": "ATG", "bs": "BHS", "bh": "BHR", "bb": "BRB", "bz": "BLZ", "bj": "BEN", "bt": "BTN", "bn": "BRN",
    "bf": "BFA", "bi": "BDI", "cv": "CPV", "cf": "CAF", "td": "TCD", "km": "COM", "cg": "COG", "cd": "COD", "cr": "CRI", "cu": "CUB", "cy": "CYP",
    "dj": "DJI", "dm": "DMA", "do": "DOM", "sv": "SLV", "gq": "GNQ", "er": "ERI", "ee": "EST", "sz": "SWZ", "fj": "FJI", "ga": "GAB", "gm": "GMB",
    "gd": "GRD", "gt": "GTM", "gn": "GIN", "gw": "GNB", "gy": "GUY", "ht": "HTI", "hn": "HND", "is": "ISL", "jm": "JAM", "ki": "KIR", "kp": "PRK",
    "xk": "XKX", "lv": "LVA", "ls": "LSO", "lr": "LBR", "li": "LIE", "lt": "LTU", "lu": "LUX", "mo": "MAC", "mg": "MDG", "mv": "MDV", "mt": "MLT",
    "mh": "MHL", "mr": "MRT", "mu": "MUS", "md": "MDA", "mc": "MCO", "mn": "MNG", "nr": "NRU", "ni": "NIC", "ne": "NER", "mk": "MKD", "pw": "PLW",
    "pa": "PAN", "pg": "PNG", "kn": "KNA", "lc": "LCA", "vc": "VCT", "sm": "SMR", "st": "STP", "sc": "SYC", "sl": "SLE", "sk": "SVK", "si": "SVN",
    "sb": "SLB", "ss": "SSD", "sr": "SUR", "tj": "TJK", "tl": "TLS", "tg": "TGO", "tt": "TTO", "tm": "TKM", "us": "USA", "vu": "VUT", "va": "VAT",
    "eh": "ESH", "gl": "GRL", "pr": "PRI", "cat": "ESP",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Home:
    """What is known of where an article was printed: a point, a country, and the letters of the address."""

    point: tuple[float, float] | None = None
    country: str | None = None
    letters: str = ""


@cache
def _newspapers() -> dict[str, tuple[float, float, str]]:
    out = {}
    for line in _NAMES.read_text(encoding="utf-8").splitlines() if _NAMES.exists() else ():
        if line and not line.startswith("#"):
            names, lat, lon, country = (f.strip() for f in line.split("|"))
            for name in names.split():
                out[name] = (float(lat), float(lon), country)
    return out


def home(outlet: str | None, url: str | None) -> Home:
    """The home of a newspaper by its address or domain; an empty Home when neither tells."""
    for address in (url, outlet):
        if not address:
            continue
        host = (urlsplit(address if "//" in address else f"//{address}").hostname or "").lower()
        labels = host.split(".")
        if len(labels) < 2:
            continue
        letters = re.sub("[^a-z]", "", "".join(label for label in labels[:-1] if label not in ("www", "co", "com", "org", "news")))
        for n in range(len(labels)):
            known = _newspapers().get(".".join(labels[n:]))
            if known:
                return Home(known[:2], known[2], letters)
        return Home(None, COUNTRY_OF_ENDING.get(labels[-1]), letters)
    return Home()
