"""Articles as they come, their stories and rows, and the details told differently."""

import json

from dateline.stories import Newsroom, fold_records
from stories.reports import MANGOCHAR, MASTUNG_1, MASTUNG_2, MUMIAS, record


def test_one_line_for_each_record_in_order_with_every_event() -> None:
    given = [MUMIAS, MASTUNG_2, MASTUNG_1]
    lines = [json.loads(line.to_json()) for line in fold_records(given)]
    assert [x["id"] for x in lines] == ["f1", "m2", "m1"]
    assert [len(x["events"]) for x in lines] == [1, 1, 1]
    assert lines[1]["events"][0]["event"] == lines[2]["events"][0]["event"] != lines[0]["events"][0]["event"]
    assert lines[0]["events"][0]["trigger"] == list(MUMIAS.events[0].trigger)


def test_an_article_given_twice_changes_nothing() -> None:
    room = Newsroom()
    keys = [room.add(r) for r in (MASTUNG_1, MASTUNG_2, MASTUNG_1)]
    assert keys == ["m1", "m2", "m1"]
    assert len(room.tellings("m1#e1")) == 2


def test_another_text_under_one_id_is_another_version() -> None:
    room = Newsroom()
    room.add(MASTUNG_1)
    key = room.add(
        record("m1", "Nine officers have now died of Tuesday's bomb near Mastung.", ("bomb", "ASSAULT"), dates=(("Tuesday", "2022-04-12"),))
    )
    assert key != "m1"
    assert room.line(key).id == "m1"


def test_tolls_that_differ_are_a_range_with_who_says_which() -> None:
    room = Newsroom()
    for r in (MASTUNG_1, MASTUNG_2, MANGOCHAR):
        room.add(r)
    (killed,) = [d for d in room.details("m1#e1") if d.name == "killed"]
    assert (killed.low, killed.high, killed.contested) == (5, 7, True)
    assert [(t.value, t.by) for t in killed.told] == [("5", ("m1#e1",)), ("7", ("m2#e1",))]
    (day,) = [d for d in room.details("m1#e1") if d.name == "day"]
    assert not day.contested


def test_a_reprint_is_a_copy_of_the_same_story() -> None:
    room = Newsroom()
    room.add(MASTUNG_1)
    again = record("m9", MASTUNG_1.article.text + " (Reprinted.)")
    assert [c.of for c in room.copies(room.add(again))] == ["m1"]
    assert room.line("m9").story == room.line("m1").story
    assert room.story_reason("m9")[0] > 0.8


def test_a_report_a_year_later_is_another_story() -> None:
    room = Newsroom()
    room.add(MASTUNG_1)
    room.add(record("late", MASTUNG_1.article.text.replace("five", "nine").replace("truck", "lorry"), published="2024-04-13"))
    assert room.line("late").story != room.line("m1").story
