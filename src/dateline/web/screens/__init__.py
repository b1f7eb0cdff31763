"""The screens: every module of this folder with a `router` is one, and stands in the navigation where its `PLACE` says."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from fastapi import APIRouter

GROUPS = ("now", "find", "who", "make")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a screen stands in the navigation. `jump` is the letter after g; `role` who sees it; `filtered`: the filter goes along."""

    name: str
    title: str
    path: str
    group: str
    order: int
    jump: str
    role: str = "reader"
    filtered: bool = True


def modules(package: str = "dateline.web.screens") -> Iterator[tuple[APIRouter, Place | None]]:
    """The router of every module and its place, by the modules' names. Raises AttributeError for one without a router."""
    for found in sorted(pkgutil.iter_modules(import_module(package).__path__), key=lambda m: m.name):
        module = import_module(f"{package}.{found.name}")
        if not found.name.startswith("_"):
            yield module.router, getattr(module, "PLACE", None)
