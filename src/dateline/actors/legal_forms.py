"""The words that tell one company from another, without its legal form ("Sdn Bhd", "GmbH", "Ltd")."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.actors.alignment import likeness
from dateline.actors.folding import fold
from dateline.actors.vocabulary import read, words

_NUMBERS: dict[str, str] = read("names")["numbers"]
_FORM_WORDS = ("joint", "stock", "company", "limited", "liability", "aktiengesellschaft", "incorporated", "corporation")


@lru_cache(maxsize=50_000)
def organization_tokens(name: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The folded words of an organization's name without legal forms and small words, and the legal forms it had."""
    name = re.sub(r"(\d+)\s*%", r"\1 percent", name.replace("&", " and ").replace("/", " / "))
    flat = re.sub(r"\bpercent(?:er)?s?\b", "percenters", fold(name)) if "percent" in fold(name) else fold(name)
    flat = re.sub(r"\b((?:[a-z] ){2,}[a-z])\b", lambda m: m.group(1).replace(" ", ""), flat)
    flat = re.sub(r"isation", "ization", flat)
    forms: set[str] = set()
    flat = " ".join(next((w for w in _FORM_WORDS if t != w and len(t) > 4 and likeness(t, w) >= 0.84), t) for t in flat.split())
    for form in sorted(words("names", "companies"), key=lambda f: (-len(f), f)):
        pattern = rf"(?:^|(?<= )){re.escape(form)}(?= |$)"
        if re.search(pattern, flat) and re.sub(pattern, " ", flat).split():
            flat = " ".join(re.sub(pattern, " ", flat).split())
            forms.add(form)
    flat = re.sub(r"\b(\d+) ?([a-z]+)\b", r"\1 \2", flat) if re.search(r"\d", flat) and "percent" in flat else flat
    tokens = [_NUMBERS.get(t, t) for t in flat.split()]
    merged: list[str] = []
    for t in tokens:
        if merged and t.isdigit() and len(t) == 1 and merged[-1].isdigit() and len(merged[-1]) == 2 and merged[-1].endswith("0"):
            merged[-1] = str(int(merged[-1]) + int(t))
        else:
            merged.append(t)
    small = {"the", "of", "and", "for", "in", "at", "de", "la", "le", "el", "und"}
    kept = tuple(t for t in merged if t not in small)
    return (kept or tuple(merged)), frozenset(forms)
