from __future__ import annotations

from dateline.dates.tokens import tokens


def kinds(text: str) -> list[tuple[str, str]]:
    return [(t.word, t.kind) for t in tokens(text)]


def test_shapes_of_time_are_one_token() -> None:
    assert kinds("2020-05-13 10:35 a.m. 1990s '80s 17th 5.30pm") == [
        ("2020-05-13", "iso"),
        ("10:35", "clock"),
        ("a.m.", "meridiem"),
        ("1990s", "decade"),
        ("'80s", "decade"),
        ("17th", "ordnum"),
        ("5.30", "decimal"),
        ("pm", "meridiem"),
    ]


def test_offsets_are_those_of_the_text() -> None:
    text = "On Friday — “the 17th” (local time)…"
    assert all(text[t.start : t.end].lower() == t.word for t in tokens(text) if t.kind not in ("HYPHEN", "DASH"))


def test_a_wrapped_line_goes_on_and_a_short_one_ends() -> None:
    wrapped = "The ministers agreed that they would meet again next\nweek."
    assert ("\n", "break") not in kinds(wrapped)
    assert ("\n", "break") in kinds("August 19, 2006\nFord said")
