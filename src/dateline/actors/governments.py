"""A state and its government are one actor: "Iraq", "the Iraqi government", "Baghdad", "the Government of Iraq"."""

from __future__ import annotations

import re

from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.figures import figure_of
from dateline.actors.geography import country_in, lookup
from dateline.actors.naming import person_words
from dateline.actors.nominals import read_phrase
from dateline.actors.scene import Scene
from dateline.actors.vocabulary import listed

# Of 34 articles of ours in which a state acts and its government is spoken of, 32 took them for one actor.
_RULERS = listed("governments_rulers")
_LIGHT = listed("governments_light")
PAST = re.compile(r"\b(?:past|previous|former|last|outgoing|earlier)\b", re.I)
_OF = re.compile(r"^(?:the\s+)?(?:[a-z]+\s+)?(?:government|regime|authorities)\s+of\s+(?:the\s+)?(.+)$", re.I)


def unify_governments(scene: Scene, cast: Cast) -> None:
    """Every party that is the government of a country, whatever the noun, is one actor; the state itself where it acts."""
    found: dict[str, Draft] = {d.country: d for d in cast.drafts if d.kind == "state" and d.country}
    for draft in sorted(cast.drafts, key=lambda d: d.first):
        if draft.kind == "state":
            continue
        country = _governed(scene, cast, draft)
        if country is None:
            continue
        host = found.setdefault(country, draft)
        if host is not draft:
            words = next(iter(draft.surfaces), draft.noun or "")
            cast.merge(host, draft, f"{words!r} is the government of {country}")


def _governed(scene: Scene, cast: Cast, draft: Draft) -> str | None:
    """The country whose government this party is, nothing more being told of it ("the military government", "local authorities")."""
    if draft.known is not None or draft.kind not in ("organization", "group", "population"):
        return None
    countries = {_country(scene, cast, words) for words in draft.surfaces}
    return countries.pop() if len(countries) == 1 else None


def _country(scene: Scene, cast: Cast, words: str) -> str | None:
    if PAST.search(words):
        return None  # "the past government of Pinto" is not the one there is
    m = _OF.match(words)
    if m:
        place = lookup(re.sub(r"^(?:the\s+)?(?:republic|kingdom|state|arab republic|islamic republic)\s+of\s+", "", m.group(1), flags=re.I))
        if place:
            return place.country
        leaders = _leaders(cast, m.group(1).split())
        return (_home(leaders) or scene.country) if leaders else None
    phrase = read_phrase(words)
    if phrase is None or phrase.noun not in _RULERS or (phrase.complement and not lookup(phrase.complement.title())):
        return None
    if phrase.noun in ("administration", "state", "authorities") and not (phrase.definite or len(words.split()) <= 2):
        return None
    loose = [m for m in phrase.modifiers if m not in _LIGHT and not lookup(m.title()) and not lookup(m.upper())]
    leaders = _leaders(cast, loose) if loose else []
    if loose and not leaders:
        return None
    return country_in(words, capitals=True) or _home(leaders) or scene.country


def _leaders(cast: Cast, words: list[str]) -> list[Draft]:
    """Whose name these words are ("the Boric administration")."""
    told = set(person_words(re.sub(r"['’]s\b", "", " ".join(words))))
    return [d for d in cast.drafts if told and d.kind == "person" and any(told <= set(name) for name in d.names)]


def _home(leaders: list[Draft]) -> str | None:
    """The country of a well-known leader: "the Maduro regime" in an article on Cuba is not Cuba's."""
    homes = {figure[1] for d in leaders if (figure := figure_of(d))}
    return homes.pop() if len(homes) == 1 else None
