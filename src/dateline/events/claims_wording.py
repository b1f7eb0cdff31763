"""How claims are worded: the patterns of `claims.yaml` over the content of statements.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from dateline.record import Span, Statement

_SPEAKER_DIRECT = re.compile(r"(?i)\b(?:i|we|myself|ourselves|i[’']m|we[’'](?:re|ve|ll)|i[’'](?:ve|ll))\b")
_SPEAKER_REPORTED = re.compile(
    r"(?i)(?:that\s+)?(?:(?:he|she|it|they|himself|herself|itself|themselves|(?:his|her|its|their|our)\s+[\w-]+)\b|to\b)"
)
_NOT = re.compile(
    r"(?i)\b(?:not|never|no longer|nor|cannot|n[’']t|don[’']t|doesn[’']t|didn[’']t|won[’']t|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|no)\b|n[’']t\b"
)
_REFUSED = re.compile(r"(?i)(?:den(?:y|ies|ied|ying)|reject|refut|dismiss)")
_OPEN = re.compile(
    r"(?i)\b(?:if|whether|unless|(?:would|could|should|might|may|must)(?!\s+(?:not|never))|ask(?:s|ed)?|urge[sd]?|want(?:s|ed)? to|ha(?:d|s|ve) to|until)\b"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that claim: the span of the pattern's match, its object, who is told to hold or have done it, and whether it is denied."""

    kind: str
    span: Span
    object: str
    holder: str | None  # None: nobody is named; "": the speaker
    denied: bool


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: str
    words: re.Pattern[str]
    object: str
    of: str | None
    cue: re.Pattern[str] | None
    place: str | None
    holder: str | None
    after: re.Pattern[str] | None
    reverse: bool


@cache
def _patterns() -> tuple[_Pattern, ...]:
    raw = yaml.safe_load(files("dateline.events").joinpath("claims.yaml").read_text(encoding="utf-8"))
    macros: Mapping[str, str] = raw["macros"]

    def written(words: str) -> str:
        while found := re.search(r"<([A-Z]+)>(?!\w)", words):
            words = words.replace(found[0], f"(?:{macros[found[1]]})" if found[1] != "NAME" else macros["NAME"])
        return words

    return tuple(
        _Pattern(
            x["kind"],
            re.compile(written(x["words"]), re.IGNORECASE),
            x["object"],
            x.get("of"),
            re.compile(x["cue"], re.IGNORECASE) if "cue" in x else None,
            x.get("place"),
            x.get("holder"),
            re.compile(x["after"], re.IGNORECASE) if "after" in x else None,
            bool(x.get("reverse")),
        )
        for x in raw["patterns"]
    )


def wordings(text: str, s: Statement, *, places: frozenset[str], party: bool) -> Iterator[Wording]:
    """What the statement claims. `places` are the names of the article's places in lower case, `party` says whether the speaker is a party to
    conflicts: only then "captured the city" is a claim to it."""
    cue = text[slice(*s.cue)] if s.cue else ""
    refused = s.negated or bool(_REFUSED.match(cue))
    for start, end in s.content:
        for p in _patterns():
            if p.cue and not p.cue.match(cue):
                continue
            for m in _matches(p, text, start, end):
                if p.of == "speaker" and not _of_speaker(text, s, start, m):
                    continue
                if p.after and p.after.search(text[start : m.start()]):
                    continue
                if p.of == "party" and not party:
                    continue
                if p.kind == "toll" and refused:
                    continue
                if p.place and m[p.place].lower() not in places and m[p.place][:3].lower() not in ("the", "thi"):
                    continue
                before = _clause(text, start, m.start())
                if _OPEN.search(before) or (p.kind not in ("toll", "recognition") and _OPEN.search(m[0])):
                    continue
                said_not = bool(_NOT.search(before[-30:])) or (bool(_NOT.search(m[0])) and not p.reverse)
                denied = (said_not != p.reverse) != refused
                yield Wording(p.kind, m.span(), _object(p, m), _holder(p, m), denied)


def _matches(p: _Pattern, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Matches within the content; "^" in a pattern is the content's begin."""
    if p.words.pattern.startswith("^"):
        m = re.compile(p.words.pattern[1:], re.IGNORECASE).match(text, start, end)
        return iter((m,) if m else ())
    return p.words.finditer(text, start, end)


def _clause(text: str, start: int, end: int) -> str:
    """The words between the last stop and `end`."""
    return text[max(start, *(text.rfind(mark, start, end) + 1 for mark in ".;!?")) : end]


def _of_speaker(text: str, s: Statement, start: int, m: re.Match[str]) -> bool:
    """Whether the content up to the match's object has the speaker as its subject."""
    last = next((i for i in range(1, (m.re.groups or 0) + 1) if m[i] is not None and m.start(i) > m.start()), 0)
    end = m.start(last) if last else m.end()
    if s.kind != "indirect" and _SPEAKER_DIRECT.search(_clause(text, start, end)):
        return True
    return s.kind != "direct" and _SPEAKER_REPORTED.match(text, start, end) is not None


def _object(p: _Pattern, m: re.Match[str]) -> str:
    words = p.object.format(**{k: v or "" for k, v in m.groupdict().items()})
    return re.sub(r"\s+", " ", words).strip(" .,;").removesuffix(" for")


def _holder(p: _Pattern, m: re.Match[str]) -> str | None:
    if p.holder is None:
        return "" if p.of else None
    words = re.sub(r"\s+", " ", m[p.holder]).lower().removeprefix("the ")
    return "" if words in ("i", "we", "he", "she", "they", "it") else words
