import pytest

from dateline.places.surface import parts, readings


@pytest.mark.parametrize(
    ("surface", "key", "kind"),
    [("Kandahar province", "kandahar", "state"), ("Rakhine State", "rakhine", "state"), ("the Donetsk region", "donetsk", "state"),
     ("Avoyelles Parish", "avoyelles", "county"), ("the city of Raqqa", "raqqa", "city"), ("Lake Chad", "chad", "lake")],
)  # fmt: skip
def test_an_affix_comes_off_and_asks_for_its_kind(surface: str, key: str, kind: str) -> None:
    assert any(r.key == key and kind in r.kinds for r in readings(surface))


def test_the_whole_name_is_read_first() -> None:
    assert readings("Kansas City")[0].key == "kansas city"


def test_a_direction_is_a_part() -> None:
    assert [(r.key, r.part) for r in readings("northern Mali")] == [("northern mali", ""), ("mali", "northern")]


def test_a_possessive_is_no_part_of_the_name() -> None:
    assert readings("Syria’s")[0].key == "syria"


def test_a_comma_puts_a_place_in_another() -> None:
    assert parts("Paris, Texas") == ("Paris", ("Texas",))
    assert parts("Rajshahi's Mohonpur") == ("Mohonpur", ("Rajshahi",))
    assert parts("D-Oakland") == ("Oakland", ())
