"""What stands behind a speaker's label is that speaker's statement."""

import pytest

from dateline import read
from dateline.statements.turns import turns_of

TRANSCRIPT = """The minister on the march in Tamsk

OMAR SEGAL, HOST: Minister, did the police open fire on Monday?

DEFENCE MINISTER ANA PELL: No. The police fired in the air. The rebels attacked the barracks first.

And they will be tried.

SEGAL: The United Nations says that nine people were killed.

PELL: We have asked the United Nations to withdraw that report.

SEGAL: Thank you."""


def paragraphs(text: str) -> list[tuple[int, int]]:
    out, at = [], 0
    for words in text.split("\n\n"):
        at = text.index(words, at)
        out.append((at, at + len(words)))
        at += len(words)
    return out


def test_turns_reach_to_the_next_label() -> None:
    turns = turns_of(TRANSCRIPT, paragraphs(TRANSCRIPT))
    assert [TRANSCRIPT[slice(*t.name)] for t in turns] == ["OMAR SEGAL", "DEFENCE MINISTER ANA PELL", "SEGAL", "PELL", "SEGAL"]
    assert [TRANSCRIPT[a:b] for a, b in turns[1].content] == [
        "No. The police fired in the air. The rebels attacked the barracks first.",
        "And they will be tried.",
    ]


@pytest.mark.parametrize(
    "page",
    [
        "Delegates so far\n\nPell: 2,313\n\nSegal: 1,846\n\nPell: 12\n\nSegal: 4",
        "Date: Monday.\n\nPlace: Tamsk, in the north.\n\nSource: the Harbour Gazette of that day.",
        "The council met on Monday.\n\nPell: it was a long day for all of us.\n\nThe mayor left.\n\nNobody else spoke.",
    ],
)
def test_lists_and_single_labels_are_no_transcript(page: str) -> None:
    assert turns_of(page, paragraphs(page)) == ()


def test_who_is_labelled_says_it_and_means_himself() -> None:
    record = read(TRANSCRIPT, kind="text", published="2022-06-15")
    names = {a.id: a.name for a in record.actors}
    said = {" ".join(map(record.quote, s.content)): names.get(s.speaker or "") for s in record.statements if s.cue is None}
    assert said["We have asked the United Nations to withdraw that report."] == "ANA PELL"
    assert said["The United Nations says that nine people were killed."] == "OMAR SEGAL"
    assert not any("did the police" in words or words == "Thank you." for words in said), "a question and a courtesy state nothing"
    asked = next(e for e in record.events if e.type == "REQUEST")
    assert [names[x] for x in asked.actors] == ["ANA PELL"]
    inner = next(s for s in record.statements if record.quote(s.content[0]) == "that nine people were killed")
    assert any("told within" in b for b in inner.because)


def test_who_answers_is_the_one_introduced() -> None:
    text = (
        "Ana Pell has led the dockers of Tamsk for ten years.\n\nQ: Will the strike go on?\n\nA: We will strike until the wages are paid.\n\n"
        "Q: And the port?\n\nA: Omar Segal and the port have broken every promise they made to us."
    )
    record = read(text, kind="text", published="2022-06-15")
    names = {a.id: a.name for a in record.actors}
    answers = [s for s in record.statements if s.cue is None]
    assert len(answers) == 2 and {names.get(s.speaker or "") for s in answers} == {"Ana Pell"}
