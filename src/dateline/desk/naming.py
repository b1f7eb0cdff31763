"""Names of what the desk holds: the same content has the same id on any machine and in any order of arrival."""

from __future__ import annotations

import hashlib
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_PORTS = {"http": 80, "https": 443}
# What shops and mailing programs add to an address to follow a reader; nothing of the page hangs on it.
_FOLLOWING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "cmpid", "ns_campaign", "ns_mchannel")


def named(what: str, key: str) -> str:
    """An id: what it is and 16 hex digits of its key."""
    return f"{what}-{hashlib.blake2b(key.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def address_of(url: str | None) -> str | None:
    """The address without what does not matter: fragment, default port, case of the host, marks that follow readers. None for none."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return url.strip()
    if parts.scheme.lower() not in _PORTS or not host:
        return url.strip()
    if port and port != _PORTS[parts.scheme.lower()]:
        host = f"{host}:{port}"
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not k.lower().startswith(_FOLLOWING)]
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", urlencode(kept), ""))


def document_key(kind: str, raw: bytes, address: str | None, given_id: str | None) -> str:
    """The id of a document: its content and its address, or the id it was given where it has no address."""
    where = address or (f"id:{given_id}" if given_id else "")
    return hashlib.sha256(b"\0".join((kind.encode(), where.encode("utf-8", "surrogatepass"), raw))).hexdigest()[:16]
