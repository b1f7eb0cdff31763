"""Names in headlines are those of the running text."""

import numpy as np
import pytest

from dateline.reader.consistency import Marked
from dateline.reader.headlines import headlines, trimmed
from dateline.reader.looks import shipped
from dateline.record import MENTION_LABELS, Span


def marked(text: str, *names: tuple[str, str]) -> list[Marked]:
    out = []
    for name, label in names:
        start = text.index(name)
        out.append(Marked((start, start + len(name)), np.eye(len(MENTION_LABELS), dtype=np.float32)[MENTION_LABELS.index(label)]))
    return out


def strings(text: str, found: list[Marked]) -> list[str]:
    return [text[slice(*m.span)] for m in found]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Minister Okello Vows To Punish Looters Of Depot", True),
        ("MINISTER OKELLO VOWS TO PUNISH LOOTERS", True),
        ("Minister Okello vowed on Monday to punish those who looted the depot.", False),
        ("By Anna Okello", False),
    ],
)
def test_a_headline_is_a_line_of_capitals(line: str, is_one: bool) -> None:
    assert list(headlines(f"First line, of no account.\n{line}\nThe last one.")) == ([(27, 27 + len(line))] if is_one else [])


def test_a_name_in_a_headline_is_cut_to_the_name_that_the_text_knows() -> None:
    text = "Bartel Okello Vows To Punish Looters Of Depot\n\nThe minister, Bartel Okello, vows to punish them."
    found = marked(text, ("Bartel Okello Vows", "person"))
    body = text.index("Bartel", 20)
    found.append(Marked((body, body + 13), found[0].scores))
    assert strings(text, trimmed(found, text, shipped())) == ["Bartel Okello", "Bartel Okello"]


def test_two_known_names_that_the_reader_took_for_one_are_two() -> None:
    text = "Okello Tells Brandt He Should Leave Office Soon\n\nBartel Okello tells a crowd that Uwe Brandt should leave."
    found = marked(text, ("Okello Tells Brandt", "person"), ("Bartel Okello", "person"), ("Uwe Brandt", "person"))
    assert strings(text, trimmed(found, text, shipped()))[:2] == ["Okello", "Brandt"]


@pytest.mark.parametrize("name", ["Okello Institute", "Anna Okello"])
def test_what_is_cut_off_must_be_no_part_of_a_name(name: str) -> None:
    text = f"Court Orders {name} To Return Missing Money\n\nBartel Okello was not there."
    found = marked(text, (name, "organization"), ("Bartel Okello", "person"))
    assert strings(text, trimmed(found, text, shipped()))[0] == name


def test_running_text_is_left_alone() -> None:
    text = "On Monday Okello Vows was what the papers wrote.\n\nOkello vows nothing."
    span: Span = (text.index("Okello Vows"), text.index("Okello Vows") + 11)
    found = [Marked(span, np.eye(len(MENTION_LABELS), dtype=np.float32)[0])]
    assert trimmed(found, text, shipped()) == found
