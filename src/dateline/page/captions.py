"""Telling a picture's caption from a paragraph."""

from __future__ import annotations

import re

# How captions begin or point into their picture; agencies' own caption formula (AP, AFP, Reuters, EPA style books) and its translations.
_BEGINS = re.compile(
    r"(?:in this [^.]{0,40}?\b(?:photo(?:graph)?|picture|image|frame(?: grab)?|still|video grab|screen ?(?:grab|shot)|illustration)\b|"
    r"in an? (?:undated |file |handout |archive |black-and-white |grab |\d{4} ){1,2}(?:photo(?:graph)?|picture|image|video)\b|"
    r"(?:this|an?) (?:undated |file |handout |combination |aerial |satellite |combo |screen ?)(?:photo(?:graph)?|picture|image|grab|"
    r"shot)[^.]{0,60}?\b(?:shows?|taken|released|provided|made available|dated|from|of)\b|"
    r"(?:this|an?) (?:photo(?:graph)?|picture|image|frame grab|video grab) (?:was |is )?(?:taken|released|provided|made available|"
    r"issued|obtained|dated|shows|by)\b|"
    r"(?:file|file photo|file picture|file image|representational image|representative image|photo|image caption|caption|"
    r"photo caption|pictured|image|picture|undated photo|handout)\s*(?::|–|—|-(?=\s))|image caption\b|"
    r"(?:an? )?(?:general |aerial |satellite )view (?:of|shows?)\b|pictured (?:left|right|above|below|here)\b|\(?(?:from left|"
    r"left to right|l-r|clockwise)\b|[▲△▼◀▶]\s*\S|사진은|사진=|写真は|资料图|資料圖|图为|圖為|на фото|en la foto|sur la photo)",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\((?:left|right|center|centre|c|l|r|top|bottom|front|back|from left|second from (?:left|right)|file|file photo)\)|"
    r"\bfrom left to right\b|\bleft to right\b|\b(?:photo|picture|image) (?:was )?(?:taken|released|provided)\b|"
    r"\b(?:is|are) (?:seen|pictured)\b|\bseen (?:here|in this)\b|\bin this (?:file |undated |handout )?(?:photo|picture|image)\b",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"\b(?:stands?|sits?|walks?|poses?|holds?|speaks?|attends?|waves?|gestures?|looks?|shakes?|marches|march|carry|carries|inspects?|"
    r"gathers?|reacts?|chants?|prays?|rides?|patrols?|queues?|waits?|delivers?|arrives?|"
    r"celebrates?|listens?|leaves?|burns?|rises?|protests?|demonstrates?|guards?|watch(?:es)?|greets?|addresses|talks?|plays?|works?|"
    r"drives?|pass(?:es)?|lights?|cast(?:s)?|are moving|is moving|take part|takes part)\b"
)
_SPEECH = re.compile(
    r"[“”\"«»„「」『』]|\b(?:said|says|told|added|tweeted|according to|announced|reported|stated|warned|claim(?:s|ed))\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?]['\"”’)]*\s+(?=[\"“‘(]?[A-ZÀ-Þ\d])")
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|St|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|U\.S|U\.N)\.\s"
)


def begins_like_caption(text: str) -> bool:
    """It says of itself that it describes a picture."""
    return len(text) <= 600 and bool(_BEGINS.match(text))


def is_caption_with_credit(text: str) -> bool:
    """Whether a block that ends with a picture credit is the picture's caption, not a paragraph that the credit got stuck to.

    Captions describe in the present tense what is to be seen, in one or two sentences; paragraphs quote and report.
    """
    if begins_like_caption(text) or (_POINTS.search(text) and len(text) <= 600):
        return True
    sentences = len(_SENTENCE.findall(_ABBREVIATED.sub("x ", text))) + 1
    words = text.count(" ") + 1
    if sentences > 3 or words > 70:
        return False
    if _SPEECH.search(text):
        return bool(_SHOWS.search(text[:90])) and sentences == 1 and words <= 40
    return sentences <= 2 or bool(_SHOWS.search(text[:90]))


def is_caption_before_credit(text: str, *, same_stanza: bool) -> bool:
    """Whether the block just above a line that is all credit is its caption."""
    if begins_like_caption(text) or _POINTS.search(text):
        return len(text) <= 600
    unfinished = text[-1:] not in '.!?”"’'
    return text.count(" ") < 45 and not _SPEECH.search(text) and (same_stanza or unfinished)
