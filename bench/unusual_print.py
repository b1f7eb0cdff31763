"""What unusual print costs: the same annotated articles as they stand, in one case, wrapped, and with what stands between the words of scraped pages.

    python bench/unusual_print.py --score ../shared/score/score.py --articles FILE.jsonl

FILE holds articles with gold (record.md), best those that the shipped weights were not trained on. Every print changes the text and leads the gold's
offsets along; the figures are the scorer's.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import runpy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import dateline

Edit = tuple[int, int, str]
SHOWN = (
    "actors",
    "places",
    "dates right",
    "statements",
    "speaker",
    "events",
    "events, any type",
    "event actors",
    "event recipients",
    "who did what to whom",
)
ENTITIES = {"“": "&ldquo;", "”": "&rdquo;", "’": "&rsquo;", "‘": "&lsquo;", '"': "&quot;", "'": "&#39;", "&": "&amp;", "—": "&mdash;"}


def letters(change: Callable[[str], str]) -> Callable[[str], Iterator[Edit]]:
    return lambda text: ((i, i + 1, change(c)) for i, c in enumerate(text))


def wrapped(text: str) -> Iterator[Edit]:
    """Lines of at most 70 letters."""
    line, blank = 0, -1
    for i, c in enumerate(text):
        line = i + 1 if c == "\n" else line
        if c == " " and i - line <= 70:
            blank = i
        elif i - line > 70 and blank >= line:
            yield blank, blank + 1, "\n"
            line = blank + 1


def hyphenated(text: str) -> Iterator[Edit]:
    """Wrapped, with long words broken at the line's end."""
    long = re.compile(r"[a-zA-Z]{9,}")
    for start, _, _ in wrapped(text):
        word = long.match(text, start + 1)
        if word:
            yield word.start() + 4, word.start() + 4, "-\n"
        else:
            yield start, start + 1, "\n"


def bold(text: str) -> Iterator[Edit]:
    for m in re.finditer(r"(?<= )[A-Z][a-z]+(?: [A-Z][a-z]+)+", text):
        yield m.start(), m.start(), "**"
        yield m.end(), m.end(), "**"


def tagged(text: str) -> Iterator[Edit]:
    chance = random.Random(4)
    return ((m.start(), m.start(), "#") for m in re.finditer(r"(?<= )[A-Z][a-z]{4,}(?= )", text) if chance.random() < 0.4)


def twice(c: str) -> str:
    """A letter in UTF-8 read as Windows-1252."""
    return c if c.isascii() else "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in c.encode())


PRINTS: dict[str, Callable[[str], Iterator[Edit]]] = {
    "as it stands": lambda _: iter(()),
    "small letters": letters(str.lower),
    "CAPITALS": letters(str.upper),
    "wrapped": wrapped,
    "hyphenated": hyphenated,
    "one line": letters(lambda c: " " if c == "\n" else c),
    "soft hyphens": lambda t: ((m.start() + 4, m.start() + 4, "\u00ad") for m in re.finditer(r"\b[a-zA-Z]{9,}\b", t)),
    "zero-width": lambda t: ((m.start(), m.start(), "\u200b") for m in re.finditer(r"(?<= )[A-Z]", t)),
    "entities": letters(lambda c: ENTITIES.get(c, c)),
    "decoded twice": letters(twice),
    "bold names": bold,
    "hashtags": tagged,
    "no blank after .": lambda t: ((m.start(), m.end(), "") for m in re.finditer(r'(?<=[a-z]{3}[.”"]) (?=[A-Z“"])', t)),
}


def printed(row: dict[str, Any], edits: Iterator[Edit]) -> dict[str, Any]:
    """The article with these edits, its gold's offsets led along."""
    text, at, length = row["text"], 0, 0
    out: list[str] = []
    moved: list[int] = []  # where each letter of the text has gone
    for start, end, new in (*edits, (len(text), len(text), "")):
        out += [text[at:start], new]
        moved += [*range(length, length + start - at), *[length + start - at] * (end - start)]
        length += start - at + len(new)
        at = end
    return {**row, "text": "".join(out), "gold": led(row["gold"], [*moved, length])}


def led(gold: Any, moved: list[int], field: str = "") -> Any:
    """Gold with every offset led along."""
    if isinstance(gold, dict):
        return {k: moved[v] if k in ("start", "end") and isinstance(v, int) else led(v, moved, k) for k, v in gold.items()}
    if isinstance(gold, list):
        if field in ("trigger", "cue", "source", "content") and len(gold) == 2 and all(isinstance(x, int) for x in gold):
            return [moved[x] for x in gold]
        return [led(x, moved, field) for x in gold]
    return gold


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--score", type=Path, required=True, help="score.py")
    ap.add_argument("--articles", type=Path, required=True)
    ap.add_argument("--only", nargs="*", choices=PRINTS, default=list(PRINTS))
    a = ap.parse_args()
    score = runpy.run_path(str(a.score))
    rows = [json.loads(line) for line in a.articles.open(encoding="utf-8")]
    print(f"{len(rows)} articles".ljust(20), *(s.replace("event ", "")[:12].rjust(12) for s in SHOWN))
    for name in a.only:
        pairs = []
        for row in (printed(r, PRINTS[name](r["text"])) for r in rows):
            record = dateline.read(row["text"], kind="text", published=row.get("published"), id=row["id"])
            if record.article.text == row["text"]:
                pairs.append((row, json.loads(record.to_json())))
        found = score["articles"](pairs, [])
        figures = (found[s].get("F1", found[s].get("accuracy")) for s in SHOWN)
        print(name.ljust(20), *(f"{x:12.1f}" for x in figures), "" if len(pairs) == len(rows) else f"  {len(pairs)} articles", flush=True)


if __name__ == "__main__":
    main()
