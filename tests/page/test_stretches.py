from dateline.page.stretches import stretches_of


def test_lines_have_exact_offsets_without_blanks() -> None:
    text = "  One. \r\n\r\n\tTwo here\u00a0\nThree."
    assert [text[s.start : s.end] for s in stretches_of(text)] == ["One.", "Two here", "Three."]
    assert [s.stanza for s in stretches_of(text)] == [0, 1, 1]


def test_wrapped_lines_are_one_paragraph_again() -> None:
    text = (
        "The army said on Tuesday that it had taken the\nborder town after two days of fighting with the\n"
        "rebels, who fled to the hills near the border\nwith their families.\n\nNobody was hurt."
    )
    assert len(stretches_of(text)) == 2


def test_lists_stay_lists() -> None:
    assert len(stretches_of("Kofi Mensah\nJane Doe\nAna de Souza\nTom Ellis")) == 4


def test_no_text_no_stretches() -> None:
    assert stretches_of(" \n\t\r\n\u200b") == []
