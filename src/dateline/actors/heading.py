"""The name that a role's words are headed by. Offsets are half-open code point offsets into the text."""

from __future__ import annotations

import re

from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.nominals import read_phrase
from dateline.actors.offices import read_office, title_before
from dateline.actors.scene import Scene
from dateline.actors.vocabulary import listed
from dateline.record import Span

_CLASS_NOUNS = listed("parties_class_nouns")
# Where a role's words run on into what is told of the name ("His company Harbour Trade made headlines").
_VERB = r"(?:made|was|were|is|are|has|have|had|said|told|will|would|could|did)\b"
RUNS_ON = re.compile(rf"\s+{_VERB}")
# Words before a name that make it hang on another noun, and words behind it that tell where he belongs.
_LINKS = "of|for|from|in|at|against|with|to|by|who|which|that|has|have|had|is|was"
_HANGS = re.compile(rf"\b(?:{_LINKS}|and|or)\b|['’]s?\s*$", re.I)
_BELONGS = re.compile(r"\s*$|\s+(?:from|of|at|with)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}[A-Z]")
_HELD = re.compile(rf"\b(?:{_LINKS}|and|or|including|like|as|on|under)(?:\s+(?:the|a|an))?\s*$", re.I)
_TOLD_OF = re.compile(
    r"(?:[Tt]he\s+|[Aa]n?\s+|[A-Z]\w+['’]s\s+)?(?:[a-z]+(?:-[a-z]+)*\s+){0,2}"
)  # "Ruvia's pro-democracy" [Harbour movement]
_ABBREVIATION = re.compile(r"^\s*\([A-Z][\w.-]{1,9}\)(?=\s+\w)")
_ONE_OF = re.compile(r"(?:one|a member|an official|a spokes\w+) (?:of|for) ", re.I)
_RELATIVES = re.compile(
    r"\b(?:lawyers?|supporters?|followers?|family|son|daughter|wife|widow|father|mother|brother|sister|government|regime|administration|allies|house|trial|death|murder|relatives)\b",
    re.I,
)


def _stands_alone(scene: Scene, cast: Cast, before: Span) -> bool:
    """Whether nothing before a person's name makes it hang on another noun; names of bodies inside do not count."""
    words = scene.text[before[0] : before[1]]
    bodies = [s for s, d in cast.refers.items() if d.named and d.kind != "person" and before[0] <= s[0] and s[1] <= before[1]]
    for start, end in sorted(bodies, reverse=True):
        words = words[: start - before[0]] + words[end - before[0] :]
    return not (_HANGS.search(words) or _RELATIVES.search(words) or "," in words)


def _is_he(scene: Scene, cast: Cast, before: Span, name: str) -> bool:
    """Whether the words before a person's name say who he is ("head of industry Sami Odeh", "one of the authors, Ana Ruiz", "Kenya's Ruth Otieno")."""
    title = title_before(scene.text, before[1], before[0])
    words = scene.text[before[0] : title[0] if title else before[1]].rstrip()
    if _RELATIVES.search(words):
        return False
    if words.endswith(("'s", "’s", "s'", "s’")):
        owner = (before[0], before[0] + len(words.rstrip("s").rstrip("'’")))
        return any(s[1] == owner[1] and d.kind != "person" for s, d in cast.refers.items()) or any(s[1] == owner[1] for s in scene.places)
    if _HELD.search(words) or not words:
        return False
    if not (title or words.endswith(",") or " " in name.strip()):
        return False  # "an official of state stockpiler Sinograin"
    told = read_phrase(words.rstrip(","))
    return bool(_ONE_OF.match(words) and words.endswith(",")) or (told is not None and told.kind == "person" and bool(told.complement))


def name_that_heads(scene: Scene, cast: Cast, span: Span) -> tuple[Draft, Span] | None:
    """The named actor that a role span is headed by: "Vice President Saleh", "the Hirak movement", "Nader Saad, the cabinet spokesman"."""
    inside = sorted((s for s, d in cast.refers.items() if span[0] <= s[0] and s[1] <= span[1] and d.named), key=lambda s: (s[0], -s[1]))
    covering = [s for s, d in cast.refers.items() if d.named and s[0] <= span[0] and span[1] <= s[1]]
    if not inside:
        if covering:
            best = min(covering, key=lambda s: s[1] - s[0])
            return cast.refers[best], best
        near = [s for s, d in cast.refers.items() if d.named and s[0] < span[1] and span[0] < s[1]]
        if near:
            best = max(near, key=lambda s: min(s[1], span[1]) - max(s[0], span[0]))
            held = span[0] < best[0] and _HELD.search(scene.text[span[0] : best[0]])  # "a team led by" [the police chief Ana Ruiz]
            if not held and 2 * (min(best[1], span[1]) - max(best[0], span[0])) > span[1] - span[0]:
                return cast.refers[best], best
        return None
    for s in inside:
        draft = cast.refers[s]
        before, after = scene.text[span[0] : s[0]], scene.text[s[1] : span[1]]
        if (
            draft.kind == "person"
            and _BELONGS.match(after)
            and (_stands_alone(scene, cast, (span[0], s[0])) or _is_he(scene, cast, (span[0], s[0]), scene.words(s)))
        ):
            return draft, s  # "Lead scientist Guo Jian from the Institute", "Harbour Board for Trade President Ana Ruiz"
        head_open = not re.search(rf"\b(?:{_LINKS})\b", before)
        possessive = re.match(r"['’]s?\s+\w", after)
        if draft.kind != "person":
            after = _ABBREVIATION.sub("", after)  # "the Harbour Party (HP) chairman Sami Odeh" is no party
        if re.match(rf"^\s*(?:$|[,(]|who\b|which\b|['’]$|['’]s$|,?\s*Jr|{_VERB})", after) and not possessive:
            if not before.strip(" the\"“‘'") or head_open:
                return draft, s
            if draft.kind == "person" and any(t[0] <= span[0] + 4 and t[1] <= s[0] <= t[1] + 2 for t in draft.titles):
                return draft, s  # "deputy secretary of state Anna Weber": all of it is her title
            if (
                draft.kind == "person"
                and read_office(before)
                and not re.search(
                    r"\b(?:of|for|to|with|by|from|in)\s+(?!(?i:the\s+president)\s*$)(?:[\w’'-]+\s+)*?(?i:president|minister|king|premier|leader|chancellor|general|sen\.|senator|gov\.|governor|rep\.|mr\.?|mrs\.?|ms\.?|dr\.?)\s*$",
                    before,
                )
                and re.search(r"[A-Z]|\bto the\b", before)
                and not _RELATIVES.search(before)
                and not re.search(r"\b(?:who|which|that|has|have|had|is|was)\b", before)
                and not re.search(r"\b(?:of|for|to|with|by|from|in|under)\s+(?:the\s+)?(?:late\s+)?(?:Mr|Mrs|Ms|Dr)?\.?\s*$", before)
            ):
                return draft, s
        seat = re.fullmatch(r"\s+in\s+(?:the\s+)?([A-Z].*)", after)
        if (
            draft.kind == "organization"
            and seat
            and not before.strip(" theaTAn")
            and (s[1] + seat.start(1), s[1] + seat.end(1)) in scene.places
        ):
            return draft, s  # "Harbour University in Tamsk"
        if (
            draft.kind != "person"
            and not possessive
            and re.match(r"^\s+(\w+)$", after)
            and after.strip().lower() in _CLASS_NOUNS
            and (not before.strip(" theaTAn") or _TOLD_OF.fullmatch(before))
        ):
            return draft, s
        if draft.kind == "group" and not possessive and re.match(r"^\s+(?:government|regime|movement|militia|forces?|authorities)$", after):
            return draft, s
    return None
