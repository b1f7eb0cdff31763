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


def test_short_paragraphs_of_a_wrapped_page_are_joined_though_names_begin_their_lines() -> None:
    page = (
        "The council of the harbour town of Tamsk rejected the plan of Governor\n"
        "Ana Pell on Monday.\n\n"
        "Two hundred dockers marched to the gates of the port and asked for the\n"
        "wages that the Board of Trade has owed them since the spring, and that\n"
        "Pell promised.\n\n"
        "A spokesman for the port said that the gates would be closed until the\n"
        "talks with the union and the city had been brought to an end in Upper\n"
        "Tamsk.\n"
    )
    assert [s.text.count(" ") + 1 for s in stretches_of(page)] == [17, 30, 30]


def test_lines_that_had_room_for_more_stay_apart_on_a_wrapped_page() -> None:
    page = (
        "The council of the harbour town of Tamsk rejected the plan of Governor\n"
        "Ana Pell on Monday and the dockers marched to the gates of the port to\n"
        "ask for the wages that the Board of Trade has owed them since the last\n"
        "spring, and that Pell promised.\n\n"
        "Ports closed\nTamsk\nUpper Tamsk\n"
    )
    assert len(stretches_of(page)) == 4
