"""The texts that one address had, side by side, with what changed from each to the next."""

from __future__ import annotations

import difflib
import sqlite3
from dataclasses import dataclass

from dateline.desk.naming import address_of


@dataclass(frozen=True, slots=True)
class Change:
    """A passage that was replaced (both), cut (`new` empty) or added (`old` empty)."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an address. `changes` are against the version before."""

    article: str
    number: int
    headline: str
    published: str | None
    added: str
    changes: tuple[Change, ...]


def versions_of(db: sqlite3.Connection, article_or_address: str) -> list[Version]:
    """Oldest first; a single article without an address is its only version. Empty when nothing is known of it."""
    row = db.execute("SELECT address FROM articles WHERE id = ?", (article_or_address,)).fetchone()
    address = row[0] if row else address_of(article_or_address)
    if address is None:
        sql, key = (
            "SELECT id, 1, headline, published, (SELECT added FROM documents WHERE key = id) FROM articles WHERE id = ?",
            article_or_address,
        )
    else:
        sql, key = "SELECT article, version, headline, published, added FROM versions WHERE address = ? ORDER BY version", address
    out = []
    before: str | None = None
    for article, number, headline, published, added in db.execute(sql, (key,)).fetchall():
        (text,) = db.execute("SELECT text FROM articles WHERE id = ?", (article,)).fetchone()
        out.append(Version(article, number, headline, published, added, () if before is None else differences(before, text)))
        before = text
    return out


def differences(old: str, new: str) -> tuple[Change, ...]:
    """What changed, by paragraphs and within them by words."""
    a, b = old.splitlines(), new.splitlines()
    out: list[Change] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "replace" and j - i == m - k:
            for x, y in zip(a[i:j], b[k:m], strict=True):
                out += _words(x, y)
        elif tag != "equal":
            out.append(Change("\n".join(a[i:j]), "\n".join(b[k:m])))
    return tuple(out)


def _words(old: str, new: str) -> list[Change]:
    a, b = old.split(), new.split()
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return [Change(" ".join(a[i:j]), " ".join(b[k:m])) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]
