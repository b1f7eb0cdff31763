"""In how many articles a stem occurs, for src/dateline/stories/frequencies.tsv.

    python training/folding/frequencies.py ARTICLES.jsonl... > src/dateline/stories/frequencies.tsv

Made from the training parts: mentions_worldwide_train, statements_polnear_train, articles_ours_train.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from dateline.stories.words import WORD, stem

LEAST = 3  # a stem of fewer articles is as good as new, and might be somebody's name

HEAD = """# In how many articles a stem (words.stem) occurs: counted over the training parts of the gold sets (world newspapers and United States newspapers, 1,698 articles),
# stems of at least three articles. Counts only, no text. Made by training/folding/frequencies.py."""


def main() -> None:
    counts: Counter[str] = Counter()
    articles = 0
    for path in sys.argv[1:]:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            articles += 1
            counts.update({stem(m.group()) for m in WORD.finditer(json.loads(line)["text"])})
    print(HEAD)
    print(f"*\t{articles}")
    for word in sorted(counts):
        if counts[word] >= LEAST:
            print(f"{word}\t{counts[word]}")


if __name__ == "__main__":
    main()
