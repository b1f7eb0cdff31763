"""The grammar's engine: rules are regular expressions over words' classes, run one after another, each rewriting what it understood.

Every node (a word, later a whole phrase) carries one character that stands for the set of classes it belongs to, so that "second" is a unit
and an ordinal at once. A rule's pattern is compiled against those characters; its match becomes one new node. All repetition in patterns is
bounded, so a text is read in linear time (a test holds this).

Patterns: CAPITALS name a class, small letters a word, ``name:X`` names a piece, ``( | ) ? * {0,2} (?= (?! (?<= (?<!`` as in `re`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from dateline.dates.tokens import Token

_SPEC = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<group>[a-z_]+[0-9]?):\(|(?P<name>[a-z_]+[0-9]?):(?P<named>[A-Za-z_]+)|(?P<open>\()|(?P<atom>[A-Za-z_]+)"
    r"|(?P<op>[)|?*+]|\{\d,\d\})|\s+"
)


@dataclass(slots=True)
class Node:
    """A word or an understood phrase: tokens ``[first, last)`` and what they mean (an int, a str or an expression tree)."""

    symbol: str
    first: int
    last: int
    means: Any


class Piece:
    """One match of a rule: its named nodes."""

    __slots__ = ("_found", "_nodes", "tokens")

    def __init__(self, found: re.Match[str], nodes: list[Node], tokens: list[Token]) -> None:
        self._found, self._nodes, self.tokens = found, nodes, tokens

    def __getitem__(self, name: str) -> Any:
        """What the named node means; None when it is not there."""
        nodes = self.nodes(name)
        return nodes[0].means if nodes else None

    def nodes(self, name: str | int = 0) -> list[Node]:
        """The nodes of the named piece, or of the whole match."""
        if name and name not in self._found.re.groupindex:
            return []
        return self._nodes[self._found.start(name) : self._found.end(name)] if self._found.start(name) >= 0 else []

    def words(self, name: str | int = 0) -> str:
        """The named piece (or all) in small letters, single spaces between its words."""
        nodes = self.nodes(name)
        return " ".join(t.word for t in self.tokens[nodes[0].first : nodes[-1].last]) if nodes else ""

    @property
    def before(self) -> Token | None:
        """The word before the match."""
        at = self.nodes()[0].first
        return self.tokens[at - 1] if at else None

    def leading(self, count: int) -> list[Token]:
        """At most so many words before the match."""
        at = self.nodes()[0].first
        return self.tokens[max(0, at - count) : at]

    @property
    def after(self) -> Token | None:
        at = self.nodes()[-1].last
        return self.tokens[at] if at < len(self.tokens) else None

    @property
    def first(self) -> Token:
        return self.tokens[self.nodes()[0].first]


Build: TypeAlias = Callable[[Piece], Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """Where `pattern` matches and `build` does not return None, a node of class `gives` takes the place of the match."""

    gives: str
    pattern: str
    build: Build


class RuleBook:
    """Rules in the order they run."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def rule(self, gives: str, *patterns: str) -> Callable[[Build], Build]:
        def add(build: Build) -> Build:
            self.rules.extend(Rule(gives, p, build) for p in patterns)
            return build

        return add

    def words(self) -> Iterator[str]:
        """Every word that some pattern names."""
        for rule in self.rules:
            for found in _SPEC.finditer(rule.pattern):
                atom = found["atom"] or found["named"]
                if atom and atom.islower():
                    yield atom


class Alphabet:
    """One character for every set of classes that a node can have."""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        self._symbol: dict[frozenset[str], str] = {}
        for classes in sets:
            self.symbol(classes)

    def symbol(self, classes: frozenset[str]) -> str:
        if classes not in self._symbol:
            self._symbol[classes] = chr(0xE000 + len(self._symbol))
        return self._symbol[classes]

    def pattern(self, spec: str) -> re.Pattern[str]:
        """The compiled pattern. Raises ValueError naming the class or character that is unknown."""
        out, at = [], 0
        for found in _SPEC.finditer(spec):
            if found.start() != at:
                raise ValueError(f"cannot read {spec[at:]!r} in the rule {spec!r}")
            at = found.end()
            if found["look"] or found["op"]:
                out.append(found.group())
            elif found["group"]:
                out.append(f"(?P<{found['group']}>")
            elif found["named"]:
                out.append(f"(?P<{found['name']}>{self._class(found['named'], spec)})")
            elif found["open"]:
                out.append("(?:")
            elif found["atom"]:
                out.append(self._class(found["atom"], spec))
        if at != len(spec):
            raise ValueError(f"cannot read {spec[at:]!r} in the rule {spec!r}")
        return re.compile("".join(out))

    def _class(self, atom: str, spec: str) -> str:
        if atom == "ANY":
            return "."
        key = "=" + atom if atom.islower() else atom
        chars = "".join(c for classes, c in self._symbol.items() if key in classes)
        if not chars:
            raise ValueError(f"no word is of class {atom} in the rule {spec!r}")
        return f"[{chars}]" if len(chars) > 1 else chars


class Cascade:
    """A compiled rule book."""

    def __init__(self, book: RuleBook, alphabet: Alphabet) -> None:
        self._steps = [(alphabet.pattern(r.pattern), r.build, alphabet.symbol(frozenset({r.gives}))) for r in book.rules]

    def run(self, nodes: list[Node], tokens: list[Token]) -> list[Node]:
        """The nodes after every rule has had its turn."""
        symbols = "".join(n.symbol for n in nodes)
        for pattern, build, symbol in self._steps:
            done, out = 0, []
            for found in pattern.finditer(symbols):
                means = build(Piece(found, nodes, tokens))
                if means is None or found.start() == found.end():
                    continue
                out.extend(nodes[done : found.start()])
                out.append(Node(symbol, nodes[found.start()].first, nodes[found.end() - 1].last, means))
                done = found.end()
            if out:
                out.extend(nodes[done:])
                nodes = out
                symbols = "".join(n.symbol for n in nodes)
        return nodes
