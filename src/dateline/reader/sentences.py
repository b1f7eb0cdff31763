"""Where sentences end. Rules, not learned: news prose is regular, and a rule can be read."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

from dateline.record import Span

_END = re.compile(r"[.!?…]+[”\"’'»)\]]*(?=\s)|[。！？]+[」』”]?|\n+|\s{80,}")  # nobody's sentence has a hole of eighty blanks
_OPENER = "\"'“‘«([—–-"


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    raw = yaml.safe_load(files("dateline.reader").joinpath("abbreviations.yaml").read_text(encoding="utf-8"))
    return {k: frozenset(str(x) for x in v) for k, v in raw.items()}


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of a stretch of text, without the white space around them. A line break always ends one."""
    stop = len(text) if end is None else end
    cuts = [m.end() for m in _END.finditer(text, start, stop) if _ends(text, m, stop)]
    out = []
    for a, b in zip([start, *cuts], [*cuts, stop], strict=True):
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a < b:
            out.append((a, b))
    return out


def _ends(text: str, mark: re.Match[str], stop: int) -> bool:
    """Whether the punctuation at `mark` ends a sentence."""
    found = mark[0]
    if len(found) >= 80:
        return True
    if found[0] != ".":
        # a question or exclamation inside a sentence goes on in lower case: "Why?" he asked
        return found[0] in "\n。！？" or not _continues(text, mark.end(), stop)
    before = text[max(0, mark.start() - 24) : mark.start()]
    word = re.search(r"[\w.&]+$", before)
    last = word[0] if word else ""
    following = _next_word(text, mark.end(), stop)
    if _continues(text, mark.end(), stop):
        return False
    if len(found) > 1:  # ellipsis or closing quote after the stop
        return True
    known = _abbreviations()
    if last in known["never_final"]:
        return False
    if re.fullmatch(r"[A-Z]", last) or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", last):
        # initials and letter abbreviations end a sentence only before a word that opens many
        return following in known["openers"] and not re.search(r"[A-Z]\w+\s+[A-Z]$", before)
    if last in known["before_number"]:
        return not following[:1].isdigit()
    if last in known["may_be_final"]:
        return following in known["openers"]
    return True


def _next_word(text: str, at: int, stop: int) -> str:
    m = re.compile(r"\s*[\"'“‘«(\[]*([\w’']+)").match(text, at, min(stop, at + 80))
    return m[1] if m else ""


def _continues(text: str, at: int, stop: int) -> bool:
    """Whether what follows is in lower case, so that the sentence goes on."""
    while at < stop and text[at].isspace():
        if text[at] == "\n":
            return False
        at += 1
    return at < stop and (text[at].islower() or text[at] in ",;:")
