"""Where a name begins and ends: what a word, its letter shape and its neighbours tell of it, whatever the encoder made of them.

A logistic regression over words: outside a name, its first word, or a further one; it looks at the word, two neighbours on either side, how the line is printed
(a headline's capitals tell nothing) and whether the article prints the word without a capital elsewhere. It was fitted on gold names (`training/names/fit_edges.py`) and never saw the
encoder, so that it is no surer of texts that the encoder has learnt from. `edges.npz` holds no words, only 32-bit checksums of what was seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from dateline.reader import looks
from dateline.reader.words import WORD, shape
from dateline.record import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

OUTSIDE, FIRST, FURTHER = range(3)  # the order of the answers
PROSE, TITLE, CAPITALS = range(3)  # how a line is printed
MOST = 0.6  # of a line's longer words
LONGEST_LINE = 1000  # characters; no headline is longer, and a text of one line is not searched through for every word


class Seen(NamedTuple):
    """A word as it is looked at: in small letters, its shape, its last letters, and what it is known as (looks.KNOWN)."""

    word: str
    shape: int
    ending: str
    known: tuple[int, ...]


NOTHING = Seen("<>", 0, "<>", ())  # before a line begins and after it ends


@lru_cache(50_000)
def seen(word: str) -> Seen:
    """What is seen of a word alone."""
    small = word.lower()
    bits = looks.shipped().known(word) if len(word) > 1 and word[0].isalpha() else 0
    return Seen(small, shape(word), small[-3:], tuple(k for k in range(len(looks.KNOWN)) if bits >> k & 1))


@lru_cache(4)
def printed(text: str) -> dict[str, tuple[int, int]]:
    """How often a text prints each of its words (in small letters): with a small first letter, with a capital one."""
    out: dict[str, tuple[int, int]] = {}
    for word, times in Counter(WORD.findall(text)).items():
        if word[0].isalpha():
            key = word.lower()
            small, capital = out.get(key, (0, 0))
            out[key] = (small + times, capital) if word[0].islower() else (small, capital + times)
    return out


def style(text: str, at: int) -> int:
    """How the line at an offset is printed: PROSE, TITLE (Most Words With Capitals) or CAPITALS. A line that is very long is prose."""
    a = text.rfind("\n", max(0, at - LONGEST_LINE), at) + 1
    b = text.find("\n", at, a + LONGEST_LINE)
    if b < 0:
        b = len(text)
    if b - a > LONGEST_LINE or (not a and at > LONGEST_LINE):
        return PROSE
    return _style(text[a:b])


@lru_cache(64)
def _style(printed_line: str) -> int:
    long = [w for w in WORD.findall(printed_line) if len(w) > 3 and w[0].isalpha()]
    if len(long) < 3 or sum(w[0].isupper() for w in long) < MOST * len(long):
        return PROSE
    return CAPITALS if sum(w.isupper() for w in long) > MOST * len(long) else TITLE


def around(text: str, spans: Sequence[Span], i: int) -> tuple[Seen, Seen, Seen, Seen, Seen]:
    """Word `i` of the words at `spans` between its two neighbours on either side; NOTHING beyond the ends of its line."""
    out = [NOTHING, NOTHING, seen(text[slice(*spans[i])]), NOTHING, NOTHING]
    for step in -1, 1:
        for k in (1, 2) if step > 0 else (-1, -2):
            j = i + k
            if not 0 <= j < len(spans):
                break
            low, high = (spans[j - 1][1], spans[j][0]) if step > 0 else (spans[j][1], spans[j + 1][0])
            if low < high and "\n" in text[low:high]:
                break
            out[2 + k] = seen(text[slice(*spans[j])])
    return out[0], out[1], out[2], out[3], out[4]


def features(of: Sequence[Seen], style: int, counts: Mapping[str, tuple[int, int]]) -> list[str]:
    """What is seen of the middle one of five words in a line of that style, `counts` as `printed` gives them."""
    pp, p, w, n, nn = of
    small, capital = counts.get(w.word, (0, 0))
    often = f"{int(small > 0)}{min(2, capital)}"
    shapes = f"{p.shape},{w.shape},{n.shape}"
    out = [
        f"w={w.word}", f"e={w.ending}", f"p={p.word}", f"n={n.word}", f"pe={p.ending}", f"ne={n.ending}",
        f"pw={p.word}_{w.word}", f"wn={w.word}_{n.word}", f"pp={pp.word}_{p.word}", f"nn={n.word}_{nn.word}", f"pn={p.word}_{n.word}",
        f"s={shapes}", f"s5={pp.shape},{shapes},{nn.shape}", f"wps={w.word},{p.shape}", f"wns={w.word},{n.shape}",
        f"T{style}", f"Ts={style},{shapes}", f"D{often},{w.shape},{style}", f"Ds={often},{shapes}",
    ]  # fmt: skip
    out += [f"P{k}" for k in p.known]
    out += [f"N{k}" for k in n.known]
    for k in w.known:
        out += (f"W{k}", f"L{k},{often}")
        out += [f"WP{k}{j}" for j in p.known]
        out += [f"WN{k}{j}" for j in n.known]
    return out


class Edges:
    """The fitted weights; the checksums are sorted."""

    def __init__(self, checksums: NDArray[np.uint32], weights: Scores, bias: Scores) -> None:
        self._checksums, self._weights, self._bias = checksums, weights, bias

    def of(self, text: str, spans: Sequence[Span], which: Sequence[int]) -> Scores:
        """Log probabilities (words, OUTSIDE FIRST FURTHER) of those of the words at `spans` whose indices are in `which`."""
        import numpy as np

        out = np.repeat(self._bias[None], len(which), 0)
        if not len(which):
            return out
        counts = printed(text)
        keys = [[crc32(f.encode("utf-8")) for f in features(around(text, spans, i), style(text, spans[i][0]), counts)] for i in which]
        owner = np.repeat(np.arange(len(keys)), [len(k) for k in keys])
        flat = np.array([x for k in keys for x in k], dtype=np.uint32)
        place = np.minimum(self._checksums.searchsorted(flat), len(self._checksums) - 1)
        hit = self._checksums[place] == flat
        np.add.at(out, owner[hit], self._weights[place[hit]])
        out -= out.max(-1, keepdims=True)
        found: Scores = out - np.log(np.exp(out).sum(-1, keepdims=True))
        return found


@cache
def shipped() -> Edges:
    """The shipped weights, loaded once a process."""
    import numpy as np

    with files("dateline.reader").joinpath("edges.npz").open("rb") as f, np.load(f, allow_pickle=False) as held:
        sums = np.cumsum(held["seen"], dtype=np.uint64).astype(np.uint32)  # kept as steps: half the size
        return Edges(sums, held["weights"].astype(np.float32) * held["step"].astype(np.float32), held["bias"].astype(np.float32))
