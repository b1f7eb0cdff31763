"""Country and sector of an actor, each with the reason it was chosen."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dateline.actors.drafts import Draft
from dateline.actors.figures import figure_of
from dateline.actors.geography import countries_in, country_in, lookup
from dateline.actors.offices import read_office, sector_of_office
from dateline.actors.organizations import Known, bodies, common, known_as, sector_of_name
from dateline.actors.scene import Scene
from dateline.actors.vocabulary import listed
from dateline.record import Place, Span

WORLDLY = re.compile(
    r"\b(?:international|world|global|foreign|western|european|african|asian|arab"
    r"|latin american|u\.?n\.?|eu|regional|neighbou?ring|several countries|member states|countries|nations|leaders from)\b",
    re.I,
)
_CARRIERS = listed("portrait_carriers")


def paint(scene: Scene, draft: Draft, bodies_here: Mapping[str, tuple[str | None, str | None]]) -> None:
    """Fills in what is not told yet. `bodies_here` gives the country and sector of the article's organizations by each of their names."""
    _check_known(scene, draft)
    if draft.known:
        draft.rank(draft.known.sector, f"{draft.known.names[0]} is well known")
        if (
            draft.known.country or draft.known.sector == "IGO"
        ):  # "the Washington-based Organization of American States" is of no one country
            draft.country, draft.country_because = draft.known.country, f"{draft.known.names[0]} is well known"
    if draft.kind == "person":
        _person(scene, draft, bodies_here)
    elif draft.kind in ("organization", "group"):
        _body(scene, draft)
    elif draft.kind == "population":
        _population(scene, draft, bodies_here)


def _check_known(scene: Scene, draft: Draft) -> None:
    """A well-known acronym or a name that many bodies bear is only meant where nothing in the article speaks against it."""
    if draft.known is None:
        return
    full = [t for t in draft.name_texts if not t.isupper() or len(t) > 6]
    if full and not any(known_as(t) is draft.known for t in full):
        draft.known = None
        return
    called = next((t for t in [*full, *draft.name_texts] if known_as(t) is draft.known), draft.name_texts[0] if draft.named else "")
    if (
        common(draft.known, called)
        and scene.country
        and draft.known.country != scene.country
        and not any(w.country == draft.known.country for _, w in countries_in(scene.text))
    ):
        sector = draft.known.sector
        draft.known = None
        if len(called.split()) > 1 or sector == "JRN":
            draft.rank(sector, f"{called!r} is elsewhere the name of such a body")


def _person(scene: Scene, draft: Draft, bodies_here: Mapping[str, tuple[str | None, str | None]]) -> None:
    titles = list(dict(sorted(draft.titles.items())).values()) or ([next(iter(draft.surfaces), "")] if draft.noun else [])
    plain: list[tuple[str, str]] = []
    for title in titles:
        sector, why = sector_of_title(title, bodies_here)
        if sector == "CVL":
            plain.append((sector, why))  # "his uncle, President …": an office tells more than kin or a trade
        else:
            draft.rank(sector, why)
        draft.place(country_in(title), f"the title {title!r}")
        known = _known_inside(title)
        if known and known.country:
            draft.place(known.country, f"{known.names[0]} in the title {title!r}")
        if draft.sector and draft.country:
            break
    for sector, why in plain:
        draft.rank(sector, why)
    for span, title in sorted(draft.titles.items()):
        if place := _place_inside(scene, span):
            draft.place(place.country, f"{place.name!r} in the title {title!r}")  # "Mizoram chief secretary"
    if draft.sector == "MIL" and _in_police(scene, draft):
        draft.sector, draft.sector_because = "COP", f"{draft.sector_because}, told of police"
    beside = _organization_after(scene, draft, bodies_here)
    if beside:
        draft.rank(beside, "the organization told right after the name")
    figure = figure_of(draft)
    if figure:
        draft.rank(figure[0], "a well-known political figure")
        draft.place(figure[1], "a well-known political figure")
    if draft.sector == "IGO" or any((k := _known_inside(t)) and k.country is None for t in titles):
        return  # "President of the World Economic Forum": of no one country
    party = _party_in_brackets(scene, draft)
    if party:
        draft.rank(party, "a party and seat in brackets after the name")
    bare_heads = [o.head for t in titles if (o := read_office(t)) and o.sector is None]
    if any(h.split()[-1] in _OFFICIAL for h in bare_heads):
        draft.rank("GOV", f"{bare_heads[0]!r} with no organization told: most are of a government")
    draft.place(scene.country, scene.country_because)


def _place_inside(scene: Scene, span: Span) -> Place | None:
    """The first place named within `span` that the gazetteer has; one it lacks is only drawn where another lies, and has no kind but "site"."""
    inside = (p for (s, e), p in sorted(scene.places.items()) if span[0] <= s and e <= span[1])
    return next((p for p in inside if p.country and p.confidence >= 0.5 and p.kind not in (None, "site")), None)


def _organization_after(scene: Scene, draft: Draft, bodies_here: Mapping[str, tuple[str | None, str | None]]) -> str | None:
    """The sector of the organization in "Anna Weber of the Harbour Party", "Anna Weber (Harbour Party)"."""
    for _, end in draft.spans:
        m = re.match(r"(?:,?\s+(?:of|from|with)\s+(?:the\s+)?|\s*\((?:the\s+)?)([A-Z][^,.;()\n]{1,60})", scene.text[end : end + 80])
        if m and not lookup(m.group(1)):
            name = next((n for n in sorted(bodies_here, key=lambda n: (-len(n), n)) if m.group(1).startswith(n)), None)
            if name and bodies_here[name][1]:
                return bodies_here[name][1]
    return None


def _in_police(scene: Scene, draft: Draft) -> bool:
    """Is a rank that army and police share told with police in its sentence, and no army?"""
    s, e = scene.bounds(draft.first)
    words = scene.text[s:e].lower()
    return bool(re.search(r"\b(?:police|saps|narcotics|gendarmerie|crime|detective)\b", words)) and not re.search(
        r"\b(?:army|military|troops|soldiers|armed forces|war|navy|forces)\b", words
    )


_OFFICIAL = listed("portrait_official")


def _party_in_brackets(scene: Scene, draft: Draft) -> str | None:
    for _, end in draft.spans:
        if re.match(r"\s\((?:[A-Z][\w-]{0,6})[-–—][A-Z][\w .]+\)", scene.text[end : end + 40]):
            return "LEG"
    return None


def sector_of_title(title: str, bodies_here: Mapping[str, tuple[str | None, str | None]] | None = None) -> tuple[str | None, str]:
    """The sector of a title and why: its head's own, or the organization's that stands beside a head without one."""
    office = read_office(title)
    if office is None:
        name = sector_of_name(title)
        return (name, f"the words of {title!r}") if name else (None, "")
    low = title.lower()
    if re.search(r"\bopposition\b", low) and office.sector in (None, "PTY", "LEG", "GOV"):
        return "OPP", f"the title {title!r}"
    carries = office.sector is None or (
        office.head.split()[-1] in _CARRIERS
        and office.head
        in (
            "president",
            "vice president",
            "secretary",
            "director-general",
            "commissioner",
            "governor",
            "adviser",
            "advisor",
            "official",
            "principal",
            "chief executive",
            "executive director",
            "treasurer",
            "spokesman",
            "representative",
        )
    )
    if carries:
        beside = _organization_beside(title, office.head, bodies_here or {})
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


def _known_inside(title: str) -> Known | None:
    tokens = title.split()
    for n in range(min(6, len(tokens)), 0, -1):
        for i in range(len(tokens) - n + 1):
            piece = " ".join(tokens[i : i + n]).strip(",.")
            known = known_as(piece) if piece[:1].isupper() else None
            if known and not common(known, piece):
                return known
    return None


def _organization_beside(title: str, head: str, bodies_here: Mapping[str, tuple[str | None, str | None]]) -> str | None:
    """The sector of the organization before the head ("UNRWA Director") or after "of" ("president of the Assembly"), unless a country."""
    after = re.split(r"\b(?:of|for|at|in)\s+(?:the\s+)?", title, maxsplit=1)
    side = after[1] if len(after) > 1 else ""
    before = re.split(rf"\b{re.escape(head)}\b", title, maxsplit=1, flags=re.I)[0]
    for piece in (side, before):
        piece = piece.strip(" ,")
        if not piece or lookup(piece):
            continue
        here = _here(piece, bodies_here)
        if here and here[1]:
            return here[1]
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


def _here(words: str, bodies_here: Mapping[str, tuple[str | None, str | None]]) -> tuple[str | None, str | None] | None:
    """Country and sector of the article's organization that is named in `words`, the longest name first."""
    for name in sorted(bodies_here, key=lambda n: (-len(n), n)):
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words):
            return bodies_here[name]
    return None


def _body(scene: Scene, draft: Draft) -> None:
    if draft.known and draft.known.sector == "IGO":
        return
    names = sorted(draft.name_texts, key=lambda t: (-len(t), t)) or [next(iter(draft.surfaces), "")]
    for name in names:
        sector = sector_of_name(name)
        draft.rank(sector, f"the words of {name!r}")
        draft.place(country_in(name), f"told in {name!r}")
    for surface in draft.surfaces:
        draft.place(country_in(surface), f"told in {surface!r}")
    for span in sorted(draft.spans):
        if place := _place_inside(scene, span):
            draft.place(place.country, f"{place.name!r} in {scene.words(span)!r}")
    if draft.sector == "IGO" or (draft.known and draft.known.country is None):
        return
    if WORLDLY.search(" ".join(names)):
        return
    draft.place(scene.country, scene.country_because)


_VAGUE = listed("portrait_vague")


def _population(scene: Scene, draft: Draft, bodies_here: Mapping[str, tuple[str | None, str | None]]) -> None:
    words = next(iter(draft.surfaces), "")
    draft.place(country_in(words), f"told in {words!r}")
    here = _here(words, bodies_here) if draft.noun != "people" else None
    if here and (draft.sector in _VAGUE or not draft.sector):
        if here[1]:
            draft.sector, draft.sector_because = here[1], f"the organization in {words!r}"
        draft.place(here[0], f"the organization in {words!r}")
    if not draft.sector:
        draft.rank("CVL", "unnamed people")
    if not WORLDLY.search(words):
        draft.place(scene.country, scene.country_because)
