"""Words in context as vectors, and the frame around a word that somebody else calls telling: what a codebook of one's own is coded with.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.reader.decode import best_tags, softmax, span_of, spans
from dateline.reader.labels import MODALITIES, MODES, ROLES, TYPES
from dateline.reader.reading import DEED, DEED_ROLES, Frame, Role
from dateline.reader.sentences import sentences
from dateline.reader.trimming import FUNCTION_WORDS, tight
from dateline.reader.windows import Window, windows
from dateline.record import Span

if TYPE_CHECKING:
    from dateline.reader.model import Floats, Model

DEED_MARKER = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """A window as the encoder sees it, word by word.

    `words` are the words' spans; `vectors` (words, hidden) are the encoder's output at each word, `contexts` (words, hidden) its mean over the word's
    sentence.
    """

    window: Window
    hidden: Floats
    vectors: Floats
    contexts: Floats

    @property
    def words(self) -> tuple[Span, ...]:
        return self.window.spans


def passages(text: str, stretches: Sequence[Span] | None = None, *, using: Model | None = None) -> list[Passage]:
    """The text within `stretches` (the whole of it by default), cut into the windows that the reader reads. The same text gives the same vectors."""
    using = using or _model()
    found = [s for a, b in (stretches if stretches is not None else [(0, len(text))]) for s in sentences(text, a, b)]
    return [_passage(w, [a for a, _ in found], using) for w in windows(text, found, using.pieces)]


def _passage(w: Window, starts: list[int], using: Model) -> Passage:
    import numpy as np

    (hidden,) = using.encode(w, ["hidden"])
    ends = [*w.first[1:], len(w.pieces) - 1]
    vectors = np.stack([hidden[a:b].mean(0) for a, b in zip(w.first, ends, strict=True)])
    home = np.array([bisect_right(starts, a) for a, _ in w.spans])
    contexts = np.stack([vectors[home == s].mean(0) for s in home])
    return Passage(w, hidden, vectors, contexts)


def may_tell(text: str, word: Span) -> bool:
    """Whether a word can tell something alone: it has letters and is none of the closed classes."""
    return text[word[0]].isalpha() and text[slice(*word)].lower() not in FUNCTION_WORDS


def frame_at(text: str, passage: Passage, first: int, after: int, *, score: float, using: Model | None = None) -> Frame:
    """The frame of a deed told by the words from `first` to before `after`, as the frame reader fills it, of the type that it holds likeliest."""
    using = using or _model()
    w = passage.window
    roles, types, modes, modality, _ = using.frames(passage.hidden, w, [(first, after, DEED_MARKER)])
    path, p = best_tags(roles)[0].tolist(), softmax(roles)[0]
    filled = tuple(
        Role(ROLES[k], *tight(text, w, a, b), score=round(float(p[a:b, 1 + 2 * k :][:, :2].sum(-1).mean()), 4))
        for a, b, k in spans(path)
        if ROLES[k] in DEED_ROLES
    )
    mode = MODES[int(modes[0].argmax())]
    return Frame(
        DEED,
        span_of(w.spans, first, after),
        filled,
        type=TYPES[int(types[0, 1:].argmax())],
        mode=None if mode == "none" else mode,
        modality=MODALITIES[int(modality[0].argmax())],
        score=round(score, 4),
    )


def _model() -> Model:
    from dateline.reader.model import model

    return model()
