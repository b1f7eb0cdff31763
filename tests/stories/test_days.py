"""On which days a telling can have happened."""

from datetime import date

from dateline.record import Record
from dateline.stories.days import Days, days_of
from stories.reports import record


def days(r: Record, base: str | None = None) -> tuple[str, str, str] | None:
    start = date.fromisoformat(base).toordinal() if base else 0
    got = days_of(r, r.events[0], (0, len(r.article.text)), Days(start, start, "told") if base else None)
    return got and (date.fromordinal(got.first).isoformat(), date.fromordinal(got.last).isoformat(), got.how)


def test_the_date_of_its_sentence() -> None:
    assert days(record("x", "On Tuesday police arrested ten.", ("arrested", "COERCE"), dates=(("Tuesday", "2022-04-12"),))) == (
        "2022-04-12",
        "2022-04-12",
        "told",
    )


def test_the_nearest_of_two_dates() -> None:
    r = record(
        "x",
        "Judges will meet on Friday over clashes seen here yesterday.",
        ("clashes", "ASSAULT"),
        dates=(("Friday", "2022-04-15"), ("yesterday", "2022-04-12")),
    )
    assert days(r) == ("2022-04-12", "2022-04-12", "told")


def test_so_many_days_after_another() -> None:
    r = record(
        "x",
        "They rallied on Thursday, two days after residents massed here.",
        ("massed", "PROTEST"),
        published="2021-07-08",
        dates=(("Thursday", "2021-07-08"),),
    )
    assert days(r) == ("2021-07-06", "2021-07-06", "counted")


def test_two_days_before_at_the_end() -> None:
    r = record(
        "x",
        "They came home on Saturday after their release two days before.",
        ("release", "RETREAT"),
        published="2017-04-02",
        dates=(("Saturday", "2017-04-01"),),
    )
    assert days(r) == ("2017-03-30", "2017-03-30", "counted")


def test_ten_days_later_counts_from_the_event_told_before() -> None:
    assert days(
        record("x", "The slaughter ten days later remains unclaimed.", ("slaughter", "ASSAULT"), published="2025-06-15"), "2025-05-13"
    ) == (
        "2025-05-23",
        "2025-05-23",
        "counted",
    )


def test_the_anniversary_of_a_deed_is_a_year_behind() -> None:
    first, last, how = days(
        record("x", "It was the first anniversary of the bombing.", ("bombing", "ASSAULT"), published="2023-04-12")
    ) or ("", "", "")
    assert first <= "2022-04-12" <= last
    assert how == "counted"


def test_the_day_of_saying_is_not_the_day_of_doing() -> None:
    r = record("x", "The driver was shot, police said on Wednesday.", ("shot", "ASSAULT"), dates=(("Wednesday", "2022-04-13"),))
    assert days(r) == ("2022-04-09", "2022-04-13", "near")


def test_a_weekday_of_the_coming_week_is_last_weeks() -> None:
    r = record("x", "They were set free on Saturday.", ("free", "RETREAT"), published="2017-03-20", dates=(("Saturday", "2017-03-25"),))
    assert days(r) == ("2017-03-18", "2017-03-18", "told")


def test_without_any_date_it_is_thought_to_be_fresh() -> None:
    assert days(record("x", "Gunmen opened fire.", ("fire", "ASSAULT"))) == ("2022-04-08", "2022-04-13", "fresh")


def test_without_a_date_of_publication_nothing_is_guessed() -> None:
    r = record("x", "Gunmen opened fire.", ("fire", "ASSAULT"), published="")
    assert days(r) is None


def test_stretches_are_apart_by_the_days_between() -> None:
    assert Days(1, 3, "told").apart(Days(3, 9, "told")) == 0
    assert Days(1, 3, "told").apart(Days(7, 9, "told")) == 4


def test_the_day_before_counts_from_the_day_told() -> None:
    r = record(
        "x",
        "On Sunday he praised the troops for their rescue the day before.",
        ("rescue", "RETREAT"),
        published="2024-03-11",
        dates=(("Sunday", "2024-03-10"),),
    )
    assert days(r) == ("2024-03-09", "2024-03-09", "counted")


def test_the_day_before_yesterday_is_a_date_of_its_own() -> None:
    r = record("x", "The day before yesterday they marched.", ("marched", "PROTEST"), dates=(("The day before yesterday", "2022-04-11"),))
    assert days(r) == ("2022-04-11", "2022-04-11", "told")


def test_hours_after_is_the_same_day_or_the_day_before() -> None:
    r = record(
        "x",
        "A missile fell on the market on Monday, hours after a raid on a school.",
        ("raid", "ASSAULT"),
        published="2023-09-11",
        dates=(("Monday", "2023-09-11"),),
    )
    assert days(r) == ("2023-09-10", "2023-09-11", "counted")


def test_a_distance_behind_a_semicolon_is_of_the_other_clause() -> None:
    r = record(
        "x",
        "From the 16th nurses downed tools; a day later others joined.",
        ("downed", "PROTEST"),
        published="2022-06-05",
        dates=(("the 16th", "2022-05-16"),),
    )
    assert days(r) == ("2022-05-16", "2022-05-16", "told")


def test_the_date_of_its_own_clause_not_the_one_before_the_semicolon() -> None:
    r = record(
        "x",
        "One group left on 30 March; on 3 April Delhi sent back 31.",
        ("sent", "RETREAT"),
        published="2017-04-09",
        dates=(("30 March", "2017-03-30"), ("3 April", "2017-04-03")),
    )
    assert days(r) == ("2017-04-03", "2017-04-03", "told")


def test_a_strike_that_ends_today_began_so_many_days_ago() -> None:
    r = record(
        "x",
        "Nurses signed a deal on Friday to end an eleven-day strike.",
        ("strike", "PROTEST"),
        published="2022-05-27",
        dates=(("Friday", "2022-05-27"),),
    )
    assert days(r) == ("2022-05-16", "2022-05-27", "told")
