"""What an actor is, in words: its kind, its sector, its country."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dateline.outlets.exports.codes import country as known

KINDS = {"person": "person", "group": "group", "organization": "organisation", "state": "state", "population": "population"}


@cache
def _sectors() -> dict[str, str]:
    lines = (files("dateline.web") / "sectors.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def sector(code: str | None) -> str:
    """ "GOV": "government"; a code we have no words for as it is."""
    return _sectors().get(code or "", code or "")


def country(code: str | None) -> str:
    """ "MLI": "Mali"; a code we do not know as it is."""
    found = known(code)
    return found.name if found else code or ""


def kind(code: str | None) -> str:
    return KINDS.get(code or "", code or "")
