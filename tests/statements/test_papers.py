"""Papers and figures that nobody issued."""

from __future__ import annotations

import pytest

from dateline.record import Actor
from dateline.statements import find_statements
from dateline.statements.papers import issued_by_nobody, issuer
from statements.telling import reading, saying, spot


def nobodys(text: str, source: str, *named: str) -> bool:
    at = text.index(source)
    refers = {(text.index(n), text.index(n) + len(n)): f"a{i}" for i, n in enumerate(named)}
    return issued_by_nobody(text, (at, at + len(source)), refers)


@pytest.mark.parametrize("paper", ["official figures", "News reports from the country", "an opinion poll", "the exit polls", "Article 13"])
def test_papers_of_nobody(paper: str) -> None:
    assert nobodys(f"According to {paper}, the dam is full.", paper)


@pytest.mark.parametrize("paper", ["UN figures", "police records", "the ministry", "a report", "sources", "the Harbour poll"])
def test_what_tells_its_issuer_or_is_no_paper(paper: str) -> None:
    assert not nobodys(f"According to {paper}, the dam is full.", paper)


def test_figures_of_somebody_named_are_theirs() -> None:
    assert not nobodys("According to figures of the Harbour Bank, it is full.", "figures of the Harbour Bank", "the Harbour Bank")


def test_the_issuer_may_stand_behind_the_paper() -> None:
    text = "Support fell to 32 per cent, according to an opinion poll last week by Harbour Research."
    source, name = "an opinion poll", "Harbour Research"
    refers = {(text.index(name), text.index(name) + len(name)): "a7"}
    assert issuer(text, (text.index(source), text.index(source) + len(source)), refers) == "a7"


def test_the_statement_speaks_on_for_who_issued_it() -> None:
    text = "Five dockers were hurt, said a statement by the Harbour Board. The port is open again, the statement said. A long fence fell, the mayor said."
    frames = [
        saying(text, "said", content="Five dockers were hurt", speaker="a statement by the Harbour Board"),
        saying(text, "said", nth=2, content="The port is open again"),
        saying(text, "said", nth=3, content="A long fence fell", speaker="the mayor"),
    ]
    refers = {spot(text, "the Harbour Board"): "a1", spot(text, "the mayor"): "a2"}
    cast = (Actor("a1", "the Harbour Board", "organization"), Actor("a2", "the mayor", "person"))
    found = find_statements(text, reading(text, *frames), actors=cast, refers=refers)
    assert [s.speaker for s in found] == ["a1", "a1", "a2"]
