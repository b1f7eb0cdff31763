"""Reports that come in several runs: the desk is the same whichever came first, and what one more report changes is written anew, its reasons too."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from dateline.desk import Desk, folding, open_desk, reasons
from dateline.desk.folding import fold_waiting
from dateline.stories import Newsroom
from desk.conftest import Fill
from desk.contents import contents
from desk.madeup import reports


def in_runs(fill: Fill, rows: list[dict[str, str]], size: int, name: str) -> Desk:
    for start in range(0, len(rows), size):
        desk = fill(rows[start : start + size], name=name)
    return desk


@pytest.mark.parametrize("seed", [0, 1])
def test_runs_in_two_orders_give_the_same_desk(fill: Fill, seed: int) -> None:
    rows = reports(60, seed=seed)
    turned = rows[:]
    random.Random(seed + 7).shuffle(turned)
    assert contents(in_runs(fill, rows, 13, "a").db) == contents(in_runs(fill, turned, 17, "b").db)


def test_runs_and_one_go_give_the_same_desk(fill: Fill) -> None:
    rows = reports(40, seed=4)
    assert contents(in_runs(fill, rows, 7, "a").db) == contents(fill(rows, name="b").db)


def test_the_copy_is_the_later_text_whichever_came_first(fill: Fill) -> None:
    text = " ".join(f"word{i}" for i in range(60))
    early = {"id": "early", "text": f"{text} gunmen attacked farmers near Kidal.", "published": "2022-04-10"}
    late = {"id": "late", "text": f"{text} gunmen attacked farmers by Kidal.", "published": "2022-04-12"}
    found = []
    for name, order in (("a", (early, late)), ("b", (late, early))):
        desk = in_runs(fill, list(order), 1, name)
        sql = "SELECT x.given_id, y.given_id FROM copies c JOIN documents x ON x.key = c.article JOIN documents y ON y.key = c.of"
        found.append(desk.db.execute(sql).fetchall())
    assert found == [[("late", "early")]] * 2


def test_the_name_most_articles_say_is_the_actors(fill: Fill) -> None:
    said = ["Moammar Kadhafi", "Muammar Gaddafi", "Muammar Gaddafi"]
    rows = [{"id": f"r{i}", "text": f"{name} met farmers in Mumias on 2022-04-1{i}."} for i, name in enumerate(said)]
    desk = in_runs(fill, rows[:1], 1, "a")
    assert [a.name for a in desk.find(what="actors").rows if a.kind == "person"] == ["Moammar Kadhafi"]
    desk = in_runs(fill, rows[1:], 1, "a")
    (actor,) = (a for a in desk.find(what="actors").rows if a.kind == "person")
    assert (actor.name, actor.articles, actor.country) == ("Muammar Gaddafi", 3, "LBY")
    assert desk.db.execute("SELECT DISTINCT name FROM event_actors WHERE actor = ?", (actor.id,)).fetchall() == [("Muammar Gaddafi",)]


def test_votes_are_those_of_the_articles(desk: Desk) -> None:
    votes = "SELECT key, field, value, votes FROM name_votes"
    counted = " UNION ALL ".join(
        f"SELECT key, '{field}', {field}, count(*) FROM article_actors WHERE {field} IS NOT NULL GROUP BY key, {field}"
        for field in ("name", "country", "sector")
    )
    assert sorted(desk.db.execute(votes)) == sorted(desk.db.execute(counted))
    desk.db.execute("DELETE FROM article_actors WHERE article = (SELECT min(article) FROM article_actors)")
    assert sorted(desk.db.execute(votes)) == sorted(desk.db.execute(counted))


def test_of_a_large_group_all_are_explained_when_nothing_waits(fill: Fill, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = reports(12, seed=2)
    small = contents(in_runs(fill, rows, 1, "small").db)
    monkeypatch.setattr(reasons, "MOST", 2)
    desk = in_runs(fill, rows, 1, "large")
    assert max(e.tellings for e in desk.events()) > 2
    assert contents(desk.db) == small, "the reasons are those of a desk in which no group is large"


def test_of_a_large_group_only_those_that_came_are_explained_with_each_batch(fill: Fill, monkeypatch: pytest.MonkeyPatch) -> None:
    explained: list[str] = []
    monkeypatch.setattr(reasons, "MOST", 2)
    nearest = Newsroom.nearest
    monkeypatch.setattr(Newsroom, "nearest", lambda self, t, shown=None: explained.append(t) or nearest(self, t, shown))  # type: ignore[func-returns-value]
    monkeypatch.setitem(fold_waiting.__kwdefaults__, "batch", 1)
    desk = fill(reports(12, seed=2))
    tellings = [e.tellings for e in desk.events()]
    assert max(tellings) > 4
    assert len(explained) < sum(n * (n + 1) // 2 for n in tellings)


def test_the_reasons_that_a_killed_run_owes_are_written_by_the_next(fill: Fill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = reports(12, seed=2)
    with monkeypatch.context() as m:
        m.setitem(fold_waiting.__kwdefaults__, "batch", 1)
        whole = contents(fill(rows, name="whole").db)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as m:
        m.setattr(reasons, "MOST", 2)
        m.setattr(folding, "explain_owed", killed)
        m.setitem(fold_waiting.__kwdefaults__, "batch", 1)
        with pytest.raises(KeyboardInterrupt):
            fill(rows, name="killed")
    with open_desk(tmp_path / "killed") as desk:
        desk.add()
        assert contents(desk.db) == whole
