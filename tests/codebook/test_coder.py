"""A text coded by the examples of a small book, and the report on the book."""

from __future__ import annotations

from functools import cache

import pytest

from dateline.codebook.checking import check
from dateline.codebook.codebook import Codebook
from dateline.codebook.coder import Coder
from dateline.codebook.command import printed
from dateline.codebook.format import parse_codebook
from dateline.errors import StopRun

BOOK = """\
codebook: roads
types:
  arrest:
    definition: somebody is taken into custody
    quad: material conflict
    intensity: -7
    examples:
      - "Police [[arrested]] two editors on Monday."
      - "Soldiers [[detained]] the mayor at the barrier."
      - "Nine students were [[jailed]] after the vigil."
      - "Agents [[took]] a priest [[into custody]] at dawn."
      - "The army [[rounded up]] young men in the camp."
      - "Guards [[seized]] the smuggler and led him away."
      - "A court had the former minister [[imprisoned]]."
      - "Detectives [[apprehended]] the fugitive in the port."
      - "Officers [[picked up]] the organisers at home."
      - "The [[arrest]] of the bishop angered the town."
  talks:
    definition: people meet to talk
    quad: verbal cooperation
    intensity: 2
    examples:
      - "The two ministers [[met]] in the lake resort."
      - "Envoys held [[talks]] on the water of the river."
      - "The presidents [[spoke]] by telephone on Sunday."
      - "Elders [[discussed]] the truce with the governor."
      - "A delegation [[visited]] the capital for a day."
      - "The [[summit]] of the seven states lasted an hour."
      - "Diplomats [[conferred]] with the rebels' council."
      - "The leaders [[gathered]] for a second [[meeting]]."
      - "The king [[received]] the ambassador of the island."
      - "Both sides [[negotiated]] through the night."
nothing:
  - "The bridge is eighty metres long and was painted green."
  - "Rain fell on the orchards for most of the week."
"""


@cache
def coder() -> Coder:
    return Coder(parse_codebook(BOOK, "roads.yaml"))


def test_a_text_is_coded_by_its_nearest_examples() -> None:
    text = "Police arrested a lawyer in the harbour town. On Friday the two governors met in the old fort. The harbour is two miles wide."
    coded = coder().code(text)
    assert [(c.type, text[slice(*(c.frame.trigger or (0, 0)))]) for c in coded] == [("arrest", "arrested"), ("talks", "met")]
    assert all(0 < c.frame.score < 1 and c.frame.kind == "deed" for c in coded)


def test_the_frame_reader_fills_the_roles() -> None:
    text = "Police arrested a lawyer on Monday."
    frame = coder().code(text)[0].frame
    assert frame.type == "COERCE"
    assert [text[slice(*s)] for s in frame.spans("actor")] == ["Police"]
    assert [text[slice(*s)] for s in frame.spans("recipient")] == ["a lawyer"]


def test_the_same_text_gives_the_same_frames() -> None:
    text = "Soldiers detained three traders near the well."
    assert coder().code(text) == coder().code(text) == Coder(parse_codebook(BOOK, "roads.yaml")).code(text)


def test_only_the_stretches_given_are_coded() -> None:
    text = "Police arrested a lawyer.\nPolice arrested a doctor."
    assert [c.frame.trigger for c in coder().code(text, [(26, len(text))])] == [(33, 41)]


def test_the_report_counts_each_sentence_without_its_own_votes() -> None:
    report = check(parse_codebook(BOOK, "roads.yaml"))
    assert [r.type for r in report.rows] == ["arrest", "talks"]
    assert report.total.marked == 22 and report.total.f1 > 0.6
    assert "arrest" in printed(report)


def remarks(source: str) -> list[str]:
    return [f"{r.place} {r.message} {r.other or ''}" for r in check(parse_codebook(source, "roads.yaml")).remarks]


def test_the_same_words_under_two_types_are_a_contradiction() -> None:
    twisted = BOOK.replace(
        '      - "Both sides [[negotiated]]', '      - "Police [[arrested]] two editors on Monday."\n      - "Both sides [[negotiated]]'
    )
    assert [r for r in remarks(twisted) if "the same words are marked as talks here and as arrest there" in r and "roads.yaml:8" in r]


def test_a_word_that_reads_like_another_type_is_pointed_out() -> None:
    twisted = BOOK.replace(
        '      - "Both sides [[negotiated]]', '      - "Troops [[arrested]] a singer and two drummers."\n      - "Both sides [[negotiated]]'
    )
    assert any("'arrested' is marked as talks but reads like arrest" in r for r in remarks(twisted))


def test_a_type_with_few_examples_is_pointed_out() -> None:
    short = BOOK[: BOOK.index('      - "Envoys held')] + BOOK[BOOK.index("nothing:") :]
    assert any("only 1 example" in r for r in remarks(short))


def test_a_book_without_examples_cannot_code() -> None:
    with pytest.raises(StopRun, match="no type has an example"):
        Coder(Codebook("bare", parse_codebook(BOOK).types))


def test_a_mark_on_function_words_alone_is_refused() -> None:
    with pytest.raises(StopRun, match="only function words") as e:
        Coder(parse_codebook(BOOK.replace("[[met]] in", "met [[in]]"), "roads.yaml"))
    assert e.value.place == "roads.yaml:23"
