"""Rows: the tellings of one event across reports. Candidates share a name and a stretch of days; the scoring says which are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.record import Span
from dateline.stories.bare import is_bare
from dateline.stories.drawers import Drawers, chests, drawers_of, looked_in
from dateline.stories.groups import Groups
from dateline.stories.profiles import Profiles
from dateline.stories.scoring import Weights, because, likeness, shipped
from dateline.stories.shelf import Memory, Shelf
from dateline.stories.telling import Surroundings, Telling, article_of, is_faint, own_code
from dateline.stories.told import Head, Told, pack, unpack
from dateline.stories.words import rarity

ARTICLES = 60  # articles whose tellings are looked at: those that share the most, and the rarest, names and words
OF_ONE = 6  # tellings of one article that are compared
LEAST = 1.5  # rarity shared by two articles that are compared. With families left out 33 of 83 events are exactly one row, for 31 with 3.0; of 400 newspaper
# articles as many tellings stand in rows of several papers
COMPARED = 100  # candidates scored, about
DOUBTFUL = 40  # candidates of a faint telling
OWN = 30  # earlier tellings of the same article that are compared
HELD = 30  # likenesses a telling is thought to have to a row of more: the drawers hold the latest. With 100, 300 tellings of one attack stood in two rows
TELLING_NAME = 3.5  # names rarer than this make candidates: "Iran" does, "United" does not
WORDS = 20  # words of the article that make candidates too: the heaviest
AGAIN = 0.75  # an article that tells an event for sure has a faint telling of it, too, when it is so like another report's
BOND = 0.5  # two rows are one only where a pair of theirs is likelier one event than not. Of 2,326 sure tellings in 400 newspaper articles 37 stand in rows
# of several papers for 223 without it (13 with 0.6); events exactly one row in folding_a 51 for 60 (29 with 0.6)
NEIGHBOURS = 20_000  # tellings grouped together at most. Of 845 newspaper articles the largest neighbourhood has 137 (of 4,850); of a flood of 3,300 reports of a
# few hundred incidents 9,000, and with 2,000 its 300 tellings of one attack stood in 129 rows (both while unsure tellings still tied neighbourhoods together)
LOCAL = 6.0  # names rarer than this are of towns and people: "Burkina Faso" has 5.9
NEAREST = 10  # those that a telling is most like whose own likes are looked at, too
FRIENDS = 20  # so many of them. Without them 27 of 83 events are exactly one row for 31
FLOOR = 0.05  # a likeness below this is kept as none


@dataclass(frozen=True, slots=True)
class Fold:
    """Why a telling stands in its row: the telling of another article that it is most like, how much (0 to 1), and what decided."""

    telling: str
    like: str | None
    score: float
    because: str


class Rows:
    """Tellings as they come, and the row of each. What a telling costs does not grow with the archive (`drawers`, COMPARED)."""

    def __init__(self, weights: Weights | None = None, *, shelf: Shelf | None = None) -> None:
        shelf = shelf or Memory()
        self._weights = weights or shipped()
        self._profiles = Profiles(shelf)
        self._groups = Groups(
            self._weights.threshold,
            compared=HELD,
            bond=BOND,
            largest=NEIGHBOURS,
            shelf=shelf,
            name="rows",
            apart=self._profiles.apart,
            strangers=self._profiles.strangers,
            weak=is_faint,
            borne=self._weights.borne,
            settled=True,
        )
        self._articles = shelf.kept("rows.articles", pack=pack, unpack=unpack)  # article -> its tellings
        self._drawers = Drawers(shelf)

    def add(self, tellings: Sequence[Telling]) -> None:
        """The tellings of one article, under keys that are new."""
        if not tellings:
            return
        around = tellings[0].around
        self._profiles.add(tellings)
        held: list[Telling] = []
        looked_up: dict[tuple[int | None, ...], _Likely] = {}
        words = _words(around)
        for t in tellings:
            near = {}
            for other in (*self._candidates(t, words, looked_up), *(o for o in held[-OWN:] if not (t.bare or o.bare))):
                score = self._tie(t, other)
                if score >= FLOOR:
                    near[other.key] = score
            for key in () if t.faint else self._friends(t, near):
                score = self._tie(t, self.telling(key))
                if score >= FLOOR:
                    near[key] = score
            held.append(t)  # each is compared with those before it, too
            self._groups.add(t.key, near)
        self._articles[around.article] = Told(tellings)
        self._drawers.put(around.article, words, dict.fromkeys(d for t in tellings for d in drawers_of(t.days)))

    def row(self, key: str) -> str:
        """The key of one telling of the same event, the same for all of them."""
        return self._groups.group(key)

    def members(self, key: str) -> tuple[str, ...]:
        """The keys of this telling's row, faint ones among them, sorted."""
        return tuple(sorted(self._groups.members(self._groups.group(key))))

    def shown(self, key: str) -> frozenset[str]:
        """The keys of this telling's row that tell: the sure ones, and of each sentence that has none the faint one most like the others, when another
        report tells the same for sure. Of an article that has sure ones, only faint ones that are like enough (AGAIN) count.
        """
        members = self.members(key)
        sure = [k for k in members if not is_faint(k)]
        told = {article_of(k) for k in sure}
        doubtful = {article_of(k) for k in members if is_faint(k)}
        sentences = {(article_of(k), self.telling(k).sentence) for k in sure if article_of(k) in doubtful}
        best: dict[tuple[str, Span], tuple[float, str]] = {}
        for k in members if sure else ():
            if is_faint(k):
                known = self._groups.likeness(k)
                here = (article_of(k), self.telling(k).sentence)
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
        told: Told = self._articles[article_of(key)]
        return told.telling(key)

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

    def _tie(self, a: Telling, b: Telling) -> float:
        """How like two tellings are, as far as it ties them: two faint ones bear nothing out, and a code of one's own is folded with itself only."""
        if (a.faint and b.faint) or (a.event.type != b.event.type and (own_code(a.event) or own_code(b.event))):
            return 0.0
        if (a.bare or b.bare) and (a.around.article == b.around.article or not _local(a, b)):
            return 0.0  # "Shops stayed closed the next day" tells of no deed, and of this one only in a report that knows its town or its people
        score = likeness(a, b, self._weights)
        if a.around.article == b.around.article:
            return score if a.event.type == b.event.type or not (a.faint or b.faint) else 0.0
        return score

    def _friends(self, t: Telling, near: Mapping[str, float]) -> list[str]:
        """What those that a telling is like are like, and what shares no word with it: a row is looked at as a whole, not as far as words reach."""
        best = sorted((o for o in near if near[o] >= BOND), key=lambda o: (-near[o], o))[:NEAREST]
        found: dict[str, float] = {}
        for o in best:
            for k, x in self._groups.ties(o).items():
                if x >= BOND and k not in near and not is_faint(k) and article_of(k) != t.around.article:
                    found[k] = max(found.get(k, 0.0), x)
        return sorted(found, key=lambda k: (-found[k], k))[:FRIENDS]

    def _candidates(self, t: Telling, words: Mapping[str, float], looked_up: dict[tuple[int | None, ...], _Likely]) -> Iterator[Telling]:
        """Tellings of the articles that share the most, and the rarest, names and words with this one's and tell of the same days."""
        days = looked_in(t.days)
        if days not in looked_up:
            looked_up[days] = self._likely(words, chests(days))
        left = COMPARED if not t.faint else DOUBTFUL
        for told, heads in looked_up[days]:
            near = [(h.type != t.event.type, h.faint, h.key) for h in heads if not (h.faint and t.faint)]
            for *_, key in sorted(near)[:OF_ONE]:
                yield told.telling(key)
                left -= 1
            if left <= 0:
                return

    def _likely(self, words: Mapping[str, float], masks: Mapping[str, int]) -> _Likely:
        """The articles that share the most in these drawers."""
        votes: dict[str, float] = defaultdict(float)
        self._drawers.fetch(words, masks)
        for word, weight in words.items():
            for article in self._drawers.find(word, masks):
                votes[article] += weight
        likely = sorted((a for a in votes if votes[a] >= LEAST), key=lambda a: (-votes[a], a))[:ARTICLES]
        return _Likely(likely, masks, self._articles)


class _Likely:
    """Articles and what they tell of certain days, each read once and only when a telling gets so far."""

    def __init__(self, articles: Sequence[str], masks: Mapping[str, int], kept: Mapping[str, Told]) -> None:
        self._articles, self._masks, self._kept = articles, masks, kept
        self._read: list[tuple[Told, list[Head]]] = []

    def __iter__(self) -> Iterator[tuple[Told, list[Head]]]:
        for i, article in enumerate(self._articles):
            if i == len(self._read):
                told = self._kept[article]
                meets = [h for h in told.heads if any(mask & h.chests.get(c, 0) for c, mask in self._masks.items())]
                self._read.append((told, meets))
            yield self._read[i]


def _local(a: Telling, b: Telling) -> bool:
    """Whether two reports have a name of a town or a person in common, rarer than any country's."""
    names, others = a.around.names, b.around.names
    return any(w >= LOCAL and others.get(n, 0.0) >= LOCAL for n, w in names.items())


def _words(around: Surroundings) -> dict[str, float]:
    """What finds an article: its rarer names and its heaviest words."""
    names = {n: w for n, w in around.names.items() if w >= TELLING_NAME}
    plain = sorted(around.plain, key=lambda w: (-around.plain[w], w))[:WORDS]
    return {**{f"={w}": rarity(w) for w in plain}, **names} or {"": 1.0}
