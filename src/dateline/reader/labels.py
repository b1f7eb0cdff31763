"""The label sets of the reader's heads. Their order is the order of the model's outputs: changing it needs new weights."""

from __future__ import annotations

from dateline.record import MENTION_LABELS

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
MODES = (
    "none", "visit", "third-party", "multilateral", "phone", "withdraw", "release", "return", "disarm", "ceasefire", "access", "resign",
    "assist", "change", "yield", "meet", "disapprove", "allege", "investigate", "restrict", "arrest", "relations", "expel", "territory", "violence",
    "demo", "riot", "strike", "hunger", "boycott", "obstruct", "convict", "discontinue", "troops", "weapons", "police", "militia",
    "seize", "censor", "curfew", "martial-law", "deport", "withhold", "misinformation", "cyber", "abduct", "beat", "torture", "sexual", "targeted",
    "destroy", "primitive", "firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
)  # fmt: skip
MODALITIES = ("asserted", "future", "hypothetical", "negated")
ROLES = ("speaker", "content", "addressee", "actor", "recipient", "place", "date", "killed", "injured", "arrested")
CUES = ("cue", "float")
HEADS = ("names", "nominals", "cues", "events")  # what tags words


def bio(names: tuple[str, ...]) -> tuple[str, ...]:
    """Outside, then begin and inside of each name."""
    return ("O", *(f"{x}-{n}" for n in names for x in "BI"))


NAME_TAGS = bio(MENTION_LABELS)
NOMINAL_TAGS = bio(("nominal", "pronoun"))
CUE_TAGS = bio(CUES)
EVENT_TAGS = bio(TYPES)
ROLE_TAGS = bio(ROLES)
FRAME_TYPES = ("none", *TYPES)
