"""Charts say in words and in a table what they draw, and carry nothing that could run."""

from __future__ import annotations

import re

from dateline.web.charts import Bar, bars, columns, line, quads, words

MONTHS = [
    Bar("2022-04", 2, "/events?since=2022-04", {"material conflict": 1, "verbal conflict": 1}),
    Bar("2022-05", 0),
    Bar("2022-06", 8, None, {"": 8}),
]


def heights(svg: str) -> list[float]:
    return [float(h) for h in re.findall(r'<rect class="(?!ground)[a-z]*"[^>]* height="([\d.]+)"', svg)]


def test_words_name_the_span_the_sum_the_most_and_the_last() -> None:
    assert words(MONTHS, "events") == "events, 2022-04 to 2022-06: 10 in all, most 8 (2022-06), last 8"


def test_a_line_ends_in_its_last_value() -> None:
    svg = str(line(MONTHS, "reports"))
    assert 'points="0.0,17.0 50.0,22.0 100.0,2.0"' in svg and 'cy="2.0"' in svg
    assert 'aria-label="reports, 2022-04 to 2022-06' in svg


def test_a_line_of_nothing_says_so() -> None:
    assert "no reports" in line([], "reports")


def test_columns_are_as_high_as_their_parts_together() -> None:
    assert heights(str(columns(MONTHS, "events"))) == [12.5, 12.5, 100.0]


def test_one_beside_a_thousand_can_be_seen() -> None:
    assert heights(str(columns([Bar("a", 1000, parts={"": 1000}), Bar("b", 1, parts={"": 1})], "events")))[1] >= 2


def test_columns_have_a_table_with_the_same_links() -> None:
    svg = str(columns(MONTHS, "events", of="month"))
    table = svg[svg.index("<table>") :]
    assert 'href="/events?since=2022-04"' in table and "<td" in table
    assert "2022-05" not in table  # nothing happened then


def test_bars_are_a_table_with_headings() -> None:
    html = str(bars([Bar("Mali", 4, "/map?country=MLI"), Bar("Niger", 1)], "events", of="country"))
    assert html.count('scope="row"') == 2 and '<th scope="col">country</th>' in html
    assert 'width="100.00"' in html and 'width="25.00"' in html


def test_quads_in_their_order_with_their_marks() -> None:
    html = str(quads({"verbal cooperation": 1, "material conflict": 3}, {"material conflict": "/events?quad=material+conflict"}))
    assert html.index("material conflict") < html.index("verbal cooperation")
    assert html.count("quad-mark") == 2 and 'href="/events?quad=material+conflict"' in html


def test_names_are_escaped() -> None:
    bad = [Bar("<script>alert(1)</script>\u202e", 1, '"><script>alert(2)</script>')]
    for made in (line(bad, "<b>"), columns(bad, "<b>"), bars(bad, "<b>")):
        assert "<script" not in made and "<b>" not in made
