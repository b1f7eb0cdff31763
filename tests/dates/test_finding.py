"""What is found, what it is worth and from what it is counted. Every sentence here is ours."""

from __future__ import annotations

import pytest

from dateline.dates import find_dates

THEN = "2021-08-20"  # a Friday


def told(text: str, published: str | None = THEN) -> list[tuple[str, str, str | None]]:
    return [(text[d.start : d.end], d.type, d.value) for d in find_dates(text, published=published)]


def values(text: str, published: str | None = THEN) -> list[str | None]:
    return [d.value for d in find_dates(text, published=published)]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It was signed on Sept. 26, 2022.", "Sept. 26, 2022", "2022-09-26"),
        ("It was signed on 12 November 2019 in Accra.", "12 November 2019", "2019-11-12"),
        ("It was signed on the 24th day of November, 1954.", "the 24th day of November, 1954", "1954-11-24"),
        ("It was signed on Sunday, 24th July 2022.", "Sunday, 24th July 2022", "2022-07-24"),
        ("It was signed on Thursday 21July 2022.", "Thursday 21July 2022", "2022-07-21"),
        ("Talks opened in March 1998.", "March 1998", "1998-03"),
        ("He came back in 1996.", "1996", "1996"),
        ("A photo from the 1990s shows him.", "the 1990s", "199"),
        ("Prices fell in the mid-1970s.", "mid-1970s", "197"),
        ("The wall dates from the 19th century.", "the 19th century", "18"),
        ("Growth slowed in the third quarter of 1990.", "the third quarter of 1990", "1990-Q3"),
        ("Exports rose in the first half of 2020.", "the first half of 2020", "2020-H1"),
        ("The offensive of the summer of 1943 failed.", "the summer of 1943", "1943-SU"),
        ("The budget for 2020/21 was passed.", "2020/21", "2020"),
        ("He ruled in 2015-2019 without a parliament.", "2015-2019", "201"),
        ("The update of 2020-05-13 is out.", "2020-05-13", "2020-05-13"),
        ("Posted 13/05/2020 by the desk.", "13/05/2020", "2020-05-13"),
        ("The treaty of nineteen ninety-seven failed.", "nineteen ninety-seven", "1997"),
        ("It is held on the first Monday in September 2019.", "the first Monday in September 2019", "2019-09-02"),
    ],
)
def test_dates_told_in_full_need_no_anchor(text: str, span: str, value: str) -> None:
    found = told(text, None)
    assert [(s, v) for s, _, v in found] == [(span, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He arrived yesterday.", "2021-08-19"),
        ("He arrived last month.", "2021-07"),
        ("They will vote next year.", "2022"),
        ("He arrived this week.", "2021-W33"),
        ("He arrived three weeks ago.", "2021-W30"),
        ("He arrived 10 days ago.", "2021-08-10"),
        ("He was jailed two and a half years ago.", "2019-02"),
        ("He arrived early last year.", "2020"),
        ("He came in March this year.", "2021-03"),
        ("He was held over the weekend.", "2021-W32-WE"),
        ("He was freed last Friday.", "2021-08-13"),
        ("They meet next Monday.", "2021-08-23"),
        ("The vote is on the last Friday of March.", "2021-03-26"),
        ("It ended the day before yesterday.", "2021-08-18"),
    ],
)
def test_relative_dates_count_from_the_day_of_writing(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rebels attacked the town on Tuesday.", "2021-08-17"),
        ("Rebels will meet on Tuesday.", "2021-08-24"),
        ("Police arrested him on Friday.", "2021-08-20"),
        ("He was shot in October.", "2020-10"),
        ("The vote will be held in October.", "2021-10"),
        ("The port was shelled on Nov. 9.", "2020-11-09"),
        ("The summit is expected to open on Nov. 9.", "2021-11-09"),
        ("The court set a hearing for Sept. 2.", "2021-09-02"),
        ("He resigned on the 17th (local time).", "2021-08-17"),
        ("He fled on the 25th, aides said.", "2021-07-25"),
    ],
)
def test_tense_decides_which_side_an_underspecified_date_lies_on(text: str, value: str) -> None:
    assert values(text) == [value]


def test_nothing_is_guessed_without_an_anchor() -> None:
    text = "On the 17th he met them. On Friday he left. In March and last year he was abroad. It is due on Nov. 9 at 10:35 a.m."
    assert values(text, None) == [None] * 5
    assert all(d.first is None and d.anchor is None for d in find_dates(text, published=None))


def test_a_date_is_counted_from_the_event_that_names_it() -> None:
    text = "He was killed two days before the terrorist attacks of September 11, 2001."
    assert told(text, None) == [
        ("two days before the terrorist attacks of September 11, 2001", "DATE", "2001-09-09"),
        ("September 11, 2001", "DATE", "2001-09-11"),
    ]


def test_the_story_moves_the_time_on() -> None:
    assert values("She was born on 5 December 1976. Two days later, her father was taken.", None) == ["1976-12-05", "1976-12-07"]


def test_a_month_without_year_follows_the_full_date_before_it() -> None:
    assert values("He was held on 13 June 2014 and freed on 21 June.", None) == ["2014-06-13", "2014-06-21"]


def test_a_year_that_opens_the_sentence_dates_its_months() -> None:
    assert values("In 2014, the group took the girls in April.") == ["2014", "2014-04"]


def test_what_is_put_off_lies_ahead() -> None:
    assert values("The vote was put off to November.") == ["2021-11"]


def test_a_feast_is_taken_on_the_side_of_the_tense() -> None:
    assert values("He fled at Christmas. They will meet at Christmas.") == ["2020-12-25", "2021-12-25"]


def test_a_stretch_of_weekdays_ends_after_it_begins() -> None:
    assert values("They will be in Prague from Monday to Thursday.") == ["2021-08-23", "2021-08-26"]


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("It took three weeks.", "DURATION", "P3W"),
        ("It took several months.", "DURATION", "PXM"),
        ("It took 2 1/2 years.", "DURATION", "P2Y6M"),
        ("It took less than an hour.", "DURATION", "PT1H"),
        ("A 30-day truce held.", "DURATION", "P30D"),
        ("It lasted two decades.", "DURATION", "P20Y"),
        ("It took two to three weeks.", "DURATION", "PXW"),
        ("They march every Monday.", "SET", "XXXX-WXX-1"),
        ("They march each year.", "SET", "P1Y"),
        ("They call three times a week.", "SET", "P1W"),
        ("He now leads the party.", "DATE", "PRESENT_REF"),
        ("He recently left the party.", "DATE", "PAST_REF"),
        ("He fears the future.", "DATE", "FUTURE_REF"),
        ("He spoke on Friday night.", "TIME", "2021-08-20TNI"),
        ("It struck at 10:35 a.m. on Tuesday.", "TIME", "2021-08-17T10:35"),
        ("It struck at 18:00 UTC.", "TIME", "2021-08-20T18:00Z"),
        ("It struck at 5.30pm.", "TIME", "2021-08-20T17:30"),
        ("It was seen at noon Thursday.", "TIME", "2021-08-19T12:00"),
        ("Shots were heard last night.", "TIME", "2021-08-19TNI"),
    ],
)
def test_types_and_values_follow_timex3(text: str, type_: str, value: str) -> None:
    assert [(t, v) for _, t, v in told(text)] == [(type_, value)]


def test_the_two_sides_of_now_have_bounds() -> None:
    (date,) = find_dates("Prices doubled over the past two months.", published=THEN)
    assert (date.value, date.first, date.last, date.anchor) == ("P2M", "2021-06-20", "2021-08-20", "published")


def test_capitals_are_read_like_small_letters() -> None:
    assert values("THE TALKS RESUMED ON MONDAY, MAY 12, 1986. HE SAID LAST WEEK THAT HE MAY RESIGN.", "1986-05-20") == [
        "1986-05-12",
        "1986-W20",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He may resign.",
        "March on, they cried.",
        "The fall of Kabul shook them.",
        "A 26-year-old man was hurt.",
        "Some 1990 people fled; 2,000 men stayed.",
        "It cost $2000 on flight 1996.",
        "The Sunday Times asked USA Today.",
        "It was the 17th anniversary.",
        "He is in his 60s.",
        "See https://example.org/2021/08/17/story for more.",
        "The second man sat in the sun.",
        "Black September and the October Revolution shook the world.",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_the_texts_own_dateline_anchors_it() -> None:
    found = find_dates("CAIRO - 21 July 2022: The minister left yesterday.", published=None)
    assert [(d.value, d.anchor) for d in found] == [("2022-07-21", None), ("2022-07-20", "dateline")]


def test_a_dateline_without_year_anchors_nothing() -> None:
    assert values("Some News, 20 June - The court today set a new date.", None) == [None, None]


def test_the_texts_own_address_anchors_it() -> None:
    found = find_dates("https://example.org/world/2022/07/26/talks\n\nThe minister left yesterday.", published=None)
    assert [(d.value, d.anchor) for d in found] == [("2022-07-25", "url")]


def test_a_published_month_gives_months_and_no_days() -> None:
    assert values("He left last month, on Tuesday.", "2022-07") == ["2022-06", None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was held on Tuesday.", "2022-07"),
        ("He left yesterday.", "2022-07"),
        ("Police came a week ago.", "2022-07"),
        ("He came last Friday.", "2022-07"),
        ("He spoke on Monday night.", "2022-07"),
        ("He will come on Monday.", None),
        ("Police came two weeks ago.", None),
    ],
)
def test_a_day_near_a_published_month_is_of_that_month(text: str, value: str | None) -> None:
    assert values(text, "2022-07") == [value]


def test_published_must_be_a_date() -> None:
    with pytest.raises(ValueError, match="soon"):
        find_dates("yesterday", published="soon")


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_no_error(published: str) -> None:
    found = find_dates(
        "He left on Sunday, 900 years ago, and comes back next Tuesday, in 9000 years' time or at Easter.", published=published
    )
    assert all(d.value is None or d.because for d in found)


def test_skipped_spans_are_left_alone() -> None:
    text = "Read also: on Friday\n\nHe left on Monday."
    assert [text[d.start : d.end] for d in find_dates(text, published=THEN, skip=[(0, 20)])] == ["Monday"]


def test_ids_follow_the_text_and_every_date_says_why() -> None:
    found = find_dates("He left on Monday, came back in 2019 and stayed three weeks.", published=THEN)
    assert [d.id for d in found] == ["d1", "d2", "d3"]
    assert all(d.because for d in found)
    assert [d.start for d in found] == sorted(d.start for d in found)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("The past Monday 17, men attacked.", "The past Monday 17", "2022-10-17"),
        ("He died two days before the Christmas of 2008.", "two days before the Christmas of 2008", "2008-12-23"),
        ("He died three days before the new year of 1997.", "three days before the new year of 1997", "1996-12-29"),
    ],
)
def test_days_as_translations_tell_them(text: str, span: str, value: str) -> None:
    found = {text[d.start : d.end]: d.value for d in find_dates(text, published="2022-10-20")}
    assert found[span] == value


def test_no_day_is_counted_from_a_mere_year() -> None:
    text = "He left two days before the elections of 2010."
    assert {text[d.start : d.end]: d.value for d in find_dates(text, published="2022-10-20")}["2010"] == "2010"
    assert not any(d.value == "2009" for d in find_dates(text, published="2022-10-20"))


@pytest.mark.parametrize("text", ["Water goes to a quarter of the people.", "The quarrel grows worse by the day and the hour."])
def test_shares_and_paces_are_no_time(text: str) -> None:
    assert told(text) == []
