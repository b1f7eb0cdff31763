"""Articles found by a word and the days that they tell of."""

from dateline.stories.days import Days
from dateline.stories.drawers import CHEST, DRAWER, Drawers, chests, drawers_of, looked_in, pack_row, unpack_row
from dateline.stories.shelf import Memory


def test_an_article_is_found_in_any_drawer_of_its_days_and_in_no_other() -> None:
    drawers = Drawers(Memory())
    drawers.put("a", ["=strike"], [CHEST - 1, CHEST])
    assert list(drawers.find("=strike", chests([CHEST]))) == ["a"]
    assert list(drawers.find("=strike", chests([CHEST - 1, CHEST]))) == ["a"]
    assert list(drawers.find("=strike", chests([CHEST + 1, None]))) == []
    assert list(drawers.find("=march", chests([CHEST]))) == []


def test_of_each_word_and_drawer_the_latest_stay() -> None:
    drawers = Drawers(Memory())
    for i in range(3 * DRAWER):
        drawers.put(f"a{i}", ["=strike"], [7, 8] if i % 2 else [7])
    both = {f"a{i}" for i in range(2 * DRAWER, 3 * DRAWER)}
    odd = {f"a{i}" for i in range(DRAWER, 3 * DRAWER) if i % 2}
    assert set(drawers.find("=strike", chests([7]))) == both
    assert set(drawers.find("=strike", chests([8]))) == odd
    assert set(drawers.find("=strike", chests([7, 8]))) == both | odd


def test_a_row_comes_back_as_it_was() -> None:
    for row in (["a", "b"], [1, 1 << 31]), (["c"], [5]):
        assert unpack_row(pack_row(row)) == row


def test_the_undated_share_a_drawer_and_long_stretches_are_undated() -> None:
    assert drawers_of(None) == drawers_of(Days(700_000, 700_366, "told")) == (None,)
    assert None not in drawers_of(Days(700_000, 700_000, "told"))


def test_what_is_told_of_a_year_meets_what_is_told_of_a_day_in_either_order() -> None:
    year, day = Days(738000, 738364, "told"), Days(738100, 738100, "told")
    assert set(looked_in(year)) & set(drawers_of(day))
    assert set(looked_in(day)) & set(drawers_of(year))
    assert not set(looked_in(day)) & set(drawers_of(Days(738200, 738200, "told")))
