"""Texts in letters of one case, written as they would be printed usually."""

from collections.abc import Callable

import pytest

from dateline import read
from dateline.reader import Found, in_usual_case, one_case

TEXT = (
    "The Harbour Front (HF) attacked a convoy near Tamsk on Monday. Gen. Ana Pell blamed Pell's rivals in the U.S. press. "
    "“We shall answer,” said Omar bin Saleh of the Board of Trade."
)
NAMES = ("Harbour Front", "(HF", "Tamsk", "Ana Pell", "Pell", "U.S.", "Omar bin Saleh", "Board of Trade")


def found(text: str) -> list[Found]:
    out = []
    for name in NAMES:
        at = text.lower().rindex(name.lower())
        out.append(Found(at, at + len(name), "organization" if name in ("Harbour Front", "(HF", "Board of Trade") else "person", "name"))
    return out


@pytest.mark.parametrize("printed", [TEXT.lower(), TEXT.upper()])
def test_it_is_printed_as_usual_again(printed: str) -> None:
    whole = [(0, len(printed))]
    assert one_case(printed, whole) == whole
    assert in_usual_case(printed, whole, found(printed)) == TEXT


def test_usual_print_is_left_alone() -> None:
    assert one_case(TEXT, [(0, len(TEXT))]) == []


def test_a_page_that_names_hardly_anybody_is_usual_print() -> None:
    text = (
        "The owner of the dog said that he would not pay for "
        + "the walls, the gates and the lamps that were broken by the animal and " * 6
        + "left."
    )
    assert one_case(text, [(0, len(text))]) == []


def test_a_headline_in_capitals_alone_is_written_anew() -> None:
    text = "POLICE HOLD NINE IN TAMSK AFTER MARCH\n" + TEXT
    head = (0, 37)
    assert one_case(text, [head, (38, len(text))]) == [head]
    names = [Found(20, 25, "location", "name")]
    assert in_usual_case(text, [head], names) == "Police hold nine in Tamsk after march\n" + TEXT


def test_small_letters_in_one_block_of_a_usual_page_are_somebodys_style() -> None:
    text = "photo by an eyewitness of the march in the town\n" + TEXT
    assert one_case(text, [(0, 47), (48, len(text))]) == []


@pytest.mark.parametrize(
    "text", ["", "…", "12:30", "北京的消息说会谈已经开始并将继续到星期五为止", "ẞẞẞ İSTANBUL İLE ANKARA ARASINDA GÖRÜŞME", "straße ŉ " * 10]
)
def test_every_letter_stays_where_it_is(text: str) -> None:
    whole = [(0, len(text))]
    assert len(in_usual_case(text, one_case(text, whole), [])) == len(text)


@pytest.mark.parametrize("abbreviated", ["gen. pell", "u.s. troops", "j. pell", "no. 4 base"])
def test_no_sentence_begins_after_an_abbreviation(abbreviated: str) -> None:
    text = f"the rebels fought {abbreviated} for a whole day near the river. they lost."
    new = in_usual_case(text, [(0, len(text))], [])
    assert new.startswith("The rebels") and new.endswith("They lost.")
    assert new.lower()[18:].startswith(abbreviated) and not new[18:].split()[1][:1].isupper()


@pytest.mark.parametrize("how", [str.lower, str.upper])
def test_a_wire_in_one_case_gives_the_same_people_and_deeds(how: Callable[[str], str]) -> None:
    text = (
        "Rebels of the Northern Front attacked an army post near Gao on Monday and killed six soldiers. "
        "Defence Minister Sadio Camara condemned the attack. “We will punish them,” Camara said."
    )
    usual, other = read(text, published="2022-06-15"), read(how(text), published="2022-06-15")
    assert other.article.text == how(text), "the record keeps the page as it is"
    assert [(e.type, e.trigger, e.actors, e.recipients) for e in other.events] == [
        (e.type, e.trigger, e.actors, e.recipients) for e in usual.events
    ]
    assert [a.name for a in other.actors] == [a.name for a in usual.actors]
    assert [(s.speaker, s.content) for s in other.statements] == [(s.speaker, s.content) for s in usual.statements]


def test_every_stretch_begins_with_a_capital() -> None:
    text = "one port is shut.| another is open."
    cut = text.index("|")
    assert in_usual_case(text, [(0, cut), (cut + 1, len(text))], []) == "One port is shut.| Another is open."


def test_a_short_form_between_commas_stands_in_capitals() -> None:
    text = "the army of national liberation, eln, attacked a post. the eln denied it."
    name = text.index("army of national liberation")
    usual = in_usual_case(text, [(0, len(text))], [Found(name, name + len("army of national liberation"), "organization", "name")])
    assert usual == "The Army of National Liberation, ELN, attacked a post. The ELN denied it."
