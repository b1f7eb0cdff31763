"""A briefing: every sentence has its sources, differing reports stand against each other, and no form of it can hurt its reader."""

from __future__ import annotations

import json

import pytest

from dateline.desk import Desk, Filter
from dateline.desk.brief_forms import render
from dateline.desk.errors import FilterError
from dateline.desk.finding import Party
from dateline.desk.phrases import people, sentence, spoken_count, spoken_day
from desk.conftest import Fill
from desk.test_decisions import ROWS


@pytest.fixture
def small(fill: Fill) -> Desk:
    return fill(ROWS, name="small")


def test_every_sentence_has_sources_that_are_listed(desk: Desk) -> None:
    b = desk.brief()
    numbers = {s.number for s in b.sources}
    lines = [line for s in b.sections for line in s.lines]
    assert lines
    assert all(line.sources and set(line.sources) <= numbers for line in lines)
    assert [s.number for s in b.sources] == list(range(1, len(b.sources) + 1))


def test_reports_that_differ_stand_against_each_other(small: Desk) -> None:
    (section,) = [s for s in small.brief().sections if s.title == "Where reports differ"]
    (line,) = section.lines
    assert "5 killed [" in line.text
    assert "7 killed [" in line.text
    assert len(line.sources) == 2


def test_an_event_in_words(small: Desk) -> None:
    (e,) = small.find(Filter(type=("ASSAULT",))).rows
    assert sentence(e) == "Attack by gunmen on farmers in Kidal (MLI) on 12 April 2022; 5 to 7 killed."


def test_days_and_numbers_in_words() -> None:
    assert [spoken_day(d) for d in ("2022-04-12", "2022-04", "2022", "2022-04-12/2022-04-14")] == [
        "on 12 April 2022", "in April 2022", "in 2022", "between 12 April 2022 and 14 April 2022",
    ]  # fmt: skip
    assert [spoken_count(*c, "killed") for c in ((None, None), (3, 3), (3, None), (None, 4), (3, 4))] == [
        "", "3 killed", "at least 3 killed", "at most 4 killed", "3 to 4 killed",
    ]  # fmt: skip


def test_names_within_a_sentence() -> None:
    names = ["A suicide bomber", "The Hague", "Amina Diallo", "Kasa Front"]
    assert people([Party(n, n, 1) for n in names[:2]]) == "a suicide bomber and The Hague"
    assert people([Party(n, n, 1) for n in names[2:]]) == "Amina Diallo and Kasa Front"
    assert people([Party(n, n, 1) for n in [*names[2:], "x", "y"]]) == "Amina Diallo, Kasa Front, x and 1 other"


def test_only_what_the_filter_means(small: Desk) -> None:
    b = small.brief(Filter(type=("PROTEST",)))
    assert (b.events, b.reports, len(b.sources)) == (1, 1, 1)


def test_the_forms_say_the_same(small: Desk) -> None:
    b = small.brief(title="A week")
    assert json.loads(render(b, "json"))["events"] == b.events
    for form in ("markdown", "html"):
        text = render(b, form)
        assert "Attack by gunmen on farmers in Kidal" in text
        assert "A week" in text
    with pytest.raises(FilterError, match="no form"):
        render(b, "docx")


def test_words_of_a_page_cannot_act(fill: Fill) -> None:
    evil = {
        "text": "<script>alert(1)</script> gunmen attacked farmers [x](javascript:alert(1)) in Kidal.",
        "title": "<img src=x onerror=alert(1)>",
        "url": "javascript:alert(1)",
    }
    b = fill([evil]).brief()
    page = render(b, "html")
    assert "<script" not in page
    assert "<img" not in page
    assert 'href="javascript:' not in page
    assert "[x](javascript:" not in render(b, "markdown"), "the brackets are escaped"


def test_the_same_desk_gives_the_same_briefing(small: Desk) -> None:
    assert render(small.brief(), "markdown") == render(small.brief(), "markdown")
