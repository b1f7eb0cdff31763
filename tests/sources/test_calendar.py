import pytest

from dateline.sources import RequestError, given_date, iso_date, iso_day


@pytest.mark.parametrize(
    "stated",
    [
        "2021-08-20",
        "2021-8-20",
        "20210820",
        "2021/08/20",
        "2021.08.20",
        "20 August 2021",
        "20th of August 2021",
        "Aug. 20, 2021",
        "August 20 2021",
        "Friday, 20 Aug 2021",
        "20.08.2021",
        "20/08/2021",
        "08/20/2021",
        "2021-08-20T09:30:00Z",
        "2021-08-20T09:30:00+09:00",
        "Fri, 20 Aug 2021 09:30:00 GMT",
        "2021-08-20 09:30",
        "20-Aug-2021",
        "2021年8月20日",
        "2021년 8월 20일",
        "20210820T101500Z",
    ],
)
def test_reads_whole_days(stated: str) -> None:
    assert iso_day(stated) == "2021-08-20"


@pytest.mark.parametrize(
    "stated",
    ["", "yesterday", "the 17th", "August 2021", "17 August", "2021-02-30", "2021-13-01", "03/04/2021", "20 Aug 21", "20210", "x" * 200],
)
def test_invents_nothing(stated: str) -> None:
    assert iso_day(stated) is None


@pytest.mark.parametrize("stated", ["2021", "2021-08"])
def test_iso_prefixes_stay_what_they_are(stated: str) -> None:
    assert iso_date(stated) == stated


def test_a_bad_date_of_the_caller_stops_the_run() -> None:
    with pytest.raises(RequestError, match="next Friday"):
        given_date("next Friday")
