from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.outlets.exports.cells import csv_row, guarded, json_line, listed, number, tsv_row, xml_words


@pytest.mark.parametrize("words", ["=1+1", "+44 20", "-2", "@SUM(A1)", "\t=1", "  =cmd", "＝1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(words: str) -> None:
    assert guarded(words) == f"'{words}"


@pytest.mark.parametrize("words", ["Kabul", "5-3", "a=b", "“=”", ""])
def test_other_words_stay(words: str) -> None:
    assert guarded(words) == words


def test_numbers_are_never_guarded() -> None:
    assert csv_row([-9.5, -3, None, "x"]) == "-9.5,-3,,x\r\n"


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"])), min_size=1, max_size=5))
def test_a_reader_of_csv_gets_the_cells_back(cells: list[str]) -> None:
    read = next(csv.reader(io.StringIO(csv_row([*cells, "end"]), newline="")))
    assert read == [*(guarded(c) for c in cells), "end"]


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_a_tab_separated_row_is_one_line_of_as_many_cells(cells: list[str]) -> None:
    row = tsv_row(cells)
    assert row.count("\t") == len(cells) - 1
    assert len(row.splitlines()) == 1 or row == "\n"


def test_line_breaks_stay_within_quotes_in_csv_and_become_spaces_between_tabs() -> None:
    assert csv_row(["a\nb"]) == '"a\nb"\r\n'
    assert tsv_row(["a\n\tb"]) == "a b\n"


def test_half_a_character_can_be_written() -> None:
    assert json_line({"a": "\ud800"}).encode("utf-8") == b'{"a": "\xef\xbf\xbd"}\n'


def test_numbers_are_short_and_without_exponents() -> None:
    assert [number(x) for x in (3.0, 0.0000004, -0.00000001, 1e15, 7, None)] == ["3", "0", "0", "1000000000000000", "7", ""]


def test_a_value_that_holds_the_mark_does_not_become_two() -> None:
    assert listed(["a; b", "c"]) == "a, b; c"


def test_xml_holds_no_character_that_it_may_not() -> None:
    assert xml_words('a\x00<b> & "c"') == "a&lt;b&gt; &amp; &quot;c&quot;"
