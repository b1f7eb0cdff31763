"""Rows: the tellings of one event across reports. Candidates share a name and a stretch of days; the scoring says which are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.stories.linkage import Groups
from dateline.stories.scoring import Weights, because, likeness, shipped
from dateline.stories.shelf import Memory, Shelf, put
from dateline.stories.telling import Telling
from dateline.stories.told import pack, unpack

BUCKET = 5  # days in one drawer of the index
WIDE = 13  # a stretch over more drawers than this goes into the drawer of the undated
DRAWER = 60  # tellings of one name and drawer that are looked at: the latest. It bounds what a telling costs
COMPARED = 100  # candidates scored: those that share the most, and the rarest, names
TELLING_NAME = 3.5  # names rarer than this make candidates: "Iran" does, "United" does not
FLOOR = 0.02  # a likeness below this is kept as none


@dataclass(frozen=True, slots=True)
class Fold:
    """Why a telling stands in its row: the telling of another article that it is most like, how much (0 to 1), and what decided."""

    telling: str
    like: str | None
    score: float
    because: str


class Rows:
    """Tellings as they come, and the row of each. What a telling costs does not grow with the archive (DRAWER, COMPARED)."""

    def __init__(self, weights: Weights | None = None, *, shelf: Shelf | None = None) -> None:
        shelf = shelf or Memory()
        self._weights = weights or shipped()
        self._groups = Groups(self._weights.threshold, compared=COMPARED, shelf=shelf, name="rows")
        self._articles = shelf.kept("rows.articles", pack=pack, unpack=unpack)  # article -> its tellings
        self._drawers = shelf.kept("rows.drawers")

    def add(self, tellings: Sequence[Telling]) -> None:
        """The tellings of one article, under keys that are new."""
        held: list[Telling] = []
        for t in tellings:
            near = {}
            for other in self._candidates(t):
                score = likeness(t, other, self._weights)
                if score >= FLOOR:
                    near[other.key] = score
            self._groups.add(t.key, near)
            held.append(t)
            self._articles[t.around.article] = tuple(held)  # each is compared with those before it, too
            for name, drawer in _drawers(t):
                put(self._drawers, _label(name, drawer), t.key, most=DRAWER)

    def row(self, key: str) -> str:
        """The key of one telling of the same event: the smallest."""
        return self._groups.group(key)

    def tellings(self, key: str) -> tuple[Telling, ...]:
        """Every telling of this telling's row, sorted by key."""
        return tuple(self._telling(k) for k in self._groups.members(self._groups.group(key)))

    def of(self, article: str) -> tuple[Telling, ...]:
        """The tellings of one article, as they were given."""
        return tuple(self._articles.get(article, ()))

    def moved(self) -> tuple[str, ...]:
        """The tellings whose row is another since this was last asked, newcomers among them."""
        return self._groups.moved()

    def fold(self, key: str) -> Fold:
        """Why this telling stands where it does."""
        others = [t.key for t in self.tellings(key) if t.key != key]
        if not others:
            return Fold(key, None, 0.0, "no other telling is like it")
        known = self._groups.likeness(key)
        best = max(others, key=lambda o: (known.get(o, 0.0), o))
        mean = sum(known.get(o, 0.0) for o in others) / len(others)
        return Fold(key, best, round(mean, 3), because(self._telling(key), self._telling(best), self._weights))

    def _candidates(self, t: Telling) -> Iterator[Telling]:
        votes: dict[str, float] = defaultdict(float)
        own = _names(t)
        for name, drawer in _drawers(t):
            for key in self._drawers.get(_label(name, drawer), ()):
                votes[key] += own[name]
        for key, _ in sorted(votes.items(), key=lambda v: (-v[1], v[0]))[:COMPARED]:
            yield self._telling(key)

    def _telling(self, key: str) -> Telling:
        found: Telling = next(t for t in self._articles[key.rpartition("#")[0]] if t.key == key)
        return found


def _names(t: Telling) -> dict[str, float]:
    """The names that make candidates: of the article, heavier where the sentence holds them."""
    return {n: w * (2 if n in t.names else 1) for n, w in t.around.names.items() if w >= TELLING_NAME} or {"": 1.0}


def _label(name: str, drawer: int | None) -> str:
    return f"{'' if drawer is None else drawer}|{name}"


def _drawers(t: Telling) -> Iterator[tuple[str, int | None]]:
    """Where a telling is kept and looked for: its names, by stretches of days. The undated share a drawer of each name."""
    days: list[int | None] = [None]
    if t.days is not None:
        stretch = range((t.days.first - 1) // BUCKET, (t.days.last + 1) // BUCKET + 1)
        if len(stretch) <= WIDE:
            days = [None, *stretch] if t.days.length > BUCKET else list(stretch)
    for name in sorted(_names(t)):
        for d in days:
            yield name, d
