"""Which names the server answers to. A page elsewhere can make its own name point here (DNS rebinding), but it cannot make the browser say ours."""

from __future__ import annotations

import ipaddress

LOOPBACK = ("localhost",)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server bound to `host`."""
    if host in LOOPBACK:
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def host_of(header: str) -> str:
    """The host of a Host header without its port, in lower case; "" for what is none."""
    text = header.strip().lower()
    if text.startswith("["):
        host, mark, rest = text[1:].partition("]")
        return host if mark and (not rest or rest.startswith(":")) else ""
    host, _, port = text.partition(":")
    return host.rstrip(".") if not port or port.isdigit() else ""


def answers(header: str, *, bound: str, names: tuple[str, ...]) -> bool:
    """Whether a request that names this host is meant for us: names that were given, and addresses, which need no lookup that could lie."""
    host = host_of(header)
    if not host:
        return False
    if host in names or host == bound.lower():
        return True
    if host in LOOPBACK:
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback if is_loopback(bound) else True
