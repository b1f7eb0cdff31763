"""Rows: the tellings of one event across reports. Candidates share a name and a stretch of days; the scoring says which are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.record import Span
from dateline.stories.bare import is_bare
from dateline.stories.days import Days
from dateline.stories.linkage import Groups
from dateline.stories.scoring import Weights, because, likeness, shipped
from dateline.stories.shelf import Memory, Shelf, put
from dateline.stories.telling import Surroundings, Telling, is_faint, own_code
from dateline.stories.told import pack, unpack
from dateline.stories.words import rarity

BUCKET = 5  # days in one drawer of the index
WIDE = 13  # a stretch over more drawers than this goes into the drawer of the undated
DRAWER = 60  # articles of one word and drawer that are looked at: the latest. It bounds what a telling costs
ARTICLES = 60  # articles whose tellings are looked at: those that share the most, and the rarest, names and words
OF_ONE = 6  # tellings of one article that are compared
LEAST = (
    3.0  # rarity shared by two articles that are compared: 96 of 100 pairs that tell one event share more, 25 of 100 newspaper articles do
)
COMPARED = 100  # candidates scored, about
DOUBTFUL = 40  # candidates of a faint telling
OWN = 30  # earlier tellings of the same article that are compared
PROFILE = 4  # articles of a group that tell its place from another's: one report may leave out the village, many do not
MEET = 0.2  # of the pairs of told days of two groups: when fewer meet, they are of other days
LOOKED_OVER = 20  # articles of a row that is looked over for strangers
HELD = 30  # likenesses a telling is thought to have to a row of more: the drawers hold the latest. With 100, 300 tellings of one attack stood in two rows
TELLING_NAME = 3.5  # names rarer than this make candidates: "Iran" does, "United" does not
WORDS = 20  # words of the article that make candidates too: the heaviest
AGAIN = 0.75  # an article that tells an event for sure has a faint telling of it, too, when it is so like another report's
FLOOR = 0.05  # a likeness below this is kept as none


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
            self._weights.threshold,
            compared=HELD,
            shelf=shelf,
            name="rows",
            apart=self._apart,
            strangers=self._strangers,
            weak=is_faint,
            borne=self._weights.borne,
        )
        self._articles = shelf.kept("rows.articles", pack=pack, unpack=unpack)  # article -> its tellings
        self._drawers = shelf.kept("rows.drawers")
        self._spots = shelf.kept("rows.spots")  # article -> the places it names, and all its names
        self._profiles = shelf.kept("rows.profiles")  # sure telling -> the places of its clause, and its day where it is told to the day

    def add(self, tellings: Sequence[Telling]) -> None:
        """The tellings of one article, under keys that are new."""
        if not tellings:
            return
        around = tellings[0].around
        self._spots[around.article] = [sorted(around.spots), sorted(around.names)]
        held: list[Telling] = []
        looked_up: dict[tuple[int | None, ...], list[str]] = {}
        words = _words(around)
        for t in tellings:
            near = {}
            for other in (*self._candidates(t, words, looked_up), *(o for o in held[-OWN:] if not (t.bare or o.bare))):
                score = self._tie(t, other)
                if score >= FLOOR:
                    near[other.key] = score
            if not t.faint:
                self._profiles[t.key] = [sorted(t.spots), t.days.first if t.days is not None and _to_the_day(t.days) else None]
            held.append(t)
            self._articles[around.article] = tuple(held)  # each is compared with those before it, too
            self._groups.add(t.key, near)
        for drawer in dict.fromkeys(d for t in tellings for d in _drawers(t)):
            for word in words:
                put(self._drawers, _label(word, drawer), around.article, most=DRAWER)

    def row(self, key: str) -> str:
        """The key of one telling of the same event: the smallest."""
        return self._groups.group(key)

    def members(self, key: str) -> tuple[str, ...]:
        """The keys of this telling's row, faint ones among them, sorted."""
        return tuple(self._groups.members(self._groups.group(key)))

    def shown(self, key: str) -> frozenset[str]:
        """The keys of this telling's row that tell: the sure ones, and of each sentence that has none the faint one most like the others, when another
        report tells the same for sure. Of an article that has sure ones, only faint ones that are like enough (AGAIN) count.
        """
        members = self.members(key)
        sure = [k for k in members if not is_faint(k)]
        told = {_article(k) for k in sure}
        doubtful = {_article(k) for k in members if is_faint(k)}
        sentences = {(_article(k), self.telling(k).sentence) for k in sure if _article(k) in doubtful}
        best: dict[tuple[str, Span], tuple[float, str]] = {}
        for k in members if sure else ():
            if is_faint(k):
                known = self._groups.likeness(k)
                here = (_article(k), self.telling(k).sentence)
                rank = (sum(known.get(o, 0.0) for o in sure) - is_bare(k), k)
                if here not in sentences and (here[0] not in told or max(known.get(o, 0.0) for o in sure) >= AGAIN):
                    best[here] = max(best.get(here, rank), rank)
        return frozenset((*sure, *(k for _, k in best.values())))

    def tellings(self, key: str) -> tuple[Telling, ...]:
        """Every telling of this telling's row, sorted by key; faint ones as far as they are borne out."""
        shown = [self.telling(k) for k in sorted(self.shown(key))]
        return tuple(self._typed(t, shown) for t in shown)

    def of(self, article: str) -> tuple[Telling, ...]:
        """The tellings of one article, in the order of its text; faint ones as far as other reports bear them out."""
        found = (t for t in self._articles.get(article, ()) if not t.faint or t.key in self.shown(t.key))
        return tuple(self.borne(t.key) if t.bare else t for t in found)

    def moved(self) -> tuple[str, ...]:
        """The tellings whose row is another since this was last asked, newcomers among them."""
        return self._groups.moved()

    def fold(self, key: str) -> Fold:
        """Why this telling stands where it does."""
        best, mean = self.nearest(key)
        if best is None:
            return Fold(key, None, 0.0, "no other telling is like it")
        return Fold(key, best, mean, because(self.telling(key), self.telling(best), self._weights))

    def nearest(self, key: str, shown: frozenset[str] | None = None) -> tuple[str | None, float]:
        """The telling of the same row that this one is most like, and how like it is to all of them (mean). None when it stands alone.

        `shown`: those of its row, where the caller has asked for them already.
        """
        others = (self.shown(key) if shown is None else shown) - {key}
        if not others:
            return None, 0.0
        known = self._groups.likeness(key)
        near = sorted(o for o in known if o in others)
        best = max(near, key=lambda o: (known[o], o)) if near else max(others)
        return best, round(sum(known[o] for o in near) / len(others), 3)

    def telling(self, key: str) -> Telling:
        """The telling of a key."""
        found: Telling = next(t for t in self._articles[_article(key)] if t.key == key)
        return found

    def borne(self, key: str) -> Telling:
        """The telling of a key; a bare one with the type that most tellings of its row have."""
        return self._typed(self.telling(key), [self.telling(k) for k in self.members(key) if not is_faint(k)])

    def _typed(self, t: Telling, row: Sequence[Telling]) -> Telling:
        types = Counter(o.event.type for o in row if not o.faint)
        if not t.bare or not types:
            return t
        type = min(types, key=lambda x: (-types[x], x))
        like = next(o.event for o in row if o.event.type == type)
        return replace(t, event=replace(t.event, type=type, quad=like.quad, intensity=like.intensity))

    def _apart(self, a: Sequence[str], b: Sequence[str]) -> bool:
        """Whether the one group's place is another than the other's: most of its articles name it and hardly any of the other's, and the other way round."""
        one, other = ({_article(k): None for k in keys} for keys in (a, b))
        if min(len(one), len(other)) >= 2 and self._contradict(a, b):
            return True
        if max(len(one), len(other)) < PROFILE:
            return False
        here, there = ([self._spots[x] for x in articles] for articles in (one, other))
        return _unknown(_place(here), there) and _unknown(_place(there), here)

    def _contradict(self, a: Sequence[str], b: Sequence[str]) -> bool:
        """Whether the tellings of two groups, each of several articles, hold other days, or clauses that name other places."""
        here, there = ([(_article(k), *self._profiles[k]) for k in keys] for keys in (a, b))
        days = [[d for _, _, d in group if d is not None] for group in (here, there)]
        if min(map(len, days)) >= 2:
            met = sum(abs(d - e) <= 1 for d in days[0] for e in days[1])
            if met < MEET * len(days[0]) * len(days[1]):
                return True
        return self._elsewhere(here, there) and self._elsewhere(there, here)

    def _elsewhere(
        self, group: Sequence[tuple[str, Sequence[str], int | None]], other: Sequence[tuple[str, Sequence[str], int | None]]
    ) -> bool:
        """Whether the place that the clauses of a group name is in no clause of the other and in few of its articles."""
        counts = Counter(spot for _, spot in dict.fromkeys((article, spot) for article, spots, _ in group for spot in spots))
        best = min(counts, key=lambda s: (-counts[s], s), default=None)
        if best is None or counts[best] < 2 or any(best in spots for _, spots, _ in other):
            return False
        articles = dict.fromkeys(article for article, _, _ in other)
        knows = sum(best in spots or best in names for spots, names in (self._spots[x] for x in articles))
        return 2 * knows < len(articles)

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
        if (a.bare or b.bare) and a.around.article == b.around.article:
            return 0.0
        score = likeness(a, b, self._weights)
        if a.around.article == b.around.article:
            return score if a.event.type == b.event.type or not (a.faint or b.faint) else 0.0
        return score

    def _candidates(self, t: Telling, words: Mapping[str, float], looked_up: dict[tuple[int | None, ...], list[str]]) -> Iterator[Telling]:
        """Tellings of the articles that share the most, and the rarest, names and words with this one's and tell of the same days."""
        days = _drawers(t)
        if days not in looked_up:
            votes: dict[str, float] = defaultdict(float)
            for word, weight in words.items():
                for article in dict.fromkeys(a for d in days for a in self._drawers.get(_label(word, d), ())):
                    votes[article] += weight
            likely = (a for a in votes if votes[a] >= LEAST)
            looked_up[days] = sorted(likely, key=lambda a: (-votes[a], a))[:ARTICLES]
        left = COMPARED if not t.faint else DOUBTFUL
        for article in looked_up[days]:
            near = [o for o in self._articles[article] if not (o.faint and t.faint) and not set(_drawers(o)).isdisjoint(days)]
            for o in sorted(near, key=lambda o: (o.event.type != t.event.type, o.faint, o.key))[:OF_ONE]:
                yield o
                left -= 1
            if left <= 0:
                return


def _to_the_day(days: Days) -> bool:
    return days.how in ("told", "counted") and days.length <= 1


def _article(key: str) -> str:
    return key.rpartition("#")[0]


def _words(around: Surroundings) -> dict[str, float]:
    """What finds an article: its rarer names and its heaviest words."""
    names = {n: w for n, w in around.names.items() if w >= TELLING_NAME}
    plain = sorted(around.plain, key=lambda w: (-around.plain[w], w))[:WORDS]
    return {**{f"={w}": rarity(w) for w in plain}, **names} or {"": 1.0}


def _place(articles: Sequence[Sequence[Sequence[str]]]) -> str | None:
    """The place that most of these articles name, if half of them do."""
    counts = Counter(spot for spots, _ in articles for spot in spots)
    best = min(counts, key=lambda s: (-counts[s], s), default=None)
    return best if best is not None and 2 * counts[best] >= len(articles) else None


def _unknown(place: str | None, articles: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Whether at most one in ten of these articles, which may be a stray one, names the place."""
    return place is not None and 10 * sum(place in spots or place in names for spots, names in articles) <= len(articles)


def _label(word: str, drawer: int | None) -> str:
    return f"{word}\t{'' if drawer is None else drawer}"


def _drawers(t: Telling) -> tuple[int | None, ...]:
    """The stretches of days in which a telling is kept and looked for. The undated share one."""
    if t.days is None:
        return (None,)
    stretch = range((t.days.first - 1) // BUCKET, (t.days.last + 1) // BUCKET + 1)
    if len(stretch) > WIDE:
        return (None,)
    return (None, *stretch) if t.days.length > BUCKET else tuple(stretch)
