"""The words around a deed's telling word that tell who is its subject and who its object, without a parser.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.record import Span

_BE = r"(?:was|were|been|being|is|are|be|get|gets|got|getting)"
_PASSIVE = re.compile(rf"(?i)\b{_BE}\s+(?:\w+ly\s+|also\s+|again\s+|not\s+|later\s+|then\s+|still\s+|now\s+)*$")
_PASSIVE_INSIDE = re.compile(
    rf"(?i)^(?:(?:would|will|could|may|might|must|has|have|had|to)\s+)*{_BE}\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|ld|lt|nt|ot|ut|id|un|pt)\b"
)
_PARTICIPLE = re.compile(
    r"(?i)(?:ed|en|wn|ld|lt|ot|pt|\b(?:found|bound|put|cut|hit|set|hurt|hung|sent|struck|brought|caught|fought|made|laid|paid|slain|torn|sworn|done|left|met|lost))$"
)
_NOUN = re.compile(r"(?i)(?:tions?|sions?|ments?|ances?|ences?|als?|ings|ures?|ries|ry|cy|cies|ism|ests?|acks?|alks?|ikes?|ights?)$")
_DETERMINED = re.compile(
    r"(?i)\b(?:the|an?|this|that|these|those|its|his|her|their|our|my|no|any|some|several|many|more|of|new|recent|mass|[\w-]+['’]s|[\w-]+s['’])\s+(?:[\w-]+\s+){0,1}$"
)
_TO = re.compile(r"(?i)\b(?:to|will|would|could|may|might|must|should|can|shall|not)\s+(?:\w+ly\s+)?$")
DUTY = r"(?:should|must|ought to|needs? to|ha(?:s|ve) to)"  # what somebody is told to do stands behind it
OWNER = re.compile(r"(?i)\b(?:his|her|their|its|our|my)\b")
FIRST = re.compile(r"(?i)\b(?:we|i|we[’']ll|i[’']ll|we[’']re|i[’']m|we[’']ve|i[’']ve|our|my)\b")
SECOND = re.compile(r"(?i)\b(?:you|your)\b")
BREAK = re.compile(r"[,;:“”\"()—–]|\b(?:that|which|who|whom|whose|but|while|when|after|before|because|as|if|since|although)\b", re.I)
PREPOSITIONS = (
    "by",
    "against",
    "of",
    "to",
    "with",
    "for",
    "from",
    "between",
    "in",
    "on",
    "at",
    "over",
    "about",
    "toward",
    "towards",
    "into",
)
_DETERMINERS = (
    (
        "another",
        re.compile(
            r"(?i)\b(?:another|other|more|an?\s+(?:second|third|fourth|fifth|further|new|fresh|separate|similar|different)|(?:in|elsewhere)\s+a\s+separate)\s+(?:[\w-]+\s+){0,2}$"
        ),
    ),
    ("this", re.compile(r"(?i)\b(?:this|that|these|those|such)\s+(?:[\w-]+\s+){0,2}$")),
    ("the", re.compile(r"(?i)\bthe\s+(?:[\w'’-]+\s+){0,2}$")),
    (
        "a number",
        re.compile(
            r"(?i)\b(?:several|many|some|two|three|four|five|six|seven|eight|nine|ten|dozens|\d+|various|any|no|each|every)\s+(?:[\w-]+\s+){0,2}$"
        ),
    ),
    ("a", re.compile(r"(?i)\ban?\s+(?:[\w-]+\s+){0,2}$")),
    ("an owner", re.compile(r"(?i)(?:\b(?:his|her|their|its|our|my)|['’]s?)\s+(?:[\w-]+\s+){0,1}$")),
)
_LAST_WORD = re.compile(r"([A-Za-z’']+)\W*$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A deed's telling word in its sentence. `form`: passive, noun, infinitive, participle or finite; `owned` where "his", "their" stand next to it."""

    trigger: Span
    sentence: Span
    form: str
    owner_before: Span | None
    owner_after: Span | None
    first_person: bool
    second_person: bool


def clause_of(text: str, trigger: Span, sentence: Span) -> Clause:
    start, end = trigger
    before = text[sentence[0] : start]
    words = text[start:end]
    head = words.split()[0] if words.split() else words
    if (_PASSIVE.search(before) and _PARTICIPLE.search(head)) or _PASSIVE_INSIDE.search(words):
        form = "passive"
    elif _TO.search(before) and not words.endswith("s"):
        form = "infinitive"
    elif _NOUN.search(words) or (_DETERMINED.search(before) and not _PARTICIPLE.search(head)):
        form = "noun"
    elif _PARTICIPLE.search(head) and re.match(
        r"\s+(?:by|for|of|in|on|at|after|during|over|from|with|without|to|last|this)\b", text[end : end + 12]
    ):
        form = "participle"
    else:
        form = "finite"
    owners = [m.span() for m in OWNER.finditer(text, max(sentence[0], start - 40), start)]
    owner = (
        owners[-1] if owners and len(text[owners[-1][1] : start].split()) <= 2 and not BREAK.search(text[owners[-1][1] : start]) else None
    )
    m = OWNER.search(text, end, min(sentence[1], end + 40))
    after = m.span() if m and len(text[end : m.start()].split()) <= 2 and not BREAK.search(text[end : m.start()]) else None
    near = text[max(sentence[0], start - 60) : start]
    return Clause(
        trigger,
        sentence,
        form,
        owner,
        after,
        bool(FIRST.search(near)),
        bool(SECOND.search(text[max(sentence[0], start - 60) : min(sentence[1], end + 60)])),
    )


def preposition(text: str, start: int, end: int) -> str | None:
    """The preposition that ends the stretch [start, end), looking past an article."""
    words = re.sub(r"(?i)\s+(?:the|an?|some|several|its|his|her|their)\s*$", " ", text[max(start, end - 80) : end])
    m = _LAST_WORD.search(words)
    return m[1].lower() if m and m[1].lower() in PREPOSITIONS else None


def determiner(text: str, at: int, floor: int) -> str:
    """What stands before a noun that begins at `at`, up to two words away ("the", "this", "another", "a number", "a", "an owner"), or "nothing"."""
    before = text[max(floor, at - 40) : at]
    return next((name for name, there in _DETERMINERS if there.search(before)), "nothing")


def unstopped(text: str, sentence: Span) -> bool:
    """Is this a line without a stop, as headings are ("Denver cinema: 12 dead")?"""
    return text[slice(*sentence)].rstrip()[-1:].isalnum()


_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "er", "ed", "es", "s", "e")


def stem(words: str) -> str:
    """A rough stem of the first word: enough to see "attack" in "attacked" and "attackers"."""
    word = words.lower().split()[0] if words.split() else ""
    return next((word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 4), word)
