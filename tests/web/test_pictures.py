"""The pictures of the documents are there, small, and each is of a screen that docs/refresh_screens.py takes."""

from __future__ import annotations

import re
import sys
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_pictures_are_there_and_small() -> None:
    named = set(re.findall(r"\]\(images/web/([^)]+)\.png\)", (DOCS / "browser.md").read_text(encoding="utf-8")))
    sys.path.insert(0, str(DOCS))
    from refresh_screens import LARGEST, SCREENS

    taken = {s[0] for s in SCREENS}
    files = {p.stem: p.stat().st_size for p in (DOCS / "images" / "web").glob("*.png")}
    assert len(named) > 5 and named <= set(files) <= taken
    assert not {name: size for name, size in files.items() if size > LARGEST}


def test_every_key_of_the_help_is_in_the_document(client) -> None:  # type: ignore[no-untyped-def]
    document = (DOCS / "browser.md").read_text(encoding="utf-8")
    keys = re.findall(r"<div><dt>((?:<kbd>.</kbd> ?)+)</dt>", client.get("/").text)
    own = [k for row in keys if "<kbd>g</kbd>" not in row for k in re.findall(r"<kbd>(.)</kbd>", row)]
    assert len(own) > 5 and not [k for k in own if f"`{k}`" not in document]
