"""Page furniture: which stretches a site prints around its reports ("Newsletter", "Trending", "Read more")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.page.stretches import Stretch
from dateline.page.vocabulary import vocabulary

_ENDS = " \t\u00a0.:;,!?…|·•*-–—>»›→▶▼▲+#[]()<«‹←◀"
MOST_LABEL_WORDS = 7
_URL = re.compile(r"(?:https?://|www\.)\S{4,}", re.IGNORECASE)


@cache
def _lines() -> frozenset[str]:
    return frozenset(_bare(line) for line in vocabulary("furniture")["lines"]) | _announcing()


@cache
def _labels() -> tuple[frozenset[str], frozenset[str]]:
    """The words that make a label furniture, and those that may stand beside them."""
    words = vocabulary("furniture")["labels"]
    return frozenset(words["telling"]), frozenset(words["telling"]) | frozenset(words["other"])


@cache
def _announcing() -> frozenset[str]:
    return frozenset(_bare(line) for line in vocabulary("furniture")["announcing"])


@cache
def _patterns() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple(
        (p["words"], re.compile(p["rule"], re.NOFLAG if p.get("case") else re.IGNORECASE)) for p in vocabulary("furniture")["patterns"]
    )


def _bare(line: str) -> str:
    return " ".join(str(line).casefold().replace("’", "'").split()).strip(_ENDS)


def furniture(line: str) -> str | None:
    """Why a line is furniture, or None. Only a line that is furniture as a whole counts."""
    if len(line) > 600:
        return None
    if _bare(line) in _lines():
        return f"the line {line!r} is furniture"
    words = line.count(" ") + 1
    bare = _bare(line).split()
    telling, known = _labels()
    if 2 <= len(bare) <= MOST_LABEL_WORDS and line[-1:] not in ".?!" and known.issuperset(bare) and not telling.isdisjoint(bare):
        return f"the line {line!r} has the words of furniture alone"
    for most, pattern in _patterns():
        if words <= most and pattern.fullmatch(line):
            return f"the line has the form of furniture: {pattern.pattern[:40]}"
    return None


def address_line(line: str) -> str | None:
    """The web address that is all of a line."""
    return line if _URL.fullmatch(line) else None


def set_furniture_aside(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches with the furniture marked as chrome: single lines, and the link lists that an announcing line opens."""
    done: list[Stretch] = []
    listing = False
    for at, stretch in enumerate(stretches):
        if stretch.kind:
            done.append(stretch)
            continue
        reason = furniture(stretch.text)
        if reason:
            listing = _bare(stretch.text) in _announcing() and _lists_links(stretches, at + 1)
            done.append(stretch.decided("chrome", reason))
        elif listing and _is_link(stretch):
            done.append(stretch.decided("chrome", "an entry of a list of links"))
        else:
            listing = False
            done.append(stretch)
    return done


def _is_link(stretch: Stretch) -> bool:
    return (not stretch.finished or stretch.text[-1:] in "?!") and stretch.words <= 22 and stretch.hint is None


def _lists_links(stretches: Sequence[Stretch], first: int) -> bool:
    """At least two unfinished lines follow, and no paragraph directly after the first: a single one may be the next subheading."""
    return len(stretches) > first + 1 and _is_link(stretches[first]) and _is_link(stretches[first + 1])
