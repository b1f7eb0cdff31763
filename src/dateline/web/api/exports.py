"""The formats of export."""

from __future__ import annotations

from dateline.outlets.exports import FORMATS
from dateline.web import models, parameters

router = parameters.router("export")


@router.get("/export", response_model=list[models.Format])
def formats() -> list[dict[str, str]]:
    """The formats; each is at its address, with the same filter."""
    return [{"name": f.name, "about": f.about, "suffix": f.suffix, "address": f"/export/{f.name}"} for f in FORMATS.values()]
