"""Which language a page is in, named only where its words show it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise

from dateline.page.vocabulary import vocabulary

_SAMPLE = 8_000
# Vowel signs (Devanagari's above all) are no letters to \w but parts of words.
_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652\u0670\u0900-\u0903\u093a-\u094f\u200c])"
_WORD = re.compile(rf"[^\W\d_]{_LETTER}*(?:['’]{_LETTER}+)?")
_ENOUGH = 0.12
"""The least share of small words: English reports have 0.4, headlines 0.1-0.3, lists of foreign names 0.0-0.05."""


@cache
def _scripts() -> tuple[list[int], list[str]]:
    """Sorted first code points of ranges and, behind each, the script's name ("" where a range has ended)."""
    ranges = sorted(
        (int(first, 16), int(last, 16), str(name))
        for name, spans in vocabulary("languages")["scripts"].items()
        for first, last in (s.split("-") for s in spans)
    )
    starts, names = [0], [""]
    for (first, last, name), following in pairwise([*ranges, (0x110000, 0x110000, "")]):
        starts.append(first)
        names.append(name)
        if last + 1 < following[0]:
            starts.append(last + 1)
            names.append("")
    return starts, names


@cache
def _weights(script: str) -> dict[str, tuple[tuple[str, float], ...]]:
    """For each small word of a script the languages that have it, weighing less the more of them share it."""
    owners: dict[str, list[str]] = {}
    for language, words in vocabulary("languages")["words"][script].items():
        for word in dict.fromkeys(words.lower().split()):
            owners.setdefault(word, []).append(str(language))
    return {word: tuple((name, 1.0 / len(names) ** 0.5) for name in names) for word, names in owners.items()}


def language_of(text: str) -> str | None:
    """The ISO 639-1 code (ckb for Central Kurdish) of the language most of `text` is in, or None when too little shows it."""
    sample = text[:_SAMPLE]
    letters = Counter(_script_names(sample))
    total = sum(letters.values())
    if not total:
        return None
    # Kana among ideographs is Japanese; ideographs alone are Chinese.
    if letters["ja"] and letters["ja"] + letters["zh"] > 0.5 * total and letters["ja"] > 0.05 * (letters["ja"] + letters["zh"]):
        return "ja"
    # An ideograph or syllable is half a word, a Latin letter a fifth.
    weighed = {name: count * (2.5 if name in ("zh", "ja", "ko") else 1.0) for name, count in sorted(letters.items())}
    script = max(weighed, key=lambda name: weighed[name])
    if script not in vocabulary("languages")["words"]:
        return script
    return _by_words(sample, script)


def _script_names(sample: str) -> list[str]:
    starts, names = _scripts()
    return [n for c in sample if c.isalpha() and (n := names[bisect_right(starts, ord(c)) - 1])]


def _by_words(sample: str, script: str) -> str | None:
    words = [w.lower().replace("’", "'") for w in _WORD.findall(sample)]
    if not words:
        return None
    weights = _weights(script)
    scores: defaultdict[str, float] = defaultdict(float)
    shown: defaultdict[str, set[str]] = defaultdict(set)
    counts = Counter(words)
    for word, times in counts.items():
        for part in (word,) if word in weights else tuple(word.split("'")) if "'" in word else ():
            for name, weight in weights.get(part, ()):
                # One letter is as often an initial ("U. S.") as a word.
                scores[name] += weight * times * (1.0 if len(part) > 1 else 0.3)
                if len(part) > 1:
                    shown[name].add(part)
    for name, special in vocabulary("languages")["letters"].get(script, {}).items():
        found = {w for w in counts if not w.isascii() and not set(special).isdisjoint(w)}
        scores[str(name)] += 0.25 * sum(counts[w] for w in found)
        shown[str(name)] |= found
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] / len(words) < _ENOUGH:
        return None
    best, runner = ranked[0], ranked[1] if len(ranked) > 1 else ("", 0.0)
    # A headline with foreign names ("at Las Vegas") must show two words of a language; one word again and again shows nothing.
    if len(words) >= 4 and len(shown[best[0]]) < (2 if best[0] != "en" or len(words) > 12 else 1):
        return None
    if len(words) < 4 and best[1] < 0.9:
        return None
    return None if len(words) < 12 and runner[1] > 0.97 * best[1] else best[0]
