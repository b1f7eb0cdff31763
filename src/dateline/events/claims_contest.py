"""Which claims contest which: those of different claimants about one object that cannot both stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.record import Claim

NEAR = 700  # characters between two tolls that may be of one incident
_DEEDS = re.compile(
    r"\b(attack|bomb|blast|explosion|killing|murder|assassination|shooting|ambush|raid|strike|massacre|kidnapping|abduction|assault|shelling|coup|death)",
    re.I,
)
_NUMBER = re.compile(r"\d[\d,]*")
_POWER = ("office", "government", "recognition")
_EMPTY = frozenset(
    [
        "responsibility",
        "legality",
        "recognition",
        "control",
        "sovereignty",
        "owner",
        "winner",
        "killed",
        "injured",
        "wounded",
        "dead",
        "people",
        "with",
        "from",
        "over",
        "this",
        "that",
        "these",
        "those",
    ]
)


@dataclass(frozen=True, slots=True)
class Contender:
    """A claim with what decides whether it contests another: who is told to hold it, whether it is denied, where it stands."""

    claim: Claim
    holder: str | None  # the claimant's id where the claimant speaks of itself, else words, None when nobody is named
    denied: bool
    at: int


def contested(contenders: Sequence[Contender]) -> tuple[Claim, ...]:
    """The claims with the ids of those that they contest."""
    return tuple(replace(c.claim, contests=tuple(o.claim.id for o in contenders if o is not c and _contest(c, o))) for c in contenders)


def _contest(a: Contender, b: Contender) -> bool:
    one, two = a.claim, b.claim
    if one.claimant == two.claimant or not _same_group(one, two):
        return False
    if one.kind == "toll":
        return _tolls(a, b)
    if not _one_object(one, two):
        return False
    if one.kind in ("legality", "recognition") and one.kind == two.kind:
        return a.denied != b.denied
    if a.denied != b.denied:
        return a.holder == b.holder or a.holder is None or b.holder is None or one.kind == "responsibility"
    return not a.denied and a.holder != b.holder


def _same_group(one: Claim, two: Claim) -> bool:
    return one.kind == two.kind or (one.kind in _POWER and two.kind in _POWER)


def _one_object(one: Claim, two: Claim) -> bool:
    """Whether two objects may be the same: a name in both, and where a deed is meant the same deed; without names, a telling word in both."""
    names = [set(re.findall(r"\b[A-Z]\w+", c.object)) for c in (one, two)]
    if one.kind == "responsibility":
        deeds = [{d.lower() for d in _DEEDS.findall(c.object)} for c in (one, two)]
        return bool(deeds[0] & deeds[1]) and (not names[0] or not names[1] or bool(names[0] & names[1]))
    if names[0] and names[1]:
        return bool(names[0] & names[1])
    words = [set(re.findall(r"\w{4,}", c.object.lower())) - _EMPTY for c in (one, two)]
    return bool(words[0] & words[1])


def _tolls(a: Contender, b: Contender) -> bool:
    """Two numbers of the dead or of the injured near each other that differ: of one incident as far as the article tells."""
    numbers = [_NUMBER.findall(c.claim.object) for c in (a, b)]
    harms = [c.claim.object.rsplit(" ", 1)[-1] for c in (a, b)]
    return bool(numbers[0] and numbers[1]) and numbers[0] != numbers[1] and harms[0] == harms[1] and abs(a.at - b.at) < NEAR
