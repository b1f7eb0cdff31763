"""Datelines: the place, day and agency a report opens with ("CAIRO - 21 July 2022:", "KABUL, Aug. 17 (Reuters) -")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.page.credits import is_agency
from dateline.sources.calendar import DAY_PATTERNS, day_of

_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|"
    r"Dec(?:ember)?|"
    r"JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|"
    r"DEC(?:EMBER)?)\.?"
)
_WEEKDAYS = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Satur|Sat|Sun)(?:day)?\.?,?\s+)?"
_DAY = (
    rf"{_WEEKDAYS}(?:{_MONTHS}\s?\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s(?:19|20)\d\d)?|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTHS}(?:,?\s(?:19|20)\d\d)?|(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?)"
)
_SEP = r"(?:\s*(?:[–—_‒―]{1,3}|--+)(?=\s|[A-Z“\"]|$)|\s+-(?=\s|[A-Z“\"]|$)|-(?=\s|$)|\s*(?:\.-|:)(?=\s|$))"
_CAPS = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]+)(?:[ /&-]{1,3}[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*)*(?:\s(?:and|AND|&)\s[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]+)?"
_MIXED = r"[A-ZÀ-Þ][\w.'’-]*(?:[ -](?:&|and|of|the|de|del|la|el|al|[A-ZÀ-Þ][\w.'’-]*)){0,4}"
_REST = rf"(?:\s?,\s*(?!{_MONTHS}\s?\d)[A-ZÀ-Þ][\w.'’]*(?:[ -][A-ZÀ-Þ][\w.'’]*){{0,3}}){{0,2}}"
_AGENCY = r"\s*[(\[](?P<agency>[A-Za-zÀ-ÿ][^()\[\]\n]{1,40})[)\]]"

_FORMS = (
    # KABUL, Aug. 17 (Reuters) - ; CAIRO - 21 July 2022: ; BEIJING, July 18 (Xinhua) --
    re.compile(rf"(?P<place>{_CAPS}{_REST})(?:\s*,\s*|\s*[-–—:]\s*|\s+)(?P<day>{_DAY})\.?(?:{_AGENCY})?(?P<sep>{_SEP})"),
    # ISTANBUL, Turkey (AP) _ ; TODAY NICARAGUA (EFE)
    re.compile(rf"(?P<place>{_CAPS}{_REST}){_AGENCY}(?P<sep>{_SEP}|(?=\s[A-ZÀ-Þ“\"]))"),
    # Kampala & Kayunga, Jul 19 2022 (IPS) - ; afrol News, 26 June -
    re.compile(rf"(?P<place>(?:[a-z]+ )?{_MIXED}{_REST})\s*[,:]\s*(?P<day>{_DAY})\.?(?:{_AGENCY})?(?P<sep>{_SEP})"),
    # New York (AFP) –
    re.compile(rf"(?P<place>{_MIXED}{_REST}){_AGENCY}(?P<sep>{_SEP})"),
    # (Reuters) -
    re.compile(rf"(?P<place>){_AGENCY}(?P<sep>{_SEP})"),
    # PESHAWAR: ; LEON, GUANAJUATO.- ; BEIJING --
    re.compile(rf"(?P<place>{_CAPS}{_REST})(?P<sep>{_SEP})"),
)
_NO_PLACE = frozenset((
    "BREAKING", "UPDATE", "UPDATED", "WATCH", "LIVE", "EXCLUSIVE", "OPINION", "ANALYSIS", "VIDEO", "VIDEOS", "URGENT", "EDITORIAL",
    "COMMENT", "NOTE", "READ", "RELATED", "ALSO", "FACTBOX", "EXPLAINER", "INTERVIEW", "CORRECTION", "CORRECTED", "FEATURE", "PHOTO",
    "PHOTOS", "PICTURES", "FILE", "TIMELINE", "ALERT", "JUST", "DEVELOPING", "STORY", "UN", "US", "USA", "UK", "EU", "NATO", "IMF", "WHO",
    "WTO", "IAEA", "ICC", "FBI", "CIA", "UAE", "ANC", "AU", "TOP", "NEWS", "PRESS", "RELEASE", "FOR", "IMMEDIATE", "HEADLINES",
    "QUESTION", "ANSWER", "HOST", "GUEST", "REPORTER", "ANCHOR",
))  # fmt: skip
_STAMP_WORDS = (
    r"(?:published|posted|updated|last updated|last update|last modified|modified|first published|originally published|created|"
    r"issued|date|date posted|publish date|publication date|released|release date|"
    r"publié(?: le)?|publicado(?: el| em)?|actualizado(?: el)?|veröffentlicht(?: am)?|pubblicato(?: il)?|опубликовано|обновлено|입력|"
    r"수정|등록|发布时间|发表于|更新|公開|配信|yayınlanma|güncelleme|نشر|تاريخ النشر)"
)
_STAMP = re.compile(rf"\b{_STAMP_WORDS}\b|(?:입력|수정|등록|发布时间|发表于|更新|公開|配信)", re.IGNORECASE)
_FRESHER = re.compile(r"\b(?:updated|last update|last modified|modified|actualizado|güncelleme)\b|обновлено|수정|更新", re.IGNORECASE)
_STAMP_REST = re.compile(
    rf"{_STAMP_WORDS}|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b|\b\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}})?\b|"
    r"\b(?:a\.?m\.?|p\.?m\.?|gmt|utc|ist|est|edt|cet|cest|bst|kst|jst|pst|pdt|et|hrs?|local time|on|at|the|of)\b|"
    r"[+-]\d{1,2}:?\d{2}|오전|오후|[\W_]+",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:[A-Z]{2,5}|local time|hrs))?", re.IGNORECASE)
_LABEL = re.compile(r"[A-Z][A-Z.'’ -]{0,40}(?:\s\([^)]{1,30}\))?:(?=\s)")
_DAYS = tuple(re.compile(rf"(?<![\d/-]){p}(?![\d])", re.IGNORECASE) for p in DAY_PATTERNS)


@dataclass(frozen=True, slots=True)
class Dateline:
    """`end` is where the dateline ends in its block; `day` is an ISO day only when the dateline itself names the year."""

    end: int
    place: str
    day: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line that only says when the page was published or updated."""

    day: str
    stated: bool
    fresher: bool


def read_dateline(text: str, *, opening: bool) -> Dateline | None:
    """The dateline a paragraph begins with. `opening`: it is the report's first paragraph, where a bare "PESHAWAR:" counts too."""
    head = text[:140]
    for number, form in enumerate(_FORMS):
        match = form.match(head)
        if not match or (match.end() >= len(text.rstrip()) - 3 and number == 5):
            continue
        parts = match.groupdict()
        place, agency = (parts["place"] or "").strip(" ,"), parts.get("agency")
        known = bool(agency) and is_agency(_plain(agency or ""))
        if (number == 3 and not known) or (number == 4 and not known):
            continue
        if number == 1 and not known and not ((agency or "").isupper() and parts["sep"].strip()):
            continue
        if place.count(" ") > 5:
            continue
        if number == 5 and not _bare_place(place, parts["sep"], text, match.end(), opening=opening):
            continue
        if place.upper() in _NO_PLACE:
            continue
        return Dateline(match.end(), place, first_day(parts.get("day") or ""), agency)
    return None


def is_dateline(line: str) -> bool:
    """The whole line is a dateline ("NAIROBI, Kenya (AP) _"), the report beginning on the next."""
    if len(line) > 100:
        return False
    if _CLOCK.fullmatch(line):
        return True
    for number, form in enumerate(_FORMS):
        match = form.match(line)
        if (
            match
            and match.end() == len(line)
            and (number < 5 or match["sep"].strip() in ("_", "--", "—", "–"))
            and match["place"].upper() not in _NO_PLACE
        ):
            return True
    return False


def speaker_labels(lines: Sequence[str]) -> bool:
    """A transcript: several lines begin with a name in capitals and a colon, at least one of them twice."""
    labels = [m.group() for line in lines if (m := _LABEL.match(line))]
    return len(labels) >= 3 and len(set(labels)) < len(labels)


def read_stamp(line: str) -> Stamp | None:
    """The day when all that a line says is when it was published; other words than clock times, agencies and "Updated" forbid it."""
    if len(line) > 110 or not any(c.isdigit() for c in line):
        return None
    for pattern in _DAYS:
        match = pattern.search(line)
        day = day_of(match) if match else None
        if not match or not day:
            continue
        before, after = line[: match.start()], line[match.end() :]
        stated = bool(_STAMP.search(line))
        # A second date ("Published …, updated …") is no other word.
        for other in _DAYS:
            after = other.sub(" ", after)
        rest = _STAMP_REST.sub(" ", before + " " + after).split()
        if not rest or (len(rest) <= 4 and (stated or "|" in line) and (is_agency(" ".join(rest)) or "|" in line)):
            return Stamp(day, stated, bool(_FRESHER.search(before)))
    return None


def first_day(words: str) -> str | None:
    """The first whole day with its year in some words, as an ISO day."""
    found: list[tuple[int, str]] = []
    for pattern in _DAYS:
        match = pattern.search(words)
        day = day_of(match) if match else None
        if match and day:
            found.append((match.start(), day))
    return min(found)[1] if found else None


def _bare_place(place: str, sep: str, text: str, end: int, *, opening: bool) -> bool:
    """A place in capitals and a separator, without day or agency: only where a report opens, and never a shouted word."""
    words = place.replace(",", " ").split()
    if not opening or len(text) - end < 30 or any(w.strip(".") in _NO_PLACE for w in words) or len(words) > 5:
        return False
    return len(words[0]) >= 4 and (sep.strip() != ":" or len(words) <= 3) and any(c.islower() for c in text[end : end + 60])


def _plain(agency: str) -> str:
    return re.split(r"\s*[/,|-]\s*", agency, maxsplit=1)[0]
