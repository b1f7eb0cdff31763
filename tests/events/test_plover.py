"""The codebook as data."""

from __future__ import annotations

import pytest

from dateline.events.plover import plover

SIXTEEN = 16


def test_sixteen_types_each_with_a_quad_class_and_an_intensity_of_its_sign() -> None:
    book = plover()
    assert len(book.types) == SIXTEEN
    for name in book.types:
        good = book.quad(name).endswith("cooperation")
        for mode in (None, *book.types[name].modes):
            assert -10 <= book.intensity(name, mode) <= 10
            assert (book.intensity(name, mode) > 0) == good


def test_a_mode_of_another_type_is_no_mode() -> None:
    assert plover().mode("ASSAULT", "drone") == "drone"
    assert plover().mode("CONSULT", "drone") is None


def test_an_unknown_type_names_the_valid_ones() -> None:
    with pytest.raises(KeyError, match=r"FIGHT.*ASSAULT"):
        plover().quad("FIGHT")


def test_the_manuals_anchor_holds() -> None:
    assert plover().intensity("ASSAULT", "targeted") == -9.5


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("Troops searched the nuclear plant.", ("military", "cbrn")),
        ("Voters queued for the referendum.", ("election",)),
        ("It rained all day.", ()),
    ],
)
def test_contexts(words: str, want: tuple[str, ...]) -> None:
    assert plover().contexts_of(words) == want
