"""The YAML form of a codebook: what is right is read, what is wrong is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.codebook.format import CodebookError, parse_codebook, read_codebook, unmarked

GOOD = """\
codebook: harbour
types:
  closing:
    definition: a port is closed to ships
    quad: material conflict
    intensity: -5
    modes:
      by strike:
        intensity: -3
        examples:
          - "Dockers [[walked out]] and nothing was unloaded."
      by decree: -6.5
    examples:
      - "The governor [[shut]] the old harbour."
nothing:
  - "The ferry was late."
"""


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def test_types_modes_and_examples_are_read() -> None:
    book = parse_codebook(GOOD, "harbour.yaml")
    assert book.name == "harbour" and list(book.types) == ["closing"]
    assert book.intensity("closing", "by decree") == -6.5 and book.intensity("closing", None) == -5
    assert {(e.type, e.mode, e.place) for e in book.examples} == {
        ("closing", "by strike", "harbour.yaml:11"),
        ("closing", None, "harbour.yaml:14"),
        (None, None, "harbour.yaml:16"),
    }


def test_a_mode_without_intensity_has_its_types() -> None:
    assert parse_codebook(changed("        intensity: -3\n", "")).intensity("closing", "by strike") == -5


def test_types_of_a_users_book_carry_its_name_in_a_record() -> None:
    book = parse_codebook(GOOD)
    assert book.called("closing") == "harbour:closing"
    assert book.quad("harbour:closing") == book.quad("closing") == "material conflict"


def test_an_unknown_type_names_the_valid_ones() -> None:
    with pytest.raises(KeyError, match=r"opening.*closing"):
        parse_codebook(GOOD).quad("opening")


def test_marks_are_offsets_into_the_sentence_without_brackets() -> None:
    text, marks = unmarked("They [[walked]] and [[sang]].")
    assert text == "They walked and sang." and [text[a:b] for a, b in marks] == ["walked", "sang"]


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("codebook: harbour", "codebook: the harbour!", 1, "cannot name a codebook"),
        ("quad: material conflict", "quad: quarrel", 5, "quad 'quarrel'"),
        ("intensity: -5", "intensity: hard", 6, "is no number"),
        ("intensity: -5", "intensity: -50", 6, "out of bounds"),
        ("    definition: a port is closed to ships\n", "", 4, "no 'definition'"),
        ("[[shut]]", "shut", 14, "no word is marked"),
        ("[[shut]]", "[[shut", 14, "brackets do not match"),
        ("The ferry was late.", "The ferry [[sank]].", 16, "under `nothing`"),
        ("      by decree: -6.5", "      by strike: -6.5", 12, "stands twice"),
        ("    modes:", "    moods:", 8, "unknown part 'moods'"),
        ("  closing:", "  closing: [", 8, "is not YAML"),
        ("  closing:", '  "a:b":', 4, "colon in its name"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(old: str, new: str, line: int, says: str) -> None:
    with pytest.raises(CodebookError) as e:
        parse_codebook(changed(old, new), "harbour.yaml")
    assert says in e.value.message and e.value.remedy
    assert e.value.place and (e.value.place == f"harbour.yaml:{line}" or "not YAML" in says)


@pytest.mark.parametrize("source", ["", "types: {}", "- a\n- b", "codebook: x\ntypes:\n"])
def test_an_empty_or_foreign_file_is_refused(source: str) -> None:
    with pytest.raises(CodebookError):
        parse_codebook(source)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="no such file"):
        read_codebook(tmp_path / "none.yaml")
