"""What speaks for somebody as the speaker of a statement: features of one candidate, named in plain words.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.record import Span, Spans, Statement
from dateline.statements.presence import FITTING, PRONOUNS, Presence, party

DOCUMENT = re.compile(
    r"(?i)\b(statement|communiqu[ée]|letter|report|speech|press release|release|note|message|post|tweet|memo|address|declaration)(?=$|\s+(?:by|from|of|to|on|in|for)\b)"
)
_DEFINITE = re.compile(r"(?i)(?:the|this|that|his|her|its|their)\b")


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
    return Telling(source, at, content, kind, floating, number, form_of(here, source), same[-1] if same else None, last, gap)


def _end(s: Statement) -> int:
    return max(s.content[-1][1], s.cue[1] if s.cue else 0)


def form_of(here: Presence, source: Span | None) -> str:
    """How the source is worded: none, he, it, they, i, who, document, name, definite or other."""
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
    return ("", t.form, f"{t.kind}{' floating' if t.floating else ''}")


def of_nobody(t: Telling) -> list[str]:
    """What speaks for leaving the speaker open."""
    return ["nobody", *(() if t.last else ("nobody before",)), *(() if t.source else ("no source",))]


def evidence(here: Presence, t: Telling, who: str) -> list[str]:
    """What speaks for or against `who`."""
    out: list[str] = []
    if plain_reading(here, t) == who:
        out.append("the plain reading of the telling words")
    _named(here, t, who, out)
    _going_on(here, t, who, out)
    _standing(here, t, who, out)
    actor = here.actors.get(who)
    if actor is not None:
        out += [f"kind {actor.kind}", f"sector {actor.sector}"]
        fits = FITTING.get(here.text[slice(*t.source)].lower()) if t.source else None
        if fits:
            out.append("fits the pronoun" if actor.kind in fits else "does not fit the pronoun")
    n = here.counts[who]
    out.append("told of once" if n == 1 else "told of often" if n > 3 else "told of more than once")
    if n == here.most:
        out.append("told of most")
    return out


def plain_reading(here: Presence, t: Telling) -> str | None:
    """Who speaks by the telling words alone: whom they name, whose document they name, whom their pronoun fits, or who was speaking."""
    near = t.last.speaker if t.last and t.gap != "far" else None
    if t.source is None:
        first = next((s.who for s in here.by_sentence.get(t.number, ()) if s.end <= t.at[0]), None)
        return t.same.speaker if t.same else near if t.floating else first
    if t.form in PRONOUNS:
        known, fits = here.refers.get(t.source), FITTING.get(t.form)
        for who in (known, near):
            if who is not None and (fits is None or who not in here.actors or here.actors[who].kind in fits):
                return who
        return None
    if t.form == "document":
        a, b = t.source
        owners = [m for m in here.refers if a <= m[0] and m[1] <= b and m != t.source and not DOCUMENT.search(here.text[slice(*m)])]
        return here.refers[min(owners, key=lambda m: (m[0] - m[1], m[0]))] if owners else near or party(t.source, here.refers)
    return party(t.source, here.refers)


def _named(here: Presence, t: Telling, who: str, out: list[str]) -> None:
    if t.source is None:
        return
    named = here.whose(t.source)
    if who in named:
        out.append("named at the telling word")
        out.append("named first at the telling word" if named[0] == who else "named with others at the telling word")
        if t.source in here.refers:
            out.append("the very words at the telling word")
    elif named:
        out.append("another is named at the telling word")
    if party(t.source, here.refers) != who and any(
        here.refers[m] == who for m in here.refers if t.source[0] <= m[0] and m[1] <= t.source[1]
    ):
        out.append("named within the words at the telling word")
        if t.form == "document":
            out.append("whose document it is")
    actor = here.actors.get(who)
    if actor is not None and t.source not in here.refers:
        nouns = here.text[slice(*t.source)].lower().split()
        if nouns and nouns[-1] in here.nouns[who]:
            out.append("called by the same noun")


def _going_on(here: Presence, t: Telling, who: str, out: list[str]) -> None:
    if t.same is not None and t.same.speaker == who:
        out.append("speaks before in the sentence")
    if t.last is None:
        return
    if t.last.speaker == who:
        out.append("spoke last")
        out.append(f"spoke last, {t.gap}")
        if t.last.source is not None and here.text[slice(*t.last.source)].lower() in PRONOUNS:
            out.append("spoke last, as a pronoun")
    elif t.last.speaker:
        out.append("another spoke last")
    if who in t.last.addressee:
        out.append("was spoken to last")


def _standing(here: Presence, t: Telling, who: str, out: list[str]) -> None:
    mine = [s for s in here.by_sentence.get(t.number, ()) if s.who == who and not s.nested]
    outside = [s for s in mine if not any(a <= s.start < b for a, b in t.content)]
    if outside:
        before = [s for s in outside if s.end <= t.at[0]]
        out.append("in the telling sentence")
        if before:
            first = min(s.start for s in here.by_sentence[t.number] if not s.nested)
            out.append("opens the telling sentence" if before[0].start == first else "before the telling word")
            if len(here.text[before[-1].end : t.at[0]].split()) <= 2:
                out.append("right before the telling word")
        after = [s for s in outside if s.start >= t.at[1]]
        if after and len(here.text[t.at[1] : after[0].start].split()) <= 2:
            out.append("right after the telling word")
    elif mine:
        out.append("only spoken of")
    else:
        past = [k for k in here.mentioned_in.get(who, ()) if k < t.number]
        far = t.number - past[-1] if past else None
        out.append(
            "only later" if far is None else "one sentence back" if far == 1 else "two sentences back" if far == 2 else "farther back"
        )
        if here.topics.get(t.number - 1) == who:
            out.append("opens the sentence before")
