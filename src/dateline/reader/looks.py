"""What a name looks like: the labels that its own words and its neighbours suggest, whatever the encoder made of them.

A logistic regression over what can be seen of a name: its first and last word, the ending, letter shapes, two words on either side, and whether the
words are known as places, demonyms, given names, surnames or organizations (`training/names/fit.py` says from which lists). It was fitted on gold names and never
saw the encoder, so that it is no surer of texts that the encoder has learnt from. `looks.npz` holds no words, only their 32-bit checksums.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING
from zlib import crc32

from dateline.reader.words import WORD, shape
from dateline.record import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

# what a word may be known as; the bits of `looks.npz`, in this order
KNOWN = ("demonym", "large place", "place", "begins a place", "ends a place", "given name", "surname", "organization")
GIVEN = KNOWN.index("given name")
AROUND = 40  # characters on either side in which neighbours are looked for
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "ı": "i", "đ": "d"})


def folded(word: str) -> str:
    """The word in small plain letters: what the lists of known words are asked by."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold().translate(_PLAIN)) if not unicodedata.combining(c))


def features(text: str, name: Span, known: Looks | None = None) -> list[str]:
    """What is seen of the name at `name`."""
    a, b = name
    words = [m[0] for m in WORD.finditer(text, a, b)] or [text[a:b]]
    before = ["", "", *(m[0].lower() for m in WORD.finditer(text, max(0, a - AROUND), a))][-2:]
    after = [*(m[0].lower() for m in WORD.finditer(text, b, min(len(text), b + AROUND))), "", ""][:2]
    first, last = words[0].lower(), words[-1].lower()
    shapes = ",".join(str(shape(w)) for w in words[:3])
    out = [f"f={first}", f"h={last}", f"s3={last[-3:]}", f"n={min(4, len(words))}", f"sh={shapes}"]
    out += [f"l={before[1]}", f"r={after[0]}", f"ll={before[0]}_{before[1]}", f"rr={after[0]}_{after[1]}"]
    looks = known or shipped()
    alone = int(len(words) == 1)
    for side, word in (("F", words[0]), ("H", words[-1])):
        bits = looks.known(word)
        out += [f"{side}{k}{alone}" for k in range(len(KNOWN)) if bits >> k & 1]
    if "of" in words:
        out.append("of")
    if any(looks.known(w) >> GIVEN & 1 for w in words[:-1]):
        out.append("given")
    return out


class Looks:
    """The fitted weights and the lists of known words; checksums of both are sorted."""

    def __init__(self, words: NDArray[np.uint32], bits: NDArray[np.uint8], seen: NDArray[np.uint32], weights: Scores, bias: Scores) -> None:
        self._words, self._bits = words, bits
        self._seen, self._weights, self._bias = seen, weights, bias
        self.known = lru_cache(50_000)(self._known)

    def _known(self, word: str) -> int:
        """The bits of KNOWN that hold of a word."""
        key = crc32(folded(word).encode("utf-8"))
        at = int(self._words.searchsorted(key))
        return int(self._bits[at]) if at < len(self._words) and int(self._words[at]) == key else 0

    def of(self, text: str, names: Sequence[Span]) -> Scores:
        """Log probabilities (names, labels) in the order of record.MENTION_LABELS."""
        import numpy as np

        z = np.repeat(self._bias[None], len(names), 0)
        for row, name in enumerate(names):
            keys = np.array([crc32(f.encode("utf-8")) for f in sorted(set(features(text, name, self)))], dtype=np.uint32)
            at = np.minimum(self._seen.searchsorted(keys), len(self._seen) - 1)
            z[row] += self._weights[at[self._seen[at] == keys]].sum(0)
        z -= z.max(-1, keepdims=True)
        out: Scores = z - np.log(np.exp(z).sum(-1, keepdims=True))
        return out


@cache
def shipped() -> Looks:
    """The shipped weights, loaded once a process."""
    import numpy as np

    with files("dateline.reader").joinpath("looks.npz").open("rb") as f, np.load(f, allow_pickle=False) as held:
        sums = {k: np.cumsum(held[k], dtype=np.uint64).astype(np.uint32) for k in ("words", "seen")}  # kept as steps: half the size
        weights = held["weights"].astype(np.float32) * held["step"].astype(np.float32)
        return Looks(sums["words"], held["bits"], sums["seen"], weights, held["bias"].astype(np.float32))
