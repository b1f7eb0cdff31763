"""Quotation marks, whole and broken."""

from __future__ import annotations

import pytest

from dateline.statements import quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("“We will stay,” he said.", ["We will stay,"]),
        ('"We will stay," he said. "Always."', ["We will stay,", "Always."]),
        ("He said: «Nous restons» and left.", ["Nous restons"]),
        ("'We stay,' the generals' son said.", ["We stay,"]),
        ("He said: “We never closed this", ["We never closed this"]),
        ("“First was never closed. “Second was,” she said.", ["First was never closed.", "Second was,"]),
        ("「我们留下」他说", ["我们留下"]),
        ("It's the mayor's office.", []),
        ("``We stay,'' he said.", ["We stay,"]),
        ("“He told me ‘go’ and I went,” she said.", ["He told me ‘go’ and I went,"]),
    ],
)
def test_quotations(text: str, want: list[str]) -> None:
    assert quoted(text) == want


def test_a_quotation_does_not_cross_a_paragraph() -> None:
    assert quoted("“One\nTwo” three") == ["One"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("”We stay,“ she said. ”We do not leave.“", ["We stay,", "We do not leave."]),
        ("The paper is an ”agreement between thieves“ for him.", ["agreement between thieves"]),
        ("„Wir bleiben“, he said.", ["Wir bleiben"]),
        (
            "“We stay,” he said. They want the bridge back.” “We do not leave,” he said.",
            ["We stay,", "They want the bridge back.", "We do not leave,"],
        ),
        ("“We stay,” he said of the 12” pipe.", ["We stay,"]),
    ],
)
def test_marks_the_wrong_way_round_and_a_lost_opening_mark(text: str, want: list[str]) -> None:
    assert quoted(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("` ` We stay,'' she said.", ["We stay,"]),
        ('She said " we stay " and " we do not leave " before the vote.', ["we stay", "we do not leave"]),
    ],
)
def test_marks_that_stand_apart_from_the_words(text: str, want: list[str]) -> None:
    assert quoted(text) == want
