"""Which tellings cannot be of one row whatever they have in common: their articles name other places, or they are told of other days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.stories.days import Days
from dateline.stories.shelf import Shelf, fetch
from dateline.stories.telling import Telling, article_of

PROFILE = 4  # articles of a group that tell its place from another's: one report may leave out the village, many do not
MEET = 0.2  # of the pairs of told days of two groups: when fewer meet, they are of other days
LOOKED_OVER = 20  # articles of a row that is looked over for strangers


class Profiles:
    """What articles and tellings say of where and when, kept to tell whole groups apart."""

    def __init__(self, shelf: Shelf) -> None:
        self._spots = shelf.kept("rows.spots")  # article -> the places it names, and all its names
        self._profiles = shelf.kept("rows.profiles")  # sure telling -> the places of its clause, and its day where it is told to the day

    def add(self, tellings: Sequence[Telling]) -> None:
        """The tellings of one article."""
        around = tellings[0].around
        self._spots[around.article] = [sorted(around.spots), sorted(around.names)]
        for t in tellings:
            if not t.faint:
                self._profiles[t.key] = [sorted(t.spots), t.days.first if t.days is not None and _to_the_day(t.days) else None]

    def apart(self, a: Sequence[str], b: Sequence[str]) -> bool:
        """Whether the one group's place is another than the other's: most of its articles name it and hardly any of the other's, and the other way round."""
        one, other = ({article_of(k): None for k in keys} for keys in (a, b))
        if min(len(one), len(other)) >= 2 and self._contradict(a, b):
            return True
        if max(len(one), len(other)) < PROFILE:
            return False
        fetch(self._spots, (*one, *other))
        here, there = ([self._spots[x] for x in articles] for articles in (one, other))
        return _unknown(_place(here), there) and _unknown(_place(there), here)

    def _contradict(self, a: Sequence[str], b: Sequence[str]) -> bool:
        """Whether the tellings of two groups, each of several articles, hold other days, or clauses that name other places."""
        fetch(self._profiles, (*a, *b))
        here, there = ([(article_of(k), *self._profiles[k]) for k in keys] for keys in (a, b))
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

    def strangers(self, keys: Sequence[str]) -> list[str]:
        """Tellings of a large row whose articles name another place than it, that hardly any other names: each came in by one telling that it was like."""
        articles = {k: self._spots[a] for k in keys for a in [article_of(k)]}
        whole = list({article_of(k): articles[k] for k in keys}.values())
        place = _place(whole)
        if len(whole) < LOOKED_OVER or place is None:
            return []
        named = Counter(name for spots, names in whole for name in {*spots, *names})
        return [
            k
            for k, (spots, names) in articles.items()
            if spots and place not in spots and place not in names and 10 * max(named[s] for s in spots) <= len(whole)
        ]


def _to_the_day(days: Days) -> bool:
    return days.how in ("told", "counted") and days.length <= 1


def _place(articles: Sequence[Sequence[Sequence[str]]]) -> str | None:
    """The place that most of these articles name, if half of them do."""
    counts = Counter(spot for spots, _ in articles for spot in spots)
    best = min(counts, key=lambda s: (-counts[s], s), default=None)
    return best if best is not None and 2 * counts[best] >= len(articles) else None


def _unknown(place: str | None, articles: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Whether at most one in ten of these articles, which may be a stray one, names the place."""
    return place is not None and 10 * sum(place in spots or place in names for spots, names in articles) <= len(articles)
