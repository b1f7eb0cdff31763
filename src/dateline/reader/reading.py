"""What the reader hands on: mentions and frames of one article, before anybody knows who, where or when they are.

All offsets are half-open code point offsets into the article's text.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.record import Span

SAYING, DEED = "saying", "deed"
SAYING_ROLES = ("speaker", "content", "addressee")
LEAN = 0.02  # below it a word is as good as surely outside the role
LONGEST_PHRASE = 400  # characters; what is marked as a name, phrase or party and is longer (one sign repeated a thousand times) is none
DEED_ROLES = ("actor", "recipient", "place", "date", "killed", "injured", "arrested")


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text with a label (record.MENTION_LABELS) and a form ("name", "nominal", "pronoun"); `score` is a probability."""

    start: int
    end: int
    label: str
    form: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Role:
    """A span that fills a role of a frame."""

    name: str
    start: int
    end: int
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A telling word and the spans around it.

    `kind` is "saying" (roles SAYING_ROLES; several "content" spans are one discontinuous content) or "deed" (roles DEED_ROLES; `type`, `mode`
    and `modality` as in PLOVER and record.MODALITIES). `trigger` is None for a floating quotation. `score` is the probability that
    the frame is there at all, `type_score` that its type is right. `leanings` are the single words that may be
    a deed's actor or recipient, marked or not, with their probability where it is LEAN or more.
    """

    kind: str
    trigger: Span | None
    roles: tuple[Role, ...]
    type: str | None = None
    mode: str | None = None
    modality: str = "asserted"
    negated: bool = False
    score: float = 1.0
    type_score: float = 1.0
    leanings: tuple[Role, ...] = ()

    def spans(self, role: str) -> tuple[Span, ...]:
        """The spans that fill `role`, in order of the text."""
        return tuple(sorted((r.start, r.end) for r in self.roles if r.name == role))


@dataclass(frozen=True, slots=True)
class Reading:
    """The reader's answer: sentences (covering every readable block, in order), mentions and frames, each in order of the text.

    `faint` are deeds too unsure for `frames` (Thresholds.faint). `gist` is the mean of the encoder's output over the words: what the text is about. None where nothing was encoded.
    """

    sentences: tuple[Span, ...]
    mentions: tuple[Found, ...]
    frames: tuple[Frame, ...]
    gist: tuple[float, ...] | None = None
    faint: tuple[Frame, ...] = ()
