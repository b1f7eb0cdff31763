"""What a codebook's examples are worth: every sentence coded by the others, precision and recall by type, confusions, and examples that contradict each other.

A sentence's votes never count for itself, and the threshold it is held to comes from the other half of the sentences.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.codebook.codebook import Codebook, Example
from dateline.codebook.coder import Coder
from dateline.codebook.thresholds import Decision, decisions, thresholds_of

if TYPE_CHECKING:
    from dateline.reader.model import Array

FEW = 10  # examples below which a figure is luck
ALIKE = 3  # how many of the nearest examples of another type must stand before the first of its own


@dataclass(frozen=True, slots=True)
class Row:
    """One type (mode None) or mode: marked stretches, how many of them were found, stretches coded, how many of them were right."""

    type: str
    mode: str | None
    marked: int
    found: int
    coded: int
    right: int

    @property
    def precision(self) -> float | None:
        """None where nothing was coded."""
        return self.right / self.coded if self.coded else None

    @property
    def recall(self) -> float | None:
        return self.found / self.marked if self.marked else None

    @property
    def f1(self) -> float:
        return 2 * self.right * self.found / (self.right * self.marked + self.found * self.coded) if self.right and self.found else 0.0


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about an example that its writer should look at. `other` is the place of the example it disagrees with."""

    place: str
    message: str
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    book: str
    examples: int
    rows: tuple[Row, ...]  # the types, each followed by its modes
    total: Row
    modes_right: float | None  # of marked words given their right type, the share given their right mode
    confusions: tuple[tuple[str, str, int], ...]  # marked as, coded as, how often: the commonest first
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class _Phrase:
    sentence: int
    first: int
    after: int  # word numbers
    kind: int


def check(book: Codebook) -> Report:
    """The report on a codebook. Raises StopRun where there is nothing to check."""
    coder = Coder(book)
    judged = decisions(coder)
    phrases = _phrases(coder, judged)
    types = tuple(dict.fromkeys(t for t, _ in coder.kinds if t is not None))
    marks = _marks(coder)
    rows: list[Row] = []
    for t in types:
        rows.append(_row(coder, phrases, marks, t, None))
        rows += [_row(coder, phrases, marks, t, m) for own, m in coder.kinds if own == t and m is not None]
    total = Row("together", None, *(sum(getattr(r, k) for r in rows if r.mode is None) for k in ("marked", "found", "coded", "right")))
    typed = [d for d in judged if d.marked is not None and coder.kinds[d.marked][0] == coder.kinds[d.kind][0] and coder.kinds[d.marked][1]]
    confused: Counter[tuple[str, str]] = Counter()
    for d in judged:
        if d.marked is not None and d.marked != d.kind:
            confused[_name(coder.kinds[d.marked]), _name(coder.kinds[d.kind])] += 1
    remarks = (*_few(coder), *_twice(coder.examples), *_contradicting(coder, judged), *_unmarked(coder, judged, phrases))
    return Report(
        book.name,
        len(coder.examples),
        tuple(rows),
        total,
        sum(d.marked == d.kind for d in typed) / len(typed) if typed else None,
        tuple((a, b, n) for (a, b), n in sorted(confused.items(), key=lambda x: (-x[1], x[0]))),
        remarks,
    )


def _name(kind: tuple[str | None, str | None]) -> str:
    return f"{kind[0]}/{kind[1]}" if kind[1] else str(kind[0])


def _marks(coder: Coder) -> list[tuple[int, tuple[int, int], int]]:
    """Every marked stretch: its sentence, its span, its class."""
    number = {k: i for i, k in enumerate(coder.kinds)}
    return [(n, m, number[e.type, e.mode]) for n, e in enumerate(coder.examples) for m in e.marks]


def _phrases(coder: Coder, judged: list[Decision]) -> list[_Phrase]:
    """The stretches coded, each sentence with thresholds from the sentences of the other parity."""
    limits = [thresholds_of(coder, [d for d in judged if d.sentence % 2 != parity]) for parity in (0, 1)]
    out: list[_Phrase] = []
    for d in judged:
        type = coder.kinds[d.kind][0]
        if type is None or d.score < limits[d.sentence % 2].of(type):
            continue
        last = out[-1] if out else None
        if last and last.sentence == d.sentence and last.after == d.word and coder.kinds[last.kind][0] == type:
            out[-1] = _Phrase(last.sentence, last.first, d.word + 1, last.kind)
        else:
            out.append(_Phrase(d.sentence, d.word, d.word + 1, d.kind))
    return out


def _row(coder: Coder, phrases: list[_Phrase], marks: list[tuple[int, tuple[int, int], int]], type: str, mode: str | None) -> Row:
    def of(kind: int) -> bool:
        return coder.kinds[kind][0] == type and (mode is None or coder.kinds[kind][1] == mode)

    def meet(p: _Phrase, sentence: int, span: tuple[int, int]) -> bool:
        return p.sentence == sentence and any(w.span[0] < span[1] and span[0] < w.span[1] for w in coder.words[p.first : p.after])

    own, said = [m for m in marks if of(m[2])], [p for p in phrases if of(p.kind)]
    found = sum(any(meet(p, s, span) for p in said) for s, span, _ in own)
    right = sum(any(meet(p, s, span) for s, span, _ in own) for p in said)
    return Row(type, mode, len(own), found, len(said), right)


def _few(coder: Coder) -> list[Remark]:
    """Types and modes whose figures rest on too little, in the book's order."""
    counts = Counter((e.type, e.mode) for e in coder.examples if e.type)
    out = []
    for t in coder.book.types.values():
        n = sum(c for (type, _), c in counts.items() if type == t.name)
        if n < FEW:
            what = (
                "no example: it is never coded" if n == 0 else f"only {n} example{'s' * (n > 1)}: give {FEW} or more, the figures are luck"
            )
            out.append(Remark(coder.book.name, f"type {t.name!r} has {what}"))
    return out


def _twice(examples: tuple[Example, ...]) -> list[Remark]:
    """The same sentence given twice."""
    first: dict[str, Example] = {}
    out = []
    for e in examples:
        key = " ".join(e.text.lower().split())
        before = first.setdefault(key, e)
        if before is e:
            continue
        if (before.type, before.mode) == (e.type, e.mode):
            out.append(Remark(e.place, "stands twice under one type", before.place))
        elif set(before.marks) & set(e.marks):
            out.append(
                Remark(
                    e.place,
                    f"the same words are marked as {_name((e.type, e.mode))} here and as {_name((before.type, before.mode))} there",
                    before.place,
                )
            )
    return out


def _contradicting(coder: Coder, judged: list[Decision]) -> list[Remark]:
    """Marked words that the nearest examples all call another type."""
    near = _nearest(coder)
    out: dict[int, Remark] = {}
    for d in judged:
        if d.marked is None or d.sentence in out:
            continue
        type = coder.kinds[d.marked][0]
        others = near(d.word, ALIKE)
        said = {coder.kinds[k][0] for k in (coder.words[j].kind for j in others) if k is not None}
        if len(others) == ALIKE and len(said) == 1 and type not in said and coder.kinds[d.kind][0] in said:
            e, word = coder.examples[d.sentence], coder.words[d.word]
            other = coder.examples[coder.words[others[0]].sentence]
            out[d.sentence] = Remark(
                e.place,
                f"{e.text[slice(*word.span)]!r} is marked as {_name((e.type, e.mode))} but reads like {_name((other.type, other.mode))}",
                other.place,
            )
    return list(out.values())


def _unmarked(coder: Coder, judged: list[Decision], phrases: list[_Phrase]) -> list[Remark]:
    """Unmarked words of examples that the others code surely: forgotten marks, or telling words of another type."""
    sure = sorted((d.score for d in judged if d.marked is not None), reverse=True)
    bar = sure[len(sure) // 2] if sure else 1.0
    out = []
    for p in phrases:
        told = max(range(p.first, p.after), key=lambda i: judged[i].score)
        if any(judged[i].marked is not None for i in range(p.first, p.after)) or judged[told].score < bar:
            continue
        e = coder.examples[p.sentence]
        out.append(Remark(e.place, f"{e.text[slice(*coder.words[told].span)]!r} is unmarked but reads like {_name(coder.kinds[p.kind])}"))
    return out


class _nearest:  # noqa: N801  (a function that keeps the distances)
    """The marked words of other sentences nearest to a marked word, nearest first."""

    def __init__(self, coder: Coder) -> None:
        self._rows = [i for i, w in enumerate(coder.words) if w.kind is not None]
        self._at = {w: r for r, w in enumerate(self._rows)}
        self._sentence = [coder.words[i].sentence for i in self._rows]
        points: Array = coder.marked_points
        self._likeness = points @ points.T

    def __call__(self, word: int, count: int) -> list[int]:
        row = self._at[word]
        order = sorted(range(len(self._rows)), key=lambda j: (-float(self._likeness[row, j]), j))
        return [self._rows[j] for j in order if self._sentence[j] != self._sentence[row]][:count]
