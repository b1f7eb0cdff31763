"""What speaks for a candidate: a declared list of features, each a number with a name and a reason.

`alone` needs the name and its own affixes, comma and newspaper; `together` needs a guess at the document's other places (probabilities).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.places.building import ABBREVIATION, FORMER, NAME, OTHER, SHORT
from dateline.places.folding import fold
from dateline.places.gazetteer import Entry
from dateline.places.groups import Group
from dateline.places.kinds import NATURAL, POPULATED, REGIONS, SITES
from dateline.places.outlet import Home

Floats = NDArray[np.float64]

# Name -> the reason given in a record when it tipped the scale (None: never said).
ALONE: dict[str, str | None] = {
    "people": "population",
    "people relative": "more people than its namesakes",
    "largest": "largest of that name",
    "country": "a country",
    "territory": None,
    "state": "a first-level division",
    "county": None,
    "capital": "a capital",
    "natural": "a natural feature",
    "region": "a region of our list",
    "site": "a site of our list",
    "continent": None,
    "no people known": None,
    "other name": None,
    "short name": None,
    "abbreviation": None,
    "former name": None,
    "other name, people": None,
    "affix fits": "the word beside the name says its kind",
    "affix misfits": None,
    "affix cut": None,
    "by sound": None,
    "unlike": None,
    "exactly printed": None,
    "inside fits": "lies in the place printed after the comma",
    "inside misfits": None,
    "home near": "near the newspaper's home",
    "home region": "in the newspaper's region",
    "home country": "in the newspaper's country",
    "home elsewhere": None,
    "home named": "the newspaper's address holds the name",
    "facility": None,
    "small": None,
    "bare name of a larger": None,
    "part cut": None,
}
TOGETHER: dict[str, str | None] = {
    "country voted": "other names of the article lie in this country",
    "country voted, town": "other names of the article lie in this country",
    "province voted": "other names of the article lie in this province",
    "county voted": "other names of the article lie in this county",
    "province named": "the article names its province",
    "county named": "the article names its county",
    "country named": "the article names its country",
    "near": "near other places of the article",
    "rather near": "near other places of the article",
    "far near": "near other places of the article",
    "nearest": "near another place of the article",
    "beside": "near the place named beside it",
    "largest, country voted": None,
    "named otherwise": "the article also names it otherwise",
}
NOTHING: tuple[str, ...] = (
    "none", "none, by sound", "none, demonym", "none, facility", "none, affix misfits", "none, only small", "none, affix",
    "none, organization", "none, person", "none, misc", "none, doubt", "none, named once",
)  # fmt: skip


@dataclass(slots=True)
class Table:
    """The candidates of one group as arrays, made once."""

    points: Floats  # unit vectors, n x 3; zeros without a point
    located: NDArray[np.bool_]
    local: NDArray[np.bool_]  # finer than a province
    countries: list[str | None]
    admin1: NDArray[np.int64]  # own key for a state
    admin2: NDArray[np.int64]
    alone: Floats
    nothing: Floats


def _unit(lat: float, lon: float) -> tuple[float, float, float]:
    la, lo = np.radians(lat), np.radians(lon)
    return float(np.cos(la) * np.cos(lo)), float(np.cos(la) * np.sin(lo)), float(np.sin(la))


def kilometres_between(a: Floats, b: Floats) -> Floats:
    """Distances of unit vectors, len(a) x len(b)."""
    return np.asarray(6371.0 * np.arccos(np.clip(a @ b.T, -1.0, 1.0)))


def table(group: Group, home: Home, holders: Sequence[Group]) -> Table:
    """The features of a group's candidates that need no other group's answer."""
    entries = [c.entry for c in group.options]
    n = len(entries)
    points = np.array([_unit(*e.point) if e.point else (0.0, 0.0, 0.0) for e in entries]).reshape(n, 3)
    located = np.array([e.point is not None for e in entries], dtype=bool)
    people = np.array([np.log10(e.population + 10) for e in entries])
    towns = [p for p, e in zip(people, entries, strict=True) if e.kind in POPULATED]
    top = max(towns, default=1.0)
    f = {name: np.zeros(n) for name in ALONE}
    surface = fold(group.surface)
    letters = surface.replace(" ", "")
    home_vector = np.array([_unit(*home.point)]) if home.point else None
    distance = kilometres_between(points, home_vector)[:, 0] if home_vector is not None and n else np.full(n, 1e5)
    inside = [_holding(h) for h in holders[:2]]
    # "China, Japan and Korea" is a list: a country's name before a country's name says nothing of a town China in Japan
    shared = any(c.entry.kind == "country" and c.alike == 1 for c in group.options)
    countries: set[str | int] = {x for holding in inside for x in holding if isinstance(x, str)}
    larger = any(c.role == NAME and c.alike == 1 and c.fit >= 0 and c.entry.kind in ("country", "state") and fold(c.entry.name) == surface for c in group.options)
    for i, (c, e) in enumerate(zip(group.options, entries, strict=True)):
        town = e.kind in POPULATED
        if town or e.kind == "county":
            f["people"][i] = people[i] / 5 if e.population else 0.4
        if town:
            f["people relative"][i] = (people[i] - top) / 3
            f["largest"][i] = people[i] == top
            f["small"][i] = e.population < 5000
        for name, kinds in (("natural", NATURAL), ("region", REGIONS - {"continent"}), ("site", SITES)):
            f[name][i] = e.kind in kinds
        if e.kind in ("country", "territory", "state", "county", "capital", "continent"):
            f[e.kind][i] = 1
        f["no people known"][i] = town and not e.population
        f["other name"][i], f["short name"][i] = c.role == OTHER, c.role == SHORT
        f["other name, people"][i] = people[i] / 7 if c.role == OTHER and town else 0
        f["abbreviation"][i], f["former name"][i] = c.role == ABBREVIATION, c.role == FORMER
        f["affix fits"][i], f["affix misfits"][i] = c.fit == 1, c.fit == -1
        f["affix cut"][i] = bool(c.reading.affix or c.reading.part)
        f["part cut"][i] = bool(c.reading.part)
        f["bare name of a larger"][i] = larger and e.kind in ("city", "county")
        f["by sound"][i], f["unlike"][i] = c.alike < 1, (1 - c.alike) * 3
        f["exactly printed"][i] = fold(e.name) == surface
        for holding in inside:
            f["inside fits"][i] = max(f["inside fits"][i], _lies(e, holding - countries if shared else holding))
        if home_vector is not None and e.kind not in ("country", "continent", "supranational"):
            f["home near"][i] = np.exp(-distance[i] / 60)
            f["home region"][i] = np.exp(-distance[i] / 250)
        f["home country"][i] = home.country is not None and e.country == home.country and e.kind != "country"
        f["home elsewhere"][i] = home.country is not None and e.country != home.country and (town or e.kind == "county")
        f["home named"][i] = town and len(letters) >= 5 and letters in home.letters
        f["facility"][i] = group.facility and e.kind not in SITES
    # A comma may part a list ("Kiev, Minsk and Sofia"): it speaks against a candidate only where it speaks for another.
    f["inside misfits"] = f["inside fits"].max(initial=0) - f["inside fits"]
    nothing = np.array([
        1.0, bool(n) and all(c.alike < 1 for c in group.options), group.demonym, group.facility,
        bool(n) and all(c.fit == -1 for c in group.options), bool(n) and all(e.population < 20_000 and e.kind in ("city", "county") for e in entries),
        bool(n) and all(c.reading.affix != "" for c in group.options),
        group.labels == {"organization"}, group.labels == {"person"}, group.labels == {"misc"}, group.doubt, len(group.spans) == 1,
    ], dtype=float)  # fmt: skip
    admin1 = np.array([e.key if e.kind == "state" else e.admin1 or -1 for e in entries], dtype=np.int64)
    admin2 = np.array([e.key if e.kind == "county" else e.admin2 or -1 for e in entries], dtype=np.int64)
    local = np.array([e.kind not in ("country", "territory", "state", "continent", "supranational") for e in entries], dtype=bool)
    alone = np.stack(list(f.values()), axis=1) if n else np.zeros((0, len(ALONE)))
    return Table(points, located, local, [e.country for e in entries], admin1, admin2, alone, nothing)


def _lies(entry: Entry, holding: set[str | int]) -> bool:
    return (entry.country in holding and entry.kind != "country") or entry.admin1 in holding or entry.admin2 in holding


def _holding(group: Group) -> set[str | int]:
    """What a group's candidates hold: a country by its code, a state or county by its key."""
    out: set[str | int] = set()
    for c in group.options:
        if c.alike < 1:
            continue
        if c.entry.kind in ("country", "territory") and c.entry.country:
            out.add(c.entry.country)
        elif c.entry.kind in ("state", "county"):
            out.add(c.entry.key)
    return out


# Candidates of another group that are looked at, by probability.
LOOKED_AT = 8


def together(groups: Sequence[Group], tables: Sequence[Table], guesses: Sequence[Floats]) -> list[Floats]:
    """The features of every group's candidates under the other groups' probabilities (`guesses`, without the chance of none)."""
    weights = [1.0 if g.place and not g.demonym else 0.6 if g.place else 0.4 for g in groups]
    picks = [np.argsort(-p, kind="stable")[:LOOKED_AT] for p in guesses]
    country: list[dict[str, float]] = []
    named_country: list[dict[str, float]] = []
    first: list[dict[int, float]] = []
    named_first: list[dict[int, float]] = []
    second: list[dict[int, float]] = []
    named_second: list[dict[int, float]] = []
    for g, t, p, pick in zip(groups, tables, guesses, picks, strict=True):
        votes: tuple[dict[str, float], dict[str, float], dict[int, float], dict[int, float], dict[int, float], dict[int, float]] = ({}, {}, {}, {}, {}, {})
        for j in pick:
            kind, code, share = g.options[j].entry.kind, t.countries[j], float(p[j])
            if code:
                votes[0][code] = votes[0].get(code, 0) + share
                if kind in ("country", "territory"):
                    votes[1][code] = votes[1].get(code, 0) + share
            for key, every, named, of in ((int(t.admin1[j]), 2, 3, "state"), (int(t.admin2[j]), 4, 5, "county")):
                if key >= 0:
                    votes[every][key] = votes[every].get(key, 0) + share  # type: ignore[index]
                    if kind == of:
                        votes[named][key] = votes[named].get(key, 0) + share  # type: ignore[index]
        for rows, vote in zip((country, named_country, first, named_first, second, named_second), votes, strict=True):
            rows.append(vote)  # type: ignore[arg-type]
    total = sum(weights) or 1.0
    out = []
    for g, (group, t) in enumerate(zip(groups, tables, strict=True)):
        n = len(group.options)
        f = {name: np.zeros(n) for name in TOGETHER}
        others = [h for h in range(len(groups)) if h != g and groups[h].key != group.key]
        if not n or not others:
            out.append(np.stack(list(f.values()), axis=1) if n else np.zeros((0, len(TOGETHER))))
            continue
        mass = max(total - weights[g], 1.0)
        tally: list[dict[str, float] | dict[int, float]] = [{} for _ in range(6)]
        for h in others:
            for rows, sums in zip((country, named_country, first, named_first, second, named_second), tally, strict=True):
                for key, share in rows[h].items():  # type: ignore[attr-defined]
                    sums[key] = sums.get(key, 0.0) + share * weights[h]  # type: ignore[index, arg-type]
        for i, c in enumerate(group.options):
            code, a1, a2, kind = t.countries[i], int(t.admin1[i]), int(t.admin2[i]), c.entry.kind
            if code and kind != "country":
                f["country voted"][i] = tally[0].get(code, 0.0) / mass  # type: ignore[call-overload]
                f["country named"][i] = min(1.0, tally[1].get(code, 0.0))  # type: ignore[call-overload]
                if kind in ("city", "county"):
                    f["country voted, town"][i] = f["country voted"][i]
                f["largest, country voted"][i] = f["country voted"][i] * t.alone[i][_LARGEST]
            if a1 >= 0 and kind != "state":
                f["province voted"][i] = tally[2].get(a1, 0.0) / mass  # type: ignore[call-overload]
                f["province named"][i] = min(1.0, tally[3].get(a1, 0.0))  # type: ignore[call-overload]
            if a2 >= 0:
                f["county voted"][i] = min(2.0, tally[4].get(a2, 0.0)) / 2  # type: ignore[call-overload]
                f["county named"][i] = min(1.0, tally[5].get(a2, 0.0)) if kind != "county" else 0.0  # type: ignore[call-overload]
        elsewhere: dict[int, float] = {}
        for h in others:
            for j in picks[h] if groups[h].place and groups[h].demonym == group.demonym else ():
                key = groups[h].options[j].entry.key
                elsewhere[key] = max(elsewhere.get(key, 0.0), float(guesses[h][j]))
        f["named otherwise"] = np.array([elsewhere.get(c.entry.key, 0.0) for c in group.options])
        vectors, chances, distance_in_text = [], [], []
        for h in others:
            keep = [j for j in picks[h] if tables[h].located[j] and tables[h].local[j] and guesses[h][j] > 0.02]
            for j in keep:
                vectors.append(tables[h].points[j])
                chances.append(float(guesses[h][j]) * weights[h])
                distance_in_text.append(_apart(group, groups[h]))
        if vectors:
            far = kilometres_between(t.points, np.array(vectors))
            share = np.array(chances)
            beside = share * np.exp(-np.array(distance_in_text) / 120)
            usable = t.located & t.local
            f["near"] = np.where(usable, np.log1p(np.exp(-far / 40) @ share), 0)
            f["rather near"] = np.where(usable, np.log1p(np.exp(-far / 150) @ share), 0)
            f["far near"] = np.where(usable, (np.exp(-far / 600) @ share) / max(share.sum(), 1.0), 0)
            f["nearest"] = np.where(usable, (np.exp(-far / 60) * share).max(axis=1), 0)
            f["beside"] = np.where(usable, (np.exp(-far / 100) * beside).max(axis=1), 0)
        out.append(np.stack(list(f.values()), axis=1))
    return out


_LARGEST = list(ALONE).index("largest")


def _apart(a: Group, b: Group) -> int:
    """The fewest characters between mentions of two groups."""
    return min(max(0, y[0] - x[1], x[0] - y[1]) for x in a.spans for y in b.spans)
