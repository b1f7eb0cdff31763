"""What speaks for a candidate: a declared list of features, each a number with a name and a reason.

`alone` needs the name and its own affixes, comma and newspaper; `together` needs a guess at the document's other places (probabilities).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.places.building import ABBREVIATION, FORMER, NAME, OTHER, SHORT
from dateline.places.candidates import WHOLE
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
    "division named whole": "the whole name of a division",
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


# A town of our list has no number of people; it is there for being in the news, like one of 30,000 (log10).
OURS_AS_KNOWN = 4.5
# Beside a city of 50,000 (log10) of the same name, a site of our list is no longer the first thing to think of.
LOG_OF_A_CITY = 4.7


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
    larger = any(
        c.role == NAME and c.alike == 1 and c.fit >= 0 and c.entry.kind in ("country", "state") and fold(c.entry.name) == surface
        for c in group.options
    )
    for i, (c, e) in enumerate(zip(group.options, entries, strict=True)):
        town = e.kind in POPULATED
        ours = e.geonameid is None and not e.population
        if town or e.kind in ("county", "neighbourhood"):
            f["people"][i] = people[i] / 5 if e.population else OURS_AS_KNOWN / 5 if ours else 0.4
        if town or e.kind == "neighbourhood":
            f["people relative"][i] = ((OURS_AS_KNOWN if ours else people[i]) - top) / 3
            f["largest"][i] = people[i] == top
            f["small"][i] = e.population < 5000 and not ours
        for name, kinds in (("natural", NATURAL), ("region", REGIONS - {"continent"}), ("site", SITES - {"neighbourhood"})):
            f[name][i] = e.kind in kinds and (name != "site" or top < LOG_OF_A_CITY)
        if e.kind in ("country", "territory", "state", "county", "capital", "continent"):
            f[e.kind][i] = 1
        f["no people known"][i] = town and not e.population and not ours
        f["other name"][i], f["short name"][i] = c.role == OTHER, c.role == SHORT
        f["other name, people"][i] = people[i] / 7 if c.role == OTHER and town else 0
        f["abbreviation"][i], f["former name"][i] = c.role == ABBREVIATION, c.role == FORMER
        f["affix fits"][i], f["affix misfits"][i] = c.fit == 1, c.fit == -1
        f["affix cut"][i] = bool(c.reading.affix or c.reading.part)
        whole = " " in c.reading.key and not c.reading.affix and not c.reading.part
        f["division named whole"][i] = whole and e.kind in ("county", "state") and c.role in (NAME, OTHER)
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
    # The tagger may doubt a name that can be nothing else: "Golan Heights", "Scarborough Shoal", "Uganda"
    unmistakable = any(c.alike == 1 and c.role in (NAME, OTHER) and c.entry.kind in WHOLE and not c.reading.affix for c in group.options)
    nothing = np.array([
        1.0, bool(n) and all(c.alike < 1 for c in group.options), group.demonym, group.facility,
        bool(n) and all(c.fit == -1 for c in group.options), bool(n) and all(e.population < 20_000 and e.kind in ("city", "county") for e in entries),
        bool(n) and all(c.reading.affix != "" for c in group.options),
        group.labels == {"organization"}, group.labels == {"person"}, group.labels == {"misc"}, group.doubt * (0.2 if unmistakable else 1.0), len(group.spans) == 1,
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


# What candidates vote for: a country, province or county they lie in, or (the second of each) are.
Vote = tuple[str, str | int]


def _votes(group: Group, t: Table, guess: Floats, pick: NDArray[np.int64]) -> dict[Vote, float]:
    """How much of a group's probability lies in, or names, each country, province and county."""
    votes: dict[Vote, float] = {}
    for j in pick.tolist():
        kind, code, share = group.options[j].entry.kind, t.countries[j], float(guess[j])
        cast: list[Vote] = []
        if code:
            cast += [("country", code)] + ([("country named", code)] if kind in ("country", "territory") else [])
        if t.admin1[j] >= 0:
            cast += [("province", int(t.admin1[j]))] + ([("province named", int(t.admin1[j]))] if kind == "state" else [])
        if t.admin2[j] >= 0:
            cast += [("county", int(t.admin2[j]))] + ([("county named", int(t.admin2[j]))] if kind == "county" else [])
        for vote in cast:
            votes[vote] = votes.get(vote, 0.0) + share
    return votes


def together(groups: Sequence[Group], tables: Sequence[Table], guesses: Sequence[Floats]) -> list[Floats]:
    """The features of every group's candidates under the other groups' probabilities (`guesses`, without the chance of none)."""
    weights = [1.0 if g.place and not g.demonym else 0.6 if g.place else 0.4 for g in groups]
    picks = [np.argsort(-p, kind="stable")[:LOOKED_AT] for p in guesses]
    votes = [_votes(g, t, p, pick) for g, t, p, pick in zip(groups, tables, guesses, picks, strict=True)]
    out = []
    for g, (group, t) in enumerate(zip(groups, tables, strict=True)):
        n = len(group.options)
        f = {name: np.zeros(n) for name in TOGETHER}
        others = [h for h in range(len(groups)) if h != g and groups[h].key != group.key]
        if n and others:
            tally: dict[Vote, float] = {}
            for h in others:
                for vote, share in votes[h].items():
                    tally[vote] = tally.get(vote, 0.0) + share * weights[h]
            _count(f, group, t, tally, max(sum(weights) - weights[g], 1.0))
            elsewhere: dict[int, float] = {}
            for h in others:
                for j in picks[h].tolist() if groups[h].place and groups[h].demonym == group.demonym else ():
                    key = groups[h].options[j].entry.key
                    elsewhere[key] = max(elsewhere.get(key, 0.0), float(guesses[h][j]))
            f["named otherwise"] = np.array([elsewhere.get(c.entry.key, 0.0) for c in group.options])
            _measure(f, t, [
                (tables[h].points[j], float(guesses[h][j]) * weights[h], _apart(group, groups[h]))
                for h in others for j in picks[h].tolist() if tables[h].located[j] and tables[h].local[j] and guesses[h][j] > 0.02
            ])  # fmt: skip
        out.append(np.stack(list(f.values()), axis=1) if n else np.zeros((0, len(TOGETHER))))
    return out


def _count(f: dict[str, Floats], group: Group, t: Table, tally: dict[Vote, float], mass: float) -> None:
    """Fill in the votes of the other groups."""
    for i, c in enumerate(group.options):
        code, a1, a2, kind = t.countries[i], int(t.admin1[i]), int(t.admin2[i]), c.entry.kind
        if code and kind != "country":
            f["country voted"][i] = tally.get(("country", code), 0.0) / mass
            f["country named"][i] = min(1.0, tally.get(("country named", code), 0.0))
            if kind in ("city", "county"):
                f["country voted, town"][i] = f["country voted"][i]
            f["largest, country voted"][i] = f["country voted"][i] * t.alone[i][_LARGEST]
        if a1 >= 0:
            f["province voted"][i] = tally.get(("province", a1), 0.0) / mass
        if a1 >= 0 and kind != "state":
            f["province named"][i] = min(1.0, tally.get(("province named", a1), 0.0))
        if a2 >= 0:
            f["county voted"][i] = min(2.0, tally.get(("county", a2), 0.0)) / 2
            f["county named"][i] = min(1.0, tally.get(("county named", a2), 0.0)) if kind != "county" else 0.0


def _measure(f: dict[str, Floats], t: Table, neighbours: Sequence[tuple[Floats, float, int]]) -> None:
    """Fill in the nearness to other groups' candidates: (unit vector, chance, characters apart)."""
    if not neighbours:
        return
    far = kilometres_between(t.points, np.array([v for v, _, _ in neighbours]))
    share = np.array([p for _, p, _ in neighbours])
    beside = share * np.exp(-np.array([a for _, _, a in neighbours]) / 120)
    usable = t.located & t.local
    f["near"] = np.where(usable, np.log1p(np.exp(-far / 40) @ share), 0)
    f["rather near"] = np.where(usable, np.log1p(np.exp(-far / 150) @ share), 0)
    f["far near"] = np.where(usable, (np.exp(-far / 600) @ share) / max(float(share.sum()), 1.0), 0)
    f["nearest"] = np.where(usable, (np.exp(-far / 60) * share).max(axis=1), 0)
    f["beside"] = np.where(usable, (np.exp(-far / 100) * beside).max(axis=1), 0)


_LARGEST = list(ALONE).index("largest")


def _apart(a: Group, b: Group) -> int:
    """The fewest characters between mentions of two groups."""
    return min(max(0, y[0] - x[1], x[0] - y[1]) for x in a.spans for y in b.spans)
