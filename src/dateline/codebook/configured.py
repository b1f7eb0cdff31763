"""The codebook that this process codes with besides PLOVER: the file that DATELINE_CODEBOOK names, so that every worker has it too."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.codebook.coder import Coder

VARIABLE = "DATELINE_CODEBOOK"


def configured() -> Coder | None:
    """The coder of the codebook asked for, made ready once; None when nobody asked. Raises CodebookError naming what is wrong with the file."""
    path = os.environ.get(VARIABLE)
    return _coder(path) if path else None


@cache
def _coder(path: str) -> Coder:
    from dateline.codebook.codebook import DEFAULT
    from dateline.codebook.coder import Coder
    from dateline.codebook.format import CodebookError, read_codebook

    book = read_codebook(Path(path))
    if book.name == DEFAULT:
        raise CodebookError(f"is named {DEFAULT}, which is coded anyway", place=path, remedy="give your codebook a name of its own")
    return Coder(book)
