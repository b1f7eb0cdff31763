"""A line break inside a block ends no sentence."""

import textwrap

from dateline import read
from dateline.reader import running, unwrapped
from dateline.stories.telling import tellings_of

PARAGRAPHS = (
    "Rebels of the Northern Front attacked an army post near Gao on Monday and killed six soldiers, the regional governor said.",
    "Defence Minister Sadio Camara condemned the attack. “We will punish those who did this wherever they may hide,” Camara told reporters in Bamako on Tuesday.",
    "The governor of the region, Moussa Traore, met leaders of the herders’ union in the town of Ansongo and asked them to keep away from the road.",
)


def test_breaks_inside_a_block_become_blanks_and_nothing_moves() -> None:
    text = "Head\r\none two\r\nthree\n\nfour\nfive"
    assert unwrapped(text, [(6, 20), (22, 31)]) == "Head\r\none two  three\n\nfour five"


def test_a_page_without_them_is_the_same() -> None:
    text = "one\ntwo"
    assert unwrapped(text, [(0, 3), (4, 7)]) is text


def test_a_mailed_report_reads_like_the_page() -> None:
    page = read("\n\n".join(PARAGRAPHS), published="2022-06-15")
    mailed = read("\n\n".join(textwrap.fill(p, 72, break_on_hyphens=False) for p in PARAGRAPHS), published="2022-06-15")
    assert "\n" in mailed.article.text[mailed.article.blocks[0].start : mailed.article.blocks[0].end]
    assert [(e.type, e.trigger, e.actors, e.recipients, e.date, e.place) for e in mailed.events] == [
        (e.type, e.trigger, e.actors, e.recipients, e.date, e.place) for e in page.events
    ]
    assert [a.name for a in mailed.actors] == [a.name for a in page.actors]
    assert [(s.speaker, s.content, s.kind) for s in mailed.statements] == [(s.speaker, s.content, s.kind) for s in page.statements]


def test_the_sentence_of_a_mailed_event_is_whole() -> None:
    mailed = read("\n\n".join(textwrap.fill(p, 72, break_on_hyphens=False) for p in PARAGRAPHS), published="2022-06-15")
    tellings = tellings_of(mailed)
    attack = next(t for t in tellings if mailed.quote(t.event.trigger) == "attacked")
    assert running(mailed.article)[slice(*attack.sentence)].strip() == PARAGRAPHS[0]
