"""What holds for every format: the registry, what is left out, hostile words, constant memory."""

from __future__ import annotations

import csv
import io
import json
import os
import tracemalloc
from collections import Counter
from xml.etree import ElementTree

import pytest

from dateline.errors import StopRun
from dateline.outlets.exports import FORMATS, export
from dateline.outlets.exports.of_records import rows_of
from outlets.exports.events import event, many
from outlets.shown import hostile

# 1,500 take 24 seconds of one core for all formats. For more: DATELINE_MANY_EVENTS=100000.
MEASURED = int(os.environ.get("DATELINE_MANY_EVENTS", "1500"))
GROWTH = (
    512 * 1024
)  # bytes; 1,000 rows more, held, were measured at 620 KB, their JSON is 2 MB; garbage that waits to be collected was 340 KB
TEXTUAL = [f for f in FORMATS if f != "parquet"]


def _needs(form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(StopRun, match="xlsx") as e:
        export([], "xlsx")
    assert "country-months" in str(e.value)


def test_an_option_of_another_format_is_refused() -> None:
    with pytest.raises(StopRun, match="gdelt has no option 'hxl'"):
        export([], "gdelt", options=["hxl"])


@pytest.mark.parametrize("form", FORMATS)
def test_no_events_make_a_whole_file(form: str) -> None:
    _needs(form)
    data = b"".join(export([], form))
    if form in ("geojson", "annotations", "timelinejs"):
        json.loads(data)
    elif form in ("graphml", "gexf"):
        ElementTree.fromstring(data)
    else:
        assert data or form in ("jsonl", "plover", "gdelt", "ftm")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_rows_give_the_same_bytes(form: str) -> None:
    _needs(form)
    assert b"".join(export(many(50), form)) == b"".join(export(many(50), form))


@pytest.mark.parametrize("form", ["plover", "polecat", "acled", "gdelt", "ftm", "graphml", "gexf", "timelinejs", "country-months"])
@pytest.mark.parametrize("changes", [{"modality": "negated"}, {"modality": "future"}, {"status": "rejected"}])
def test_what_did_not_happen_is_left_out_and_counted(form: str, changes: dict[str, str]) -> None:
    left_out: Counter[str] = Counter()
    with_it = b"".join(export([event(**changes)], form, left_out=left_out))
    assert with_it == b"".join(export([], form))
    assert sum(left_out.values()) == 1


@pytest.mark.parametrize("form", ["csv", "jsonl", "annotations", "geojson"])
def test_formats_with_a_place_for_modality_keep_it(form: str) -> None:
    assert "negated" in b"".join(export([event(modality="negated")], form)).decode()


HOSTILE = ['=cmd|"/c calc"!A1', "a\x00b\x1b[31m", "\ud83d half", "</text><script>", "x\n\r\t;,\"'y", "\u202egnp.exe", "]]>&amp;<"]


@pytest.mark.parametrize("form", TEXTUAL)
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_break_no_format(form: str, words: str) -> None:
    data = b"".join(export(rows_of([hostile(words)]), form)).decode("utf-8")
    if form in ("geojson", "annotations", "timelinejs"):
        json.loads(data)
    elif form in ("jsonl", "plover", "ftm"):
        assert all(json.loads(line) for line in data.split("\n") if line)
    elif form in ("graphml", "gexf"):
        ElementTree.fromstring(data)
    else:
        apart = "\t" if form in ("polecat", "gdelt") else ","
        table = list(csv.reader(io.StringIO(data, newline=""), delimiter=apart))
        assert len({len(row) for row in table}) <= 1
        assert not any(cell.lstrip().startswith(("=", "+", "@")) for row in table for cell in row)


@pytest.mark.parametrize("form", FORMATS)
def test_memory_does_not_grow_with_the_events(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _needs(form)
    if form == "parquet":
        monkeypatch.setattr("dateline.outlets.exports.parquet.GROUP", 250)
    _peak(form, 10)  # modules and tables are loaded once and do not count
    few, most = _peak(form, 500), _peak(form, MEASURED)
    assert most - few < GROWTH, f"{form}: {few} bytes at 500 events, {most} at {MEASURED}"


def _peak(form: str, events: int) -> int:
    """The most bytes of Python objects at a time while so many events are written and each piece is let go."""
    tracemalloc.start()
    try:
        assert sum(len(piece) for piece in export(many(events), form)) > 0
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
