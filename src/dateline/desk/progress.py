"""How far a long run is, for whoever watches: one line that changes on a terminal, a line now and then in a log."""

from __future__ import annotations

import time
from typing import TextIO

LINE_EVERY = 30.0


class Progress:
    """Counts steps of named phases. `out` None says nothing."""

    def __init__(self, out: TextIO | None) -> None:
        self._out = out
        self._live = out is not None and out.isatty()
        self._phase, self._of, self._done = "", 0, 0
        self._began = self._said = 0.0

    def phase(self, name: str, of: int = 0) -> None:
        """A new phase of `of` steps (0: nobody knows how many)."""
        self.end()
        self._phase, self._of, self._done = name, of, 0
        self._began = self._said = time.monotonic()

    def step(self, n: int = 1) -> None:
        """So many steps more."""
        self._done += n
        now = time.monotonic()
        if self._out is None or now - self._said < (0.2 if self._live else LINE_EVERY):
            return
        self._said = now
        print(f"\r{self._line(now)} " if self._live else self._line(now), end="" if self._live else "\n", file=self._out, flush=True)

    def end(self) -> None:
        """Says how the phase ended, when it had a step."""
        if self._out is not None and self._done:
            now = time.monotonic()
            print(
                f"{chr(13) if self._live else ''}dateline: {self._phase}: {self._done:,} in {_spoken(now - self._began)}"
                + " " * 20 * self._live,
                file=self._out,
            )
        self._done = 0

    def _line(self, now: float) -> str:
        took = max(now - self._began, 1e-9)
        speed = self._done / took
        if not self._of:
            return f"dateline: {self._phase}: {self._done:,} ({speed:.1f} a second)"
        left = (self._of - self._done) / speed if speed else 0.0
        bar = "#" * round(20 * min(1.0, self._done / self._of))
        return f"dateline: {self._phase}: [{bar:<20}] {self._done:,} of {self._of:,} ({speed:.1f} a second, {_spoken(left)} left)"


def _spoken(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
