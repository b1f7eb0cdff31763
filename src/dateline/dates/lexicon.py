"""Gives every token its classes and meaning: the words of `lexicon.yaml`, figures by their shape."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.dates.cascade import Alphabet, Node
from dateline.dates.expression import Number
from dateline.dates.tokens import SHAPES, Token, shape_classes

_OTHER_KINDS = (
    "url",
    "iso",
    "slashed",
    "grouped",
    "clock",
    "decade",
    "ordnum",
    "decimal",
    "meridiem",
    "era",
    "oclock",
    "possessive",
    "break",
    "other",
    "COMMA",
    "OPEN",
    "CLOSE",
    "SLASH",
    "DOT",
    "COLON",
    "HALFSIGN",
    "PERCENT",
    "MONEY",
    "APOSTROPHE",
    "HYPHEN",
    "DASH",
)
_CAPITALISED = (
    "MONTH",
    "WEEKDAY",
    "WEEKDAYS",
    "MONTH_ABBR",
    "WEEKDAY_ABBR",
    "ZONE",
)  # "march", "sun" and "et" in small letters are other words


@cache
def vocabulary() -> dict[str, dict[str, Any]]:
    """lexicon.yaml: class -> word -> meaning."""
    raw: dict[str, dict[str, Any]] = yaml.safe_load(files("dateline.dates").joinpath("lexicon.yaml").read_text("utf-8"))
    return {name: {str(w): m for w, m in words.items()} for name, words in raw.items()}


@cache
def beside(name: str) -> frozenset[str]:
    """A list of surroundings.yaml."""
    return _surroundings()[name]


@cache
def _surroundings() -> dict[str, frozenset[str]]:
    raw = yaml.safe_load(files("dateline.dates").joinpath("surroundings.yaml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in raw.items()}


class Lexicon:
    """Words and shapes as symbols of one alphabet; `literals` are the words that rules name, `given` the classes that rules make."""

    def __init__(self, literals: Iterable[str], given: Iterable[str]) -> None:
        classes: dict[str, set[str]] = {w: {"=" + w} for w in sorted(set(literals))}
        means: dict[str, Any] = {}
        self._small: dict[str, str] = {}
        for name, words in vocabulary().items():
            for word, meaning in words.items():
                classes.setdefault(word, set()).add(name)
                means.setdefault(word, meaning)
        self.alphabet = Alphabet([frozenset({"WORD"})])
        self._means = means
        self._word = {w: self.alphabet.symbol(frozenset(c | {"WORD"})) for w, c in classes.items()}
        for word, names in classes.items():
            if names & set(_CAPITALISED):
                self._small[word] = self.alphabet.symbol(frozenset((names - set(_CAPITALISED)) | {"WORD"}))
        self._unknown = self.alphabet.symbol(frozenset({"WORD"}))
        self._kind = {kind: self.alphabet.symbol(shape_classes(kind)) for kind in _OTHER_KINDS}
        self._figures = {shape: self.alphabet.symbol(shape) for shape in SHAPES}
        for name in given:
            self.alphabet.symbol(frozenset({name}))

    def nodes(self, tokens: list[Token]) -> list[Node]:
        """One node for each token."""
        out = []
        for at, token in enumerate(tokens):
            kind, word = token.kind, token.word
            means: Any = token.means
            if kind == "word":
                means = self._means.get(word)
                symbol = self._small[word] if not token.capital and word in self._small else self._word.get(word, self._unknown)
            elif kind == "figures":
                means = int(word) if len(word) < 16 else 0
                symbol = self._figures.get(shape_classes("figures", word), self._unknown)
            else:
                symbol = self._kind[kind]
                if kind == "ordnum":
                    means = int(word[:-2])
                elif kind in ("decimal", "grouped"):
                    value = float(word.replace(",", ""))
                    means = Number(value, value)
            out.append(Node(symbol, at, at + 1, means))
        return out
