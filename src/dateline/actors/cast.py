"""The actors of an article as they are being found, and who every span refers to."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.actors.drafts import Draft
from dateline.actors.scene import Scene
from dateline.record import Span


@dataclass
class Cast:
    """The actors so far, and which span of the text refers to whom."""

    drafts: list[Draft]
    refers: dict[Span, Draft] = field(default_factory=dict)
    parts: dict[Span, list[Draft]] = field(default_factory=dict)
    because: dict[Span, str] = field(default_factory=dict)
    abstained: list[tuple[Span, str]] = field(default_factory=list)

    def at(self, span: Span) -> Draft | None:
        return self.refers.get(span)

    def set(self, scene: Scene, span: Span, draft: Draft, why: str, *, surface: bool = True) -> None:
        self.refers[span] = draft
        self.because[span] = why
        if surface:
            draft.mention(scene.text, span)
        elif span not in draft.spans:
            draft.spans.append(span)

    def merge(self, keep: Draft, drop: Draft, why: str) -> None:
        """Two actors turn out to be one: everything that was `drop` is `keep`."""
        keep.take(drop, why)
        self.drafts = [d for d in self.drafts if d is not drop]
        self.refers = {s: keep if d is drop else d for s, d in self.refers.items()}
        for span, members in list(self.parts.items()):
            told = [keep if d is drop else d for d in members]
            self.parts[span] = [d for i, d in enumerate(told) if d not in told[:i]]

    def add(self, draft: Draft) -> Draft:
        """Takes a new actor in."""
        self.drafts.append(draft)
        return draft


def open_cast(drafts: list[Draft]) -> Cast:
    cast = Cast(drafts)
    for draft in drafts:
        for span in draft.spans:
            cast.refers[span] = draft
            cast.because[span] = "a name of the actor"
    return cast
