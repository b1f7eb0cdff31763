"""The bytes of every page as they arrived, by their SHA-256: pages/ab/abcdef….gz, which any program opens."""

from __future__ import annotations

import gzip
import hashlib
import os
from pathlib import Path

from dateline.desk.errors import DeskError


class Pages:
    """A folder of pages. A page is written whole or not at all, and never again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "pages"

    def keep(self, data: bytes) -> str:
        """The digest under which `data` is kept from now on."""
        digest = hashlib.sha256(data).hexdigest()
        path = self.path(digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            part = self._folder / "parts" / f"{digest}.{os.getpid()}"
            part.parent.mkdir(exist_ok=True)
            part.write_bytes(gzip.compress(data, 6, mtime=0))
            part.replace(path)
        return digest

    def bytes(self, digest: str) -> bytes:
        """The page as it arrived. Raises DeskError when its file is gone or damaged."""
        path = self.path(digest)
        try:
            data = gzip.decompress(path.read_bytes())
        except (OSError, EOFError) as e:
            raise DeskError(f"a page of the desk cannot be read: {e}", place=str(path), remedy="restore it from a copy of the desk") from e
        if hashlib.sha256(data).hexdigest() != digest:
            raise DeskError("a page of the desk was changed", place=str(path), remedy="restore it from a copy of the desk")
        return data

    def sweep(self) -> None:
        """Removes what killed runs left half written. Only for a run that is alone."""
        for part in (self._folder / "parts").glob("*"):
            part.unlink(missing_ok=True)

    def path(self, digest: str) -> Path:
        """Where a page is."""
        return self._folder / digest[:2] / f"{digest}.gz"
