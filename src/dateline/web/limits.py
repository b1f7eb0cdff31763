"""How often one address may ask: a bucket that fills at a steady rate, and another for wrong passwords."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict

MOST = 50_000


class Limit:
    """Lets `burst` through at once and then `rate` a second, for each key apart."""

    def __init__(self, rate: float, burst: int) -> None:
        self._rate, self._burst = rate, float(burst)
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: str, now: float | None = None) -> float:
        """0 when it is let through, else the seconds until it would be."""
        at = time.monotonic() if now is None else now
        with self._lock:
            left = self._left(key, at)
            allowed = left >= 1.0
            self._held[key] = (left - 1.0 if allowed else left, at)
            self._held.move_to_end(key)
            while len(self._held) > MOST:
                self._held.popitem(last=False)
            return 0.0 if allowed else (1.0 - left) / self._rate

    def wait(self, key: str, now: float | None = None) -> float:
        """As `take`, without taking."""
        with self._lock:
            left = self._left(key, time.monotonic() if now is None else now)
            return 0.0 if left >= 1.0 else (1.0 - left) / self._rate

    def _left(self, key: str, at: float) -> float:
        held, since = self._held.get(key, (self._burst, at))
        return min(self._burst, held + max(0.0, at - since) * self._rate)
