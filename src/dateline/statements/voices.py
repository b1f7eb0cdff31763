"""What speaks for somebody as the speaker of a statement: features of one candidate, named in plain words.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re

from dateline.statements.presence import FITTING, PRONOUNS, Presence, party
from dateline.statements.tellings import DOCUMENT, Telling, circumstances, fit, form_of, telling_of

__all__ = ["Telling", "circumstances", "evidence", "form_of", "of_nobody", "plain_reading", "telling_of"]

_APPOSED = re.compile(r"(?:\s\([^()]{1,20}\))?,\s(?:\d+,\s)?(?:[^.;\n]{1,90}\sand\s)?")
_AUTHORED = re.compile(
    r"(?i)\b(?:letter|op-ed|article|essay|column|video|message|speech|address|statement|tweet|post)\s(?:from|by|of)\s(?:the\s)?$"
)
_APPOSING = re.compile(r"(?:\s(?:and|of|for|in|at)\s[^.;,\n]{1,50})?,?\s")


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
        out += fit(here, t, who)
    if t.nearest:
        out.append("the last that the words may mean" if who == t.nearest else "not the last that the words may mean")
    if t.spoken:
        out.append("has spoken before" if who in t.spoken else "has not spoken before")
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
        return t.same.speaker if t.same else near or _author(here, t) if t.floating else first
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


def _author(here: Presence, t: Telling) -> str | None:
    """Whose letter, article or video the sentence before tells of: "The Times published a letter from X on Monday."."""
    told = here.by_sentence.get(t.number - 1, ())
    start = here.bounds(t.number - 1)[0] if t.number else 0
    return next((s.who for s in told if _AUTHORED.search(here.text, max(start, s.start - 40), s.start)), None)


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
    if who in here.actors and (t.source not in here.refers or here.refers[t.source] != who):
        words = re.findall(r"\w[\w’'-]*", here.text[slice(*t.source)])
        nouns = [w.lower() for w in words]
        if nouns and nouns[-1] in here.nouns[who]:
            out.append("called by the same noun")
        elif nouns and any(n in here.offices[who] for n in (nouns[-1], *((t.phrase.noun,) if t.phrase else ()))):
            out.append("holds the office")
    if who not in named[:1] and t.form not in PRONOUNS and _apposed(here, t, who):
        out.append("named beside the telling words")
    if (
        who in here.actors
        and who not in named
        and any(w in here.names[who] for w in re.findall(r"\b[A-Z]\w{2,}", here.text[slice(*t.source)]))
    ):
        out.append("shares a name with the telling words")


def _apposed(here: Presence, t: Telling, who: str) -> bool:
    """Whether somebody is named right beside a description at the telling word ("Scan Inter (SCN), a Thai developer, said")."""
    assert t.source
    for m in here.by_sentence.get(t.number, ()):
        if (
            m.who == who
            and not m.pronoun
            and (
                (m.end <= t.source[0] and _APPOSED.fullmatch(here.text[m.end : t.source[0]]))
                or (t.source[1] <= m.start and _APPOSING.fullmatch(here.text[t.source[1] : m.start]))
            )
        ):
            return True
    return False


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
            if (
                t.form == "who"
                and t.source
                and before[-1].end <= t.source[0]
                and not any(o.who != who and before[-1].end < o.start < t.source[0] and not o.nested for o in here.by_sentence[t.number])
            ):
                out.append("right before the who")
        after = [s for s in outside if s.start >= t.at[1]]
        if after and len(here.text[t.at[1] : after[0].start].split()) <= 2:
            out.append("right after the telling word")
    elif mine:
        out.append("only spoken of")
    else:
        if t.floating and here.topics.get(here.sentence(t.content[-1][1] - 1) + 1) == who:
            out.append("opens the sentence after")
        past = [k for k in here.mentioned_in.get(who, ()) if k < t.number]
        far = t.number - past[-1] if past else None
        out.append(
            "only later" if far is None else "one sentence back" if far == 1 else "two sentences back" if far == 2 else "farther back"
        )
        if here.topics.get(t.number - 1) == who:
            out.append("opens the sentence before")
