from __future__ import annotations

import pytest

from dateline.dates.cascade import Alphabet, Cascade, Node, RuleBook
from dateline.dates.finding import grammar
from dateline.dates.tokens import tokens


def test_an_unknown_class_is_named() -> None:
    with pytest.raises(ValueError, match="NOSUCH"):
        Alphabet([frozenset({"WORD"})]).pattern("WORD NOSUCH")


def test_a_pattern_that_cannot_be_read_is_shown() -> None:
    with pytest.raises(ValueError, match="cannot read"):
        Alphabet([frozenset({"WORD"})]).pattern("WORD & WORD")


def test_a_rule_rewrites_what_it_understood() -> None:
    book = RuleBook()
    book.rule("PAIR", "a:ONE b:TWO")(lambda p: p["a"] + p["b"])
    alphabet = Alphabet([frozenset({"ONE"}), frozenset({"TWO"}), frozenset({"PAIR"})])
    one, two, pair = (alphabet.symbol(frozenset({c})) for c in ("ONE", "TWO", "PAIR"))
    nodes = [Node(one, 0, 1, 1), Node(two, 1, 2, 2), Node(one, 2, 3, 5)]
    out = Cascade(book, alphabet).run(nodes, tokens("a b c"))
    assert [(n.symbol, n.first, n.last, n.means) for n in out] == [(pair, 0, 2, 3), (one, 2, 3, 5)]


def test_a_rule_that_declines_leaves_everything() -> None:
    book = RuleBook()
    book.rule("PAIR", "ONE")(lambda _: None)
    alphabet = Alphabet([frozenset({"ONE"}), frozenset({"PAIR"})])
    nodes = [Node(alphabet.symbol(frozenset({"ONE"})), 0, 1, 1)]
    assert Cascade(book, alphabet).run(nodes, tokens("a")) == nodes


def test_the_whole_grammar_compiles() -> None:
    assert grammar()
