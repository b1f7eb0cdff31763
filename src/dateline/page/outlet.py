"""Which newspaper it is: what is stated, else the site's own name, else the domain of its address, else of a writer's e-mail."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Mail providers anybody may write from; a writer's address there says nothing of the outlet.
_MAIL_PROVIDERS = frozenset((
    "gmail", "googlemail", "yahoo", "ymail", "hotmail", "outlook", "live", "msn", "icloud", "me", "aol", "gmx", "web", "proton",
    "protonmail", "mail", "rediffmail", "naver", "daum", "hanmail", "qq", "163", "126", "yandex", "zoho", "tutanota", "ukr", "rambler",
    "bk", "inbox", "list",
))  # fmt: skip
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


def domain_of_url(url: str | None) -> str | None:
    """The host of an address without "www."; None for addresses without a host name."""
    if not url:
        return None
    try:
        host = (urlsplit(url if "://" in url else f"http://{url}").hostname or "").lower().rstrip(".")
    except ValueError:
        return None
    host = re.sub(r"^(?:www\d?|m|amp|mobile)\.(?=[^.]+\.)", "", host)
    return host if _HOST.fullmatch(host) and not host.replace(".", "").isdigit() else None


def domain_of_email(email: str | None) -> str | None:
    """The domain of a newsroom's e-mail address; None for the mail providers open to everybody."""
    domain = (email or "").rpartition("@")[2].lower()
    if not domain or domain.split(".")[0] in _MAIL_PROVIDERS:
        return None
    return domain


def outlet(*, stated: str | None, site: str | None, url: str | None, emails: tuple[str | None, ...]) -> str | None:
    """The outlet by the best that is known."""
    if stated and stated.strip():
        return stated.strip()
    if site and site.strip():
        return site.strip()
    return domain_of_url(url) or next((d for d in map(domain_of_email, emails) if d), None)
