"""Rules for words that tell no day: now, lately, the future (TIMEX3 PRESENT_REF, PAST_REF, FUTURE_REF)."""

from __future__ import annotations

from dateline.dates.cascade import Piece, RuleBook
from dateline.dates.expression import Reference

REFERENCES = RuleBook()
_rule = REFERENCES.rule


@_rule(
    "REF",
    "these days",
    "this (crucial|critical|very)? moment",
    "(right|just)? (?=now) NOW",
    "NOW",
    "at (the)? present",
    "the present (day)?",
    "the present HYPHEN day",
)
def _now(p: Piece) -> Reference | None:
    words = p.words()
    if words.startswith("at "):
        return None
    return None if words == "now" and p.after and p.after.kind == "HYPHEN" else Reference("PRESENT_REF")


@_rule("REF", "(more|most|very|only|just)? LATELY", "LATELY")
def _lately(p: Piece) -> Reference | None:
    return Reference("PAST_REF") if p.words().split()[-1] in ("recently", "lately") else None


@_rule(
    "REF",
    "future (years|months|quarters|generations)",
    "(the)? (near|not HYPHEN too HYPHEN distant|immediate|foreseeable|distant|very near) (future|term)",
    "the future",
    "(?<=in) future",
    "the (short|near) term",
    "very soon",
    "as soon as possible",
)
def _future(p: Piece) -> Reference | None:
    return None if p.words().endswith("generations") else Reference("FUTURE_REF")
