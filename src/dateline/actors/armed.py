"""Bodies under arms: what the words beside a name tell of it ("armed men of the Harbour Front"), and the one army that a country has."""

from __future__ import annotations

import re

from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.geography import country_in, lookup
from dateline.actors.organizations import known_as, sector_of_name
from dateline.actors.scene import Scene
from dateline.actors.vocabulary import listed

_REBELS = "|".join(sorted(listed("armed_rebels"), key=lambda w: (-len(w), w)))
_OTHERS = "|".join(sorted(listed("armed_others"), key=lambda w: (-len(w), w)))
_BEFORE = re.compile(
    rf"(?i)\b(?:(?P<rebels>{_REBELS})|(?P<others>{_OTHERS}))(?:\s+(?:of|from|belonging to|loyal to|with))?\s+(?:the\s+)?[“\"‘']?$"
)
_AFTER = re.compile(
    rf"(?i)[”\"’']?(?:\s*\([^)]*\))?(?:\s+|,\s+(?:an?|the)\s+(?:\w+\s+){{0,2}})(?:(?P<rebels>{_REBELS})|(?P<others>{_OTHERS}))\b"
)
_OF_ARMS = ("REB", "UAF")
_WEAK = (None, "ACT", "PTY", "CVL")
_ARMY = re.compile(
    r"(?i)(?:the\s+)?(?P<nation>[\w’'. -]+?)\s+(?:national\s+)?(?:army|military|armed forces|defen[cs]e forces?)|(?:the\s+)?armed forces of (?:the\s+)?(?P<land>[\w’'. -]+)"
)
_NOUNS = ("army", "military", "armed forces")


def tell_armed(scene: Scene, draft: Draft) -> None:
    """The sector of a named body whose name tells none, by who fights for it: rebels (REB) or others under arms (UAF)."""
    if draft.kind not in ("organization", "group") or not draft.named or (draft.known and draft.known.sector != "NGO"):
        return
    if draft.sector not in _WEAK or any(sector_of_name(t) not in _WEAK for t in draft.name_texts if not known_as(t)):
        return
    for start, end in sorted(draft.spans):
        for m in (_BEFORE.search(scene.text, max(0, start - 60), start), _AFTER.match(scene.text, end, end + 60)):
            if m:
                told = " ".join(m.group().split())
                draft.sector, draft.sector_because = ("REB" if m["rebels"] else "UAF"), f"{told!r} beside {scene.words((start, end))!r}"
                draft.known = None  # "RSF paramilitaries" are no Reporters Sans Frontières
                return


def group_of_arms(draft: Draft) -> None:
    """A named body of rebels or others under arms is a group, not an organization (so our annotators: of 149 such bodies of UAF or well known 142)."""
    if draft.kind == "organization" and draft.named and draft.sector in _OF_ARMS:
        draft.kind = "group"


def unify_armies(scene: Scene, cast: Cast) -> None:
    """ "The army" and the "Sudanese army" are the "Sudanese Armed Forces" that the article names: a country has one."""
    home = {scene.country} if scene.country else set()
    for named in [d for d in cast.drafts if d.kind in ("organization", "group") and d.named and d.sector == "MIL"]:
        country = next((c for t in named.name_texts if (c := _army_of(t))), None)
        if country is None:
            continue
        for other in [d for d in cast.drafts if d is not named and d.kind == "organization" and not d.named and d.noun in _NOUNS]:
            told = {c for s in other.surfaces if (c := country_in(s, capitals=False))} or home
            plain = all(lookup(m.title()) or m in ("own", "national", "the") for m in other.modifiers) and not other.complement
            if plain and told == {country}:
                words = next(iter(other.surfaces), other.noun or "")
                cast.merge(named, other, f"{words!r} is the army of {country}")


def _army_of(name: str) -> str | None:
    """The country whose army bears this name."""
    m = _ARMY.fullmatch(name.strip())
    word = lookup(m["nation"] or m["land"]) if m else None
    return word.country if word else None
