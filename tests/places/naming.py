"""Mentions for tests: the spans of names in a text, labelled as the reader would."""

from __future__ import annotations

import re

from dateline.reader.reading import Found


def named(text: str, *names: str, label: str = "location") -> list[Found]:
    """Every occurrence of each name that no longer one covers."""
    spans: list[tuple[int, int]] = []
    for name in sorted(names, key=len, reverse=True):
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if not any(a < m.end() and m.start() < b for a, b in spans):
                spans.append(m.span())
    return [Found(a, b, label, "name") for a, b in sorted(spans)]
