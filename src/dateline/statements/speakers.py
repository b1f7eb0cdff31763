"""Who is speaking: everybody in the article is a candidate, and so is nobody; the best supported is chosen.

What speaks for a candidate is in `voices.py`, how much it counts in `speakers.tsv`, learned from annotated articles by `training/parties/fit.py`.
"""

from __future__ import annotations

from dateline.statements.choosing import Weights, shares, weights
from dateline.statements.presence import Presence
from dateline.statements.tellings import Telling, circumstances
from dateline.statements.voices import evidence, of_nobody


def speaker_of(here: Presence, t: Telling) -> tuple[str | None, str]:
    """The speaker's id, or None, and what decided."""
    table = weights("dateline.statements", "speakers.tsv")
    (share, who, features), *rest = ranked(table, here, t)
    own = [f for f in features if not rest or f not in rest[0][2]]  # what the next likeliest has as well decided nothing
    reason = table.reason(own or features, circumstances(t)) or table.reason(features, circumstances(t)) or "the least unlikely"
    return who, f"speaker: {reason} ({share:.2f})"


def ranked(table: Weights, here: Presence, t: Telling) -> list[tuple[float, str | None, list[str]]]:
    """Nobody and everybody with their probabilities and what speaks for them, the likeliest first."""
    told = circumstances(t)
    choices: list[tuple[str | None, list[str]]] = [(None, of_nobody(t))]
    choices += [(who, evidence(here, t, who)) for who in here.cast]
    p = shares([table.score(features, told) for _, features in choices])
    return sorted(((share, who, features) for share, (who, features) in zip(p, choices, strict=True)), key=lambda x: -x[0])
