from __future__ import annotations

import pytest

from dateline.actors.folding import fold, skeleton, sound


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Vučić", "vucic"),
        ("N’Djamena", "ndjamena"),
        ("Ødegård", "odegard"),
        ("Сергей Лавров", "sergei lavrov"),
        ("Κυριάκος", "kyriakos"),
        ("A.B.C. Company", "abc company"),
        ("연합뉴스", "yeonhabnyuseu"),
    ],
)
def test_folding_gives_latin_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_transliterations_sound_alike() -> None:
    assert len({sound(fold(n)) for n in ("Gaddafi", "Kadhafi", "Qaddafi")}) == 1


def test_the_skeleton_drops_vowels() -> None:
    assert skeleton("kyiv") == skeleton("kiev") == "kv"
