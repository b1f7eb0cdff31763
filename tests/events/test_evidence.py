"""What speaks for a party."""

from __future__ import annotations

import pytest

from dateline.events.evidence import circumstances, evidence
from dateline.events.parties import deed_of
from dateline.events.stage import Stage
from dateline.reader.reading import Frame
from dateline.record import Actor, Statement
from statements.telling import deed, reading, spot

NAMES = (("Kessa", "a1"), ("the army", "a2"), ("Farmers", "a3"), ("his", "a3"))
ACTORS = {
    "a1": Actor("a1", "Kessa", "state", country="KES", sector="GOV"),
    "a2": Actor("a2", "the army", "organization", country="KES", sector="MIL"),
    "a3": Actor("a3", "Farmers", "population", sector="AGR"),
}


def features(
    text: str,
    f: Frame,
    who: str,
    *,
    side: str = "actor",
    taken: tuple[str, ...] = (),
    statements: tuple[Statement, ...] = (),
    others: tuple[Frame, ...] = (),
) -> set[str]:
    refers = {spot(text, n): i for n, i in NAMES if n in text}
    here = Stage(text, reading(text).sentences, refers, {}, ACTORS, (*others, f), statements)
    return set(evidence(here, deed_of(here, f), side, who, taken))


@pytest.mark.parametrize(
    ("text", "trigger", "who", "want"),
    [
        ("Kessa shelled Tamsk.", "shelled", "a1", {"in the sentence", "before, nearest", "right before", "opens the sentence"}),
        ("Farmers were beaten by the army.", "beaten", "a2", {"after, nearest", "after “by”"}),
        ("Kessa’s attack went on.", "attack", "a1", {"owns the deed", "right before"}),
        ("Police took his phone.", "took", "a3", {"owner of what it befell", "a pronoun after"}),
        ("Farmers ate. A strike began.", "strike", "a3", {"one sentence back", "opens the sentence before"}),
        ("A strike began. Farmers ate.", "strike", "a3", {"only later"}),
    ],
)
def test_where_somebody_stands(text: str, trigger: str, who: str, want: set[str]) -> None:
    assert want <= features(text, deed(text, trigger, "ASSAULT"), who)


def test_what_the_reader_marked() -> None:
    text = "Kessa fought the army."
    f = deed(text, "fought", "ASSAULT", actor="Kessa")
    assert {"marked", "marked alone", "marked, the other side unmarked"} <= features(text, f, "a1")
    assert "others marked" in features(text, f, "a2")
    assert "marked for the other side" in features(text, f, "a1", side="recipient")


def test_who_speaks_around_the_deed() -> None:
    text = "“We attack at dawn,” the army said."
    said = Statement("s1", "a2", (spot(text, "We attack at dawn"),), spot(text, "said"), "direct")
    assert {"speaks here", "speaks here, “we” or “I”"} <= features(text, deed(text, "attack", "ASSAULT"), "a2", statements=(said,))


def test_roles_in_other_deeds() -> None:
    text = "the army shot first. An attack followed."
    first = deed(text, "shot", "ASSAULT", actor="the army")
    want = {"actor of such a deed elsewhere", "actor elsewhere", "actor of the deed before"}
    assert want <= features(text, deed(text, "attack", "ASSAULT"), "a2", others=(first,))


def test_the_other_side() -> None:
    text = "Kessa fought the army."
    f = deed(text, "fought", "ASSAULT")
    assert "on the other side" in features(text, f, "a1", side="recipient", taken=("a1",))
    assert "the other side taken" in features(text, f, "a2", side="recipient", taken=("a1",))


def test_circumstances_begin_with_the_side() -> None:
    text = "Kessa shot."
    f = deed(text, "shot", "ASSAULT", mode="firearms")
    here = Stage(text, reading(text).sentences, {}, {}, {}, (f,), ())
    assert circumstances(deed_of(here, f), "actor") == ("actor", "actor ASSAULT", "actor finite", "actor ASSAULT.firearms")
