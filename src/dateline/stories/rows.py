"""Rows: the tellings of one event across reports. Candidates share a name and a stretch of days; the scoring says which are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.stories.linkage import Groups
from dateline.stories.scoring import Weights, because, likeness, shipped
from dateline.stories.shelf import Memory, Shelf, put
from dateline.stories.telling import Telling, is_faint, own_code
from dateline.stories.told import pack, unpack

BUCKET = 5  # days in one drawer of the index
WIDE = 13  # a stretch over more drawers than this goes into the drawer of the undated
DRAWER = 60  # tellings of one name and drawer that are looked at: the latest. It bounds what a telling costs
COMPARED = 100  # candidates scored: those that share the most, and the rarest, names
PROFILE = 4  # articles of a group that tell its place from another's: one report may leave out the village, many do not
LOOKED_OVER = 20  # articles of a row that is looked over for strangers
HELD = 30  # likenesses a telling is thought to have to a row of more: the drawers hold the latest. With 100, 300 tellings of one attack stood in two rows
TELLING_NAME = 3.5  # names rarer than this make candidates: "Iran" does, "United" does not
FLOOR = 0.02  # a likeness below this is kept as none
BORNE_OUT = 0.3  # a faint telling is tied to tellings of other reports that are at least so like it (swept: .3 .5 .65)


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
        self._groups = Groups(
            self._weights.threshold, compared=HELD, shelf=shelf, name="rows", apart=self._apart, strangers=self._strangers
        )
        self._articles = shelf.kept("rows.articles", pack=pack, unpack=unpack)  # article -> its tellings
        self._drawers = shelf.kept("rows.drawers")
        self._spots = shelf.kept("rows.spots")  # article -> the places it names, and all its names

    def add(self, tellings: Sequence[Telling]) -> None:
        """The tellings of one article, under keys that are new."""
        held: list[Telling] = []
        for t in tellings[:1]:
            self._spots[t.around.article] = [sorted(t.around.spots), sorted(t.around.names)]
        for t in tellings:
            near = {}
            for other in self._candidates(t):
                score = self._tie(t, other)
                if score >= FLOOR:
                    near[other.key] = score
            self._groups.add(t.key, near)
            held.append(t)
            self._articles[t.around.article] = tuple(held)  # each is compared with those before it, too
            for name, drawer in _drawers(t):
                for kind in ("", t.event.type):
                    put(self._drawers, _label(kind, name, drawer), t.key, most=DRAWER)

    def row(self, key: str) -> str:
        """The key of one telling of the same event: the smallest."""
        return self._groups.group(key)

    def members(self, key: str) -> tuple[str, ...]:
        """The keys of this telling's row, faint ones among them, sorted."""
        return tuple(self._groups.members(self._groups.group(key)))

    def shown(self, key: str) -> frozenset[str]:
        """The keys of this telling's row that tell: the sure ones, and of each article that has none the faint one most like the others,
        when another report tells the same for sure.
        """
        members = self.members(key)
        sure = [k for k in members if not is_faint(k)]
        told = {_article(k) for k in sure}
        best: dict[str, tuple[float, str]] = {}
        for k in members:
            if is_faint(k) and _article(k) not in told and sure:
                known = self._groups.likeness(k)
                rank = (sum(known.get(o, 0.0) for o in sure), k)
                best[_article(k)] = max(best.get(_article(k), rank), rank)
        return frozenset((*sure, *(k for _, k in best.values())))

    def tellings(self, key: str) -> tuple[Telling, ...]:
        """Every telling of this telling's row, sorted by key; faint ones as far as they are borne out."""
        return tuple(self.telling(k) for k in sorted(self.shown(key)))

    def of(self, article: str) -> tuple[Telling, ...]:
        """The tellings of one article, in the order of its text; faint ones as far as other reports bear them out."""
        return tuple(t for t in self._articles.get(article, ()) if not t.faint or t.key in self.shown(t.key))

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
        return Fold(key, best, round(mean, 3), because(self.telling(key), self.telling(best), self._weights))

    def telling(self, key: str) -> Telling:
        """The telling of a key."""
        found: Telling = next(t for t in self._articles[_article(key)] if t.key == key)
        return found

    def _apart(self, a: Sequence[str], b: Sequence[str]) -> bool:
        """Whether the one group's place is another than the other's: most of its articles name it and hardly any of the other's, and the other way round."""
        one, other = ({_article(k): None for k in keys} for keys in (a, b))
        if max(len(one), len(other)) < PROFILE:
            return False
        here, there = ([self._spots[x] for x in articles] for articles in (one, other))
        return _unknown(_place(here), there) and _unknown(_place(there), here)

    def _strangers(self, keys: Sequence[str]) -> list[str]:
        """Tellings of a large row whose articles name another place than it, that hardly any other names: each came in by one telling that it was like."""
        articles = {k: self._spots[a] for k in keys for a in [_article(k)]}
        whole = list({_article(k): articles[k] for k in keys}.values())
        place = _place(whole)
        if len(whole) < LOOKED_OVER or place is None:
            return []
        named = Counter(name for spots, names in whole for name in {*spots, *names})
        return [
            k
            for k, (spots, names) in articles.items()
            if spots and place not in spots and place not in names and 10 * max(named[s] for s in spots) <= len(whole)
        ]

    def _tie(self, a: Telling, b: Telling) -> float:
        """How like two tellings are, as far as it ties them: two faint ones bear nothing out, and a code of one's own is folded with itself only."""
        if (a.faint and b.faint) or (a.event.type != b.event.type and (own_code(a.event) or own_code(b.event))):
            return 0.0
        score = likeness(a, b, self._weights)
        if a.around.article == b.around.article:
            return score if a.event.type == b.event.type or not (a.faint or b.faint) else 0.0
        return score if score >= BORNE_OUT or not (a.faint or b.faint) else 0.0

    def _candidates(self, t: Telling) -> Iterator[Telling]:
        votes: dict[str, float] = defaultdict(float)
        own = _names(t)
        # by its type too, so that what else many reports of one event tell does not crowd out their tellings of it
        for name, drawer in _drawers(t):
            for kind in ("", t.event.type):
                for key in self._drawers.get(_label(kind, name, drawer), ()):
                    votes[key] += own[name]
        for key, _ in sorted(votes.items(), key=lambda v: (-v[1], v[0]))[:COMPARED]:
            yield self.telling(key)


def _article(key: str) -> str:
    return key.rpartition("#")[0]


def _names(t: Telling) -> dict[str, float]:
    """The names that make candidates: of the article, heavier where the sentence holds them."""
    return {n: w * (2 if n in t.names else 1) for n, w in t.around.names.items() if w >= TELLING_NAME} or {"": 1.0}


def _place(articles: Sequence[Sequence[Sequence[str]]]) -> str | None:
    """The place that most of these articles name, if half of them do."""
    counts = Counter(spot for spots, _ in articles for spot in spots)
    best = min(counts, key=lambda s: (-counts[s], s), default=None)
    return best if best is not None and 2 * counts[best] >= len(articles) else None


def _unknown(place: str | None, articles: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Whether at most one in ten of these articles, which may be a stray one, names the place."""
    return place is not None and 10 * sum(place in spots or place in names for spots, names in articles) <= len(articles)


def _label(kind: str, name: str, drawer: int | None) -> str:
    return f"{kind}|{'' if drawer is None else drawer}|{name}"


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
