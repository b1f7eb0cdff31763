"""What a description of a body refers to: "the party", "the court", "police", when one and only one named body fits."""

from __future__ import annotations

import re

from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.geography import lookup
from dateline.actors.nominals import Phrase
from dateline.actors.organizations import sector_of_name
from dateline.actors.scene import Scene
from dateline.actors.vocabulary import listed
from dateline.record import Span

GENERIC_BODY = listed("parties_generic_body")
_LIGHT = listed("parties_light")
_OPEN = ("party", "group", "organization", "organisation", "movement", "company", "firm")  # of which a name need tell nothing
KINGDOMS = listed("parties_kingdoms")


def known_body(scene: Scene, cast: Cast, span: Span, phrase: Phrase, nation: str | None, words: str) -> tuple[Draft | None, str]:
    """The named body or the state that "the party" or "the country" stands for and why; None and why not when none or several fit."""
    head = phrase.noun.split()[-1]
    if phrase.kind == "unknown" and head in ("country", "nation", "republic", "kingdom", "state"):
        if phrase.modifiers or phrase.complement or head in ("republic", "state"):
            return None, ""
        states = [d for d in cast.drafts if d.kind == "state" and (head != "kingdom" or d.country in KINGDOMS)]
        home = [d for d in states if d.country == scene.country]
        if len(states) == 1 and head == "kingdom":
            return states[0], f"{words!r} is the one kingdom told of"
        if len(states) == 1 and home:
            return home[0], f"{words!r} is the country the article is about"
        return None, ""
    if head not in GENERIC_BODY and phrase.kind == "unknown":
        return None, ""
    fits: list[tuple[int, int, Draft]] = []
    for d in cast.drafts:
        if d.kind not in ("organization", "group") or not d.named:
            continue
        names = [t.lower() for t in [*d.name_texts, *(d.known.names[:1] if d.known else ())]]
        rank = 0
        if any(re.search(rf"\b{re.escape(phrase.noun)}\b", n) for n in names):
            rank = 3
        elif any(re.search(rf"\b{re.escape(head)}\b", n) for n in names):
            rank = 2
        elif head in GENERIC_BODY and (
            (phrase.sector and (d.sector or (d.known.sector if d.known else None)) == phrase.sector)
            or any(head in s.lower() for s in d.surfaces)
        ):
            rank = 1
        if head == "party" and rank < 2 and (d.known.sector if d.known else d.sector or sector_of_name(d.name_texts[0])) in ("PTY", "OPP"):
            rank = 2  # every party is one, whether its name says so or not
        if head in _OPEN and not phrase.modifiers and rank < 2 and _just_acted(scene, d, span):
            rank = 2
        if head == "party":
            rank = min(rank, 2)
        if not rank or (nation and (d.country or nation) != nation):
            continue
        loose = {m for m in phrase.modifiers if not lookup(m.title()) and m not in _LIGHT}
        told = " ".join([*names, *(s.lower() for s in d.surfaces)])
        if (head in ("family", "people", "public", "group", "community") and rank > 1) or any(m not in told for m in loose):
            continue
        if phrase.complement and not lookup(phrase.complement.title()) and phrase.complement not in told:
            continue
        at = d.last_before(span[0])
        fits.append((rank, at if at is not None else -1, d))
    if not fits or head in ("government", "police", "army", "authorities", "military", "opposition", "media"):
        return None, ""
    top = max(f[0] for f in fits)
    pool = sorted((f for f in fits if f[0] == top), key=lambda f: -f[1])
    if (
        top == 1
        and len([f for f in pool if f[1] >= 0 and scene.sentence(span[0]) - scene.sentence(f[1]) <= (99 if head == "party" else 4)]) > 1
    ):
        return None, f"{words!r} may be {pool[0][2].name_texts[0]!r} or {pool[1][2].name_texts[0]!r}"
    near = phrase.sector == "LEG" or (pool[0][1] >= 0 and scene.sentence(span[0]) - scene.sentence(pool[0][1]) <= (8 if top > 1 else 2))
    if head == "party" and len(pool) > 1 and scene.sentence(pool[0][1]) - scene.sentence(max(0, pool[1][1])) < 2:
        return None, f"{words!r} may be {pool[0][2].name_texts[0]!r} or {pool[1][2].name_texts[0]!r}"
    if (len(pool) == 1 and (top > 1 or near)) or (len(pool) > 1 and clearly_nearer(scene, span, pool[0][1], pool[1][1])):
        return pool[0][2], f"{words!r} is {pool[0][2].name_texts[0]!r}, the {head} named before"
    return None, f"{words!r} may be {pool[0][2].name_texts[0]!r} or {pool[1][2].name_texts[0]!r}" if len(pool) > 1 else ""


def _just_acted(scene: Scene, draft: Draft, span: Span) -> bool:
    """Is this a body of no known kind that did or said something in the sentence before? Whatever "the group" is, it may be that."""
    if draft.sector or draft.known or sector_of_name(draft.name_texts[0]) or lookup(draft.name_texts[0]):
        return False
    before = scene.sentence(span[0]) - 1
    return any(scene.sentence(s[0]) == before and s in scene.subjects for s in draft.spans)


def the_force(scene: Scene, cast: Cast, phrase: Phrase, words: str) -> Draft | None:
    """ "Police" without more, where one and only one police of the article's country has a fuller name ("Nara prefectural police")."""
    if not re.fullmatch(r"(?:the\s+)?(?:police|army|military|navy|law enforcers)", words, re.I):
        return None
    head = "police" if phrase.noun == "law enforcers" else phrase.noun
    fits = [
        d
        for d in cast.drafts
        if d.kind in ("organization", "group", "population")
        and (d.country or scene.country) in (scene.country, None)
        and any(re.search(rf"\b{head}(?: force| forces| service| department)?$", t, re.I) for t in (d.name_texts or list(d.surfaces)[:1]))
    ]
    return fits[0] if len(fits) == 1 else None


def clearly_nearer(scene: Scene, span: Span, first: int, second: int) -> bool:
    """Is the mention that starts at `first` so much nearer than the one at `second` that it must be meant? -1: none."""
    if first < 0:
        return False
    here = scene.sentence(span[0])
    a, b = here - scene.sentence(first), here - scene.sentence(second) if second >= 0 else 99
    return a < b and (a <= 2 or b - a >= 3)
