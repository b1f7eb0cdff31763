"""Which script a name is written in, and which one its country writes."""

from __future__ import annotations

import unicodedata

# ISO 3166 alpha-2 -> the word Unicode's character names begin with. Ours; countries that write Latin need none.
SCRIPTS = {
    "ARABIC": "AE AF BH DJ DZ EG ER IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO SY TD TN YE EH",
    "CYRILLIC": "BA BG BY KG KZ ME MK MN RS RU TJ UA UZ",
    "HEBREW": "IL",
    "GREEK": "CY GR",
    "CJK": "CN HK JP MO SG TW",
    "HANGUL": "KP KR",
    "DEVANAGARI": "IN NP",
    "BENGALI": "BD",
    "THAI": "TH",
    "LAO": "LA",
    "KHMER": "KH",
    "MYANMAR": "MM",
    "SINHALA": "LK",
    "TIBETAN": "BT",
    "GEORGIAN": "GE",
    "ARMENIAN": "AM",
    "ETHIOPIC": "ER ET",
}
_OF_COUNTRY: dict[str, tuple[str, ...]] = {}
for _script, _countries in SCRIPTS.items():
    for _country in _countries.split():
        _OF_COUNTRY[_country] = (*_OF_COUNTRY.get(_country, ()), _script)


def is_latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or not c.isalpha() for c in name)


def is_local(name: str, iso2: str) -> bool:
    """Whether every letter is of a script that the country writes (Japan: kanji only)."""
    scripts = _OF_COUNTRY.get(iso2, ())
    letters = [c for c in name if c.isalpha()]
    return bool(scripts and letters) and all(unicodedata.name(c, "").startswith(scripts) for c in letters)
