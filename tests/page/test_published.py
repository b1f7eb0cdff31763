import pytest

from dateline.page.datelines import Stamp
from dateline.page.published import Publication, day_in_url, publication


def state(**known: object) -> Publication:
    base: dict[str, object] = {"given": None, "given_by": None, "metadata": None, "url": None, "datelines": (), "stamps": (), "text": ""}
    return publication(**(base | known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2022/07/21/army-takes-town", "2022-07-21"),
        ("https://x.example/20220715/aea052/c.html", "2022-07-15"),
        ("http://x.example/world/2017-09/15/content_32041310.htm", "2017-09-15"),
        ("https://x.example/world/2021/aug/20/town", "2021-08-20"),
        ("https://x.example/article/19/07/2022/town", "2022-07-19"),
        ("https://x.example/article/20090323/NEWS01/90323014", "2009-03-23"),
        ("https://x.example/article-3080206", None),
        ("https://x.example/2022/13/45/x", None),
        ("https://x.example/99999999/x", None),
        (None, None),
    ],
)
def test_days_in_addresses(url: str | None, day: str | None) -> None:
    assert day_in_url(url) == day


def test_the_order_of_trust() -> None:
    known = {
        "given": "2021-01-01",
        "metadata": "2021-01-02",
        "url": "https://x.example/2021/01/03/a",
        "datelines": ("2021-01-04",),
        "stamps": (Stamp("2021-01-05", True, False),),
    }
    for field, answer in (("given", "argument"), ("metadata", "metadata"), ("url", "url"), ("datelines", "dateline"), ("stamps", "text")):
        assert state(**known).stated_by == answer
        known.pop(field)
    assert state() == Publication(None, None)


def test_published_goes_before_updated() -> None:
    assert state(stamps=(Stamp("2021-01-07", True, True), Stamp("2021-01-05", True, False))).day == "2021-01-05"


def test_a_report_that_says_what_its_day_is() -> None:
    assert state(text="Police today (July 28, 2022) found a body.") == Publication("2022-07-28", "text")
    assert state(text="Police on Tuesday (July 28, 2022) found a body.").day is None


def test_an_address_with_a_month_gives_the_month() -> None:
    assert state(url="https://x.example/2022/07/town-falls/") == Publication("2022-07", "url")
