"""Who is one across articles: the names actors go by, and the groups of names that `actors.same` holds for one, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dateline.actors import same
from dateline.actors.folding import fold
from dateline.record import Actor
from dateline.stories.groups import Groups
from dateline.stories.naming import key as bones
from dateline.stories.shelf import Shelf, fetch, put

YES = {"person": 0.70, "body": 0.76}  # the thresholds of actors.matching
FLOOR = 0.3  # a likeness below this is kept as none
LATEST = 150  # names kept under one word: the latest
COMPARED = 40  # names compared with a new one: those that share the most words
OFFICIAL = ("GOV", "MIL", "COP", "LEG", "JUD", "SPY", "PTY")
"""Sectors whose bodies have namesakes in every country ("Ministry of Defence"): joined within one country only."""

ALONE = {
    ("person", 1): "a name of several words",
    ("body", 1): "the name of a body",
    ("body", 2): "a body of state is one within its country",
}
"""What a name that can be joined is, by the kind and the number of strokes of its key."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name somebody goes by. `key` says what it can be joined with: kind, folded name, and country or article where the name is everybody's."""

    key: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    because: str

    @property
    def joins(self) -> bool:
        """Whether other spellings may be of the same somebody."""
        return self.key.startswith(("person|", "body|")) and self.key.count("|") < 3


def name_of(actor: Actor, article: str) -> Name:
    """The name of an article's actor and what it stands for beyond the article."""
    folded = fold(actor.name)
    kind, where = actor.kind, f"|{actor.country}" if actor.country else f"||{article}"
    if kind == "state" and actor.country:
        key, why = f"state|{actor.country}", "a state is one by its country"
    elif kind == "person" and len(folded.split()) > 1:
        key, why = f"person|{folded}", ALONE["person", 1]
    elif kind == "person":
        key, why = f"person|{folded}||{article}", "a name of one word is joined with nobody in other reports"
    elif kind in ("organization", "group") and _proper(actor.name):
        official = actor.sector in OFFICIAL
        key = f"body|{folded}{where if official else ''}"
        why = ALONE["body", 2 if official else 1]
    else:
        key = f"described|{folded}{where}"
        why = "the same description in the same country" if actor.country else "a description is joined with nobody in other reports"
    return Name(key, actor.name, kind, actor.country, actor.sector, why)


class People:
    """Names as they come, and who stands behind each. What a name costs does not grow with the desk (LATEST)."""

    def __init__(self, shelf: Shelf) -> None:
        self._groups = {k: Groups(t, shelf=shelf, name=f"actors.{k}") for k, t in YES.items()}
        self._words = shelf.kept("actors.words")  # kind and word -> the latest names with it: how many words a name has, and its key
        self._known = shelf.kept("actors.known")
        self._renamed: list[str] = []

    def add(self, name: Name) -> bool:
        """Takes a name that can be joined; whether it is new."""
        kind = name.key.partition("|")[0]
        known = self._known.get(name.key)
        if known is not None:
            if known != name.name:  # the same letters written otherwise: what joined it stays, its reasons name it anew
                self._known[name.key] = name.name
                self._renamed += self._groups[kind].members(self.actor(name.key)) if name.joins else ()
            return False
        self._known[name.key] = name.name
        if not name.joins:
            return True
        near = {}
        candidates = self._candidates(name.key)
        fetch(self._known, candidates)
        for other in candidates:
            if _apart(name.key, other):
                continue
            score, _ = _verdict(name.name, self._known[other], kind)
            if score >= FLOOR:
                near[other] = score
        self._groups[kind].add(name.key, near)
        own = _bones(name.key)
        for word in own:
            put(self._words, f"{kind} {word}", [len(own), name.key], most=LATEST)
        return True

    def _candidates(self, key: str) -> list[str]:
        """Names that may be another spelling: two words in common by their bones, or all of the shorter name's. To compare every name that shares
        one word ("Mohammed") took 60 % of the whole folding and joined nothing more on 120 newspaper articles.
        """
        kind = key.partition("|")[0]
        own = _bones(key)
        fetch(self._words, [f"{kind} {word}" for word in own])
        votes: dict[str, int] = {}
        length: dict[str, int] = {}
        for word in own:
            for words, other in self._words.get(f"{kind} {word}", ()):
                votes[other] = votes.get(other, 0) + 1
                length[other] = words
        near = [o for o, n in votes.items() if n >= min(2, len(own), length[o])]
        return sorted(near, key=lambda o: (-votes[o], o))[:COMPARED]

    def moved(self) -> tuple[str, ...]:
        """The names that stand for somebody else since this was last asked, newcomers among them (those only that can be joined)."""
        return tuple(k for g in self._groups.values() for k in g.moved())

    def knows(self, key: str) -> bool:
        """Whether it is a name that can be joined and was taken."""
        return key in self._known and (key.partition("|")[0], key.count("|")) in ALONE

    def renamed(self) -> tuple[str, ...]:
        """The names whose reasons name one that is written otherwise since this was last asked."""
        renamed, self._renamed = tuple(self._renamed), []
        return renamed

    def actor(self, key: str) -> str:
        """The name that stands for the whole group: its smallest key."""
        kind = key.partition("|")[0]
        return self._groups[kind].group(key) if kind in self._groups and key.count("|") < 3 else key

    def reason(self, key: str) -> str:
        """Why a name that can be joined is one with the others of its group, or what it is when it stands alone or for them all."""
        kind = key.partition("|")[0]
        head = self.actor(key)
        if head == key:
            return ALONE[kind, key.count("|")]
        known = self._groups[kind].likeness(key)
        best = max((o for o in known if self.actor(o) == head), key=lambda o: (known[o], o), default=head)
        score, why = _verdict(self._known[key], self._known[best], kind)
        return f"{self._known[key]!r} and {self._known[best]!r}: {why} ({score:.2f})"


@lru_cache(maxsize=20_000)
def _verdict(a: str, b: str, kind: str) -> tuple[float, str]:
    """How likely two names are one's, and why: asked once when they meet and again whenever their group changes."""
    verdict = same(a, b, kind="person" if kind == "person" else "organization")
    return verdict.score, verdict.because


def bones_of(name: str) -> tuple[str, ...]:
    """The words of a name as what their spellings share; initials and particles of one or two letters left out."""
    return tuple(dict.fromkeys(b for w in fold(name).split() if len(w) > 2 and (b := bones(w))))


def _bones(key: str) -> tuple[str, ...]:
    return bones_of(key.split("|")[1])


def _apart(a: str, b: str) -> bool:
    """Whether both are bodies of state, of two countries."""
    x, y = a.split("|"), b.split("|")
    return len(x) > 2 and len(y) > 2 and x[2] != y[2]


def _proper(name: str) -> bool:
    """Whether a body is named, not described: a capital in a word that is not the first article."""
    words = [w for w in name.split() if w.lower() not in ("the", "a", "an")]
    return bool(words) and any(w[:1].isupper() or w[:1].isdigit() for w in words)
