"""No text may take more than linear time."""

from __future__ import annotations

import gc
import time

import pytest

from dateline.dates import find_dates

PIECES = {
    "numbers": "one hundred and twenty two thousand and ",
    "figures": "1" * 40,
    "one long number": "9",
    "commas": "1,",
    "dates": "May 3, 2011, ",
    "months": "March and ",
    "opened": "the early late mid- ",
    "before": "two days before the the the the the of ",
    "brackets": "(",
    "addresses": "https://a.b/2021/ ",
    "dots": "a.m.",
    "breaks": "\n",
    "blanks": " ",
    "hyphens": "10-year-old-",
    "quarters": "the first quarter of the last half of ",
    "capitals": "ON MONDAY ",
}


@pytest.mark.parametrize("name", sorted(PIECES))
def test_ten_times_the_text_takes_at_most_some_thirty_times_the_time(name: str) -> None:
    def seconds(count: int) -> float:
        text = (PIECES[name] * (count // len(PIECES[name]) + 1))[:count]
        gc.collect()
        gc.disable()  # what other tests left in memory is not the dates' time
        try:
            start = time.process_time()
            find_dates(text, published="2021-08-20")
            return time.process_time() - start
        finally:
            gc.enable()

    seconds(1000)
    short, long = max(seconds(8_000), 0.004), seconds(80_000)
    assert long / short < 30, f"{short:.3f} s and {long:.3f} s"
