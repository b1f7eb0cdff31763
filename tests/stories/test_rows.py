"""The tellings of one event, folded."""

import itertools
from dataclasses import replace

from dateline.stories.rows import Rows
from dateline.stories.telling import tellings_of
from stories.reports import MANGOCHAR, MASTUNG_1, MASTUNG_2, MUMIAS


def rows_of(*records):  # type: ignore[no-untyped-def]
    rows = Rows()
    for r in records:
        rows.add(tellings_of(r))
    return rows


def test_one_bombing_told_twice_is_one_row_and_another_stays_apart() -> None:
    rows = rows_of(MASTUNG_1, MASTUNG_2, MANGOCHAR, MUMIAS)
    assert rows.row("m1#e1") == rows.row("m2#e1")
    assert len({rows.row(k) for k in ("m1#e1", "k1#e1", "f1#e1")}) == 3


def faint(record):  # type: ignore[no-untyped-def]
    """The record's tellings as words that were too unsure to be events."""
    return tuple(replace(t, key=t.key.replace("#", "#~"), faint=True) for t in tellings_of(record))


def test_an_unsure_word_tells_an_event_that_another_report_tells_for_sure() -> None:
    rows = Rows()
    rows.add(faint(MASTUNG_1))
    assert rows.of("m1") == ()
    rows.add(tellings_of(MASTUNG_2))
    assert [t.key for t in rows.of("m1")] == ["m1#~e1"]
    assert rows.row("m1#~e1") == rows.row("m2#e1")
    assert [t.key for t in rows.tellings("m2#e1")] == ["m1#~e1", "m2#e1"]


def test_unsure_words_bear_each_other_out_in_nothing() -> None:
    rows = Rows()
    rows.add(faint(MASTUNG_1))
    rows.add(faint(MASTUNG_2))
    assert rows.row("m1#~e1") != rows.row("m2#~e1")
    assert rows.of("m1") == rows.of("m2") == ()


def test_an_unsure_word_beside_a_sure_one_of_its_article_tells_nothing_more() -> None:
    rows = Rows()
    rows.add((*tellings_of(MASTUNG_1), *faint(MASTUNG_1)))
    rows.add(tellings_of(MASTUNG_2))
    assert [t.key for t in rows.of("m1")] == ["m1#e1"]


def test_a_code_of_ones_own_is_folded_with_itself_only() -> None:
    own = [replace(r, events=(*r.events, replace(r.events[0], id="h1", type="house:bombing"))) for r in (MASTUNG_1, MASTUNG_2)]
    rows = rows_of(*own)
    assert rows.row("m1#e1") == rows.row("m2#e1")
    assert rows.row("m1#h1") == rows.row("m2#h1") != rows.row("m1#e1")


def test_the_order_of_arrival_does_not_matter() -> None:
    keys = ("m1#e1", "m2#e1", "k1#e1", "f1#e1")
    given = [[rows_of(*order).row(k) for k in keys] for order in itertools.permutations((MASTUNG_1, MASTUNG_2, MANGOCHAR, MUMIAS))]
    assert all(g == given[0] for g in given)


def test_a_fold_has_a_score_and_a_reason() -> None:
    fold = rows_of(MASTUNG_1, MASTUNG_2).fold("m2#e1")
    assert fold.like == "m1#e1"
    assert 0 < fold.score <= 1
    assert "day met, told, narrow" in fold.because


def test_a_telling_alone_says_so() -> None:
    fold = rows_of(MUMIAS).fold("f1#e1")
    assert (fold.like, fold.score) == (None, 0.0)


def of_places(*places: str) -> Rows:
    """Two pairs of reports of one day and town, told alike within each pair, whose clauses name these places."""
    rows = Rows()
    for i, (place, r) in enumerate(zip(places, (MASTUNG_1, MASTUNG_1, MASTUNG_2, MASTUNG_2), strict=True)):
        t = next(t for t in tellings_of(replace(r, article=replace(r.article, id=f"x{i}"))) if not t.faint)
        spots = frozenset({place})
        rows.add((replace(t, spots=spots, around=replace(t.around, spots=spots)),))
    return rows


def test_two_groups_that_each_name_a_place_of_their_own_stay_apart() -> None:
    rows = of_places("qarada", "qarada", "banda", "banda")
    assert len({rows.row(f"x{i}#e1") for i in range(4)}) == 2


def test_one_report_that_names_another_place_stays_with_the_rest() -> None:
    rows = of_places("qarada", "qarada", "qarada", "banda")
    assert len({rows.row(f"x{i}#e1") for i in range(4)}) == 1
