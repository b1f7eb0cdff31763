"""Whatever happened to a page on its way, it gets an answer or an error that says what to do; never a traceback, never a wait."""

import os
import time
from pathlib import Path

import pytest

from damage import damaged
from dateline.errors import SkipDocument
from dateline.page import read_page
from dateline.sources import Failure, open_sources

# All 1,000 take 9 s on an idle core; the default run takes every fifth, DATELINE_DAMAGED=1000 all of them.
COUNT = 1000
STEP = max(1, COUNT // int(os.environ.get("DATELINE_DAMAGED", "200")))
SECONDS = 5.0


def _trace(data: bytes, path: Path) -> list[str]:
    """What became of each document: its kind of error, or its number of blocks."""
    path.write_bytes(data)
    told: list[str] = []
    for found in open_sources([str(path)]):
        if isinstance(found, Failure):
            assert found.message and found.remedy and path.name in str(found)
            told.append(found.error)
            continue
        try:
            article = read_page(found)
        except SkipDocument as e:
            assert e.message and e.remedy and e.place
            told.append(type(e).__name__)
            continue
        if found.kind == "text":
            assert article.text == found.text
        end = 0
        for block in article.blocks:
            assert end <= block.start < block.end <= len(article.text)
            end = block.end
        article.text.encode("utf-8")
        told.append(f"{article.id} {len(article.blocks)}")
    return told


def test_the_generator_is_the_same_everywhere() -> None:
    assert list(damaged(30)) == list(damaged(30))
    assert len({name for name, _ in damaged(COUNT)}) == COUNT


@pytest.mark.parametrize("part", range(10))
def test_every_damaged_input_gets_an_answer(part: int, tmp_path: Path) -> None:
    for number, (name, data) in enumerate(damaged(COUNT)):
        if number % STEP or (number // STEP) % 10 != part:
            continue
        start = time.process_time()
        told = _trace(data, tmp_path / name)
        assert told, name
        assert time.process_time() - start < SECONDS, name
