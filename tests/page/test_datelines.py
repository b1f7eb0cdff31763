import pytest

from dateline.page.datelines import is_dateline, read_dateline, read_stamp, speaker_labels

BODY = " The army said that it had taken the town after two days of fighting."


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("CAIRO - 21 July 2022:", "2022-07-21"),
        ("CAIRO- 24 July 2022:", "2022-07-24"),
        ("KABUL, Aug. 17 (Reuters) -", None),
        ("KINSHASA, Jul 26 2022 (IPS) -", "2022-07-26"),
        ("BEIJING, July 18 (Xinhua) --", None),
        ("ISTANBUL, Turkey (AP) _", None),
        ("SEOUL/UNITED NATIONS, Aug 30 (Reuters) -", None),
        ("Kampala & Kayunga, Jul 19 2022 (IPS) -", "2022-07-19"),
        ("New York (AFP) –", None),
        ("(Reuters) -", None),
        ("PESHAWAR:", None),
        ("RAMALLAH, West Bank —", None),
        ("WASHINGTON, July 25:", None),
        ("GENEVA, 9 October 2020 –", "2020-10-09"),
        ("river News, 26 June -", None),
    ],
)
def test_datelines(dateline: str, day: str | None) -> None:
    found = read_dateline(dateline + BODY, opening=True)
    assert found and (dateline + BODY)[: found.end].strip() == dateline and found.day == day


@pytest.mark.parametrize(
    "text",
    [
        "The army said - and repeated - that it would stay in the town for as long as needed.",
        "UN: Nobody may enter the zone, its spokesman said on Tuesday in the evening.",
        "BREAKING: Army takes the town, residents say, after two days.",
        "In Kabul (AP) is an agency, he said, and nobody disagreed with that sentence.",
        "AVON RENT-A-CAR Inc. said it would close all of its offices by the end of the year.",
        "Massoud (AP) said so to everybody who asked him on that day.",
    ],
)
def test_sentences_are_none(text: str) -> None:
    assert read_dateline(text, opening=True) is None


def test_a_bare_place_counts_only_where_a_report_opens() -> None:
    assert read_dateline("PESHAWAR:" + BODY, opening=False) is None


@pytest.mark.parametrize("line", ["NAIROBI, Kenya (AP) _", "HAVANA (AP) --", "WASHINGTON _", "21:40 GMT", "9:05 a.m."])
def test_datelines_on_a_line_of_their_own(line: str) -> None:
    assert is_dateline(line)


@pytest.mark.parametrize(
    ("line", "day", "fresher"),
    [
        ("Updated: 2017-09-15 17:52", "2017-09-15", True),
        ("Xinhua | Updated: 2017-09-15 17:52", "2017-09-15", True),
        ("Published on 3 May 2021", "2021-05-03", False),
        ("March 01, 2008", "2008-03-01", False),
        ("Updated: July 18, 2022 5:36:50 pm", "2022-07-18", True),
        ("입력 2021.08.20 10:15", "2021-08-20", False),
        ("September 2, 2021 5:01 AM ET", "2021-09-02", False),
    ],
)
def test_stamps(line: str, day: str, fresher: bool) -> None:
    stamp = read_stamp(line)
    assert stamp and (stamp.day, stamp.fresher) == (day, fresher)


@pytest.mark.parametrize(
    "line",
    ["The army took the town on 3 May 2021.", "Updated on Tuesday", "Elections of 3 May 2021", "At least 12 dead", "Published in 2021"],
)
def test_lines_that_say_more_are_no_stamps(line: str) -> None:
    assert read_stamp(line) is None


def test_speaker_labels_make_a_transcript() -> None:
    assert speaker_labels(["HOST: Good morning.", "REPORTER: Thank you.", "HOST: And now?"])
    assert not speaker_labels(["KABUL: One.", "HERAT: Two.", "Three."])
