"""Where the answers go: standard output, one file, or a folder with a file for each document. What is written appears under its name only when complete."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TextIO

from dateline.errors import StopRun
from dateline.outlets import render
from dateline.record import Record
from dateline.sources.whole import whole

SUFFIX = {"text": ".txt", "jsonl": ".jsonl", "html": ".html", "markdown": ".md"}


class Delivery:
    """A context manager; `give` hands over one record. `output` is None (standard output), a file, or a folder: one that exists or a name that ends in a slash."""

    def __init__(self, form: str, output: str | None) -> None:
        self._form = form
        self._folder = Path(output) if output and (output.endswith(("/", os.sep)) or Path(output).is_dir()) else None
        self._file = Path(output) if output and self._folder is None else None
        self._out: TextIO | None = None
        self._open = ExitStack()
        self._given = 0
        self._names: Counter[str] = Counter()

    def __enter__(self) -> Delivery:
        if self._folder:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
            except OSError as e:
                raise StopRun(f"is no folder: {e.strerror}", place=str(self._folder), remedy="choose another --output") from e
        elif self._file:
            self._out = self._open.enter_context(_written(self._file))
        else:
            self._out = sys.stdout
        return self

    def give(self, record: Record) -> None:
        """Writes one record. Raises StopRun for a second page of HTML where only one fits."""
        self._given += 1
        if self._folder:
            with _written(self._folder / self._name(record.article.id)) as f:
                f.write(render(record, self._form))
            return
        if self._form == "html" and self._given > 1:
            raise StopRun("several documents do not fit into one HTML page", place="--format html", remedy="give a folder: --output pages/")
        assert self._out
        self._out.write(render(record, self._form))
        self._out.flush()

    def _name(self, ident: str) -> str:
        """A file name from a document's id that stays within the folder, the second of one name numbered."""
        stem = re.sub(r"[^\w.-]+", "-", ident).strip("-.")[:120] or "document"
        self._names[stem.lower()] += 1
        n = self._names[stem.lower()]
        return f"{stem}{f'-{n}' if n > 1 else ''}{SUFFIX[self._form]}"

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._open.__exit__(kind, error, trace)


@contextmanager
def _written(path: Path) -> Iterator[TextIO]:
    with whole(path) as part, _opened(part, path) as f:
        yield f


def _opened(part: Path, path: Path) -> TextIO:
    try:
        return part.open("w", encoding="utf-8")
    except OSError as e:
        raise StopRun(f"cannot be written: {e.strerror}", place=str(path), remedy="choose another --output") from e
