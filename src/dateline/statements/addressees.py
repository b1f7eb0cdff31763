"""Who is spoken to where the reader marked nobody: the party right behind "told", "urged", "called on".

On fourteen newspaper articles read by hand nine of thirteen addressees had no mark. Offsets are half-open code point offsets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dateline.record import Actor, Span, Spans

_TO_SOMEBODY = re.compile(
    r"(?i)(?:.*\s)?(?:t(?:old|ell(?:s|ing)?)|urg(?:ed?|es|ing)|ask(?:ed|s|ing)?|assur(?:ed?|es|ing)|inform(?:ed|s|ing)?|remind(?:ed|s|ing)?|warn(?:ed|s|ing)?"
    r"|instruct(?:ed|s|ing)?|order(?:ed|s|ing)?|advis(?:ed?|es|ing)|beg(?:ged|s)?|promis(?:ed|es)|(?:call|appeal|implor)(?:ed|s|ing|es)?(?:\s+(?:on|upon|to))?)"
)
_BETWEEN = re.compile(r"\s+(?:(?:on|upon|to)\s+)?(?:the\s+|a\s+|an\s+)?")
_GOES_ON = re.compile(
    r"\s*,?\s*[“\"‘']?(?:that|to|not to|how|why|what|whether|of|about|he|she|it|they|there|the|an?|his|her|its|their|in|on|at|during|,|:|[A-Z])"
)


def told_to(text: str, cue: Span | None, content: Spans, refers: Mapping[Span, str], actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """The ids of whom the telling word is followed by; a newspaper that somebody told something is the outlet, not who is spoken to."""
    gap = _BETWEEN.match(text, cue[1]) if cue and _TO_SOMEBODY.fullmatch(text[slice(*cue)]) else None
    if gap is None or not any(c[0] > gap.end() for c in content):
        return ()
    first = next(c[0] for c in content if c[0] > gap.end())
    starts = {cue[1] + 1 if cue else gap.end(), gap.end()}
    behind = [
        m for m in refers if m[0] in starts and m[1] <= first and text[m[0] : m[1]].lower() not in _PRONOUNS and _GOES_ON.match(text, m[1])
    ]
    who = refers[max(behind, key=lambda m: m[1])] if behind else None
    actor = actors.get(who) if who else None
    return (who,) if who and not (actor and actor.sector == "JRN" and actor.kind == "organization") else ()


_PRONOUNS = frozenset({"it", "its", "his", "their", "who", "which", "that"})
