"""Names in headlines: where every word has a capital, the running text tells which of them are the name.

"Donald Trump Featured In New Video" over a text that knows Donald Trump holds the name "Donald Trump", not "Donald Trump Featured".
Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.reader.consistency import Marked
from dateline.reader.looks import Looks
from dateline.reader.words import words
from dateline.record import MENTION_LABELS, Span

PERSON = MENTION_LABELS.index("person")
LEAST_WORDS = 4  # of a headline
CAPITALS = 0.8  # the share of its longer words that begin with a capital
LONGER = 4  # letters; shorter words ("of", "in", "the") are small in headlines, too
_LINE = re.compile(r"[^\n]+")


def headlines(text: str) -> Iterator[Span]:
    """The lines of which nearly every longer word begins with a capital."""
    for m in _LINE.finditer(text):
        longer = [w for w in re.findall(r"[^\W\d_]+", m[0]) if len(w) >= LONGER]
        if len(longer) >= LEAST_WORDS and sum(w[0].isupper() for w in longer) >= CAPITALS * len(longer):
            yield m.span()


def trimmed(marked: Sequence[Marked], text: str, looks: Looks) -> list[Marked]:
    """The names; one in a headline that the running text does not know is cut to the names in it that the text knows.

    What is cut off must be no part of a name: a word that the running text has in small letters or, of a person's name, that `looks` does not know.
    """
    lines = list(headlines(text))
    inside = {m.span for m in marked if any(a <= m.span[0] and m.span[1] <= b for a, b in lines)}
    if not inside:
        return list(marked)
    known = _known(text, (m for m in marked if m.span not in inside))
    small = {text[a:b] for a, b in words(text) if text[a].islower()}
    out = []
    for m in marked:
        parts = _parts(text, m, known, small, looks) if m.span in inside else []
        out += [Marked(p, m.scores) for p in parts] or [m]
    return out


def _known(text: str, names: Iterable[Marked]) -> set[str]:
    """The names, folded; of a person the surname too."""
    out = set()
    for m in names:
        name = text[slice(*m.span)]
        out.add(name.casefold())
        if int(m.scores.argmax()) == PERSON:
            out.add(name.split()[-1].casefold())
    return out


def _parts(text: str, name: Marked, known: set[str], small: set[str], looks: Looks) -> list[Span]:
    """The known names within a name that is not known itself, where the rest of it is no part of a name; none elsewhere."""
    if text[slice(*name.span)].casefold() in known:
        return []
    person = int(name.scores.argmax()) == PERSON
    pieces = words(text, *name.span)
    found: list[Span] = []
    i = 0
    while i < len(pieces):
        ends = (j for j in range(len(pieces), i, -1) if text[pieces[i][0] : pieces[j - 1][1]].casefold() in known)
        j = next(ends, None)
        if j is not None:
            found.append((pieces[i][0], pieces[j - 1][1]))
            i = j
            continue
        rest = text[slice(*pieces[i])]
        if rest[0].isalpha() and rest.lower() not in small and not (person and not looks.known(rest)):
            return []
        i += 1
    return found
