"""A statement whose speaker is asked for: what the telling words say of who it is, and who spoke before.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.actors.nominals import Phrase, read_phrase
from dateline.record import Span, Spans, Statement
from dateline.statements.presence import FITTING, GENDERS, PRONOUNS, Presence

DOCUMENT = re.compile(
    r"(?i)\b(statement|communiqu[ée]|letter|report|speech|press release|release|note|message|post|tweet|memo|address|declaration)(?=$|\s+(?:by|from|of|to|on|in|for)\b)"
)
_ADDING = re.compile(
    r"(?i)(?:(?:also|further|later|then)\s+)?(?:add(?:s|ed|ing)?|continu(?:es|ed|ing)|went on|goes on|conclud(?:es|ed|ing))\b"
)
_IMPERSONAL = re.compile(
    r"(?i)\b(?:it|there)\s+(?:(?:is|was|has been|had been|were|are|should be|must be|can be|may be|will be)\s+)?(?:(?:also|widely|reportedly|further|not|worth|being)\s+)*$"
)
_DEFINITE = re.compile(r"(?i)(?:the|this|that|his|her|its|their)\b")
_KINDS = {"person": ("person",), "body": ("organization", "state", "group"), "people": ("population", "group", "organization")}


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement whose speaker is asked for. `source` is what the telling words name, `at` the telling word (or where a floating quotation begins)."""

    source: Span | None
    at: Span
    content: Spans
    kind: str
    floating: bool
    number: int  # of the telling word's sentence
    form: str  # of the source
    same: Statement | None  # told before in the same sentence
    last: Statement | None  # told before, wherever
    gap: str  # how far back the last one is
    adding: bool = False  # the telling word goes on with a speech: "added", "continued"
    phrase: Phrase | None = None  # what a description at the telling word speaks of
    nearest: str | None = None  # the last one told of before that may be meant by the pronoun or description
    spoken: tuple[str, ...] = ()  # everybody who has spoken before


def telling_of(
    here: Presence, source: Span | None, at: Span, content: Spans, kind: str, *, floating: bool, before: Sequence[Statement]
) -> Telling:
    """The telling of a statement; `before` are the statements told so far."""
    number = here.sentence(at[0])
    a, b = here.bounds(number)
    same = [s for s in before if s.speaker and s.cue and a <= s.cue[0] < b]
    past = [s for s in before if s.speaker and s.content[0][0] < at[0]]
    last = max(past, key=_end, default=None)
    lines = len(re.findall(r"\n\s*\S", here.text[_end(last) : at[0]])) if last else 0
    gap = (
        ""
        if last is None
        else "same paragraph"
        if lines == 0
        else "next paragraph"
        if lines == 1
        else "two paragraphs on"
        if lines == 2
        else "far"
    )
    form = form_of(here, source) if source or floating else _without_source(here, at, (a, b))
    phrase = read_phrase(here.text[slice(*source)]) if source and form in ("definite", "other") else None
    adding = not floating and bool(_ADDING.match(here.text[slice(*at)]))
    spoken = tuple(dict.fromkeys(x.speaker for x in past if x.speaker))
    t = Telling(source, at, content, kind, floating, number, form, same[-1] if same else None, last, gap, adding, phrase, None, spoken)
    return replace(t, nearest=_nearest(here, t))


def _nearest(here: Presence, t: Telling) -> str | None:
    """The last one of the kind and gender that the pronoun or description at the telling word asks for, told of in the three sentences before."""
    if t.source is None or (t.form not in PRONOUNS and t.phrase is None):
        return None
    for number in range(t.number, max(-1, t.number - 4), -1):
        for m in reversed(here.by_sentence.get(number, ())):
            if m.end <= t.source[0] and not m.nested and m.who in here.actors and not any(a <= m.start < b for a, b in t.content):
                said = fit(here, t, m.who)
                if said and not any(x.startswith(("does not", "not")) for x in said):
                    return m.who
    return None


def _end(s: Statement) -> int:
    return max(s.content[-1][1], s.cue[1] if s.cue else 0)


def _without_source(here: Presence, at: Span, sentence: Span) -> str:
    """How a telling word stands that names nobody: "it is reported", ", adding", or otherwise."""
    before = here.text[sentence[0] : at[0]]
    if _IMPERSONAL.search(before):
        return "impersonal"
    return "participle" if here.text[slice(*at)].lower().endswith("ing") else "none"


def form_of(here: Presence, source: Span | None) -> str:
    """How the source is worded: none, he, it, they, i, who, document, name, definite or other; without a source also impersonal or participle."""
    if source is None:
        return "none"
    words = here.text[slice(*source)].strip(' ,."“”')
    low = words.lower()
    if low in PRONOUNS:
        return {"she": "he", "we": "i"}.get(low, low)
    if DOCUMENT.search(low):
        return "document"
    if _DEFINITE.match(low):
        return "definite" if len(words.split()) < 2 or not words.split()[1][0].isupper() else "definite name"
    return "name" if words[:1].isupper() else "other"


def circumstances(t: Telling) -> tuple[str, ...]:
    """What the weight of a feature may depend on: the source's form, and whether the words are quoted."""
    return ("", t.form, f"{t.kind}{' floating' if t.floating else ''}", *(("adding", f"adding {t.form}") if t.adding else ()))


def fit(here: Presence, t: Telling, who: str) -> list[str]:
    """Whether somebody is of the kind and gender of the pronoun, or of the kind and sector of the noun, at the telling word."""
    out = []
    actor = here.actors[who]
    word = here.text[slice(*t.source)].lower() if t.source else ""
    if fits := FITTING.get(word):
        out.append("fits the pronoun" if actor.kind in fits else "does not fit the pronoun")
        gender = here.genders.get(who)
        if gender and word in GENDERS:
            out.append("of the pronoun's gender" if gender == GENDERS[word] else "not of the pronoun's gender")
    if t.phrase and t.phrase.kind in _KINDS:
        fit = actor.kind in _KINDS[t.phrase.kind]
        out.append("of the noun's kind" if fit else "not of the noun's kind")
        if fit and t.phrase.sector:
            out.append("of the noun's sector" if actor.sector == t.phrase.sector else "not of the noun's sector")
    return out
