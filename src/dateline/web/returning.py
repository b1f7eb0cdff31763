"""Where a form or a sign-in may lead back to: only to pages of this desk."""

from __future__ import annotations


def ours(to: str) -> str:
    """An address within this desk; anything that would lead elsewhere is the front page."""
    if not to.startswith("/") or to.startswith("//") or "\\" in to or any(ord(c) < 33 for c in to):
        return "/"
    return to
