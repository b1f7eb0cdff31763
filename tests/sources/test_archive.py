import io
import json

import pytest

from dateline.sources import MAX_BYTES, Failure, Source
from dateline.sources.archive import read_archive


def read(data: bytes | str, published: str | None = None) -> list[Source | Failure]:
    return list(read_archive(io.BytesIO(data if isinstance(data, bytes) else data.encode()), "a.jsonl", published=published))


def test_fields_become_the_source_and_text_stays_as_it_is() -> None:
    row = {
        "id": 7,
        "text": " Ein Satz.\r\n\tNoch einer \u2028 ",
        "published": "20 Aug 2021",
        "url": "https://x.example/a",
        "title": "T",
        "outlet": "O",
    }
    (found,) = read(json.dumps(row))
    assert isinstance(found, Source)
    assert found.text == row["text"]
    assert (found.id, found.published, found.published_from, found.url, found.title, found.outlet, found.line) == (
        "7",
        "2021-08-20",
        "metadata",
        row["url"],
        "T",
        "O",
        1,
    )


def test_a_bad_line_is_told_by_number_and_stops_nothing() -> None:
    good, bad, after = read('{"text": "one"}\n{"text": \n{"text": "three", "id": "c"}\n')
    assert isinstance(good, Source)
    assert isinstance(bad, Failure) and bad.line == 2 and "character" in bad.message and bad.remedy
    assert isinstance(after, Source) and after.line == 3


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("[1]", "array"),
        ('{"id": "a"}', "neither"),
        ('{"text": "a", "html": "b"}', "both"),
        ('{"text": 5}', "number"),
        ('{"text": "  "}', "empty"),
        ('{"text": "a\\u0000b"}', "NUL"),
        ('{"text": "a\\ud800b"}', "surrogate"),
        ("[" * 100_000, "deep"),
        ('{"text": 1' + "0" * 5000 + "}", ""),
        (b'{"text": "caf\xe9"}', "UTF-8"),
    ],
)
def test_every_fault_of_a_line_is_named(line: str | bytes, says: str) -> None:
    (found,) = read(line)
    assert isinstance(found, Failure)
    assert says in found.message and found.remedy


def test_an_unreadable_date_is_left_out_and_said() -> None:
    (found,) = read('{"text": "a", "published": "Wed Nov 23"}')
    assert isinstance(found, Source)
    assert found.published is None and "Wed Nov 23" in found.notes[0]


def test_a_month_stays_a_month() -> None:
    (found,) = read('{"text": "a", "published": "2022-07"}')
    assert isinstance(found, Source) and found.published == "2022-07"


def test_the_callers_date_stands_above_the_lines() -> None:
    (found,) = read('{"text": "a", "published": "2021-01-01"}', published="2022-02-02")
    assert isinstance(found, Source) and (found.published, found.published_from) == ("2022-02-02", "argument")


def test_blank_lines_count_but_are_no_documents() -> None:
    (found,) = read("\n\n" + '{"text": "a"}' + "\n\n")
    assert isinstance(found, Source) and found.line == 3


def test_a_line_too_long_is_skipped_unread() -> None:
    class Endless(io.BytesIO):
        def readline(self, _size: int | None = -1) -> bytes:  # type: ignore[override]
            if not hasattr(self, "times"):
                self.times = 0
            self.times += 1
            return {1: b"x" * (MAX_BYTES + 1), 2: b"y\n", 3: b'{"text": "a"}\n'}.get(self.times, b"")

    long, good = read_archive(Endless(), "a.jsonl")
    assert isinstance(long, Failure) and "MB" in long.message
    assert isinstance(good, Source) and good.line == 2
