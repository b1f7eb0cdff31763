"""Who is mentioned where in an article, and how much is told of whom: the ground on which a speaker or a party is chosen.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.record import Actor, Span

_PRONOUNS = "he she they it we i you him her them us me his hers their theirs its our ours my mine your himself herself itself themselves who whom whose"
PRONOUNS = frozenset(_PRONOUNS.split())
_PERSON, _BODY, _MANY = ("person",), ("organization", "state", "group"), ("population", "group", "organization")
FITTING = {
    **dict.fromkeys(("he", "him", "his", "himself", "she", "her", "herself", "i"), _PERSON),
    **dict.fromkeys(("it", "its", "itself"), _BODY),
    **dict.fromkeys(("they", "them", "their", "themselves"), _MANY),
}
GENDERS = {**dict.fromkeys(("he", "him", "his", "himself"), "male"), **dict.fromkeys(("she", "her", "hers", "herself"), "female")}
_TAIL = re.compile(r"\s(?:of|in|for|from|at|on|to|with|who|which|that)\s|,")


def party(span: Span, refers: Mapping[Span, str]) -> str | None:
    """The actor that a span's words name: the mention of the same extent, else the longest inside it, else the shortest around it."""
    if span in refers:
        return refers[span]
    over = [m for m in refers if m[0] < span[1] and span[0] < m[1]]
    inside = [m for m in over if span[0] <= m[0] and m[1] <= span[1]]
    if inside:
        return refers[min(inside, key=lambda m: (m[0] - m[1], m[0]))]
    return refers[min(over, key=lambda m: (m[1] - m[0], m[0]))] if over else None


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention of an actor; `nested` when it lies within a longer mention of somebody else, `pronoun` when a pronoun stands for the actor."""

    start: int
    end: int
    who: str
    nested: bool
    pronoun: bool


@dataclass(frozen=True)
class Presence:
    """`refers` maps the spans of mentions to actors' ids, `parts` those that list several; `actors` may be empty: then kinds are unknown."""

    text: str
    sentences: Sequence[Span]
    refers: Mapping[Span, str]
    parts: Mapping[Span, Sequence[str]]
    actors: Mapping[str, Actor]

    @cached_property
    def _starts(self) -> list[int]:
        return [a for a, _ in self.sentences]

    def sentence(self, at: int) -> int:
        """The number of the sentence that holds offset `at`."""
        return max(0, bisect_right(self._starts, at) - 1)

    def bounds(self, number: int) -> Span:
        """Where a sentence begins and ends; the whole text where there are no sentences."""
        return self.sentences[number] if self.sentences else (0, len(self.text))

    @cached_property
    def seen(self) -> tuple[Seen, ...]:
        """All mentions in order."""
        spans = sorted(self.refers)
        out = []
        for i, s in enumerate(spans):
            who = self.refers[s]
            near = (*spans[max(0, i - 8) : i], *spans[i + 1 : i + 9])  # sorted: what lies around a mention stands beside it
            around = any(o[0] <= s[0] and s[1] <= o[1] and self.refers[o] != who for o in near)
            out.append(Seen(*s, who, around, self.text[slice(*s)].lower() in PRONOUNS))
            out += [Seen(*s, p, False, False) for p in self.parts.get(s, ()) if p != who]
        return tuple(out)

    @cached_property
    def by_sentence(self) -> dict[int, tuple[Seen, ...]]:
        out: dict[int, list[Seen]] = {}
        for s in self.seen:
            out.setdefault(self.sentence(s.start), []).append(s)
        return {k: tuple(v) for k, v in out.items()}

    @cached_property
    def cast(self) -> tuple[str, ...]:
        """Everybody who is mentioned, in order of the first mention."""
        return tuple(dict.fromkeys(s.who for s in self.seen))

    @cached_property
    def mentioned_in(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the sentences that mention somebody, in order."""
        out: dict[str, dict[int, None]] = {}
        for s in self.seen:
            out.setdefault(s.who, {})[self.sentence(s.start)] = None
        return {w: tuple(v) for w, v in out.items()}

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many sentences everybody is mentioned."""
        return Counter({w: len(v) for w, v in self.mentioned_in.items()})

    @cached_property
    def most(self) -> int:
        """The highest of the counts."""
        return max(self.counts.values(), default=0)

    @cached_property
    def topics(self) -> dict[int, str]:
        """Who is mentioned first in each sentence."""
        return {k: next((s.who for s in v if not s.nested), v[0].who) for k, v in self.by_sentence.items()}

    @cached_property
    def country(self) -> str | None:
        """The country that most of the cast belongs to."""
        votes = Counter(a.country for a in self.actors.values() if a.country)
        return max(votes, key=lambda c: votes[c]) if votes else None

    @cached_property
    def nouns(self) -> dict[str, tuple[str, ...]]:
        """The words that end everybody's name and descriptions ("the riot police": police), in lower case."""
        out = {}
        for a in self.actors.values():
            ends = [_TAIL.split(n)[0].split() for n in (a.name, *a.aliases)]
            out[a.id] = tuple(dict.fromkeys(w[-1].lower() for w in ends if w and w[-1].isalpha()))
        return out

    @cached_property
    def genders(self) -> dict[str, str]:
        """Whom the article calls by pronouns of one gender only: male or female."""
        told: dict[str, set[str]] = {}
        for s in self.seen:
            if s.pronoun and (gender := GENDERS.get(self.text[s.start : s.end].lower())):
                told.setdefault(s.who, set()).add(gender)
        return {who: next(iter(g)) for who, g in told.items() if len(g) == 1}

    @cached_property
    def offices(self) -> dict[str, frozenset[str]]:
        """The nouns of the offices that everybody is told to hold ("Vice President of …": president, vice president), in lower case."""
        out = {}
        for a in self.actors.values():
            heads = [_TAIL.split(r.title)[0].lower().split() for r in a.roles]
            out[a.id] = frozenset(n for w in heads if w for n in (w[-1], " ".join(w[-2:]), "-".join(w[-2:])))
        return out

    @cached_property
    def names(self) -> dict[str, frozenset[str]]:
        """The capitalised words of everybody's names."""
        return {a.id: frozenset(w for n in (a.name, *a.aliases) for w in re.findall(r"\b[A-Z]\w{2,}", n)) for a in self.actors.values()}

    @cached_property
    def foremost(self) -> dict[tuple[str | None, str | None], str]:
        """By sector and country: who is told of most; the first of equals."""
        out: dict[tuple[str | None, str | None], str] = {}
        for a in self.actors.values():
            key = (a.sector, a.country)
            if key not in out or self.counts[a.id] > self.counts[out[key]]:
                out[key] = a.id
        return out

    def whose(self, span: Span) -> tuple[str, ...]:
        """Everybody that the words of a role stand for."""
        several = self.parts.get(span)
        if several:
            return tuple(several)
        one = party(span, self.refers)
        return (one,) if one else ()
