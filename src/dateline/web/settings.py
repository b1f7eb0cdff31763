"""How a desk is served: where, to whom, and within which limits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Settings:
    """`person` signs decisions where nobody signs in. `names` are host names the server answers to beside its addresses.

    `rate` and `burst` bound the requests of one address: a page with its script and style is five, and an office may sit behind one address.
    """

    folder: Path
    host: str = "127.0.0.1"
    port: int = 8470
    token: str | None = None
    users: Path | None = None
    names: tuple[str, ...] = ()
    https: bool = False
    person: str = "analyst"
    rate: float = 60.0
    burst: int = 400
    largest_form: int = MEGABYTE
    largest_upload: int = 64 * MEGABYTE
    allow_private: bool = False

    @property
    def open(self) -> bool:
        """Whether nobody has to sign in: only ever on loopback."""
        return self.token is None and self.users is None
