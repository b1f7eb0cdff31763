"""The encoder's own way of cutting words into pieces (BERT's uncased WordPiece), from its vocabulary file.

Forty lines of ours instead of the `tokenizers` package: that one brings about 40 MB with it, and the product must stay under 250. Cuts the 2.8 million words of
the gold sets exactly as it does (`training/check_wordpiece.py`).
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

LONGEST_WORD = 100  # letters; a longer word is unknown, as in the original
MOST_PIECES = 12  # of one word: 300 letters without a space are no word worth more


class WordPiece:
    """Cuts words into the ids of their pieces. `unknown` stands for what the vocabulary cannot spell."""

    def __init__(self, vocabulary: Path) -> None:
        lines = vocabulary.read_text(encoding="utf-8").split("\n")
        self._ids = {piece: i for i, piece in enumerate(lines) if piece}
        self.cls, self.sep, self.unknown, self.paragraph = (self._ids[x] for x in ("[CLS]", "[SEP]", "[UNK]", "[unused0]"))

    def cut(self, word: str) -> tuple[int, ...]:
        """The ids of a word's pieces, at least one, at most MOST_PIECES."""
        out: list[int] = []
        for part in _parts(word):
            out += self._greedy(part)
            if len(out) >= MOST_PIECES:
                break
        return tuple(out[:MOST_PIECES]) or (self.unknown,)

    def _greedy(self, part: str) -> list[int]:
        if len(part) > LONGEST_WORD:
            return [self.unknown]
        out, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                found = self._ids.get(part[start:end] if start == 0 else "##" + part[start:end])
                if found is not None:
                    out.append(found)
                    start = end
                    break
            else:
                return [self.unknown]
        return out


def _parts(word: str) -> list[str]:
    """A word without case and accents, cut at punctuation and into single Chinese characters."""
    out = [""]
    for c in unicodedata.normalize("NFD", word):
        category = unicodedata.category(c)
        if category == "Mn" or c in "\x00�" or category in ("Cc", "Cf", "Cn", "Co", "Cs"):
            continue
        if _chinese(c) or category[0] == "P" or (c.isascii() and not c.isalnum()):
            out += [c.lower(), ""]
        elif c.isspace():
            out.append("")
        else:
            out[-1] += c.lower()
    return [p for p in out if p]


def _chinese(c: str) -> bool:
    n = ord(c)
    return (
        0x4E00 <= n <= 0x9FFF or 0x3400 <= n <= 0x4DBF or 0x20000 <= n <= 0x2A6DF or 0x2A700 <= n <= 0x2B73F
        or 0x2B740 <= n <= 0x2B81F or 0x2B820 <= n <= 0x2CEAF or 0xF900 <= n <= 0xFAFF or 0x2F800 <= n <= 0x2FA1F
    )  # fmt: skip
