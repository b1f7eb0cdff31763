"""Words of pages and people as they are put into a page of ours: escaped, set apart from the reading direction around them, nothing hidden in them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from dateline.desk.finding import EventRow
from dateline.desk.phrases import sentence, spoken_count, spoken_day
from dateline.desk.timeline import day_of
from dateline.outlets.words import harmless
from dateline.web.callings import country

JOINERS = "\u200c\u200d"  # shape letters in Persian and the scripts of India; harmless between letters
SHOWN_AS = {
    "\u200e": "LRM", "\u200f": "RLM", "\u061c": "ALM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\u200b": "ZWSP", "\u2060": "WJ", "\ufeff": "BOM", "\u00ad": "SHY",
}  # fmt: skip
STACKED = 4
"""Accents on one letter that are shown; more only climb out of the line."""
LOOKALIKE = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
QUADS = {"material conflict": "mc", "verbal conflict": "vc", "verbal cooperation": "vo", "material cooperation": "mo"}


def plain(text: str) -> Markup:
    """Escaped text in which every character that hides or turns the reading direction is a visible mark."""
    if text.isascii() and text.isprintable():
        return Markup(escape(text))
    out: list[str] = []
    run: list[str] = []
    stacked = 0
    for c in text:
        kind = unicodedata.category(c)
        stacked = stacked + 1 if kind == "Mn" else 0
        if stacked > STACKED:
            continue
        if c in "\n\t" or c in JOINERS or kind not in ("Cc", "Cf", "Cs", "Co", "Cn"):
            run.append(c)
            continue
        out.append(str(escape("".join(run))))
        run = []
        if c != "\r":
            out.append(_mark(c))
    out.append(str(escape("".join(run))))
    return Markup("".join(out))


def visible(text: str) -> str:
    """Text without what hides or turns the reading direction: for fields that are typed in, and for what is given away."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c for c in text if c in "\n\t" or c in JOINERS or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))


def _mark(c: str) -> str:
    code = f"U+{ord(c):04X}"
    name = SHOWN_AS.get(c, code)
    return f'<span class="hid" title="hidden character {code}">{name}</span>'


def flat(text: str) -> str:
    """Text for where no marks can stand (a page's title, a label): hidden characters are dots."""
    return harmless(" ".join(text.split()))


def name(text: str | None, *, unknown: str = "unknown") -> Markup:
    """A name: isolated from the direction of what stands around it, with a warning where it mixes look-alike scripts in one word."""
    if not text:
        return Markup('<span class="unknown">{}</span>').format(unknown)
    warning = (
        Markup('<abbr class="mixed" title="One word mixes scripts that look alike: the name may pose as another">mixed scripts</abbr>')
        if mixed(text)
        else Markup("")
    )
    return Markup("<bdi>{}</bdi>{}").format(plain(text), warning)


def quote(text: str | None) -> Markup:
    """Words of a report on one line, isolated; no marks are added that could be taken for the page's."""
    return Markup("<bdi>{}</bdi>").format(plain(" ".join((text or "").split())))


def snippet(text: str | None) -> Markup:
    """FTS5's words with what was found between [brackets]; brackets of the page itself look the same, and do no harm."""
    out = plain(text or "")
    return Markup("<bdi>{}</bdi>").format(Markup(str(out).replace("[", "<mark>").replace("]", "</mark>")) if _paired(str(out)) else out)


def _paired(text: str) -> bool:
    """Whether every bracket opens and closes in turn, so that the marks made of them do."""
    depth = 0
    for c in text:
        depth += (c == "[") - (c == "]")
        if depth not in (0, 1):
            return False
    return depth == 0


@lru_cache(maxsize=4096)
def mixed(text: str) -> bool:
    """Whether one word holds letters of two scripts that look alike (Latin "a" and Cyrillic "а")."""
    if text.isascii():
        return False
    for word in text.split():
        scripts = {s for c in word if c.isalpha() for s in LOOKALIKE if unicodedata.name(c, "").startswith(s)}
        if len(scripts) > 1:
            return True
    return False


def outlink(url: str | None, words: str | None = None) -> Markup:
    """A link to an address of the web, opened apart and without telling where from; anything but http(s) is only text."""
    if not url:
        return Markup("")
    shown = plain(words or url)
    try:
        parts = urlsplit(url)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname or any(unicodedata.category(c)[0] in "CZ" for c in url):
            return Markup('<span class="address">{}</span>').format(shown)
    except ValueError:
        return Markup('<span class="address">{}</span>').format(shown)
    return Markup('<a class="out" href="{}" rel="noopener noreferrer nofollow" target="_blank">{}</a>').format(url, shown)


def quad(value: str | None) -> str:
    """The short class of a PLOVER quad, for colours and marks."""
    return QUADS.get(value or "", "un")


def day(e: EventRow) -> str:
    """An event's day as far as it is known: 2021-08-17, 2021-08, 2021, or two days."""
    return (day_of(e) or "").replace("/", " – ")


def spoken(e: EventRow) -> str:
    """The event as a sentence."""
    return sentence(e)


def told_day(value: str | None) -> str:
    """ "on 17 August 2021": a day in words; empty when unknown."""
    if not value:
        return ""
    try:
        return spoken_day(value)
    except (ValueError, IndexError):
        return value


def number(low: int | None, high: int | None) -> str:
    """ "5", "3–5", "3 or more", "up to 5"; empty when nothing is told."""
    return spoken_count(low, high, "").strip().replace(" to ", "–")


def sure(value: float) -> str:
    """A probability in per cent."""
    return f"{value:.0%}"


def moment(at: str | None) -> Markup:
    """An instant in UTC as people read it, exact for machines."""
    return Markup('<time datetime="{}">{}</time>').format(at, at[:16].replace("T", " ") + " UTC") if at else Markup("")


def plural(n: int, one: str, many: str | None = None) -> str:
    """ "1 report", "1,204 reports"."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


FILTERS = {
    "plain": plain, "flat": flat, "name": name, "quote": quote, "snippet": snippet, "outlink": outlink, "quad": quad, "day": day, "spoken": spoken, "told_day": told_day,
    "sure": sure, "moment": moment, "plural": plural, "land": country,
}  # fmt: skip
"""What templates call; `number` is a function there because it takes two bounds."""
