"""What every request passes before a screen sees it: host, size, rate, session, and the headers that hold the browser to our own pages."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import math
from html import escape
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.web import hosts, users
from dateline.web.limits import Limit
from dateline.web.problems import problem
from dateline.web.returning import ours
from dateline.web.sessions import Session, Sessions
from dateline.web.settings import Settings

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none';"
    " frame-src 'none'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # with no-referrer a browser says "Origin: null" of our own forms
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
OPEN = ("/login", "/static/", "/favicon.ico")
"""What is shown to those who have not signed in."""
SAFE = ("GET", "HEAD", "OPTIONS")
UPLOADS = ("/add",)
"""Paths that take files, and so larger bodies."""


class Guard:
    """The outermost layer. It puts `session` into the scope's state, and answers itself what is not let through."""

    def __init__(self, app: ASGIApp, settings: Settings, sessions: Sessions) -> None:
        self._app, self._settings, self._sessions = app, settings, sessions
        self._limit = Limit(settings.rate, settings.burst)
        self._wrong = Limit(1 / 20, 8)  # eight wrong passwords at once, then three a minute
        self._known: dict[bytes, Session] = {}  # credentials of programs that were checked: scrypt is slow by design
        self._people = users.read_users(settings.users) if settings.users else {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return  # no websockets
        headers = Headers(scope=scope)
        client = scope["client"][0] if scope.get("client") else "?"
        refusal = self._refusal(scope, headers, client)
        if refusal is not None:
            await refusal(scope, receive, self._sealed(scope, send, None))
            return
        if self._from_elsewhere(scope, headers):
            await _once_more(scope)(scope, receive, self._sealed(scope, send, None))
            return
        session, new = self._session(scope, headers, client)
        scope.setdefault("state", {})["session"] = session
        path = scope["path"]
        if session.user is None and not path.startswith(OPEN):
            await self._to_login(scope)(scope, receive, self._sealed(scope, send, None))
            return
        await self._app(scope, self._bounded(scope, receive), self._sealed(scope, send, session if new else None))

    def _refusal(self, scope: Scope, headers: Headers, client: str) -> Response | None:
        if not hosts.answers(headers.get("host", ""), bound=self._settings.host, names=self._settings.names):
            return _refused(scope, 421, "This server does not answer to that host name. Start it with --name to allow it.")
        wait = 0.0 if scope["path"].startswith("/static/") else self._limit.take(client)
        if wait:
            return _refused(scope, 429, "Too many requests. Wait a moment.", {"retry-after": str(math.ceil(wait))})
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit() and len(length) < 16):
            return _refused(scope, 400, "The length of the request is no number.")
        if int(length) > self._most(scope):
            return _refused(scope, 413, f"The request is larger than {self._most(scope):,} bytes.")
        if scope["method"] not in SAFE and not self._from_here(headers):
            return _refused(scope, 403, "A page elsewhere sent this request. Use the forms of the desk itself.")
        return None

    def _most(self, scope: Scope) -> int:
        return self._settings.largest_upload if scope["path"] in UPLOADS else self._settings.largest_form

    def _from_here(self, headers: Headers) -> bool:
        """Whether the browser says that a page of ours sends this; programs say nothing, and the forms' token stands behind it."""
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        origin = headers.get("origin")
        return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()

    def _from_elsewhere(self, scope: Scope, headers: Headers) -> bool:
        """Whether somebody followed a link on another site. The browser then keeps a strict cookie back, and a new session would end the one they have."""
        navigates = (
            scope["method"] == "GET" and headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-site") == "cross-site"
        )
        return navigates and _cookie(headers, cookie_name(self._settings)) is None and not scope["path"].startswith(("/static/", "/api/"))

    def _session(self, scope: Scope, headers: Headers, client: str) -> tuple[Session, bool]:
        held = self._sessions.find(_cookie(headers, cookie_name(self._settings)))
        if held is not None and (held.user is not None or not self._settings.open):
            return held, False
        if self._settings.open:
            return self._sessions.begin(self._settings.person, "admin"), True
        program = self._program(headers, client)
        if program is not None:
            return program, False
        # those who look at the sign-in page get a session without a user, so that its form has a token too
        if scope["path"].startswith("/login"):
            return self._sessions.begin(), True
        return Session("", None, "reader", 0.0), False

    def _program(self, headers: Headers, client: str) -> Session | None:
        """A program that brings the token (Bearer) or a name and password (Basic) with every request."""
        kind, _, given = headers.get("authorization", "").partition(" ")
        if not given or self._wrong.wait(client):
            return None
        key = hashlib.sha256(given.encode("utf-8", "surrogatepass")).digest()
        if key in self._known:
            return self._known[key]
        found = None
        if kind.lower() == "bearer":
            found = self.by_token(given.strip())
        elif kind.lower() == "basic":
            try:
                name, _, password = base64.b64decode(given, validate=True).decode("utf-8").partition(":")
            except (binascii.Error, UnicodeDecodeError):
                return None
            found = self.by_token(password) or self.by_password(name, password)  # feed readers know no Bearer
        if found is None:
            self._wrong.take(client)
            return None
        if len(self._known) > 1000:
            self._known.clear()
        self._known[key] = Session(f"program-{key.hex()}", found[0], found[1], 0.0)
        return self._known[key]

    def by_token(self, given: str) -> tuple[str, str] | None:
        """Name and role of who brings the server's token."""
        token = self._settings.token
        return (
            (self._settings.person, "admin")
            if token and hmac.compare_digest(token.encode(), given.encode("utf-8", "surrogatepass"))
            else None
        )

    def by_password(self, name: str, password: str) -> tuple[str, str] | None:
        """Name and role of who brings their password."""
        user = users.check(self._people, name, password) if self._people else None
        return (user.name, user.role) if user else None

    def reload(self) -> None:
        """Reads the users' file anew; programs have to bring their passwords again."""
        self._people = users.read_users(self._settings.users) if self._settings.users else {}
        self._known.clear()

    def wrong(self, client: str) -> float:
        """Notes a wrong password; the seconds until another may be tried."""
        self._wrong.take(client)
        return self._wrong.wait(client)

    def waits(self, client: str) -> float:
        return self._wrong.wait(client)

    def _to_login(self, scope: Scope) -> Response:
        if scope["method"] in SAFE and not scope["path"].startswith("/api/"):
            to = scope["path"] + ("?" + scope["query_string"].decode("latin-1") if scope["query_string"] else "")
            return Response(status_code=303, headers={"location": f"/login?to={quote(to)}"})
        kind = 'Basic realm="dateline", charset="UTF-8"' if self._people else "Bearer"
        return _refused(scope, 401, "Sign in first.", {"www-authenticate": kind})

    def _bounded(self, scope: Scope, receive: Receive) -> Receive:
        """The body, broken off when it is longer than it said or said nothing."""
        seen, most = 0, self._most(scope)

        async def bounded() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > most:
                return {"type": "http.disconnect"}
            return message

        return bounded

    def _sealed(self, scope: Scope, send: Send, new: Session | None) -> Send:
        """Answers with the security headers, and with the cookie where a session began."""
        fixed = scope["path"].startswith("/static/")

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if not fixed:
                    headers.setdefault("cache-control", "no-store")
                if self._settings.https:
                    headers["strict-transport-security"] = "max-age=31536000"
                if new is not None and "set-cookie" not in headers:  # signing in began another
                    headers.append("set-cookie", cookie(new, self._settings))
            await send(message)

        return sealed


def cookie(session: Session, settings: Settings) -> str:
    """The Set-Cookie of a session: out of reach of scripts, sent to this site alone, and beyond plain loopback only over TLS."""
    return f"{cookie_name(settings)}={session.id}; Path=/; HttpOnly; SameSite=Strict" + ("; Secure" if settings.https else "")


def _once_more(scope: Scope) -> Response:
    """A page that loads the same address again: from a page of ours the browser brings its cookie."""
    to = scope["path"] + ("?" + scope["query_string"].decode("latin-1") if scope["query_string"] else "")
    link = escape(ours(quote(to, safe="/?&=%+,:;@!$'()*~#")))
    page = f'<!doctype html><html lang="en"><title>Dateline</title><meta http-equiv="refresh" content="0;url={link}"><a href="{link}">Go on</a>'
    return Response(page, media_type="text/html; charset=utf-8")


def cookie_name(settings: Settings) -> str:
    """Browsers keep cookies by host, not by port: two desks on one machine would sign each other out."""
    return f"dateline-{settings.port}"


def _cookie(headers: Headers, name: str) -> str | None:
    jar = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return None
    return jar[name].value if name in jar else None


def _refused(scope: Scope, status: int, text: str, headers: dict[str, str] | None = None) -> Response:
    """A refusal in words; for programs as RFC 9457 has it."""
    if scope["path"].startswith("/api/"):
        made = problem(status, text)
        made.headers.update(headers or {})
        return made
    return Response(text + "\n", status_code=status, headers=headers, media_type="text/plain; charset=utf-8")
