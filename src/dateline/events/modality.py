"""Whether a deed is told as done, where grammar settles it against the reader: an if-clause, "will", "did not".

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re

from dateline.record import Span

# each looks at the words of the clause before the telling word; only a deed that the reader took as asserted is looked at
_HYPOTHETICAL = re.compile(
    r"(?i)\b(?:if|unless|should|in case|provided that|lest)\s+(?:[\w’'-]+\s+){0,6}$|\b(?:could|might|may)\s+(?:(?:be|have|also|still|soon|been|yet)\s+){0,2}$"
)
_NEGATED = re.compile(
    r"(?i)\b(?:(?:did|does|do|has|have|had|was|were|is|are)(?:\s+not|n[’']t)|never)\s+(?:(?:been|yet|being|even|actually)\s+){0,2}$|\bwithout\s+(?:being\s+)?$"
)
_FUTURE = re.compile(
    r"(?i)\b(?:will|shall|won[’']t|[a-z]+[’']ll|(?:is|are) going to)\s+(?:(?:be|also|soon|now|then|only|still|next)\s+){0,2}$"
)
_CLAUSE = re.compile(r"[,;:.!?“”\"()\n]|(?<=\s)(?:but|that|which|who|then)\s")


def modality_of(text: str, trigger: Span, sentence: Span, told: str) -> tuple[str, str]:
    """The modality of a deed and why it is not the reader's (`told`), "" where it is."""
    if told != "asserted":
        return told, ""
    clause = _CLAUSE.split(text[sentence[0] : trigger[0]])[-1]
    if _HYPOTHETICAL.search(clause):
        return "hypothetical", "modality: a clause of condition or possibility"
    if re.search(r"(?i)\bif not\b", clause):
        return told, ""
    if _NEGATED.search(clause):
        return "negated", "modality: negated in its clause"
    if _FUTURE.search(clause):
        return "future", "modality: “will” in its clause"
    return told, ""
