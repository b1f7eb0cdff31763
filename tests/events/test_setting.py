"""Where and when a deed was done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.events.parties import Parties
from dateline.events.scene import Setting
from dateline.events.setting import Dated, date_of, of_the_news, place_of, said_on, scene_date
from dateline.record import Date, Place, Statement
from statements.telling import deed, spot

P = {
    "p1": Place("p1", "Ruvia", country="RUV", precision="country"),
    "p2": Place("p2", "Tamsk", country="RUV", precision="city"),
    "p3": Place("p3", "Oslo", country="NOR", precision="city"),
}


NOBODY = Parties((), (), {}, ())


def day(text: str, words: str, value: str, i: int = 1) -> Date:
    return Date(f"d{i}", *spot(text, words), "DATE", value, "day")


def test_the_frames_place_wins() -> None:
    text = "In Oslo, police shot a man seen in Tamsk."
    setting = Setting({spot(text, "Oslo"): "p3", spot(text, "Tamsk"): "p2"}, "p1")
    assert place_of(text, deed(text, "shot", "ASSAULT", place="Oslo"), (0, len(text)), setting, set())[0] == "p3"


def test_a_place_after_in_is_where() -> None:
    text = "Police shot a man in Tamsk."
    assert place_of(text, deed(text, "shot", "ASSAULT"), (0, len(text)), Setting({spot(text, "Tamsk"): "p2"}, None), set())[0] == "p2"


def test_a_place_only_spoken_of_is_not_where_words_were_said() -> None:
    text = "Kessa condemned the attack on Tamsk."
    assert place_of(text, deed(text, "condemned", "ACCUSE"), (0, len(text)), Setting({spot(text, "Tamsk"): "p2"}, None), set()) == (
        None,
        "",
    )


def test_a_party_is_no_place() -> None:
    text = "Troops fired at Tamsk."
    span = spot(text, "Tamsk")
    assert place_of(text, deed(text, "fired", "ASSAULT"), (0, len(text)), Setting({span: "p2"}, None), {span})[0] is None


def test_a_place_that_owns_something_is_not_where() -> None:
    text = "Police shot a man in Tamsk’s name."
    setting = Setting({spot(text, "Tamsk"): "p2"}, "p1")
    assert place_of(text, deed(text, "shot", "ASSAULT"), (0, len(text)), setting, set())[0] == "p1"


def test_where_nothing_is_named_the_parties_countries_choose_among_the_scenes() -> None:
    text = "Kessa condemned the raid."
    setting = Setting({}, "p2", homes={"NOR": "p3", "RUV": "p1"}, lands={"p1": "RUV", "p2": "RUV", "p3": "NOR"})
    of = lambda *lands: place_of(text, deed(text, "condemned", "ACCUSE"), (0, len(text)), setting, set(), lands)[0]  # noqa: E731
    assert (of("RUV", "NOR"), of("NOR"), of("KES"), of()) == ("p2", "p3", None, "p2")


def test_the_frames_date_wins_and_the_wider_holds() -> None:
    text = "He was shot two days before the blast of May 9, not on June 1."
    wide, narrow, other = (
        day(text, "two days before the blast of May 9", "2001-05-07", 1),
        day(text, "May 9", "2001-05-09", 2),
        day(text, "June 1", "2001-06-01", 3),
    )
    f = deed(text, "shot", "ASSAULT", date="two days before the blast of May 9")
    assert date_of(text, f, (0, len(text)), (wide, narrow, other))[0] == "d1"


def test_a_date_without_a_value_dates_nothing() -> None:
    text = "He was shot on Monday."
    assert date_of(text, deed(text, "shot", "ASSAULT"), (0, len(text)), (Date("d1", *spot(text, "Monday"), "DATE", None),)) == (None, "")


def test_the_scene_goes_on_for_words_but_not_for_deeds() -> None:
    text = "They met on May 4. They also agreed. Police shot a man."
    sentences = ((0, 18), (19, 36), (37, 55))
    d = replace(day(text, "May 4", "2001-05-04"), anchor="published")
    last = Dated(sentences[0], "d1")
    assert scene_date(text, deed(text, "agreed", "AGREE"), sentences, sentences[1], last, {"d1": d}, NOBODY)[0] == "d1"
    assert scene_date(text, deed(text, "shot", "ASSAULT"), sentences, sentences[2], last, {"d1": d}, NOBODY)[0] is None


def test_a_deed_to_the_same_man_goes_on_from_the_day_of_the_first() -> None:
    text = "Kessa was arrested on May 4. Police seized his phone. Kessa had seized a boat."
    sentences = ((0, 28), (29, 53), (54, 78))
    d = replace(day(text, "May 4", "2001-05-04"), anchor="published")
    last = Dated(sentences[0], "d1", ("a1",))
    mine, others = Parties((), ("a1",), {}, ()), Parties((), ("a2",), {}, ())
    seized, before = deed(text, "seized", "COERCE"), replace(deed(text, "seized", "COERCE"), trigger=(64, 70))
    assert scene_date(text, seized, sentences, sentences[1], last, {"d1": d}, mine)[0] == "d1"
    assert scene_date(text, seized, sentences, sentences[1], last, {"d1": d}, others)[0] is None
    assert scene_date(text, before, sentences, sentences[2], last, {"d1": d}, mine)[0] is None


def test_no_scene_goes_on_from_history() -> None:
    text = "They met on May 4, 1988. They also agreed."
    sentences = ((0, 24), (25, 42))
    d = day(text, "May 4, 1988", "1988-05-04")
    assert scene_date(text, deed(text, "agreed", "AGREE"), sentences, sentences[1], Dated(sentences[0], "d1"), {"d1": d}, NOBODY)[0] is None


def test_the_day_of_the_report_is_no_day_of_a_deed() -> None:
    text = "TAMSK, 6 May - Kessa was stripped of his office."
    d = day(text, "6 May", "2011-05-06")
    assert date_of(text, deed(text, "stripped", "SANCTION"), (0, len(text)), (d,)) == (None, "")


def test_what_is_told_as_done_was_not_done_after_the_report() -> None:
    text = "Parliament meets on July 16 and he requested calm."
    d = Date("d1", *spot(text, "July 16"), "DATE", "2022-07-16", "day", "2022-07-16", "2022-07-16")
    asked = deed(text, "requested", "REQUEST")
    assert date_of(text, asked, (0, len(text)), (d,), published="2022-07-15") == (None, "")
    assert date_of(text, asked, (0, len(text)), (d,), published="2022-07-17")[0] == "d1"


def test_a_date_across_a_quotation_mark_dates_nothing() -> None:
    text = "On Monday he said: “They shot a man”."
    assert date_of(text, deed(text, "shot", "ASSAULT"), (0, len(text)), (day(text, "Monday", "2001-05-07"),)) == (None, "")


def test_a_date_of_the_next_clause_does_not_date_the_one_before() -> None:
    text = "He ignored the vote, and in May 2019 he ran again."
    d = Date("d1", *spot(text, "May 2019"), "DATE", "2019-05", "month")
    assert date_of(text, deed(text, "ignored", "REJECT"), (0, len(text)), (d,)) == (None, "")
    assert date_of(text, deed(text, "ran again", "REQUEST"), (0, len(text)), (d,))[0] == "d1"


def test_a_date_in_an_aside_dates_nothing_behind_it() -> None:
    text = "The assembly, elected on May 4, grilled the premier."
    assert date_of(text, deed(text, "grilled", "ACCUSE"), (0, len(text)), (day(text, "May 4", "2001-05-04"),)) == (None, "")


def test_words_said_on_a_day_set_the_scene_for_what_follows() -> None:
    text = "They are free, said Kessa on May 4. They also agreed."
    sentences = ((0, 35), (36, 53))
    said = Statement("s1", "a1", (spot(text, "They are free"),), spot(text, "said"), "indirect", date="d1")
    assert said_on((said,), sentences, sentences[1], None) == Dated(sentences[0], "d1", ("a1",))
    assert said_on((said,), sentences, sentences[0], None) is None
    later = Dated(sentences[1], "d2")
    assert said_on((said,), sentences, sentences[1], later) == later


def test_an_agency_that_writes_itself_small_heads_a_report_too() -> None:
    text = "harbour News, 6 May - Kessa was stripped of his office."
    d = day(text, "6 May", "2011-05-06")
    assert date_of(text, deed(text, "stripped", "SANCTION"), (0, len(text)), (d,)) == (None, "")


def test_a_date_that_opens_the_sentence_dates_it_over_commas() -> None:
    text = "In March, the commissioner of the league, Ana Ruiz, a judge, asked Kessa for help."
    d = day(text, "March", "2022-03")
    assert date_of(text, deed(text, "asked", "REQUEST"), (0, len(text)), (d,))[0] == "d1"


def test_a_day_still_to_come_goes_on_for_nothing_done() -> None:
    text = "They meet on May 4. They also agreed."
    sentences = ((0, 19), (20, 37))
    d = Date("d1", *spot(text, "May 4"), "DATE", "2001-05-04", "day", "2001-05-04", "2001-05-04", "published")
    agreed, last = deed(text, "agreed", "AGREE"), Dated(sentences[0], "d1")
    assert scene_date(text, agreed, sentences, sentences[1], last, {"d1": d}, NOBODY, published="2001-05-03") == (None, "")
    assert scene_date(text, agreed, sentences, sentences[1], last, {"d1": d}, NOBODY, published="2001-05-05")[0] == "d1"


@pytest.mark.parametrize(("anchor", "news"), [("published", True), ("d1", True), ("text", False), (None, False), ("d2", False)])
def test_a_day_counted_from_a_day_of_the_news_is_of_the_news(anchor: str | None, news: bool) -> None:
    friday = Date("d1", 0, 6, "DATE", "2001-05-04", "day", anchor="published")
    earlier = Date("d2", 7, 14, "DATE", "2001-05-04", "day", anchor=anchor)
    assert of_the_news(earlier, {"d1": friday, "d2": earlier}) is news
