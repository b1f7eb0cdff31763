import pytest

from dateline.page.bylines import is_name, read_byline


def named(line: str) -> list[tuple[str, str | None, str | None]]:
    return [(b.name, b.role, b.email) for b in read_byline(line, 0)]


@pytest.mark.parametrize(
    ("line", "writers"),
    [
        ("By Jane Doe", [("Jane Doe", None, None)]),
        ("BY JANE DOE", [("JANE DOE", None, None)]),
        ("By Mina Park, staff reporter mina@riverpost.example.kr", [("Mina Park", "staff reporter", "mina@riverpost.example.kr")]),
        ("By Jane Doe and Kofi Mensah", [("Jane Doe", None, None), ("Kofi Mensah", None, None)]),
        (
            "By Jane Doe, Kofi Mensah and Ana de Souza in Accra",
            [("Jane Doe", None, None), ("Kofi Mensah", None, None), ("Ana de Souza", None, None)],
        ),
        ("Written by Mira Rao | Mumbai |", [("Mira Rao", None, None)]),
        ("By SARAH LIND, Staff Writer", [("SARAH LIND", "Staff Writer", None)]),
        ("By Reuters", [("Reuters", None, None)]),
        ("Our Correspondent", [("Our Correspondent", None, None)]),
        ("Jane Doe, Middle East correspondent", [("Jane Doe", "Middle East correspondent", None)]),
        ("김하늘 기자 sky@han.example.kr", [("김하늘", "기자", "sky@han.example.kr")]),
        ("记者 王小明", [("王小明", "记者", None)]),
        ("Contact Jane Doe at jane@post.example.com", [("Jane Doe", None, "jane@post.example.com")]),
        ("With input from: Jane Doe, jane@post.example.com", [("Jane Doe", None, "jane@post.example.com")]),
        ("Accra = Jane Doe, correspondent jane@post.example.com", [("Jane Doe", "correspondent", "jane@post.example.com")]),
        ("Own correspondent, Tamale | Published: 15 May, 23:40", [("Own correspondent", None, None)]),
        ("(Reporting by Jane Doe; Editing by Tom Ellis)", [("Jane Doe", "reporting", None), ("Tom Ellis", "editing", None)]),
    ],
)
def test_bylines(line: str, writers: list[tuple[str, str | None, str | None]]) -> None:
    assert named(line) == writers


@pytest.mark.parametrize(
    "line",
    [
        "By Wednesday the market was empty",
        "By then the army had left.",
        "By the River",
        "By 2050 half of them will be gone",
        "Jane Doe went home",
        "Boosting bilateral ties",
        "By Monday Kofi Mensah had resigned.",
        "Reporting by numbers is hard",
        "With input from everybody the plan was written.",
        "Growth = work",
    ],
)
def test_other_lines(line: str) -> None:
    assert named(line) == []


def test_a_name_in_capitals_counts_only_where_the_layout_says_so() -> None:
    assert read_byline("KOFI MENSAH", 5, capitals=True)[0].start == 5
    assert not read_byline("KOFI MENSAH", 5)


def test_offsets_are_those_of_the_entry() -> None:
    line = "By Jane Doe and Kofi Mensah"
    assert [line[b.start - 100 : b.end - 100] for b in read_byline(line, 100)] == ["Jane Doe", "Kofi Mensah"]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Jane Doe", True),
        ("Ana de la Cruz", True),
        ("Ahmed Al-Jarallah", True),
        ("Staff Writer", False),
        ("Jane", False),
        ("the army", False),
        ("Jane Doe 2", False),
    ],
)
def test_what_is_a_name(words: str, answer: bool) -> None:
    assert is_name(words) is answer
