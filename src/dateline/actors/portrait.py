"""Country and sector of an actor, each with the reason it was chosen."""

from __future__ import annotations

import re

from dateline.actors.drafts import Draft
from dateline.actors.geography import country_in, lookup
from dateline.actors.offices import read_office, sector_of_office
from dateline.actors.organizations import bodies, known_as, sector_of_name
from dateline.actors.scene import Scene

WORLDLY = re.compile(r"\b(?:international|world|global|foreign|western|european|african|asian|arab|latin american|u\.?n\.?|eu|regional|neighbou?ring|several countries|member states|countries|nations|leaders from)\b", re.I)
_CARRIERS = frozenset("spokesman spokeswoman spokesperson chairman chairwoman chairperson chair head chief leader director president manager founder co-founder secretary general coordinator convener executive member representative official officer adviser advisor commissioner expert analyst vice deputy candidate".split())


def paint(scene: Scene, draft: Draft) -> None:
    """Fills in what is not told yet."""
    if draft.known:
        draft.rank(draft.known.sector, f"{draft.known.names[0]} is well known")
        if draft.known.country:
            draft.country, draft.country_because = draft.known.country, f"{draft.known.names[0]} is well known"
    if draft.kind == "person":
        _person(scene, draft)
    elif draft.kind in ("organization", "group"):
        _body(scene, draft)
    elif draft.kind == "population":
        _population(scene, draft)


def _person(scene: Scene, draft: Draft) -> None:
    titles = list(dict(sorted(draft.titles.items())).values()) or ([next(iter(draft.surfaces), "")] if draft.noun else [])
    for title in titles:
        sector, why = sector_of_title(title)
        draft.rank(sector, why)
        draft.place(country_in(title), f"the title {title!r}")
        known = _known_inside(title)
        if known and known.country:
            draft.place(known.country, f"{known.names[0]} in the title {title!r}")
        if draft.sector and draft.country:
            break
    if draft.sector == "IGO":
        return
    party = _party_in_brackets(scene, draft)
    if party:
        draft.rank(party, "a party and seat in brackets after the name")
    draft.place(scene.country, scene.country_because)


def _party_in_brackets(scene: Scene, draft: Draft) -> str | None:
    for _, end in draft.spans:
        if re.match(r"\s\((?:[A-Z][\w-]{0,6})[-–—][A-Z][\w .]+\)", scene.text[end : end + 40]):
            return "LEG"
    return None


def sector_of_title(title: str) -> tuple[str | None, str]:
    """The sector of a title and why: its head's own, or the organization's that stands beside a head without one."""
    office = read_office(title)
    if office is None:
        name = sector_of_name(title)
        return (name, f"the words of {title!r}") if name else (None, "")
    low = title.lower()
    if re.search(r"\bopposition\b", low) and office.sector in (None, "PTY", "LEG", "GOV"):
        return "OPP", f"the title {title!r}"
    carries = office.sector is None or (office.head.split()[-1] in _CARRIERS and office.head in ("president", "vice president", "secretary", "director-general", "commissioner", "governor", "adviser", "advisor", "official", "principal", "chief executive", "executive director", "treasurer", "spokesman"))
    if carries:
        beside = _organization_beside(title, office.head)
        if beside:
            return beside, f"the organization in the title {title!r}"
    if re.search(r"\b(?:u\.?n\.?|united nations|european union|eu|nato|african union)\b", low) and office.sector in (None, "GOV", "IGO"):
        return "IGO", f"the title {title!r}"
    if re.search(r"\bpolice\b", low) and office.sector in (None, "GOV", "MIL"):
        return "COP", f"the title {title!r}"
    if re.search(r"\b(?:army|military|navy|air force)\b", low) and office.sector in (None, "GOV"):
        return "MIL", f"the title {title!r}"
    if re.search(r"\bintelligence\b", low) and office.sector in (None, "GOV", "MIL"):
        return "SPY", f"the title {title!r}"
    return sector_of_office(office), f"the title {title!r}"


def _known_inside(title: str):  # type: ignore[no-untyped-def]
    tokens = title.split()
    for n in range(min(6, len(tokens)), 0, -1):
        for i in range(len(tokens) - n + 1):
            piece = " ".join(tokens[i : i + n]).strip(",.")
            known = known_as(piece) if piece[:1].isupper() else None
            if known:
                return known
    return None


def _organization_beside(title: str, head: str) -> str | None:
    """The sector of the organization before the head ("UNRWA Director") or after "of" ("president of the National Assembly"), if it is no country."""
    after = re.split(r"\b(?:of|for|at|in)\s+(?:the\s+)?", title, maxsplit=1)
    side = after[1] if len(after) > 1 else ""
    before = re.split(rf"\b{re.escape(head)}\b", title, maxsplit=1, flags=re.I)[0]
    for piece in (side, before):
        piece = piece.strip(" ,")
        if not piece or lookup(piece):
            continue
        known = _known_inside(piece)
        if known:
            return known.sector
        sector = sector_of_name(piece)
        if sector:
            return sector
        last = piece.lower().split()[-1]
        if last in bodies():
            return bodies()[last]
    return None


def _body(scene: Scene, draft: Draft) -> None:
    names = sorted(draft.name_texts, key=lambda t: (-len(t), t)) or [next(iter(draft.surfaces), "")]
    for name in names:
        sector = sector_of_name(name)
        draft.rank(sector, f"the words of {name!r}")
        draft.place(country_in(name), f"told in {name!r}")
    for surface in draft.surfaces:
        draft.place(country_in(surface), f"told in {surface!r}")
    if draft.sector in ("IGO",) or draft.known:
        return
    if WORLDLY.search(" ".join(names)):
        return
    draft.place(scene.country, scene.country_because)


def _population(scene: Scene, draft: Draft) -> None:
    words = next(iter(draft.surfaces), "")
    draft.place(country_in(words), f"told in {words!r}")
    if not draft.sector:
        draft.rank("CVL", "unnamed people")
    if not WORLDLY.search(words):
        draft.place(scene.country, scene.country_because)
