"""Copies: the same text printed again (syndication, light edits), by shingles of five words and a sketch of their hashes.

The index costs the same for every article: a sketch of 64 numbers in 16 bands, and only texts that share a band are compared.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from hashlib import blake2b

from dateline.stories.shelf import Memory, Shelf, fetch, put
from dateline.stories.words import WORD

SHINGLE = 5
BINS, BANDS = 64, 16  # four numbers a band: texts that share half of their shingles meet with probability .64, .8 of them .99
SAME = 0.5  # shingles shared of all: the same text, lightly edited
WITHIN = 0.8  # shingles of the shorter text found in the longer: it was cut or extended
CROWD = 50  # texts compared for one band: the latest


@dataclass(frozen=True, slots=True)
class Copy:
    """`of` is the key of the earlier text; `shared` the share of all shingles (Jaccard), `within` that of the shorter text's."""

    of: str
    shared: float
    within: float
    because: str


def shingles(text: str) -> frozenset[int]:
    """Hashes of every run of five words, in lower case; a shorter text is one shingle."""
    words = [m.group().lower() for m in WORD.finditer(text)]
    runs = [" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))]
    return frozenset(int.from_bytes(blake2b(r.encode(), digest_size=8).digest(), "big") for r in runs)


def sketch(hashes: frozenset[int]) -> tuple[int, ...]:
    """The smallest hash of each of 64 bins; an empty bin takes its right neighbour's (one-permutation hashing)."""
    bins: list[int | None] = [None] * BINS
    for h in hashes:
        b, rest = h % BINS, h // BINS
        held = bins[b]
        if held is None or rest < held:
            bins[b] = rest
    if all(x is None for x in bins):
        return (0,) * BINS
    for i in range(BINS):
        if bins[i] is None:
            step = next(s for s in range(1, BINS + 1) if bins[(i + s) % BINS] is not None)
            bins[i] = (bins[(i + step) % BINS] or 0) + step * (1 << 58)
    return tuple(x or 0 for x in bins)


class Copies:
    """Texts as they come, and which earlier ones each is a copy of."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        shelf = shelf or Memory()
        self._bands = shelf.kept("copies.bands")
        self._hashes = shelf.kept("copies.hashes", pack=array.tobytes, unpack=_hashes)

    def add(self, key: str, text: str) -> tuple[Copy, ...]:
        """The earlier texts that this one copies, best first."""
        hashes = shingles(text)
        numbers = sketch(hashes)
        width = BINS // BANDS
        bands = [f"{b}:" + ",".join(map(str, numbers[b * width : (b + 1) * width])) for b in range(BANDS)]
        fetch(self._bands, bands)
        met = dict.fromkeys(k for band in bands for k in self._bands.get(band, ()))
        found = [c for c in (self._compare(hashes, other) for other in met) if c]
        self._hashes[key] = array("Q", sorted(hashes))
        for band in bands:
            put(self._bands, band, key, most=CROWD)
        return tuple(sorted(found, key=lambda c: (-c.shared, c.of)))

    def _compare(self, hashes: frozenset[int], other: str) -> Copy | None:
        theirs = self._hashes[other]
        both = sum(h in hashes for h in theirs)
        shared = both / (len(hashes) + len(theirs) - both)
        within = both / min(len(hashes), len(theirs))
        if shared < SAME and within < WITHIN:
            return None
        why = f"{both} runs of five words are the same: {shared:.0%} of both texts, {within:.0%} of the shorter"
        return Copy(other, round(shared, 3), round(within, 3), why)


def _hashes(data: bytes) -> array[int]:
    out = array("Q")
    out.frombytes(data)
    return out
