"""Fetching one page: http and https only, bounded in time, size and redirects, never into a private network unless asked.

The standard library's http.client, not a client library: connecting to the very address that was checked (so that a name cannot be
pointed elsewhere in between) means owning the socket, and then nothing of a larger client would be left to use. Proxies from the
environment are not used, for the same reason.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from urllib.parse import urljoin

from dateline.sources.addresses import Resolver, Target, check
from dateline.sources.errors import EmptyError, FetchError, TooLargeError
from dateline.sources.source import MAX_BYTES

TIMEOUT = 30.0
"""Seconds for one page with all its redirects."""

MAX_REDIRECTS = 5
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_CHUNK = 2**16
_READABLE = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml")
_AGENT = "dateline (reads single news pages on request)"


@dataclass(frozen=True, slots=True)
class Page:
    """An answer: its bytes, unpacked, the address it finally came from and what its header says of it."""

    url: str
    data: bytes
    content_type: str
    charset: str | None


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    timeout: float = TIMEOUT,
    max_bytes: int = MAX_BYTES,
    resolve: Resolver | None = None,
    also: tuple[str, ...] = (),
) -> Page:
    """The page at `url`. `also` are content types taken besides pages' own. Raises FetchError, TooLargeError or EmptyError naming the address and what to do."""
    deadline = time.monotonic() + timeout
    here = url
    for _ in range(MAX_REDIRECTS + 1):
        target = check(here, allow_private=allow_private, resolve=resolve)
        connection, line = _connect(target, deadline)
        try:
            with _ask(connection, target, deadline) as answer:
                location = answer.getheader("Location")
                if answer.status not in _REDIRECTS or not location:
                    return _page(answer, line, here, deadline, max_bytes, also)
                try:
                    here = urljoin(here, location)
                except ValueError as e:
                    raise FetchError(f"the redirect to {location[:80]!r} is no address", place=here, remedy="open it in a browser") from e
        finally:
            connection.close()
            line.close()
    raise FetchError(f"more than {MAX_REDIRECTS} redirects", place=url, remedy="open it in a browser and save the page")


def _connect(target: Target, deadline: float) -> tuple[http.client.HTTPConnection, socket.socket]:
    """A connection to the checked address, and its socket, which http.client lets go of before the body is read."""
    connection = http.client.HTTPConnection(target.host, target.port)
    try:
        plain = socket.create_connection((target.ip, target.port), timeout=_left(deadline, target.url))
        if target.scheme == "https":
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=target.host)
        else:
            connection.sock = plain
    except ssl.SSLError as e:
        raise FetchError(
            f"no safe connection: {e.reason or e}", place=target.url, remedy="check the address; save the page by hand if it is right"
        ) from e
    except TimeoutError as e:
        raise FetchError("no connection in time", place=target.url, remedy="try again later") from e
    except OSError as e:
        raise FetchError(f"no connection: {e.strerror or e}", place=target.url, remedy="check the address and the network") from e
    return connection, connection.sock


def _ask(connection: http.client.HTTPConnection, target: Target, deadline: float) -> http.client.HTTPResponse:
    port = "" if target.port == {"http": 80, "https": 443}[target.scheme] else f":{target.port}"
    host = f"[{target.host}]" if ":" in target.host else target.host
    headers = {
        "Host": f"{host}{port}",
        "User-Agent": _AGENT,
        "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    try:
        connection.sock.settimeout(_left(deadline, target.url))
        connection.request("GET", target.path, headers=headers)
        return connection.getresponse()
    except TimeoutError as e:
        raise FetchError("no answer in time", place=target.url, remedy="try again later") from e
    except (OSError, http.client.HTTPException, ValueError) as e:
        raise FetchError(
            f"the answer is broken: {e or type(e).__name__}", place=target.url, remedy="try again, or save the page by hand"
        ) from e


def _page(
    answer: http.client.HTTPResponse, line: socket.socket, url: str, deadline: float, max_bytes: int, also: tuple[str, ...] = ()
) -> Page:
    if answer.status != 200:
        raise FetchError(f"the server answers {answer.status} {answer.reason}", place=url, remedy="open it in a browser and save the page")
    content_type = answer.headers.get_content_type() if answer.getheader("Content-Type") else ""
    if content_type and content_type not in (*_READABLE, *also):
        raise FetchError(f"the address holds {content_type}, not a page", place=url, remedy="give the address of an HTML or text page")
    data = _unpacked(answer, line, url, deadline, max_bytes)
    if not data.strip():
        raise EmptyError("the page is empty", place=url, remedy="check the address")
    return Page(url, data, content_type, answer.headers.get_content_charset())


def _unpacked(answer: http.client.HTTPResponse, line: socket.socket, url: str, deadline: float, max_bytes: int) -> bytes:
    """The body, gzip or deflate undone as it comes, so that a small bomb never grows past the limit."""
    packing = (answer.getheader("Content-Encoding") or "identity").lower()
    if packing not in ("identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(f"the answer is packed as {packing}", place=url, remedy="save the page by hand")
    unpack = None if packing == "identity" else zlib.decompressobj(47 if packing != "deflate" else 15)
    body = bytearray()
    too_large = TooLargeError(
        f"more than {max_bytes // 2**20 or max_bytes} {'MB' if max_bytes >= 2**20 else 'bytes'}", place=url, remedy="this is no single page"
    )
    try:
        while True:
            left = _left(deadline, url)
            line.settimeout(left)
            chunk = answer.read1(_CHUNK)
            if not chunk:
                break
            body += chunk if unpack is None else unpack.decompress(chunk, max_bytes + 1 - len(body))
            if len(body) > max_bytes or (unpack is not None and unpack.unconsumed_tail):
                raise too_large
    except TimeoutError as e:
        raise FetchError("the page did not come in time", place=url, remedy="try again later") from e
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as e:
        raise FetchError(f"the answer is broken: {e or type(e).__name__}", place=url, remedy="try again, or save the page by hand") from e
    if answer.length or (unpack is not None and not unpack.eof):
        raise FetchError("the answer is cut off before its end", place=url, remedy="try again")
    return bytes(body)


def _left(deadline: float, url: str) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise FetchError("the page did not come in time", place=url, remedy="try again later")
    return left
