"""Pages that only some may see: `dependencies=[only("analyst")]` on a GET. Forms ask for a role of their own (`forms.py`)."""

from __future__ import annotations

from typing import Any

from fastapi import Depends, Request

from dateline.web.errors import Refused


def only(role: str) -> Any:
    def check(request: Request) -> None:
        session = request.state.session
        if not session.may(role):
            raise Refused(403, f"This takes the role of {role}; yours is {session.role}.", "Ask whoever runs this desk.")

    return Depends(check)
