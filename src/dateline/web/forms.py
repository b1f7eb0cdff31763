"""What is posted: the form's fields, after the session's token was found in them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile

from dateline.web.errors import Refused
from dateline.web.sessions import Session

FIELDS, FILES = 200, 50


class Posted:
    """The fields of a form that was let through, and who sent it."""

    def __init__(self, form: FormData, session: Session) -> None:
        self._form, self.session = form, session

    def text(self, name: str, default: str = "") -> str:
        """A field's words; files are none."""
        value = self._form.get(name)
        return value.strip() if isinstance(value, str) else default

    def texts(self, name: str) -> list[str]:
        return [v.strip() for v in self._form.getlist(name) if isinstance(v, str) and v.strip()]

    def files(self, name: str) -> list[UploadFile]:
        return [v for v in self._form.getlist(name) if isinstance(v, UploadFile) and v.filename]


def _posted(role: str | None) -> Callable[[Request], Awaitable[Posted]]:
    async def posted(request: Request) -> Posted:
        session: Session = request.state.session
        if role is not None and not session.may(role):
            raise Refused(403, f"This takes the role of {role}; yours is {session.role}.", "Ask whoever runs this desk.")
        form = await request.form(max_files=FILES, max_fields=FIELDS)
        token = request.headers.get("x-csrf-token") or form.get("csrf")
        if not isinstance(token, str) or not request.app.state.sessions.fits(session, token):
            await form.close()  # uploads lie in temporary files until then
            raise Refused(
                403,
                "The form is not of this session: it was left open too long, or comes from elsewhere.",
                "Go back, load the page again and send it anew.",
            )
        return Posted(form, session)

    return posted


SignIn = Annotated[Posted, Depends(_posted(None))]
Analyst = Annotated[Posted, Depends(_posted("analyst"))]
"""A screen that takes a form takes `form: Analyst`: the role and the token were checked."""
Admin = Annotated[Posted, Depends(_posted("admin"))]
