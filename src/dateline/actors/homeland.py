"""Parties without a name that are states: "the Kingdom" is the kingdom the article is about, "both countries" are the two told of side by side."""

from __future__ import annotations

import re

from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.geography import countries_in
from dateline.actors.referring_bodies import KINGDOMS
from dateline.actors.scene import Scene

_HOME = re.compile(r"(?:the|our|this)\s+(kingdom|nation|country)", re.I)
_TWO = re.compile(r"(?:both|the two)\s+(?:\w+\s+)?(?:countries|nations|states|governments|neighbou?rs)", re.I)
_JOINED = re.compile(r"(?:['’]s?)?,?\s+(?:and|with|from|against|to)\s+(?:the\s+)?")


def tell_homeland(scene: Scene, cast: Cast) -> None:
    """Joins what is a state in other words to the state's own actor, or makes it that state; what names two takes part as both."""
    for draft in [d for d in cast.drafts if not d.named and d.kind in ("organization", "group", "population")]:
        words = list(draft.surfaces)
        if words and all(_HOME.fullmatch(w) for w in words):
            _home(scene, cast, draft, {_HOME.fullmatch(w)[1].lower() for w in words})  # type: ignore[index]
        elif words and all(_TWO.fullmatch(w) for w in words):
            _both(scene, cast, draft)


def _state(cast: Cast, country: str) -> Draft | None:
    return next((d for d in cast.drafts if d.kind == "state" and d.country == country), None)


def _home(scene: Scene, cast: Cast, draft: Draft, nouns: set[str]) -> None:
    """The article's country is meant where it is the only one told of that may be: the one kingdom, or the state told of far more than any other."""
    if scene.country is None:
        return
    states = [d for d in cast.drafts if d.kind == "state"]
    home = _state(cast, scene.country)
    if nouns == {"kingdom"}:
        meant = scene.country in KINGDOMS and all(d.country not in KINGDOMS or d is home for d in states)
    else:
        meant = home is not None and all(2 * len(d.spans) <= len(home.spans) for d in states if d is not home)
    words = next(iter(draft.surfaces))
    if meant and home is not None:
        cast.merge(home, draft, f"{words!r} is the country the article is about")
    elif meant:
        draft.kind, draft.country, draft.country_because = "state", scene.country, scene.country_because
        draft.sector, draft.sector_because = "GOV", "a state"
        draft.why(f"{words!r} is the country the article is about")


def _both(scene: Scene, cast: Cast, draft: Draft) -> None:
    """Where every "both countries" stands for the same two states, which are in the cast, these take its part."""
    pairs = {_pair_before(scene, s) for s, _ in draft.spans}
    pair = pairs.pop() if len(pairs) == 1 else None
    members = [d for c in pair or () if (d := _state(cast, c))]
    if len(members) != 2:
        return
    for span in [s for s, d in cast.refers.items() if d is draft]:
        for member in members:
            member.why(f"one of {scene.words(span)!r}")
        cast.refers[span] = members[0]
        cast.parts[span] = members
        cast.because[span] = "the two countries told of side by side before"
    cast.drafts = [d for d in cast.drafts if d is not draft]


def _pair_before(scene: Scene, at: int) -> tuple[str, str] | None:
    """The last two countries joined by "and" or "with" before `at`."""
    text = scene.text[:at]
    found = [(i, w.country, re.match(r"[\w.]+(?:\s[A-Z]\w+)*", text[i:])) for i, w in countries_in(text) if w.how != "capital"]
    for (i, a, x), (j, b, _) in reversed(list(zip(found, found[1:], strict=False))):
        if a != b and x and _JOINED.fullmatch(text[i + x.end() : j]):
            return a, b
    return None
