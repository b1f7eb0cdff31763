"""The YAML form of a codebook, read with the line of everything: what is wrong is named with its place and the remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from dateline.codebook.codebook import QUADS, Codebook, EventType, Example, Mode
from dateline.errors import StopRun
from dateline.record import Span

NAME = re.compile(r"[A-Za-z][\w-]*")
MARK = re.compile(r"\[\[(.*?)\]\]")
BOOK_KEYS = ("codebook", "types", "nothing")
TYPE_KEYS = ("definition", "quad", "intensity", "modes", "examples")
MODE_KEYS = ("definition", "intensity", "examples")


class CodebookError(StopRun):
    """A codebook that cannot be used as it stands."""


def read_codebook(path: Path) -> Codebook:
    """The codebook in a YAML file. Raises CodebookError naming file and line."""
    try:
        return parse_codebook(path.read_text(encoding="utf-8"), str(path))
    except FileNotFoundError as e:
        raise CodebookError(
            "there is no such file", place=str(path), remedy="copy examples/codebooks/acled_like.yaml and put your types in"
        ) from e
    except (OSError, UnicodeDecodeError) as e:
        raise CodebookError(f"cannot be read: {e}", place=str(path), remedy="give a YAML file in UTF-8") from e


def parse_codebook(source: str, place: str = "codebook") -> Codebook:
    """The codebook in YAML text; `place` names it in errors."""
    try:
        root = yaml.compose(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # in C where libyaml is there: 13 times as fast
    except yaml.YAMLError as e:
        mark = getattr(e, "problem_mark", None)
        where = f"{place}:{mark.line + 1}" if mark else place
        problem = getattr(e, "problem", None) or "the text cannot be parsed"
        raise CodebookError(f"is not YAML: {problem}", place=where, remedy="mind indentation and quotation marks") from e
    return _Reader(place).book(root)


class _Reader:
    """Walks the YAML tree; every error has the line of its node."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._examples: list[Example] = []

    def book(self, root: yaml.Node | None) -> Codebook:
        if root is None:
            raise CodebookError("is empty", place=self._place, remedy="give codebook: NAME and types:")
        parts = self._mapping(root, "the codebook", BOOK_KEYS)
        self._need(parts, root, "the codebook", "codebook", "types")
        name = self._words(parts["codebook"], "the codebook's name")
        if not NAME.fullmatch(name):
            raise self._error(
                parts["codebook"], f"{name!r} cannot name a codebook", "use letters, digits and hyphens, beginning with a letter"
            )
        types = {k: self._type(k, node) for k, node in self._pairs(parts["types"], "types")}
        if not types:
            raise self._error(parts["types"], "there are no types", "give at least one")
        if "nothing" in parts:
            for node in self._list(parts["nothing"], "nothing"):
                text = self._words(node, "a sentence that tells nothing")
                if "[[" in text:
                    raise self._error(
                        node, "a sentence under `nothing` has marked words", "put it under its type, or take the brackets out"
                    )
                self._examples.append(Example(text, (), self._at(node)))
        return Codebook(name, types, tuple(self._examples))

    def _type(self, name: str, node: yaml.Node) -> EventType:
        what = f"type {name!r}"
        if ":" in name:
            raise self._error(node, f"{what} has a colon in its name", "a record writes BOOK:TYPE; choose another name")
        parts = self._mapping(node, what, TYPE_KEYS)
        self._need(parts, node, what, "definition", "quad", "intensity")
        quad = self._words(parts["quad"], f"quad of {what}")
        if quad not in QUADS:
            raise self._error(parts["quad"], f"quad {quad!r} of {what} is none", f"one of: {', '.join(QUADS)}")
        intensity = self._intensity(parts["intensity"], what)
        for e in self._list(parts["examples"], f"examples of {what}") if "examples" in parts else ():
            self._example(e, name, None)
        modes = (
            {k: self._mode(name, k, n, intensity) for k, n in self._pairs(parts["modes"], f"modes of {what}")} if "modes" in parts else {}
        )
        return EventType(name, self._words(parts["definition"], f"definition of {what}"), quad, intensity, modes)

    def _mode(self, type: str, name: str, node: yaml.Node, inherited: float) -> Mode:
        what = f"mode {name!r} of type {type!r}"
        if isinstance(node, yaml.ScalarNode):  # `visit: 2.0` is short for its intensity
            return Mode(name, self._intensity(node, what))
        parts = self._mapping(node, what, MODE_KEYS)
        for e in self._list(parts["examples"], f"examples of {what}") if "examples" in parts else ():
            self._example(e, type, name)
        intensity = self._intensity(parts["intensity"], what) if "intensity" in parts else inherited
        return Mode(name, intensity, self._words(parts["definition"], f"definition of {what}") if "definition" in parts else "")

    def _example(self, node: yaml.Node, type: str, mode: str | None) -> None:
        raw = self._words(node, f"an example of {type!r}")
        text, marks = unmarked(raw)
        if "[[" in text or "]]" in text:
            raise self._error(
                node, f"double brackets do not match in {raw!r}", 'mark the telling words like this: "Police [[arrested]] two activists."'
            )
        if not marks or any(not text[a:b].strip() for a, b in marks):
            raise self._error(
                node, f"no word is marked in {raw!r}", 'mark the telling words like this: "Police [[arrested]] two activists."'
            )
        self._examples.append(Example(text, marks, self._at(node), type, mode))

    # what YAML gives, with the line in every complaint

    def _at(self, node: yaml.Node) -> str:
        return f"{self._place}:{node.start_mark.line + 1}"

    def _error(self, node: yaml.Node, message: str, remedy: str) -> CodebookError:
        return CodebookError(message, place=self._at(node), remedy=remedy)

    def _pairs(self, node: yaml.Node, what: str) -> Iterator[tuple[str, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            raise self._error(node, f"{what} should be names with something under each", "write `name:` and indent what belongs to it")
        seen: dict[str, str] = {}
        for k, v in node.value:
            key = self._words(k, f"a name in {what}")
            if key in seen:
                raise self._error(k, f"{key!r} stands twice in {what} (first at {seen[key]})", "join the two")
            seen[key] = self._at(k)
            yield key, v

    def _mapping(self, node: yaml.Node, what: str, known: tuple[str, ...]) -> dict[str, yaml.Node]:
        parts = dict(self._pairs(node, what))
        for k in parts:
            if k not in known:
                raise self._error(parts[k], f"{what} has an unknown part {k!r}", f"one of: {', '.join(known)}")
        return parts

    def _need(self, parts: dict[str, yaml.Node], node: yaml.Node, what: str, *keys: str) -> None:
        for k in keys:
            if k not in parts:
                raise self._error(node, f"{what} has no {k!r}", f"add `{k}:`")

    def _list(self, node: yaml.Node, what: str) -> list[yaml.Node]:
        if not isinstance(node, yaml.SequenceNode):
            raise self._error(node, f"{what} should be a list", "begin each line with a hyphen")
        return list(node.value)

    def _words(self, node: yaml.Node, what: str) -> str:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            raise self._error(node, f"{what} should be words", "put it in quotation marks")
        return str(node.value).strip()

    def _intensity(self, node: yaml.Node, what: str) -> float:
        value: Any = node.value
        try:
            number = float(value)
        except (TypeError, ValueError):
            raise self._error(node, f"intensity {value!r} of {what} is no number", "from -10 (conflict) to 10 (cooperation)") from None
        if not -10 <= number <= 10:
            raise self._error(node, f"intensity {value} of {what} is out of bounds", "from -10 (conflict) to 10 (cooperation)")
        return number


def unmarked(raw: str) -> tuple[str, tuple[Span, ...]]:
    """A sentence without its double brackets, and where they were."""
    text, marks, at = "", [], 0
    for m in MARK.finditer(raw):
        text += raw[at : m.start()]
        marks.append((len(text), len(text) + len(m[1])))
        text += m[1]
        at = m.end()
    return text + raw[at:], tuple(marks)
