"""Code a text by the examples of a codebook: which words tell something, of which type and mode, by their nearness to the marked words.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.codebook.codebook import Codebook, Example
from dateline.codebook.thresholds import Thresholds, thresholds_of
from dateline.codebook.weighing import unit, weigh
from dateline.errors import StopRun
from dateline.reader.embedding import Passage, frame_at, may_tell, passages
from dateline.reader.reading import Frame
from dateline.record import Span

if TYPE_CHECKING:
    from dateline.reader.model import Array

CONTEXT = 0.7  # weight of the sentence beside the word: modes right, leave-one-out over examples/codebooks/acled_like.yaml: 0.4 gives 68 %, 0.7 and 1 give 70 %
GAP = 2  # words between two telling words of one type that are still one phrase: "blew himself up"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an example that may tell something; `kind` is the class it is marked with (None: unmarked), `sentence` its example's number."""

    sentence: int
    span: Span
    kind: int | None


@dataclass(frozen=True, slots=True)
class Judged:
    """Words with what the examples say of them: `telling` (words), `kinds` (words, classes), both about 0 to 1."""

    telling: Array
    kinds: Array


@dataclass(frozen=True, slots=True)
class Coded:
    """A frame as the reader fills it (its type PLOVER's, its score how often the examples are right when so sure) with the type and mode of the codebook."""

    frame: Frame
    type: str
    mode: str | None


class Coder:
    """A codebook's examples made ready. `words` are the examples' words, `held` what the other sentences' examples say of each."""

    def __init__(self, book: Codebook) -> None:
        import numpy as np

        self.book = book
        self.examples = tuple(book.examples)
        self.kinds: tuple[tuple[str | None, str | None], ...] = tuple(
            dict.fromkeys((e.type, e.mode) for e in self.examples if e.type is not None)
        )
        if not self.kinds:
            raise StopRun(
                "no type has an example", place=f"codebook {book.name}", remedy='add sentences like "Police [[arrested]] two activists."'
            )
        self.words, vectors, contexts = _read(self.examples, self.kinds)
        marked = np.array([w.kind is not None for w in self.words])
        self._centre, self._around = vectors.mean(0), contexts.mean(0)
        telling_points, kind_points = self._points(vectors, contexts)
        sentences = [w.sentence for w in self.words]
        self._telling, held_telling = weigh(telling_points, marked[:, None].astype(np.float64), sentences)
        rows = np.flatnonzero(marked)
        wanted = np.zeros((len(rows), len(self.kinds)))
        wanted[np.arange(len(rows)), [w.kind for w in self.words if w.kind is not None]] = 1
        self.marked_points: Array = kind_points[rows]
        self._kinds, held_kinds = weigh(kind_points[rows], wanted, [sentences[i] for i in rows])
        kinds = self._kinds.votes(kind_points)
        kinds[rows] = held_kinds
        # an unmarked word of a marked sentence is judged with that sentence's marked words among the voters: they speak against it, not for it
        self.held = Judged(held_telling[:, 0], kinds)
        self.thresholds: Thresholds = thresholds_of(self)

    def _points(self, vectors: Array, contexts: Array) -> tuple[Array, Array]:
        import numpy as np

        at, around = unit(vectors - self._centre), unit(contexts - self._around)
        return at, unit(np.concatenate([at, CONTEXT * around], 1))

    def judge(self, passage: Passage) -> Judged:
        """What the examples say of every word of a passage."""
        telling, kinds = self._points(passage.vectors, passage.contexts)
        return Judged(self._telling.votes(telling)[:, 0], self._kinds.votes(kinds))

    def decide(self, telling: float, kinds: Array) -> tuple[int, float]:
        """The class of a word and how sure it is: the type with most votes over its modes, and its best mode."""
        best, most = 0, -9.0
        for t in dict.fromkeys(t for t, _ in self.kinds):
            own = [i for i, k in enumerate(self.kinds) if k[0] == t]
            total = float(sum(kinds[i] for i in own))
            if total > most:
                most, best = total, max(own, key=lambda i: float(kinds[i]))
        return best, max(0.0, telling) * min(1.0, max(0.0, most)) ** 0.5

    def code(self, text: str, stretches: Sequence[Span] | None = None) -> tuple[Coded, ...]:
        """What the codebook's types find in `text`, read within `stretches`, in order."""
        out: list[Coded] = []
        for p in passages(text, stretches):
            judged = self.judge(p)
            phrases: list[tuple[int, int, int, float]] = []
            for i, word in enumerate(p.words):
                if not may_tell(text, word):
                    continue
                kind, score = self.decide(float(judged.telling[i]), judged.kinds[i])
                type, _ = self.kinds[kind]
                assert type is not None
                if score < self.thresholds.of(type):
                    continue
                near = phrases and i - phrases[-1][1] <= GAP and "\n" not in text[p.words[phrases[-1][1] - 1][1] : word[0]]
                if near and self.kinds[phrases[-1][2]][0] == type and _one_phrase(text, p.words[phrases[-1][1] : i]):
                    first, _, before, sure = phrases[-1]
                    phrases[-1] = (first, i + 1, before if sure >= score else kind, max(sure, score))
                else:
                    phrases.append((i, i + 1, kind, score))
            for first, after, kind, score in phrases:
                type, mode = self.kinds[kind]
                assert type is not None
                out.append(Coded(frame_at(text, p, first, after, score=self.thresholds.probability(score)), type, mode))
        return tuple(sorted(out, key=lambda c: c.frame.trigger or (0, 0)))


def _one_phrase(text: str, between: Sequence[Span]) -> bool:
    """Whether only function words stand between two telling words."""
    return all(text[a].isalpha() and not may_tell(text, (a, b)) for a, b in between)


def _read(examples: Sequence[Example], kinds: Sequence[tuple[str | None, str | None]]) -> tuple[tuple[Word, ...], Array, Array]:
    """Every word of the examples that may tell something, with its vectors. Raises StopRun for a mark without such a word."""
    import numpy as np

    words: list[Word] = []
    rows: list[tuple[Array, Array]] = []
    number = {k: i for i, k in enumerate(kinds)}
    for n, e in enumerate(examples):
        told = 0
        for p in passages(e.text):
            for i, w in enumerate(p.words):
                if not may_tell(e.text, w):
                    continue
                inside = any(a < w[1] and w[0] < b for a, b in e.marks)
                told += inside
                words.append(Word(n, w, number[e.type, e.mode] if inside else None))
                rows.append((p.vectors[i], p.contexts[i]))
        if e.marks and not told:
            raise StopRun(f"only function words are marked in {e.text!r}", place=e.place, remedy="mark the verb or noun that tells it")
    vectors, contexts = (np.stack([r[k] for r in rows]) for k in range(2))
    return tuple(words), vectors, contexts
