"""What a person types into a search, as a query that FTS5 understands whatever was typed."""

from __future__ import annotations

import re

from dateline.desk.errors import FilterError

_PART = re.compile(r'(-?)"([^"]*)"|(-?)(\S+)')


def match(text: str) -> str:
    """Words must all be there, "phrases" as they are, -without is not; word* takes any ending, OR between two takes either.

    Raises FilterError for a search without a word to look for.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    either = False
    for m in _PART.finditer(text):
        minus, phrase, minus2, word = m.groups()
        if word == "OR" and wanted:
            either = True
            continue
        term = _term(phrase if phrase is not None else word)
        if not term:
            continue
        if minus or minus2:
            unwanted.append(term)
        elif either:
            wanted[-1] = f"({wanted[-1]} OR {term})"
            either = False
        else:
            wanted.append(term)
    if not wanted:
        raise FilterError(f"{text!r} has no word to look for", place="text", remedy="give a word that should be there")
    query = " AND ".join(wanted)
    for term in unwanted:
        query = f"({query}) NOT {term}"
    return query


def _term(words: str) -> str:
    """One word or phrase in quotation marks, as FTS5 wants it; nothing when no letter or digit is in it."""
    star = words.endswith("*")
    inner = " ".join(re.findall(r"[^\W_]+", words))
    if not inner:
        return ""
    return f'"{inner}"' + (" *" if star else "")
