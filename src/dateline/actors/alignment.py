"""How alike two words of a name are, and which word of one name answers which word of the other."""

from __future__ import annotations

from functools import lru_cache

from dateline.actors.folding import skeleton, sound
from dateline.actors.vocabulary import parts, read

VOWELS = frozenset("aeiouy")
# Letters that transliterations swap: the substitution costs 0.35 of a letter (a vowel for a vowel 0.5, any other 1).
_FAMILIES = ("gkqcx", "dt", "bpv", "vfwu", "szxc", "jygi", "mn", "hk", "lr", "td", "ij", "1i", "0o", "1l", "3e", "5s")


@lru_cache(maxsize=1)
def _swaps() -> frozenset[tuple[str, str]]:
    return frozenset((a, b) for family in _FAMILIES for a in family for b in family)


@lru_cache(maxsize=50_000)
def edits(a: str, b: str) -> float:
    """Edit distance in letters: vowels, doubled letters, `h` and letters of one family cost less; two letters swapped cost 0.8."""
    costs, across = _costs(), [_gap(b, j) for j in range(len(b))]
    before: list[float] = []
    row = [0.0]
    for gap in across:
        row.append(row[-1] + gap)
    last = ""
    for i, letter in enumerate(a):
        down = _gap(a, i)
        left = row[0] + down
        now = [left]
        swap = costs.get(letter)
        for j, other in enumerate(b):
            best = row[j] if letter == other else row[j] + (swap.get(other, 1.0) if swap is not None else 1.0)
            up = row[j + 1] + down
            if up < best:
                best = up
            left += across[j]
            if left < best:
                best = left
            if j and last == other and letter == b[j - 1] and i and before[j - 1] + 0.8 < best:
                best = before[j - 1] + 0.8
            left = best
            now.append(best)
        before, row, last = row, now, letter
    return row[-1]


@lru_cache(maxsize=1)
def _costs() -> dict[str, dict[str, float]]:
    """What it costs to put one letter for another, where it is less than a whole letter."""
    out: dict[str, dict[str, float]] = {v: {w: 0.5 for w in VOWELS if w != v} for v in VOWELS}
    for a, b in _swaps():
        if a != b and not (a in VOWELS and b in VOWELS):
            out.setdefault(a, {})[b] = 0.6
    return out


def _gap(word: str, i: int) -> float:
    """What leaving out letter `i` costs."""
    if i and word[i] == word[i - 1]:
        return 0.2
    if word[i] in VOWELS:
        return 0.6
    return 0.4 if word[i] == "h" else 1.0


@lru_cache(maxsize=1)
def _nicknames() -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for entry in parts(read("names")["nicknames"], by=";"):
        full, _, short = entry.partition("=")
        for s in parts(short):
            known.setdefault(full, set()).add(s)
            known.setdefault(s, set()).add(full)
    return {k: frozenset(v) for k, v in known.items()}


def nickname(a: str, b: str) -> bool:
    """Is one a usual short form of the other?"""
    return b in _nicknames().get(a, ())


@lru_cache(maxsize=50_000)
def likeness(a: str, b: str) -> float:
    """0 to 1: how alike two folded words are; 1 the same word, about 0.95 two transliterations of one, 0.85 a usual nickname."""
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    if a.isdigit() or b.isdigit():
        return 0.0
    if nickname(a, b):
        return 0.85
    if sound(a) == sound(b) and len(a) > 2:
        return 0.95
    plain = 1 - edits(a, b) / (0.5 * (len(a) + len(b)))
    heard = 1 - 0.05 - edits(sound(a), sound(b)) / (0.5 * (len(sound(a)) + len(sound(b))))
    score = max(plain, heard)
    if skeleton(a) == skeleton(b) and len(skeleton(a)) >= 3:
        score = max(score, 0.84)
    return max(0.0, min(0.97, score))


def align(a: tuple[str, ...], b: tuple[str, ...], *, floor: float = 0.6) -> tuple[list[tuple[int, int, float]], list[int], list[int]]:
    """One-to-one pairs (index in a, index in b, likeness), best first, and the indices left over on either side.

    A word may also answer two joined words of the other name ("Sergei Lavrov" and "SergeiLavrov").
    """
    options = sorted(
        (
            (likeness(x, y), -abs(i - j), i, j)
            for i, x in enumerate(a)
            for j, y in enumerate(b)
            if likeness(x, y) >= floor or _initial(x, y)
        ),
        reverse=True,
    )
    used_a: set[int] = set()
    used_b: set[int] = set()
    pairs: list[tuple[int, int, float]] = []
    for score, _, i, j in options:
        if i not in used_a and j not in used_b and score >= floor:
            used_a.add(i)
            used_b.add(j)
            pairs.append((i, j, score))
    for _, _, i, j in options:
        if i not in used_a and j not in used_b and _initial(a[i], b[j]):
            used_a.add(i)
            used_b.add(j)
            pairs.append((i, j, 0.75))
    return pairs, [i for i in range(len(a)) if i not in used_a], [j for j in range(len(b)) if j not in used_b]


def _initial(x: str, y: str) -> bool:
    return (len(x) == 1) != (len(y) == 1) and x[:1] == y[:1] and x.isalpha() and y.isalpha()
