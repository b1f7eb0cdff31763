"""Across articles: which known actors a new one may be, without comparing it with all of them. It proposes; it never merges."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.actors.folding import skeleton
from dateline.actors.legal_forms import organization_tokens
from dateline.actors.matching import NO, person_tokens, same
from dateline.actors.organizations import known_as
from dateline.record import Actor

# A word that more actors than this bear ("Mohammed", "Party") finds nobody by itself: it costs comparisons and tells nothing.
CROWD = 40
# Actors compared with a new one at most, those that share the most and the rarest words first.
COMPARED = 60
_KINDS = {"person": "person", "organization": "organization", "group": "organization"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor that the new one may be: its key, `answer` ("yes" or "maybe"), `score` from 0 to 1, and what speaks for and against."""

    key: str
    answer: str
    score: float
    because: tuple[str, ...]


class Candidates:
    """An index of actors by the folded words of their names. Persons are compared with persons, organizations and groups with each other.

    `compared` counts the pairs of names weighed so far: at most COMPARED actors for each actor asked for, however many are known.
    """

    def __init__(self) -> None:
        self._actors: dict[str, tuple[Actor, str]] = {}
        self._by_word: dict[tuple[str, str], list[str]] = {}
        self._whole: dict[tuple[str, str], list[str]] = {}
        self._order: dict[str, int] = {}
        self._heads: dict[str, list[str]] = {}
        self.compared = 0

    def __len__(self) -> int:
        return len(self._actors)

    def add(self, key: str, actor: Actor) -> tuple[Candidate, ...]:
        """Takes the actor in under `key` and returns the known ones it may be, best first. Raises KeyError for a key already taken."""
        if key in self._actors:
            raise KeyError(f"{key!r} is already in the index")
        found = self.of(actor)
        kind = _KINDS.get(actor.kind)
        if kind is None:
            return found
        self._order[key] = len(self._order)
        self._heads[key] = [_heads(name, kind) for name in _names(actor)[:3]]
        self._actors[key] = (actor, kind)
        for name in _names(actor):
            for word in _words(name, kind):
                keys = self._by_word.setdefault((kind, word), [])
                if len(keys) <= CROWD and key not in keys:
                    keys.append(key)
            whole = self._whole.setdefault((kind, _whole(name, kind)), [])
            if key not in whole:
                whole.append(key)
        return found

    def of(self, actor: Actor) -> tuple[Candidate, ...]:
        """The known actors that `actor` may be, best first; nothing is taken in. States and unnamed people have no candidates here."""
        kind = _KINDS.get(actor.kind)
        if kind is None:
            return ()
        weighed = (self._weigh(actor, other, kind) for other in self._near(actor, kind))
        return tuple(sorted((c for c in weighed if c is not None), key=lambda c: (-c.score, self._order[c.key])))

    def _near(self, actor: Actor, kind: str) -> list[str]:
        """Keys that share a whole name, and those that share words few bear, the best COMPARED of them."""
        votes: dict[str, float] = {}
        for name in _names(actor):
            for key in self._whole.get((kind, _whole(name, kind)), ())[-COMPARED:]:
                votes[key] = votes.get(key, 0.0) + 2.0
            for word in _words(name, kind):
                keys = self._by_word.get((kind, word), ())
                if len(keys) <= CROWD:
                    for key in keys:
                        votes[key] = votes.get(key, 0.0) + 1 / len(keys)
        mine = [_heads(name, kind) for name in _names(actor)[:3]]
        fit = [k for k in votes if votes[k] >= 2 or kind != "person" or any(_may_answer(a, b) for a in mine for b in self._heads[k])]
        return heapq.nsmallest(COMPARED, fit, key=lambda k: (-votes[k], self._order[k]))

    def _weigh(self, actor: Actor, key: str, kind: str) -> Candidate | None:
        other = self._actors[key][0]
        best = None
        for a in _names(actor)[:3]:
            for b in _names(other)[:3]:
                self.compared += 1
                verdict = same(a, b, kind=kind)
                if best is None or verdict.score > best[0]:
                    best = (verdict.score, f"{a!r} and {b!r}: {verdict.because}")
        if best is None:
            return None
        score, because = best[0], [best[1]]
        if actor.country and other.country:
            agree = actor.country == other.country
            score += 0.05 if agree else -0.2
            because.append(f"both of {actor.country}" if agree else f"one of {actor.country}, the other of {other.country}")
        if actor.sector and other.sector and actor.sector == other.sector:
            score += 0.03
            because.append(f"both {actor.sector}")
        shared = [base for base in sorted(actor.known_as) if actor.known_as[base] == other.known_as.get(base)]
        apart = [base for base in sorted(actor.known_as) if other.known_as.get(base) not in (None, actor.known_as[base])]
        if shared:
            score, because = 1.0, [*because, f"both linked to {actor.known_as[shared[0]]} of {shared[0]}"]
        elif apart:
            score, because = 0.0, [*because, f"linked to two entries of {apart[0]}"]
        score = round(max(0.0, min(1.0, score)), 3)
        if score < NO[kind]:
            return None
        # a name of one word is borne by many: such a pair is for the analyst to decide
        alone = not shared and kind == "person" and min(len(person_tokens(actor.name)), len(person_tokens(other.name))) < 2
        return Candidate(key, "yes" if score >= 0.9 and not alone else "maybe", score, tuple(because))


def _names(actor: Actor) -> list[str]:
    """The name, and the aliases that are names (descriptions such as "the president" are not)."""
    aliases = (a for a in actor.aliases if a[:1].isupper() and not a.startswith(("The ", "His ", "Her ", "A ")))
    return list(dict.fromkeys([actor.name, *aliases]))


def _whole(name: str, kind: str) -> str:
    return " ".join(sorted(_tokens(name, kind)))


def _heads(name: str, kind: str) -> str:
    """The first letters of a name's words as most transliterations have them, sorted."""
    return "".join(sorted(skeleton(t)[:1] for t in _tokens(name, kind)))


def _may_answer(a: str, b: str) -> bool:
    """Has every word of the shorter name one in the longer that opens alike? Names that pass are weighed in full."""
    short, long = (a, list(b)) if len(a) <= len(b) else (b, list(a))
    for letter in short:
        if letter not in long:
            return False
        long.remove(letter)
    return True


def _tokens(name: str, kind: str) -> Iterable[str]:
    return person_tokens(name) if kind == "person" else organization_tokens(name)[0]


def _words(name: str, kind: str) -> list[str]:
    """What the name is found by: the consonants of each word, the initials of several words, the usual name of a known body."""
    tokens = list(_tokens(name, kind))
    words = {skeleton(t) for t in tokens if len(t) > 1}
    if kind == "organization":
        known = known_as(name)
        words |= {"=" + known.names[0]} if known else set()
        words |= {"." + "".join(t[0] for t in tokens)} if len(tokens) > 1 else {"." + tokens[0]} if tokens else set()
    return sorted(words)
