"""Dated sentences in which the reader saw no deed."""

from dateline.stories.bare import MOST, is_bare
from dateline.stories.rows import Rows
from dateline.stories.telling import tellings_of
from stories.reports import MASTUNG_1, record

UNSEEN = record(
    "u1",
    "On 12 April a device planted on a motorcycle took the lives of five officers near Mastung.",
    dates=(("12 April", "2022-04-12"),),
)
ELSEWHERE = record("u2", "On 12 April the cotton harvest was opened with songs in Larkana.", dates=(("12 April", "2022-04-12"),))


def test_a_date_without_a_deed_makes_a_bare_telling_of_a_plain_word() -> None:
    (t,) = tellings_of(UNSEEN)
    assert t.bare
    assert t.faint
    assert is_bare(t.key)
    assert UNSEEN.article.text[slice(*t.event.trigger)].islower()


def test_words_that_tell_already_are_not_taken_again() -> None:
    words = [t.event.trigger for t in tellings_of(MASTUNG_1)]
    assert len(words) == len(set(words))
    assert not any(a[0] < b[1] and b[0] < a[1] for a in words for b in words if a != b)


def test_it_knows_what_is_told_for_sure_beside_it() -> None:
    assert [t.beside for t in tellings_of(MASTUNG_1) if t.bare] == [("ASSAULT",)]


def test_another_report_of_the_day_and_place_bears_it_out_with_its_type() -> None:
    rows = Rows()
    rows.add(tellings_of(MASTUNG_1))
    rows.add(tellings_of(UNSEEN))
    (t,) = rows.of("u1")
    assert t.event.type == "ASSAULT"
    assert rows.row(t.key) == rows.row("m1#e1")


def test_both_orders_bear_it_out() -> None:
    rows = Rows()
    rows.add(tellings_of(UNSEEN))
    assert rows.of("u1") == ()
    rows.add(tellings_of(MASTUNG_1))
    assert [t.event.type for t in rows.of("u1")] == ["ASSAULT"]


def test_the_same_day_alone_does_not() -> None:
    rows = Rows()
    rows.add(tellings_of(MASTUNG_1))
    rows.add(tellings_of(ELSEWHERE))
    assert rows.of("u2") == ()


def test_an_article_has_a_bounded_number_of_them() -> None:
    text = " ".join(f"Farmers of hamlet {i} fled floods on day{i} here." for i in range(40))
    r = record("long", text, dates=tuple((f"day{i} ", "2022-04-12") for i in range(40)))
    assert 0 < len(tellings_of(r)) <= MOST
