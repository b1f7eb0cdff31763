import pytest

from dateline.sources import BinaryError, EncodingError
from dateline.sources.encoding import decode

TEXT = "Kämpfe in Gao: „Wir bleiben“, sagt Präsident Keïta. " * 5


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_unicode_with_and_without_marks(name: str) -> None:
    assert decode(TEXT.encode(name))[0] == TEXT


def test_line_ends_and_blanks_come_back_as_they_are() -> None:
    raw = b"a\r\nb\rc\n\n  d \t\n"
    assert decode(raw) == (raw.decode(), ())


def test_an_undeclared_western_encoding_is_read_and_said() -> None:
    text, notes = decode(TEXT.encode("cp1252"))
    assert text == TEXT and "windows-1252" in notes[0]


@pytest.mark.parametrize(
    ("name", "text"),
    [("cp1251", "Армия заявила, что взяла город на границе. " * 8), ("euc-kr", "군은 국경 마을을 점령했다고 밝혔다. " * 8)],
)
def test_other_undeclared_encodings_are_found(name: str, text: str) -> None:
    assert decode(text.encode(name))[0] == text


def test_an_html_declaration_counts_for_html_only() -> None:
    page = "<meta charset='windows-1251'><p>Армия</p>".encode("cp1251")
    assert "Армия" in decode(page, html=True)[0]


def test_a_servers_charset_counts() -> None:
    assert decode("Армия".encode("koi8-r"), charset="koi8-r")[0] == "Армия"


def test_a_wrong_declaration_is_noted() -> None:
    text, notes = decode("日本 Kämpfe".encode(), charset="shift_jis")
    assert text == "日本 Kämpfe" and "shift_jis" in notes[0]


def test_text_cut_off_within_a_letter_is_refused() -> None:
    with pytest.raises(EncodingError, match="ends in the middle"):
        decode(TEXT.encode()[: TEXT.encode().rindex("ï".encode()) + 1])


def test_mixed_encodings_are_refused_with_the_place() -> None:
    with pytest.raises(EncodingError, match="mixes encodings"):
        decode(TEXT.encode() + b"caf\xe9 " + TEXT.encode())


def test_html_with_broken_bytes_is_read_and_said() -> None:
    text, notes = decode(b"<p>" + TEXT.encode() + b"\xe9</p>", html=True)
    assert "\ufffd" in text and "U+FFFD" in notes[0]


def test_nulls_are_no_text() -> None:
    with pytest.raises(BinaryError, match="0x00"):
        decode(b"some\x00thing else entirely")


def test_a_declaration_whose_bytes_do_not_exist_is_noted() -> None:
    text, notes = decode(b"caf\xff " + TEXT.encode("cp1252"), charset="euc-jp")
    assert "Präsident" in text and "euc_jp" in notes[0]
