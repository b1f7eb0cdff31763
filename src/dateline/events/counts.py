"""How many: "at least four", "a dozen", "between 30 and 40 people" as a low and a high.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.record import Count, Span

UNITS = {
    w: i
    for i, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {w: 10 * i for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
VAGUE = {
    "dozens": (24, None),
    "scores": (40, None),
    "hundreds": (200, None),
    "thousands": (2000, None),
    "several": (3, None),
    "many": (None, None),
    "a few": (3, None),
    "few": (3, None),
    "a couple": (2, 2),
}
_ANIMATE = r"(?:people|persons?|civilians?|citizens?|participants?|soldiers?|troops|policem[ae]n|police officers?|officers?|militants?|insurgents?|rebels?|fighters?|gunm[ae]n|protest[eo]rs?|demonstrators?|villagers?|children|women|men|students?|workers?|members?|residents?|passengers?|others?|pilgrims?|guards?|journalists?|activists?|suspects?|migrants?|attackers?|terrorists?|bystanders?|worshippers?|boys?|girls?|Palestinians|Israelis|Afghans|Iraqis|Syrians|Ukrainians|Russians|Kurds|Americans)"
_WORD = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|hundred|thousand|million|dozen)"
)
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|dozens|scores|hundreds|thousands|several|a few|{_WORD}(?:(?:\s+and\s+|[- ]){_WORD}){{0,7}})"  # bounded: "five hundred five hundred …" took minutes
_HEDGE = r"(?:at least|more than|over|as many as|up to|no fewer than|not less than|nearly|almost|about|around|some|roughly|an estimated|approximately|under|fewer than|less than|only|another|upwards of)"
# words that may stand between a number and what befell them; never another number or another fate
_GAP = r"(?:(?!\d|killed|died|dead|slain|injured|wounded|hurt|arrested|detained|and\b)[\w’'-]+[ -])"
_ASIDE = r"(?:,\s+(?:including|among them|some of them|most of them|many of them|mostly|all)\b[^,.;]{1,60},)?"
_AMOUNT = rf"(?:between\s+{_NUMBER}\s+and\s+{_NUMBER}|{_NUMBER}(?:\s+(?:to|or)\s+|\s*[-–]\s*){_NUMBER}|{_NUMBER})"
_GROUP = r"(?:(?:an?|the)\s+(?:\w+\s+)?(?:family|group|party|team|patrol|crew|gang|band|unit|convoy)\s+of\s+)?"  # "a family of six"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"  # "arrested in May 2018" counts nobody
)
_KILLING = (
    r"(?:kill(?:s|ed|ing)?|(?:shot|shoots?|shooting) dead|gun(?:s|ned|ning)? down|massacr(?:es?|ed|ing)|slaughter(?:s|ed|ing)?|murder(?:s|ed|ing)?"
    r"|behead(?:s|ed|ing)?|(?:claims?|claimed|claiming|took|taking) the lives of)"
)
_WANTED = {
    "killed": (
        rf"\b{_KILLING}\s+{_GROUP}(?P<n>(?:{_HEDGE}\s+)?{_AMOUNT})\b",
        rf"\b(?P<n>(?:{_HEDGE}\s+)?{_AMOUNT})\s+{_GAP}{{0,3}}?{_ANIMATE}?{_ASIDE}\s*{_GAP}{{0,4}}?(?:(?:was|were|have been|had been|has been|are|is)\s+(?:\w+\s+){{0,2}}?)?(?:killed|dead|died|slain|massacred|perished|shot dead|beheaded|executed|gunned down)\b",
        rf"\b(?P<n>(?:{_HEDGE}\s+)?{_AMOUNT})\s+(?:\w+\s+){{0,2}}?(?:deaths|fatalities|lives)\b",
        rf"\bdeath toll\s+(?:\w+\s+){{0,6}}?(?:to|at|of)\s+(?P<n>(?:{_HEDGE}\s+)?{_AMOUNT})\b",
    ),
    "injured": (
        rf"\b(?:injur|wound)(?:es|ed|ing|s)\s+{_GROUP}(?P<n>(?:{_HEDGE}\s+)?{_AMOUNT})\b",
        rf"\b(?P<n>(?:{_HEDGE}\s+)?{_AMOUNT})\s+{_GAP}{{0,3}}?{_ANIMATE}?{_ASIDE}\s*{_GAP}{{0,3}}?(?:injured|wounded|hurt|maimed)\b",
    ),
    "arrested": (
        rf"\b(?:arrest|detain|round|capture?)(?:s|ed|d|ing)?(?:\s+up)?\s+(?:(?:in|at|near)\s+(?!{_MONTH})(?-i:[A-Z])[\w-]+\s+)?{_GROUP}(?P<n>(?:{_HEDGE}\s+)?{_AMOUNT})\b",
        rf"\b(?P<n>(?:{_HEDGE}\s+)?{_AMOUNT})\s+{_GAP}{{0,3}}?{_ANIMATE}?{_ASIDE}\s*{_GAP}{{0,3}}?(?:arrested|detained|captured|in custody|rounded up|arrests)\b",
    ),
}
_PATTERNS = {k: tuple(re.compile(p, re.IGNORECASE) for p in v) for k, v in _WANTED.items()}


def told(text: str, what: str, within: Span, spans: Sequence[Span] = ()) -> Count | None:
    """The count of `what` ("killed", "injured", "arrested") in the spans that the reader marked, else in the sentence `within`."""
    for a, b in spans:
        count = number(text, a, b)
        if count:
            return count
    for pattern in _PATTERNS[what]:
        for m in pattern.finditer(text, *within):
            if _NOT_PEOPLE_BEFORE.search(text[max(within[0], m.start("n") - 24) : m.start("n")]) or _NOT_PEOPLE_AFTER.match(
                text, m.end("n")
            ):
                continue
            count = _summed(text, m, within) or number(text, *m.span("n"))
            if count:
                return count
    return None


# "one of", "on 5 May", "at 10 am", "Article 5", "two days later", "no one", "1.5 million": numbers, but not of people
_NOT_PEOPLE_BEFORE = re.compile(
    r"(?i)(?:\b(?:no|on|since|until|by|dated|article|section|resolution|day|phase|aged?|number|no\.|chapter|the \d+ of|\d+ of|out of|\w+ in) "
    r"|\d[.,:]|[$€£])(?:(?:the|about|around) )?$"
)
_NOT_PEOPLE_AFTER = re.compile(
    r"(?i)[ -](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|am|pm|a\.m\.|p\.m\.|o[’']clock|(?:km|kilomet|met(?:er|re)|mile|percent|per cent|%)\w*"
    r"|(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|times)\b|(?:st|nd|rd|th)\b|[.:]\d|%|-year"
)


# "… and a soldier", but not "… and two civilians were wounded"
_AND_MORE = re.compile(
    rf"(?i)\s+{_GAP}{{0,3}}?{_ANIMATE}\s+and\s+(?P<more>{_AMOUNT})\s+{_GAP}{{0,2}}?{_ANIMATE}\b(?!\s+(?:\w+\s+){{0,3}}?(?:killed|died|injured|wounded|hurt|arrested|detained))"
)


_ANOTHER_FATE = re.compile(r"(?i)\b(?:kill|injur|wound|arrest|detain)\w*\s+$")


def _summed(text: str, m: re.Match[str], within: Span) -> Count | None:
    """Of "three policemen and two civilians were killed", and of "killing three policemen and two civilians": five."""
    if m[0].lower().startswith(("kill", "injur", "wound", "arrest", "detain", "round", "captur")):
        more = _AND_MORE.match(text, m.end("n"), within[1])
        first, second = m.span("n"), more.span("more") if more else None
    else:
        head = text[within[0] : m.start("n")]
        before = re.search(rf"(?i)\b((?:{_HEDGE}\s+)?{_NUMBER})\s+{_ANIMATE}\s+and\s+$", head)
        if before and _ANOTHER_FATE.search(head[: before.start()]):
            return None  # "killed three soldiers and two civilians were wounded"
        first, second = (within[0] + before.start(1), within[0] + before.end(1)) if before else (0, 0), m.span("n") if before else None
    if second is None:
        return None
    a, b = (Count(1, 1, *s) if text[slice(*s)].lower() in ("a", "an") else number(text, *s) for s in (first, second))
    if a is None or b is None or a.low is None or b.low is None:
        return None
    return Count(a.low + b.low, a.high + b.high if a.high is not None and b.high is not None else None, first[0], second[1])


def number(text: str, start: int, end: int) -> Count | None:
    """The number that a stretch of text states, with its hedges as bounds; None when it states none ("people")."""
    words = text[start:end].lower()
    pair = re.search(rf"\b(?:between\s+)?({_NUMBER})\s*(?:to|and|or|-|–)\s*({_NUMBER})\b", words)
    if pair and ("between" in words or re.search(r"\b(to|or)\b|[-–]", words)):
        low, high = _value(pair[1]), _value(pair[2])
        if low and high and low[0] is not None and high[0] is not None and low[0] < high[0]:
            return Count(low[0], high[0], start, end)
    m = re.search(rf"\b{_NUMBER}\b", words)
    value = _value(m[0]) if m else None
    if value is None or m is None:
        return None
    low_, high_ = value
    hedge = words[: m.start()]
    if re.search(r"\b(at least|more than|over|no fewer than|not less than|upwards of)\b", hedge):
        high_ = None
    elif re.search(r"\b(as many as|up to|under|fewer than|less than)\b", hedge):
        low_, high_ = None, low_
    return Count(low_, high_, start, end)


def _value(words: str) -> tuple[int | None, int | None] | None:
    w = words.strip().lower()
    if w in VAGUE:
        return VAGUE[w]
    if re.fullmatch(r"[\d,]+", w):
        n = int(w.replace(",", ""))
        return (n, n) if n < 10_000_000 else None
    total = current = 0
    seen = False
    for part in re.split(r"[\s-]+", w):
        if part in UNITS:
            current, seen = current + UNITS[part], True
        elif part in TENS:
            current, seen = current + TENS[part], True
        elif part in ("a", "an"):
            current = current or 1
        elif part == "dozen":
            current, seen = (current or 1) * 12, True
        elif part in SCALES:
            current, seen = (current or 1) * SCALES[part], True
            if part != "hundred":
                total, current = total + current, 0
        elif part not in ("and", "half"):
            return None
    return (total + current, total + current) if seen else None
