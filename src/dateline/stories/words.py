"""The words of an article as weights: frequent words of the world's newspapers weigh little, names more.

`frequencies.tsv` holds in how many of 1,698 newspaper articles a stem occurs (stems of at least three of them). The background is fixed: the
weight of a word does not hang on which articles came before, so that two orders of arrival give the same stories.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

# Tuned on stories_ecbplus_a and stories_5w1h_a together (one setting for both, with the threshold of story.py).
READ = 800  # words of an article that count: later ones are background
COMMON = 1.6  # a word with less weight than this says nothing of the story
NAMED = 1.5  # a word that mostly stands with a capital counts so much more

_ENDINGS = (("'s", ""), ("’s", ""), ("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))

Vector = Mapping[str, float]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word in lower case without its commonest endings; at least four letters stay."""
    word = word.lower()
    for old, new in _ENDINGS:
        if word.endswith(old) and len(word) - len(old) >= 4 and not (old == "s" and word.endswith("ss")):
            return word[: -len(old)] + new
    return word


@cache
def _background() -> tuple[int, dict[str, int]]:
    lines = Path(__file__).with_name("frequencies.tsv").read_text(encoding="utf-8").splitlines()
    documents, counts = 0, {}
    for line in lines:
        if line.startswith("#"):
            continue
        word, _, n = line.partition("\t")
        if word == "*":
            documents = int(n)
        else:
            counts[word] = int(n)
    return documents, counts


@lru_cache(maxsize=200_000)
def rarity(of: str) -> float:
    """The logarithm of how rare a stem is: 0.5 for "the", 7 for a word never met."""
    documents, counts = _background()
    n = counts.get(of, 0)
    return math.log((documents + 1) / (n + 0.5 if n else 1.5))


def stems(text: str) -> Iterator[tuple[str, bool, int]]:
    """Each word's stem, whether it stands with a capital, and where it starts."""
    for m in WORD.finditer(text):
        yield stem(m.group()), m.group()[0].isupper(), m.start()


def vector(text: str, *, read: int = READ, named: float = NAMED) -> dict[str, float]:
    """The weighted words of a text, of length one. `named` is what a capital counts: 0 leaves names out."""
    counts, capitals = _counted(text, read)
    out = {}
    for word, n in counts.items():
        if len(word) < 2 or rarity(word) < COMMON:
            continue
        out[word] = (1 + math.log(n)) * rarity(word) * (named if capitals[word] > 0.6 * n else 1.0)
    return unit(out)


@lru_cache(maxsize=4)
def _counted(text: str, read: int) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How often each stem occurs, and how often with a capital; an article's words are asked for three times in a row."""
    counts: dict[str, int] = {}
    capitals: dict[str, int] = {}
    for i, (word, capital, _) in enumerate(stems(text)):
        if i >= read:
            break
        counts[word] = counts.get(word, 0) + 1
        capitals[word] = capitals.get(word, 0) + capital
    return counts, capitals


def unit(weights: Mapping[str, float]) -> dict[str, float]:
    """The same direction, of length one."""
    length = math.sqrt(sum(x * x for x in weights.values()))
    return {k: x / length for k, x in weights.items()} if length else {}


def cosine(a: Vector, b: Vector) -> float:
    """Of two vectors of length one: 1 for the same words, 0 for none shared."""
    if len(a) > len(b):
        a, b = b, a
    if not a:
        return 0.0
    return sum([x * b[k] for k, x in a.items() if k in b])
