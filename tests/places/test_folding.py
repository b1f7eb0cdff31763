import pytest

from dateline.places.folding import fold, likeness, skeleton


@pytest.mark.parametrize(
    ("a", "b"),
    [("Sana'a", "Sanaa"), ("U.S.", "US"), ("Port-au-Prince", "Port au Prince"), ("Kandahār", "kandahar"), ("St. Louis", "Saint Louis"),
     ("The Hague", "Hague"), ("Łódź", "Lodz"), ("Diyarbakır", "Diyarbakir")],
)  # fmt: skip
def test_spellings_of_one_name_fold_alike(a: str, b: str) -> None:
    assert fold(a) == fold(b)


@pytest.mark.parametrize(("a", "b"), [("Niger", "Nigeria"), ("Georgia", "Georgina"), ("Mali", "Malia"), ("Iran", "Iraq")])
def test_other_names_stay_apart(a: str, b: str) -> None:
    assert fold(a) != fold(b)


@pytest.mark.parametrize("spelling", ["Panjishir", "Panjisir", "Pajisir", "Panjsher"])
def test_transliterations_share_a_skeleton(spelling: str) -> None:
    assert skeleton(fold(spelling)) == skeleton("panjshir")


def test_likeness_counts_a_swap_once() -> None:
    assert likeness("abcd", "abdc") == 0.75
    assert likeness("same", "same") == 1.0
