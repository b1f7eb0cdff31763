"""Photo credits on their own or at the end of a block: "[AFP=연합뉴스]", "(AP Photo/Rahmat Gul)", "Photo: Reuters"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.page.vocabulary import vocabulary

_LEAD = re.compile(
    r"(?:(?:file|undated|handout|screen ?grab|video|ap|afp|courtesy)\s+)?"
    r"(?:photo(?:graph)?s?|images?|pictures?|pic|pix|illustration|screengrab|screenshot|사진|자료사진|사진제공|제공|图片来源|图片|圖片|图|照片|写真提供|写真|提供|"
    r"фото|foto(?:s|grafía)?|fotoğraf|bild|"
    r"ảnh|صورة|الصورة|تصوير|عکس|फोटो)\s*(?:credits?|source|by|copyright|courtesy(?: of)?|via|from|提供|제공)?\s*(?P<mark>[:=：/|©]|\bby\b|"
    r"\bcopyright\b|\bcredits?\b|\bcourtesy(?: of)?\b|\bvia\b|\s)\s*"
    r"|(?:enlarge this image\s+)?(?:toggle|hide) caption\s+|photographer\s*:\s*|(?:credits?|source|courtesy(?: of)?|copyright|出典|来源|"
    r"來源)\s*[:：]\s*|courtesy of\s+|(?:©|\(c\)|ⓒ)\s*(?:copyright\s*)?",
    re.IGNORECASE,
)
_LEADS_WORD = re.compile(r"(?:photos?|images?|pictures?|credits?|copyright|courtesy|사진|写真|图|照片|фото|foto)", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:[=＝/／|;；、]|\bvia\b|,\s|(?<=\s)[-–—](?=\s)|\band\b|&)\s*", re.IGNORECASE)
_DROPPED = re.compile(
    r"\b(?:photos?|file photo|file|handout|pool(?: photo)?|images?(?= copyright)|screengrab|via|사진|자료)\b\.?", re.IGNORECASE
)
_SUFFIX = re.compile(r"(?P<open>[\[(（【［〔<〈])\s*(?P<inside>[^\[\]()（）【】［］〔〕<>〈〉\n]{2,90}?)\s*[\])）】］〕>〉]\s*\.?$")
_BARE_SUFFIX = re.compile(
    r"(?<=[.!?”\"’)…])\s+(?P<inside>(?:[A-ZÀ-Þ][\w.'’-]*\s){1,3}?[A-ZÀ-Þ][\w.'’-]*\s?/\s?[A-Z][\w.'’ -]{1,30}(?:\s(?:via|"
    r"/)\s[A-Z][\w ]{2,20})?)\s*\.?$"
)
_LED_SUFFIX = re.compile(
    r"(?<=[.!?”\"’)…])\s*[-–—|/]*\s*(?P<inside>(?:(?:file )?(?:photo(?:graph(?:er)?)?s?|images?|pictures?|pic)\s*(?:credits?|"
    r"courtesy)?\s*(?::|by\b|/|courtesy of)|(?:credits?|courtesy)\s*(?::|of\b)|©)\s*[^.\n]{2,70})\s*\.?$",
    re.IGNORECASE,
)
_DASH_SUFFIX = re.compile(r"(?<=[.!?”\"’)…])\s*(?:--|[-–—|/])\s*(?P<inside>[^\s.][^.\n]{1,40})\s*$")
_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]*|de|da|van|von|al|el|bin|the)(?:\s(?:[A-ZÀ-Þ][\w.'’-]*|de|da|van|von|al|el|bin|of|the|for|and)){0,6}"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """Who took or sent it, as printed; `start` is where it begins in the block. `picture` is False for "(Yonhap)" behind a report."""

    start: int
    names: tuple[str, ...]
    picture: bool


@cache
def _agencies() -> frozenset[str]:
    return frozenset(_folded(name) for names in vocabulary("agencies").values() for name in names)


def _folded(name: str) -> str:
    return re.sub(r"[\s.]+", "", name).casefold()


def is_agency(name: str) -> bool:
    return _folded(name) in _agencies()


def credit_names(words: str, *, bracketed: bool = False) -> tuple[str, ...] | None:
    """The names in the inside of a credit, or None when the words are none: an agency or a lead word ("Photo:") must be there."""
    words = words.strip(" .\u00a0")
    if not words or len(words) > 110:
        return None
    # "AP Photo/Rahmat Gul" begins with an agency, "Photo/AP" with a lead word.
    lead = None if is_agency(_SPLIT.split(words, maxsplit=1)[0]) else _LEAD.match(words)
    rest = words[lead.end() :] if lead else words
    parts = [_DROPPED.sub(" ", p).strip(" .:@\u00a0") or p for p in _SPLIT.split(rest)]
    parts = [" ".join(p.split()) for p in parts]
    parts = [p for p in parts if p and p.lower() not in ("pool", "file", "handout")]
    if not parts or len(parts) > 5:
        return None
    known = sum(is_agency(p) for p in parts)
    # A lead word alone ("photo evidence of …") proves nothing: a mark must follow it, or an agency must stand in the rest.
    marked = lead is not None and not (lead.groupdict().get("mark") or ":").isspace()
    if known == len(parts) and (lead or known):
        return tuple(parts)
    if known and all(is_agency(p) or _NAME.fullmatch(p) or not p.isascii() for p in parts) and len(rest.split()) <= 12:
        return tuple(parts)
    if (
        marked
        and len(rest.split()) <= 8
        and not re.search(r"[.!?]\s", rest)
        and (words[0] in "©ⓒ" or all(_NAME.fullmatch(p) or not p[0].isascii() for p in parts))
    ):
        return tuple(parts)
    # "(Rick Loomis / Los Angeles Times)": a photographer's full name before a slash
    if (
        bracketed
        and not lead
        and len(parts) == 2
        and "/" in words
        and all(_NAME.fullmatch(p) for p in parts)
        and 2 <= len(parts[0].split()) <= 4
    ):
        return tuple(parts)
    return None


def credit_line(line: str) -> tuple[str, ...] | None:
    """The names when the whole line is a credit."""
    if len(line) > 120:
        return None
    bracket = _SUFFIX.fullmatch(line)
    return credit_names(bracket.group("inside") if bracket else line)


def credit_at_end(text: str) -> Credit | None:
    """The credit that is stuck to the end of a block.

    "(AP)" counts only behind a finished sentence, since "Andhra Pradesh (AP)" ends sentences too; square brackets, a photographer before a
    slash or a lead word make it a picture's.
    """
    tail_from = max(0, len(text) - 140)
    tail = text[tail_from:]
    bracket = _SUFFIX.search(tail)
    if bracket and bracket.start() + tail_from > 0:
        names = credit_names(bracket.group("inside"), bracketed=True)
        before = tail[: bracket.start()].rstrip()
        inside = bracket.group("inside")
        square = bracket.group("open") not in "(（"
        pictured = square or "=" in inside or "/" in inside or bool(_LEADS_WORD.search(inside)) or len(names or ()) > 1
        ended = before[-1:] in ".!?。؟।”\"'’…)"
        # "Soldiers in the town on Friday (Reuters)" is a caption; "Andhra Pradesh (AP)" is nothing of the kind.
        lone = not ended and all(len(n) > 2 or not n.isascii() for n in names or ())
        if names and (pictured or ended or lone):
            return Credit(bracket.start() + tail_from, names, pictured or lone)
        return None
    for pattern, picture in ((_LED_SUFFIX, True), (_BARE_SUFFIX, True), (_DASH_SUFFIX, False)):
        match = pattern.search(tail)
        if match and match.start("inside") + tail_from > 0:
            names = credit_names(match.group("inside"))
            if names and (picture or all(is_agency(n) for n in names)):
                return Credit(match.start("inside") + tail_from, names, picture)
    return None
