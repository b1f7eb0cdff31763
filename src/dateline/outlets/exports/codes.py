"""The codes of other schemes, read from `data/`: countries, CAMEO, Goldstein's weights, ACLED's categories, sectors, languages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

DATA = files("dateline.outlets.exports").joinpath("data")
QUADS = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}


@dataclass(frozen=True, slots=True)
class Country:
    """One line of `countries.tsv`; empty where a scheme has no code."""

    iso3: str
    iso2: str
    iso_numeric: str
    fips: str
    cow: str
    region: str
    name: str


@dataclass(frozen=True, slots=True)
class Cameo:
    """An event code of CAMEO with its base and root, and Goldstein's weight."""

    code: str
    goldstein: float

    @property
    def base(self) -> str:
        return self.code[:3]

    @property
    def root(self) -> str:
        return self.code[:2]


def _lines(name: str) -> Iterator[list[str]]:
    """The rows of a table without comments and header."""
    lines = [x for x in DATA.joinpath(name).read_text(encoding="utf-8").splitlines() if x and not x.startswith("#")]
    return (x.split("\t") for x in lines[1:])


@cache
def countries() -> dict[str, Country]:
    """Every country by its ISO 3166-1 alpha-3 code."""
    return {row[0]: Country(*row) for row in _lines("countries.tsv")}


def country(iso3: str | None) -> Country | None:
    return countries().get(iso3 or "")


@cache
def table(name: str) -> dict[str, Any]:
    """A YAML table of `data/`."""
    import yaml

    found: dict[str, Any] = yaml.safe_load(DATA.joinpath(name).read_text(encoding="utf-8"))
    return found


@cache
def cameo(type: str, mode: str | None) -> Cameo | None:
    """The code and weight of a PLOVER type and mode; None for a type of another codebook."""
    modes = table("cameo.yaml").get(type)
    if modes is None:
        return None
    code, weight, _ = modes.get(mode or "", modes[""])
    return Cameo(code, weight)


@cache
def _roles() -> dict[str, str]:
    return {row[0]: row[1] for row in _lines("sectors.tsv")}


def role(sector: str | None) -> str:
    """The CAMEO role of a PLOVER sector; empty when there is none."""
    return _roles().get(sector or "", "")


@cache
def _languages() -> dict[str, str]:
    return {row[0]: row[1] for row in _lines("languages.tsv")}


def language(code: str | None) -> str | None:
    """The three letters of a language ("en", "en-GB"); None when they are not known."""
    return _languages().get((code or "").partition("-")[0].lower())


def numbered(id: str) -> int:
    """A number for an id that is no number: the first 52 bits of its SHA-256, so that R and JSON hold it exactly."""
    return int(hashlib.sha256(id.encode("utf-8", "surrogatepass")).hexdigest()[:13], 16)
