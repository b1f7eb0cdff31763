"""The article as the choice of parties sees it: who is mentioned where, who fills or may fill which role, who says what.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.reader.reading import DEED, SAYING, Frame
from dateline.record import Span, Statement
from dateline.statements.presence import Presence, Seen

MUTUAL = ("CONSULT", "COOPERATE")  # every party is an actor (PLOVER: mutual events have no recipient)
Sides = dict[str, dict[str, tuple[Span, float]]]  # by role: who fills it, with which words, how sure the reader is


@dataclass(frozen=True)
class Stage(Presence):
    """`frames` are the reader's, of both kinds."""

    frames: Sequence[Frame]
    statements: Sequence[Statement]

    @cached_property
    def deeds(self) -> tuple[Frame, ...]:
        """The deeds in order of their telling words."""
        return tuple(sorted((f for f in self.frames if f.kind == DEED and f.trigger), key=lambda f: f.trigger or (0, 0)))

    @cached_property
    def sayings(self) -> tuple[Frame, ...]:
        return tuple(f for f in self.frames if f.kind == SAYING and f.trigger)

    @cached_property
    def roles(self) -> dict[Span, Sides]:
        """By deed's telling word: who fills its roles."""
        out: dict[Span, Sides] = {}
        for f in self.deeds:
            assert f.trigger
            sides: Sides = {"actor": {}, "recipient": {}}
            for r in sorted(f.roles, key=lambda r: r.start):
                if r.name in sides:
                    side = "actor" if f.type in MUTUAL else r.name
                    for who in self.whose((r.start, r.end)):
                        sides[side].setdefault(who, ((r.start, r.end), r.score))
            out[f.trigger] = sides
        return out

    @cached_property
    def active(self) -> dict[str, dict[str, list[Frame]]]:
        """Everybody that the reader marked in some deed: by role, those deeds."""
        out: dict[str, dict[str, list[Frame]]] = {}
        for f in self.deeds:
            assert f.trigger
            for role, people in self.roles[f.trigger].items():
                for who in people:
                    out.setdefault(who, {}).setdefault(role, []).append(f)
        return out

    @cached_property
    def leanings(self) -> dict[Span, dict[str, dict[str, float]]]:
        """By deed's telling word and role: how much the reader leans to everybody, by the mention that it leans to most."""
        starts = [s.start for s in self.seen]
        out: dict[Span, dict[str, dict[str, float]]] = {}
        for f in self.deeds:
            assert f.trigger
            over: dict[tuple[str, Seen], list[float]] = {}
            for r in f.leanings:
                at = bisect_right(starts, r.start)
                for s in self.seen[max(0, at - 12) : at]:
                    if r.end <= s.end:
                        over.setdefault(("actor" if f.type in MUTUAL else r.name, s), []).append(r.score)
            sides: dict[str, dict[str, float]] = {"actor": {}, "recipient": {}}
            for (name, s), scores in over.items():
                words = len(self.text[s.start : s.end].split())
                # of a long mention the best four words count: "the head of the …" is marked by its head
                score = max(scores) if words <= 2 else min(max(scores), sum(sorted(scores)[-words:]) / min(words, 4))
                sides[name][s.who] = max(sides[name].get(s.who, 0.0), score)
            out[f.trigger] = sides
        return out

    def around(self, f: Frame) -> Statement | None:
        """The innermost statement that holds a deed's telling word."""
        assert f.trigger
        at = f.trigger[0]
        holding = [s for s in self.statements if any(a <= at < b for a, b in s.content)]
        return min(holding, key=lambda s: sum(b - a for a, b in s.content), default=None)

    def saying_of(self, f: Frame, role: str) -> tuple[str, ...]:
        """Who fills `role` of the saying that a deed's own word tells ("urged" is a saying and a request)."""
        assert f.trigger
        same = [s for s in self.sayings if s.trigger and s.trigger[0] < f.trigger[1] + 1 and f.trigger[0] < s.trigger[1] + 1]
        return tuple(w for s in same for span in s.spans(role) for w in self.whose(span))
