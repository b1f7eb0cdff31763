"""Hold our WordPiece against the `tokenizers` package on every word of the gold sets.

python training/check_wordpiece.py --data ../shared/data
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tokenizers import Tokenizer

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "src")]
from dateline.reader.wordpiece import MOST_PIECES, WordPiece
from dateline.reader.words import words
from train import minilm


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, required=True)
    a = ap.parse_args()
    theirs = Tokenizer.from_file(str(minilm() / "tokenizer.json"))
    theirs.no_truncation()
    theirs.no_padding()
    ours = WordPiece(minilm() / "vocab.txt")
    seen: set[str] = set()
    total = 0
    for path in sorted(a.data.glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            text = json.loads(line)["text"]
            found = [text[s:e] for s, e in words(text)]
            total += len(found)
            seen.update(found)
    listed = sorted(seen)
    wrong = 0
    for word, cut in zip(listed, theirs.encode_batch(listed, add_special_tokens=False), strict=True):
        want = tuple(cut.ids[:MOST_PIECES]) or (ours.unknown,)
        if ours.cut(word) != want:
            wrong += 1
            print(repr(word), cut.tokens[:12], ours.cut(word))
    print(f"{total} words, {len(listed)} different, {wrong} cut otherwise")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
