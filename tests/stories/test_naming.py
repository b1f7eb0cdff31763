"""Names as keys that spellings share."""

import pytest

from dateline.stories.naming import key, names


@pytest.mark.parametrize(
    ("a", "b"), [("Mangochar", "Mangocher"), ("Sonadanga", "Shonadanga"), ("Koirazéno", "Koirazeno"), ("Tondigorou", "TondiGorou")]
)
def test_spellings_share_a_key(a: str, b: str) -> None:
    assert key(a) == key(b)


@pytest.mark.parametrize(("a", "b"), [("Mastung", "Mangochar"), ("Khulna", "Rajshahi"), ("Zabol", "Kabul")])
def test_other_towns_do_not(a: str, b: str) -> None:
    assert key(a) != key(b)


def test_two_words_run_together_meet_the_one_word() -> None:
    assert names("at the market of Tondi Gorou").keys() & names("the square of Tondigorou").keys()


def test_days_months_and_openings_are_no_names() -> None:
    assert names("Police said on Tuesday in April") == {}


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "In Basra they came. In Nasiriyah they went."
    assert names(text, text.index("In Nas")).keys() == names("in Nasiriyah").keys()
