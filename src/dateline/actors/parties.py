"""Who fills the roles: a name, a state, a description of somebody known, or a party of its own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dateline.actors.cast import Cast
from dateline.actors.describing import describe
from dateline.actors.drafts import Draft
from dateline.actors.geography import country_in, lookup
from dateline.actors.heading import RUNS_ON, name_that_heads
from dateline.actors.nominals import PRONOUNS, read_phrase
from dateline.actors.offices import title_before
from dateline.actors.organizations import known_as
from dateline.actors.reading_names import trim
from dateline.actors.repair import past_dateline, repair_role
from dateline.actors.scene import Scene
from dateline.record import Span

LEANED = 0.35  # the least leaning of the reader that brings a party in
PARTY_ROLES = ("speaker", "actor", "recipient", "addressee")


def role_spans(scene: Scene) -> list[Span]:
    spans = {span for f in scene.frames for role in PARTY_ROLES for span in f.spans(role)}
    return sorted(s for s in spans if not scene.skipped(s) and scene.words(s).strip())


def leaned_spans(scene: Scene, filled: Sequence[Span]) -> dict[Span, frozenset[str]]:
    """Names and descriptions outside every role (`filled`) that the reader all but marked as a party of some deed, with the roles it leans to."""
    leaning: dict[int, set[str]] = {}
    for f in scene.frames:
        for r in f.leanings:
            if r.score >= LEANED:
                leaning.setdefault(r.start, set()).add(r.name)
    starts = sorted(leaning)
    out: dict[Span, frozenset[str]] = {}
    for m in scene.mentions:
        span = (m.start, m.end)
        if (
            m.form == "pronoun"
            or m.label in ("date", "money", "facility")
            or (m.form == "name" and m.label == "nationality" and not scene.words(span).endswith("s"))
        ):
            continue  # "Shiite", "Israeli": what somebody is
        if scene.skipped(span) or any(a < m.end and m.start < b for a, b in filled):
            continue
        roles = {role for at in starts[bisect_left(starts, m.start) : bisect_left(starts, m.end)] for role in leaning[at]}
        if roles:
            out[span] = frozenset(roles)
    return out


def bare(scene: Scene, span: Span) -> Span:
    """The role span without quotation marks, a dateline before it and what hangs after a comma or bracket."""
    s, e = past_dateline(scene.text, span)
    while s < e and scene.text[s] in " \n\t\"“”‘'(":
        s += 1
    while e > s and scene.text[e - 1] in ' \n\t"“”,.;:':
        e -= 1
    closed = scene.text.find(")", s, e)
    if closed > 0 and "(" not in scene.text[s:closed] and closed + 1 < e:
        return bare(scene, (closed + 1, e))  # "UP) opposition party"
    if e - s > 5 and scene.text[e - 2 : e] in ("'s", "’s"):
        e -= 2  # "the government's" is the government
    return s, e


def state_meant(scene: Scene, span: Span) -> tuple[str, str] | None:
    """(country, how) when the span names a state, a capital that stands for one, or its people ("the Iranians")."""
    words = re.sub(r"\s*\([A-Z][A-Z.]{1,6}\)?$", "", scene.words(span).strip())  # "the Republic of Korea (ROK)"
    words = re.sub(r"^(?:the\s+)?(?:government|state|kingdom|republic|sultanate|emirate)\s+of\s+(?:the\s+)?", "", words, flags=re.I)
    word = lookup(words)
    if word is None:
        return None
    if word.how == "people":
        many = (words.rstrip().endswith("s") and len(words) > 4) or re.match(r"the\s", scene.words(span), re.I)
        return word.country, "people" if many else "name"  # a bare "Israeli" in a role is a span cut short: the state's side is meant
    return word.country, word.how


def settle(scene: Scene, cast: Cast) -> list[Span]:
    """Gives every role span that is no pronoun an actor; the pronouns come back, to be settled last."""
    later: list[Span] = []
    states: dict[str, Draft] = {}
    filled = role_spans(scene)
    leaned = leaned_spans(scene, filled)
    for whole in sorted({*filled, *leaned}):
        span = bare(scene, _before_trigger(scene, whole))
        if span[0] >= span[1]:
            continue
        if scene.words(span).lower() in PRONOUNS and scene.words(span) != "US":
            later.append(whole)
            continue
        mended = repair_role(scene, span)
        if mended is None:
            continue
        span = bare(scene, mended)
        pieces = _pieces(scene, cast, span)
        found: list[Draft] = []
        for piece in pieces:
            draft = _settle_one(scene, cast, states, piece, leaned.get(whole) or _roles_of(scene, whole))
            if draft is not None and draft not in found:
                found.append(draft)
        if found:
            cast.refers[whole] = found[0]
            cast.because.setdefault(whole, cast.because.get(pieces[0], "fills a role"))
            if len(found) > 1:
                cast.parts[whole] = found
    return later


def _before_trigger(scene: Scene, span: Span) -> Span:
    """A role that runs on over its own telling word ends before it ("The agreement" [states])."""
    ends = [
        f.trigger[0]
        for f in scene.frames
        if f.trigger and span[0] < f.trigger[0] < span[1] <= f.trigger[1] and any((r.start, r.end) == span for r in f.roles)
    ]
    return span[0], min(ends, default=span[1])


def _roles_of(scene: Scene, span: Span) -> frozenset[str]:
    return frozenset(r.name for f in scene.frames for r in f.roles if (r.start, r.end) == span)


def _pieces(scene: Scene, cast: Cast, span: Span) -> list[Span]:
    """The members of a list ("Saleh and Massoud Jr."), when at least two of them are names of their own."""
    pair = re.fullmatch(r"([A-Z][\w. ]+)[-–/]([A-Z][\w. ]+)", scene.words(span))
    if pair and lookup(pair.group(1)) and lookup(pair.group(2)):
        return [(span[0] + s, span[0] + e) for s, e in (pair.span(1), pair.span(2))]
    if not re.search(r"\band\b|,|&", scene.words(span)) or lookup(scene.words(span)) or known_as(scene.words(span)):
        return [span]
    cuts = [span[0]]
    out: list[Span] = []
    for m in re.finditer(r",\s+(?:and\s+)?|\s+(?:and|&)\s+", scene.words(span)):
        at = (span[0] + m.start(), span[0] + m.end())
        if not any(s[0] < at[1] and at[0] < s[1] for s in cast.refers):
            out.append((cuts[-1], at[0]))
            cuts.append(at[1])
    out.append((cuts[-1], span[1]))
    if len(out) < 2:
        return [span]
    heads = [name_that_heads(scene, cast, p) for p in out]
    named = {id(h[0]) for h in heads if h} | {lookup(scene.words(p)).country for p in out if lookup(scene.words(p))}  # type: ignore[union-attr]
    apart = len(named) >= 2 and len(named) == len(out)
    return [p for p in out if p[0] < p[1]] if apart or _two_parties(scene, out, heads) else [span]


_WITHIN = re.compile(r"\b(?:of|for|by|with|in|to|from|against|between|at|on|who|which|that)\b")
_OWN = re.compile(r"(?:the|a|an|his|her|its|their|other|some|many|several|two|three|four|five|dozens|hundreds|\d+)\b", re.I)


def _two_parties(scene: Scene, pieces: list[Span], heads: Sequence[tuple[Draft, Span] | None]) -> bool:
    """Are these two descriptions, or a name and a description, and not one party with two posts ("the minister and party leader")?"""
    if len(pieces) != 2 or not re.search(r"\band\b|&", scene.text[pieces[0][1] : pieces[1][0]]):
        return False
    first, second = (scene.words(p).strip() for p in pieces)
    own = bool(_OWN.match(second))
    if _WITHIN.search(first) and not own:
        return False
    kinds = []
    for piece, head in zip((first, second), heads, strict=True):
        phrase = read_phrase(piece)
        if head or (lookup(piece) and lookup(piece).how == "name"):  # type: ignore[union-attr]
            kinds.append("name")
        elif phrase and phrase.kind in ("people", "body") and (len(piece.split()) > 1 or phrase.kind == "people"):
            kinds.append(phrase.kind)
        elif phrase and phrase.kind == "person":
            kinds.append("person")
        else:
            return False
    if "person" in kinds and not own and kinds[1] != "people":
        return False
    if kinds == ["people", "people"] and not own and (len(second.split()) == 1 or _WITHIN.search(second)):
        return False  # "judges and prosecutors" are one crowd
    shared = heads[1] is not None and heads[1][0].kind == "person" and heads[1][1][0] > pieces[1][0] and not _OWN.match(first)
    return not (kinds[1] == "name" and (kinds[0] in ("person", "body") or (shared and kinds[0] != "name")))  # "Youth and Sports Minister A"


_WHERE = re.compile(r"(?i)\b(?:in|at|near|inside|outside|across|throughout|within|around)\s+(?:the\s+)?$")


def _named_as_place(scene: Scene, span: Span) -> bool:
    """Is this the name of a place after "in" ("In New York, France demanded …")? It says where, and nobody does anything by it."""
    named = scene.places.get(trim(scene.text, span)) or scene.places.get(span)
    return (
        named is not None
        and bool(_WHERE.search(scene.text[max(0, span[0] - 24) : span[0]]))
        and not scene.text.startswith(("'s", "’s"), span[1])
    )


def _people(scene: Scene, cast: Cast, span: Span, country: str) -> Draft:
    """The people of a country ("protests by Turks"): one crowd wherever they are told of."""
    draft = next((d for d in cast.drafts if d.kind == "population" and d.noun == f"people of {country}"), None)
    if draft is None:
        draft = cast.add(Draft("population", noun=f"people of {country}", plural=True))
        draft.place(country, f"{scene.words(span)!r} are its people")
        draft.rank("CVL", "the people of a country")
    cast.set(scene, span, draft, f"{scene.words(span)!r} are the people of {country}")
    return draft


def _settle_one(scene: Scene, cast: Cast, states: dict[str, Draft], span: Span, roles: frozenset[str]) -> Draft | None:
    headed = name_that_heads(scene, cast, span)
    words = " ".join(scene.words(span).split())
    if headed:
        draft, name = headed
        if RUNS_ON.match(scene.text, name[1], span[1]):
            span = span[0], name[1]
            words = " ".join(scene.words(span).split())
        if name[0] <= span[0] and span[1] <= name[1] and span != name:
            cast.set(scene, span, draft, f"{words!r} stands within the name {scene.words(name)!r}", surface=False)
        elif span != name and len(words) < 140:
            before = title_before(scene.text, name[0], span[0]) if draft.kind == "person" else None
            if before and before[0] >= span[0]:
                draft.title(scene.text, before)
            cast.set(scene, span, draft, f"{words!r} is headed by the name {scene.words(name)!r}")
            draft.place(country_in(scene.text[span[0] : name[0]], capitals=False) if draft.kind != "state" else None, f"told in {words!r}")
        return draft
    if _named_as_place(scene, span):
        return None
    state = state_meant(scene, span)
    if state and (state[1] != "people" or "speaker" in roles):
        country, how = state
        if how == "capital" and not roles & {"speaker", "actor"} and country not in states:
            return None
        draft = states.get(country) or Draft(
            "state", country=country, country_because="the state itself", sector="GOV", sector_because="a state"
        )
        if country not in states:
            states[country] = draft
            cast.drafts.append(draft)
        if how != "name":
            draft.why(f"{words!r} takes a role: its {'capital' if how == 'capital' else 'people'} stands for the state")
        draft.name_texts.append(scene.words(trim(scene.text, span)))
        cast.set(scene, span, draft, f"{words!r} takes a role as a state")
        return draft
    known = known_as(words)
    if known:
        draft = next((d for d in cast.drafts if d.known is known), None) or cast.add(Draft(known.kind, known=known))
        draft.name_texts.append(scene.words(trim(scene.text, span)))
        cast.set(scene, span, draft, f"{words!r} is well known")
        return draft
    if (word := lookup(scene.words(trim(scene.text, span)))) and word.how == "people":
        return _people(scene, cast, span, word.country)
    place = scene.places.get(span) or scene.places.get(trim(scene.text, span))
    if place is not None:
        if not roles & {"speaker", "actor"}:
            return None
        draft = next(
            (d for d in cast.drafts if d.kind == "organization" and scene.words(trim(scene.text, span)) in d.name_texts), None
        ) or cast.add(Draft("organization"))
        draft.name_texts.append(scene.words(trim(scene.text, span)))
        draft.place(place.country, "the country of the place")
        draft.rank("GOV", "a place that acts stands for its authorities")
        cast.set(scene, span, draft, f"{words!r}, a place, takes a role")
        return draft
    return describe(scene, cast, span, create=True)
