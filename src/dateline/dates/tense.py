"""Whether the words around a time expression tell of what has been or of what is to come."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from dateline.dates.tokens import Token

PAST, FUTURE = "past", "future"
REACH = 14  # words looked at on either side, within the sentence


_BE = ("be", "is", "are", "being")


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    raw = yaml.safe_load(files("dateline.dates").joinpath("tense.yaml").read_text("utf-8"))
    return frozenset(raw["future"]), frozenset(raw["past"]), frozenset(raw["neither"]), frozenset(raw["before_to"])


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(yaml.safe_load(files("dateline.dates").joinpath("tense.yaml").read_text("utf-8"))[name])


def tense(tokens: list[Token], first: int, last: int) -> str | None:
    """PAST, FUTURE or None for the time in ``tokens[first:last]``: the nearest telling word before it in the sentence, else after it."""
    if (
        first
        and tokens[first - 1].word in ("to", "until", "till")
        and any(t.word in _list("deferring") for t in tokens[max(0, first - 5) : first])
    ):
        return FUTURE  # "was put off to November"
    owned = last < len(tokens) and tokens[last].kind == "possessive"  # "Wednesday's ruling": the verb before it is not the ruling's
    for at in range(first - 1, first - 1 if owned else max(-1, first - REACH), -1):
        if _ends(tokens, at):
            break
        told = _tells(tokens, at)
        if told:
            return told
    for at in range(last, min(len(tokens), last + REACH)):
        if _ends(tokens, at):
            break
        told = _tells(tokens, at)
        if told:
            return told
    return None


def _ends(tokens: list[Token], at: int) -> bool:
    """True at the end of a sentence: a full stop before a capital letter that does not follow a single letter or month ("Gen.", "U.S.")."""
    token = tokens[at]
    if token.kind == "break":
        return True
    if token.word in ("?", "!"):
        return True
    if token.kind != "DOT" or at + 1 >= len(tokens) or at == 0:
        return False
    after, before = tokens[at + 1], tokens[at - 1]
    short = before.kind == "word" and (len(before.word) == 1 or before.word in _list("abbreviations"))
    return (after.capital or after.kind in ("break", "other")) and after.start > token.end and not short


def same_sentence(tokens: list[Token], first: int, last: int) -> bool:
    """True when no sentence ends in ``tokens[first:last]``, which is at most 60 long."""
    return last - first <= 60 and not any(_ends(tokens, at) for at in range(first, last))


def _tells(tokens: list[Token], at: int) -> str | None:
    token = tokens[at]
    if token.kind != "word":
        return None
    word = token.word
    future, past, neither, leading = _words()
    if word in neither:
        return None
    before = tokens[at - 1].word if at else ""
    if before in _BE or (before in ("not", "also", "likely") and at > 1 and tokens[at - 2].word in _BE):
        past, passive = frozenset(), True  # "will be held", "is expected": the tense is the auxiliary's
    else:
        passive = False
    if word in past:
        return PAST
    if word in future and before == "been" and at > 1 and tokens[at - 2].word == "had":
        return PAST  # "had been due to expire Friday"
    if word in future:
        if word == "may" and token.capital and not token.shouted:
            return None
        if word in ("would", "could", "should", "might") and at + 1 < len(tokens) and tokens[at + 1].word == "have":
            return PAST
        return FUTURE
    if word == "to" and at and tokens[at - 1].word in leading:
        return PAST if at > 2 and tokens[at - 2].word == "been" and tokens[at - 3].word == "had" else FUTURE
    if len(word) > 4 and word.endswith("ed") and not token.capital and not passive:
        return PAST
    return None
