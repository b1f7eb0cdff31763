"""Which network addresses a fetch may reach. The check is made on the resolved address, and that very address is then connected to."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from dateline.sources.errors import FetchError

Resolver = Callable[[str, int], Sequence[str]]
_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """A checked place to connect to: the address `ip` is connected to, `host` is only a name in the request and the certificate."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    ip: str


def is_url(name: str) -> bool:
    """An input of the form scheme://…, to be fetched (or refused), not opened as a file."""
    scheme, mark, _ = name.partition("://")
    return bool(mark) and scheme.isascii() and scheme.replace("+", "").replace("-", "").isalnum()


def check(url: str, *, allow_private: bool, resolve: Resolver | None = None) -> Target:
    """Where to connect for `url`. Raises FetchError for other schemes, bad addresses and, unless allowed, private networks."""
    parts = _parts(url)
    host, scheme = parts.hostname or "", parts.scheme.lower()
    try:
        port = parts.port or _PORTS[scheme]
    except ValueError as e:
        raise FetchError("the port is no number from 1 to 65535", place=url, remedy="check the address") from e
    try:
        name = host.encode("idna").decode("ascii") if not host.isascii() else host
        found = list((resolve or _resolve)(name, port))
    except (OSError, UnicodeError) as e:
        raise FetchError(
            f"the name {host!r} has no address ({getattr(e, 'strerror', None) or e})", place=url, remedy="check the address and the network"
        ) from e
    if not found:
        raise FetchError(f"the name {host!r} has no address", place=url, remedy="check the address and the network")
    for ip in found:
        if not allow_private and not is_public(ip):
            raise FetchError(
                f"{host!r} is {ip}, an address inside a private network", place=url, remedy="allow private addresses if this is meant"
            )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(url, scheme, name, port, _ascii(path), found[0])


def is_public(ip: str) -> bool:
    """A globally routable unicast address, also when it is hidden in an IPv6 form (mapped, 6to4, Teredo, NAT64)."""
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast and not address.is_reserved


def _parts(url: str) -> SplitResult:
    if any(c <= " " or c == "\x7f" for c in url):
        raise FetchError("blanks or control characters in the address", place=repr(url), remedy="check the address")
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as e:
        raise FetchError(f"not an address: {e}", place=url, remedy="check the address") from e
    if parts.scheme.lower() not in _PORTS:
        raise FetchError(f"{parts.scheme}:// is not fetched", place=url, remedy="give an http or https address, or a file")
    if not host:
        raise FetchError("the address names no host", place=url, remedy="check the address")
    if parts.username is not None or parts.password is not None:
        raise FetchError(
            "a user name or password in the address", place=f"{parts.scheme}://{host}", remedy="fetch the page yourself and give the file"
        )
    return parts


def _resolve(host: str, port: int) -> list[str]:
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _ascii(path: str) -> str:
    return "".join(c if c.isascii() else "".join(f"%{b:02X}" for b in c.encode("utf-8")) for c in path)
