"""Places of an article: one `record.Place` for each distinct place, and which mention means which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from dateline.places.candidates import Candidate
from dateline.places.features import ALONE, TOGETHER
from dateline.places.folding import fold
from dateline.places.gazetteer import Gazetteer, open_gazetteer
from dateline.places.groups import Group, gather
from dateline.places.kinds import KINDS, NATURAL, PRECISIONS, REGIONS, SITES
from dateline.places.outlet import home
from dateline.places.scoring import Scored, decided, score, shipped
from dateline.places.surface import hashtags, languages
from dateline.places.unknown import held, spelt_otherwise
from dateline.reader.reading import Found
from dateline.record import Place, Span

_REASONS: list[str | None] = [*ALONE.values(), *TOGETHER.values()]


# A name the tagger doubts more than this and the gazetteer lacks is no place. Swept on LGL: of such names 30 % were places, of others 60 %.
MOST_DOUBT = 0.5
# How often an unknown place drawn at the one it is said to be in lies within 161 km of it: 80 of 100 on TR-News, LGL and our articles.
SURE_HELD = 0.8
# An unknown place lies in the country of this share of the article's other places: so did 37 of 38 in our annotated articles (0.75: 35 of 35).
MAIN = 0.6
# Without such support a name found by sound is wrong more often than right (12 of 20 misspelt towns; with it 1 in 9).
_SUPPORT = [len(ALONE) + list(TOGETHER).index(name) for name in ("country voted", "country named", "named otherwise")]


@dataclass(frozen=True)
class Places:
    """The places of an article in the order of their first mention, and the place id of every mention that means one."""

    places: tuple[Place, ...] = ()
    refers: Mapping[Span, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Drawn:
    """A place under construction: the groups that mean it."""

    groups: list[Group]
    chosen: Candidate | None
    confidence: float
    because: list[str]
    lies_in: Candidate | None = None  # the place an unknown one is drawn at


def find_places(
    text: str,
    mentions: Sequence[Found],
    *,
    outlet: str | None = None,
    url: str | None = None,
    demonyms: bool = True,
    gazetteer: Gazetteer | None = None,
) -> Places:
    """The places that an article's mentions name.

    Demonyms ("Malian") mean their country where it is named too, unless `demonyms` is False; alone they make no place. A name that no
    place of the gazetteer fits is a Place without coordinates.
    """
    gazetteer = gazetteer or open_gazetteer()
    groups = gather(text, mentions, gazetteer, demonyms=demonyms)
    scored = score(groups, home(outlet, url))
    drawn: dict[str, _Drawn] = {}
    unknown: list[Group] = []
    found = [(g, g.options[best]) for g, a in zip(groups, scored, strict=True) if g.place and (best := decided(a.chances)) is not None]
    countries = {chosen.entry.country for _, chosen in found}  # names inside longer names are no places and do not count
    certain = [g for g, _ in found if not g.demonym]
    for group, answer in zip(groups, scored, strict=True):
        if not group.place:
            continue
        best = decided(answer.chances)
        if best is not None and not _supported(group, answer, best):
            best = None
        confidence = float(answer.chances[-1 if best is None else best])
        if best is not None:
            chosen = group.options[best]
            mark, because = f"#{chosen.entry.key}", _because(group, answer, best)
            inside = None
        elif group.demonym or not group.labels & {"location", "facility"}:
            continue
        else:
            chosen, inside = None, held(group, groups, scored, countries)
            if not inside and (group.doubt > MOST_DOUBT or group.somebody or group.key in languages()):
                continue
            if twin := spelt_otherwise(group, (*certain, *unknown)):
                same = next((d for d in drawn.values() if twin in d.groups), None)
                if same is not None:
                    same.groups.append(group)
                    same.because.append(f"{group.surface!r} is {twin.surface!r} in another spelling")
                    if same.chosen is None and same.lies_in is None and inside:
                        same.lies_in, same.confidence = inside, float(answer.chances[-1]) * SURE_HELD
                    continue
            unknown.append(group)
            mark = f"?{group.key}|{'|'.join(fold(w) for w in group.within)}"
            namesakes = sum(c.alike == 1 for c in group.options)
            because = [f"none of {namesakes} places of that name fits" if namesakes else "no place of that name in the gazetteer"]
            if inside:
                confidence *= SURE_HELD
                because.append(f"drawn at {inside.entry.name}, which the text says it is in")
        known = drawn.get(mark)
        if known is None:
            drawn[mark] = _Drawn([group], chosen, confidence, because, inside)
        else:
            known.groups.append(group)
            known.because += [b for b in (f"{group.surface!r} is the same place", *because) if b not in known.because]
            if confidence > known.confidence:
                known.confidence, known.chosen = confidence, chosen or known.chosen
    for start, end, words in hashtags(text):
        tagged = next((d for d in drawn.values() if _called(d, fold(words))), None)
        if tagged and not any(s < end and start < e for d in drawn.values() for g in d.groups for s, e in g.spans):
            tagged.groups[0].spans.append((start, end))
            tagged.because.append(f"{text[start - 1 : end]!r} is its name as a hashtag")
    # Of 57 countries told of in 122 articles of ours by demonyms only ("the French president") 3 were places of the report.
    named = [d for d in drawn.values() if not all(g.demonym for g in d.groups)]
    in_order = sorted(named, key=lambda d: min(s for g in d.groups for s in g.spans))
    places, refers = [], {}
    land = _land(named)
    for number, place in enumerate(in_order, 1):
        places.append(_place(f"p{number}", place, text, gazetteer, land))
        for group in place.groups:
            refers.update(dict.fromkeys(group.spans, f"p{number}"))
    return Places(tuple(places), dict(sorted(refers.items())))


def _called(drawn: _Drawn, name: str) -> bool:
    """Is this folded name one of the place's, as printed or in the gazetteer?"""
    return any(g.key == name for g in drawn.groups) or (drawn.chosen is not None and fold(drawn.chosen.entry.name) == name)


def _land(drawn: Sequence[_Drawn]) -> str | None:
    """The country that most mentions of the article's located places lie in, where it is MAIN of them or more."""
    votes: Counter[str] = Counter()
    for d in drawn:
        if d.chosen and d.chosen.entry.country:
            votes[d.chosen.entry.country] += sum(len(g.spans) for g in d.groups)
    country, most = max(votes.items(), key=lambda v: (v[1], v[0]), default=(None, 0))
    return country if country and most >= MAIN * votes.total() else None


def _place(number: str, drawn: _Drawn, text: str, gazetteer: Gazetteer, land: str | None) -> Place:
    printed = [(s, g) for g in drawn.groups for s in g.spans]
    surfaces = list(
        dict.fromkeys(" ".join(w.split()) for (s, e), g in sorted(printed, key=lambda x: x[0]) for w in (_head(text[s:e], g), text[s:e]))
    )
    if drawn.chosen is None:
        entry = drawn.lies_in.entry if drawn.lies_in else None
        lat, lon = entry.point if entry and entry.point else (None, None)
        if entry is None and land:
            told = (*drawn.because, f"country {land}: where the article's other places lie")
            kind = "site" if drawn.groups[0].facility else None
            return Place(number, surfaces[0], tuple(surfaces[1:]), kind, country=land, because=told)
        return Place(
            number, surfaces[0], tuple(surfaces[1:]), "site" if drawn.groups[0].facility else None, lat, lon, entry.country if entry else None,
            _admin1(drawn.lies_in, gazetteer), None, KINDS[entry.kind] if entry else None, round(drawn.confidence, 2) if entry else 0.0, tuple(drawn.because),
        )  # fmt: skip
    entry = drawn.chosen.entry
    shorter = [*surfaces, *(" ".join(s.split()[:n]) for s in surfaces for n in range(len(s.split()) - 1, 0, -1))]
    name = next((s for s in shorter if fold(s) == fold(entry.name) and s.upper() != s), entry.name)  # as printed: "Raipur" for "Rāipur"
    kind, precision = _kind_and_precision(drawn.chosen)
    because = drawn.because + ([f"claimed by {', '.join(entry.claimants)}"] if entry.claimants else [])
    return Place(
        number, name, tuple(s for s in surfaces if s != name), kind, entry.lat, entry.lon, entry.country, _admin1(drawn.chosen, gazetteer),
        entry.geonameid, precision, round(drawn.confidence, 2), tuple(because),
    )  # fmt: skip


def _head(words: str, group: Group) -> str:
    """A name as printed without the place it is put in: "Loikow" of "Loikow, Kayah State"."""
    return group.surface if group.surface in words else words


def _admin1(chosen: Candidate | None, gazetteer: Gazetteer) -> str | None:
    if chosen is None:
        return None
    if chosen.entry.kind == "state":
        return chosen.entry.name
    return gazetteer.entry(chosen.entry.admin1).name if chosen.entry.admin1 else None


def _kind_and_precision(chosen: Candidate) -> tuple[str, str]:
    """A place's kind and how fine it may be drawn: the gazetteer's, unless the text names something coarser or something inside it."""
    kind, asked = chosen.entry.kind, chosen.reading.kinds
    precision = KINDS[kind]
    if chosen.fit != -1 or not asked:
        return kind, precision
    if asked <= NATURAL | REGIONS:
        return sorted(asked)[0], "region"
    if asked <= SITES:  # "Kandahar airport": the town is all we know of it
        return sorted(asked)[0], precision
    wanted = {KINDS[k] for k in asked} - {"region"}
    coarser = max(wanted, key=PRECISIONS.index, default=precision)
    return kind, coarser if PRECISIONS.index(coarser) > PRECISIONS.index(precision) else precision


def _supported(group: Group, answer: Scored, best: int) -> bool:
    """Whether the document bears out a place found by sound: another of its names lies in that country, or is that place."""
    chosen = group.options[best]
    return chosen.alike == 1 or chosen.entry.country is None or any(answer.features[best][i] > 0.01 for i in _SUPPORT)


def _because(group: Group, answer: Scored, best: int) -> list[str]:
    """The reasons that tell the choice from the runner-up (from nothing, when there is one candidate), strongest first; at most three."""
    chosen = group.options[best]
    out = []
    if chosen.reading.affix or chosen.reading.part:
        out.append(f"{group.surface!r} read as {chosen.reading.key!r}")
    if chosen.alike < 1:
        out.append(f"sounds like {chosen.entry.name!r} ({chosen.alike:.2f} alike)")
    rest = [i for i in range(len(group.options)) if i != best]
    if not rest:
        return [*out, "the only place of that name"]
    second = max(rest, key=lambda i: (answer.chances[i], -i))
    gains = (answer.features[best] - answer.features[second]) * shipped().then[: answer.features.shape[1]]
    for i in np.argsort(-gains, kind="stable")[:5]:
        reason = _REASONS[int(i)]
        if gains[i] > 0.2 and answer.features[best][i] > answer.features[second][i] and reason and reason not in out:
            out.append(reason)
    other = group.options[second].entry
    where = ", ".join(x for x in (other.name, other.kind, other.country) if x)
    return [*out[:4], f"before {where} ({float(answer.chances[second]):.2f})"]
