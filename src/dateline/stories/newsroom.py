"""The articles of a desk or a stream, folded: copies found, stories and rows kept up with every article that comes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from dateline.record import Record, Span
from dateline.stories.copies import Copies, Copy
from dateline.stories.details import Detail, details
from dateline.stories.rows import Fold, Rows
from dateline.stories.shelf import Memory, Shelf
from dateline.stories.story import Stories
from dateline.stories.telling import Telling, tellings_of


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event of an article and the row it was folded into."""

    event: str
    type: str
    trigger: Span


@dataclass(frozen=True, slots=True)
class Line:
    """Where one article stands: its story, and the row of each of its events in the order of the text.

    Among them are words and dated sentences that the record holds for no event but that other reports of the same event bear out.
    """

    id: str
    story: str
    events: tuple[EventLine, ...]

    def to_json(self) -> str:
        """One line of `dateline stories --format jsonl`."""
        events: list[dict[str, Any]] = [{"event": e.event, "type": e.type, "trigger": list(e.trigger)} for e in self.events]
        return json.dumps({"id": self.id, "story": self.story, "events": events}, ensure_ascii=False)


class Newsroom:
    """Records as they come. `line` may be asked at any time; a later article can still move a row or a story.

    An article given again under its id with the same text changes nothing; with another text it is another version, under a key of its own.
    """

    def __init__(self, shelf: Shelf | None = None) -> None:
        shelf = shelf or Memory()
        self._stories = Stories(shelf)
        self._rows = Rows(shelf=shelf)
        self._copies = Copies(shelf)
        self._keys = shelf.kept("newsroom.keys")  # an id and a digest -> the article's key
        self._articles = shelf.kept("newsroom.articles")  # key -> id, copies

    def add(self, record: Record) -> str:
        """The key of the article: its id, or with a mark behind it when the id is taken by another text."""
        a = record.article
        digest = blake2b(a.text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        known: str | None = self._keys.get(f"{digest} {a.id}")
        if known is not None:
            return known
        key = a.id if a.id not in self._articles else f"{a.id}@{digest}"
        self._keys[f"{digest} {a.id}"] = key
        copies = self._copies.add(key, a.text)
        self._articles[key] = [a.id, [[c.of, c.shared, c.within, c.because] for c in copies]]
        self._stories.add(key, a.text, title=a.title, published=a.published)
        self._rows.add(tellings_of(record, key=key))
        return key

    def line(self, key: str) -> Line:
        """Where the article stands now."""
        events = tuple(EventLine(self.row(t.key), t.event.type, t.event.trigger) for t in self._rows.of(key))
        return Line(self._articles[key][0], self.story(key), events)

    def story(self, key: str) -> str:
        """The story of an article: a name made of its smallest member."""
        return _name("story", self._stories.story(key))

    def moved(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The articles whose story, and the tellings whose row, is another since this was last asked; newcomers among them."""
        return self._stories.moved(), self._rows.moved()

    def row(self, telling: str) -> str:
        """The row of a telling ("article#event"): a name made of its smallest member."""
        return _name("event", self._rows.row(telling))

    def tellings(self, telling: str) -> tuple[Telling, ...]:
        """Every telling of the same row; faint ones as far as they are borne out."""
        return self._rows.tellings(telling)

    def members(self, telling: str) -> tuple[str, ...]:
        """The keys of the same row, all faint ones among them."""
        return self._rows.members(telling)

    def shown(self, telling: str) -> frozenset[str]:
        """The keys of the same row that tell: the sure ones, and the faint ones that other reports bear out."""
        return self._rows.shown(telling)

    def telling(self, key: str) -> Telling:
        """The telling of a key."""
        return self._rows.telling(key)

    def borne(self, key: str) -> Telling:
        """The telling of a key; a bare one with the type that its row gives it."""
        return self._rows.borne(key)

    def fold(self, telling: str) -> Fold:
        """Why a telling stands in its row, with a score."""
        return self._rows.fold(telling)

    def nearest(self, telling: str, shown: frozenset[str] | None = None) -> tuple[str | None, float]:
        """The telling of the same row that this one is most like, and its score; `fold` says why. `shown` spares asking for those of the row again."""
        return self._rows.nearest(telling, shown)

    def details(self, telling: str) -> tuple[Detail, ...]:
        """What the tellings of the row agree on and where they differ."""
        return details(self._rows.tellings(telling))

    def copies(self, key: str) -> tuple[Copy, ...]:
        """The earlier articles that this one copies."""
        return tuple(Copy(*c) for c in self._articles[key][1])

    def story_reason(self, key: str, among: frozenset[str] | None = None) -> tuple[float, str]:
        """How like its story an article is, and why. `among`: the articles of its story, where the caller has asked for them."""
        return self._stories.reason(key, among)

    def story_articles(self, key: str) -> frozenset[str]:
        """The articles of an article's story."""
        return frozenset(self._stories.articles(key))


def fold_records(records: Iterable[Record]) -> Iterator[Line]:
    """One line for each record, in the order given, once all have been read."""
    room = Newsroom()
    given = [room.add(record) for record in records]
    for key in given:
        yield room.line(key)


def _name(what: str, key: str) -> str:
    """A name that is the same for the same first member, whatever else is in the archive."""
    return f"{what}-{blake2b(key.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"
