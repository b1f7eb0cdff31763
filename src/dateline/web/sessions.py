"""Who is at the other end: sessions kept in memory, known by a random cookie. Ending the server signs everybody out."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field

from dateline.web.users import ROLES

LASTS = 12 * 3600.0
"""Seconds a session lives after its last request: a working day."""
MOST = 20_000


@dataclass(slots=True)
class Session:
    """`user` None: not signed in. `said` are notices for the next page: a text and the decision it tells of, if any."""

    id: str
    user: str | None
    role: str
    seen: float
    said: list[tuple[str, int | None]] = field(default_factory=list)

    def may(self, role: str) -> bool:
        """Whether what asks for `role` is allowed; nobody who is not signed in may anything."""
        return self.user is not None and ROLES.index(self.role) >= ROLES.index(role)


class Sessions:
    """All sessions of one server; the oldest go when there are too many."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._held: OrderedDict[str, Session] = OrderedDict()
        self._lock = threading.Lock()

    def begin(self, user: str | None = None, role: str = "reader") -> Session:
        session = Session(secrets.token_urlsafe(32), user, role, time.monotonic())
        with self._lock:
            self._held[session.id] = session
            while len(self._held) > MOST:
                self._held.popitem(last=False)
        return session

    def find(self, cookie: str | None) -> Session | None:
        with self._lock:
            session = self._held.get(cookie or "")
            if session is None:
                return None
            if time.monotonic() - session.seen > LASTS:
                del self._held[session.id]
                return None
            session.seen = time.monotonic()
            self._held.move_to_end(session.id)
            return session

    def end(self, session: Session) -> None:
        with self._lock:
            self._held.pop(session.id, None)

    def end_of(self, user: str) -> None:
        """Ends every session of somebody: their role changed, or they went."""
        with self._lock:
            for key in [k for k, s in self._held.items() if s.user == user]:
                del self._held[key]

    def token(self, session: Session) -> str:
        """What a form of this session must bring back."""
        return hmac.new(self._key, session.id.encode(), hashlib.sha256).hexdigest()

    def fits(self, session: Session, token: str) -> bool:
        return hmac.compare_digest(self.token(session).encode(), token.encode("utf-8", "surrogatepass"))
