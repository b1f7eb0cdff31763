"""Stories: articles that tell of the same happening, by their weighted words and names, within a window of days."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from dateline.stories.groups import Groups
from dateline.stories.packing import pack_dated, pack_pairs, single, unpack_dated, unpack_pairs
from dateline.stories.shelf import Memory, Shelf, fetch, put
from dateline.stories.words import cosine, vector

# One setting for stories_ecbplus_a (BCubed F1 89.0) and stories_5w1h_a (92.5); .22 gives 85.5 and 94.1, .24 88.2 and 94.0, .26 88.8 and 92.5.
ALIKE = 0.25
FLOOR = 0.05  # a likeness below this is kept as none
HEAVY = 40  # words of an article that find candidates: the heaviest
LATEST = 300  # articles remembered for one word: the latest. It bounds what an article costs, whatever the archive holds
NEAREST = 150  # candidates whose whole words are compared, at most
# what the heaviest words alone must give a candidate: on both gold sets the likenesses kept are the same as without, of a third of the comparisons
SHARED = 0.03
TOGETHER = 500  # articles regrouped together: each is like some hundred others. No gold set has a neighbourhood of more than 39, 845 newspaper articles one of 13
CALM = 45  # days between two reports of one story that cost nothing (10 and 30 days to halve cost stories_5w1h_a a point: addresses give stray dates)
HALF = 180.0  # so many days more halve their likeness: a story may pause and be taken up again. Chosen by hand: no gold set spans years


class Stories:
    """Articles as they come, and the story of each. What an article costs does not grow with the archive (LATEST, NEAREST)."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        shelf = shelf or Memory()
        self._groups = Groups(ALIKE, compared=NEAREST, largest=TOGETHER, shelf=shelf, name="stories")
        self._holding = shelf.kept(
            "stories.holding", pack=pack_pairs, unpack=unpack_pairs
        )  # word -> the latest articles with it and its weight
        self._articles = shelf.kept("stories.articles", pack=pack_dated, unpack=unpack_dated)  # article -> its day and its words

    def add(self, key: str, text: str, *, title: str | None = None, published: str | None = None) -> None:
        """An article under a key that is new."""
        whole = text if not title or title in text else f"{title}\n{text}"
        words = {w: single(x) for w, x in vector(whole).items()}
        day = _day(published)
        heavy = sorted(words, key=lambda w: (-words[w], w))[:HEAVY]
        near: dict[str, float] = defaultdict(float)
        fetch(self._holding, heavy)
        for word in heavy:
            for other, y in self._holding.get(word, ()):
                near[other] += words[word] * y
        likely = sorted((o for o, x in near.items() if x >= SHARED), key=lambda o: (-near[o], o))[:NEAREST]
        alike = {}
        fetch(self._articles, likely)
        for o in likely:
            their_day, their_words = self._articles[o]
            alike[o] = cosine(words, their_words) * _fading(day, their_day)
        self._groups.add(key, {o: s for o, s in alike.items() if s >= FLOOR})
        self._articles[key] = (day, words)
        for word in heavy:
            put(self._holding, word, (key, words[word]), most=LATEST)

    def story(self, key: str) -> str:
        """The key of one article of the same story, the same for all of them."""
        return self._groups.group(key)

    def articles(self, key: str) -> tuple[str, ...]:
        """Every article of this article's story, sorted by key."""
        return tuple(sorted(self._groups.members(self._groups.group(key))))

    def moved(self) -> tuple[str, ...]:
        """The articles whose story is another since this was last asked, newcomers among them."""
        return self._groups.moved()

    def reason(self, key: str, among: frozenset[str] | None = None) -> tuple[float, str]:
        """How like the others of its story an article is (mean), and in words. `among`: the articles of its story, where the caller has asked for them."""
        others = (frozenset(self.articles(key)) if among is None else among) - {key}
        if not others:
            return 0.0, "no other article is like it"
        known = self._groups.likeness(key)
        mean = sum(known[o] for o in sorted(others.intersection(known))) / len(others)
        return round(mean, 3), f"shares weighted words and names with {len(others)} articles (mean likeness {mean:.2f}, needed {ALIKE})"


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat(published).toordinal() if published else None
    except ValueError:
        return None


def _fading(a: int | None, b: int | None) -> float:
    if a is None or b is None:
        return 1.0
    return 1.0 / (1.0 + max(0, abs(a - b) - CALM) / HALF)
