"""The channel of a statement (tweet, letter, speech …) from the words around its telling word. The vocabulary is `channels.yaml`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    raw = yaml.safe_load(files("dateline.statements").joinpath("channels.yaml").read_text(encoding="utf-8"))
    return tuple((x["channel"], re.compile(x["pattern"], re.IGNORECASE)) for x in raw)


def channel_of(words: str) -> str | None:
    """The channel that `words` (the telling sentence without its content) name, or None."""
    return next((channel for channel, pattern in _patterns() if pattern.search(words)), None)
