"""The default codebook, PLOVER, as data (`plover.yaml`), with the contexts that its manual adds to every type (`contexts.yaml`)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from importlib.resources import files

import yaml

from dateline.codebook import Codebook
from dateline.codebook.format import parse_codebook

__all__ = ["Codebook", "contexts", "plover"]


@cache
def plover() -> Codebook:
    """The default codebook, read once."""
    source = files("dateline.events").joinpath("plover.yaml").read_text(encoding="utf-8")
    return replace(parse_codebook(source, "plover.yaml"), contexts=contexts())


@cache
def contexts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The contexts and their vocabularies: they fit events of any codebook."""
    raw = yaml.safe_load(files("dateline.events").joinpath("contexts.yaml").read_text(encoding="utf-8"))
    return tuple((k, re.compile(v, re.IGNORECASE)) for k, v in raw.items())
