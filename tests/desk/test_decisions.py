"""The analyst's word: it stands over the machine's, can be undone, and survives reading and folding everything again."""

from __future__ import annotations

import sqlite3

import pytest

from dateline.desk import Desk, Filter, adding, stages
from dateline.desk.errors import DecisionError
from desk.conftest import Fill
from desk.contents import contents
from desk.madeup import read_all, reports

ROWS = [
    {"id": "a", "text": "gunmen attacked farmers near Kidal on 2022-04-12, killing 5.", "published": "2022-04-13", "outlet": "Hill Post"},
    {"id": "b", "text": "On 2022-04-12 gunmen attacked farmers in Kidal, killing 7.", "published": "2022-04-13", "outlet": "River Times"},
    {"id": "c", "text": "farmers marched in Mumias on 2022-05-02.", "published": "2022-05-03", "outlet": "Hill Post"},
    {"id": "d", "text": "Muammar Gaddafi met Amina Diallo on 2022-03-01.", "published": "2022-03-02", "outlet": "Plain Dealer"},
    {"id": "e", "text": "Amina Diallo praised Moammar Kadhafi on 2022-03-20.", "published": "2022-03-21", "outlet": "Hill Post"},
]


@pytest.fixture
def desk(fill: Fill) -> Desk:
    return fill(ROWS)


def the(desk: Desk, kind: str):  # type: ignore[no-untyped-def]
    (row,) = desk.find(Filter(type=(kind,), status="all")).rows
    return row


def tellings(desk: Desk, event: str) -> list[str]:
    return [t for (t,) in desk.db.execute("SELECT id FROM tellings WHERE event = ? ORDER BY id", (event,))]


def test_one_attack_told_twice_is_one_event_with_a_range(desk: Desk) -> None:
    e = the(desk, "ASSAULT")
    assert (e.killed_low, e.killed_high, e.contested, e.articles) == (5, 7, ("killed",), 2)


def test_accept_and_reject(desk: Desk) -> None:
    e = the(desk, "ASSAULT")
    first, second = tellings(desk, e.id)
    desk.decide("reject", first, who="anna", why="a film")
    left = the(desk, "ASSAULT")
    assert (left.tellings, left.contested, left.decided_by) == (1, (), "person")
    desk.decide("reject", second, who="anna", why="a film")
    assert the(desk, "ASSAULT").status == "rejected"
    assert desk.count() == 3
    desk.decide("undo", "2", who="anna", why="no film")
    assert the(desk, "ASSAULT").status is None


@pytest.mark.parametrize(
    ("field", "value", "column", "expected"),
    [
        ("type", "protest", "type", "PROTEST"),
        ("type", "protest", "quad", "material conflict"),
        ("day", "2022-04", "first_day", "2022-04-01"),
        ("day", "2022-04-10/2022-04-11", "last_day", "2022-04-11"),
        ("day", "unknown", "first_day", None),
        ("place", "Mumias", "country", "KEN"),
        ("place", "Nowhere Ford", "lat", None),
        ("place", "Nowhere Ford", "place_name", "Nowhere Ford"),
        ("killed", "3+", "killed_high", None),
        ("killed", "3-4", "killed_high", 4),
        ("modality", "negated", "modality", "negated"),
    ],
)
def test_correcting_an_event(desk: Desk, field: str, value: str, column: str, expected: object) -> None:
    before = contents(desk.db)["events"]
    e = the(desk, "ASSAULT")
    n = desk.decide("correct", e.id, field, value, who="anna", why="read it")
    (row,) = desk.find(Filter(event=e.id)).rows
    assert (getattr(row, column), row.decided_by) == (expected, "person")
    desk.decide("undo", str(n), who="anna", why="")
    assert contents(desk.db)["events"] == before


def test_correcting_a_telling_and_undoing_it(desk: Desk) -> None:
    before = contents(desk.db)
    first, _ = tellings(desk, the(desk, "ASSAULT").id)
    n = desk.decide("correct", first, "killed", "7", who="anna", why="")
    assert (the(desk, "ASSAULT").killed_low, the(desk, "ASSAULT").contested) == (7, ())
    m = desk.decide("correct", first, "actor", "Kasa Front", who="anna", why="")
    assert {p.name for p in the(desk, "ASSAULT").actors} == {"Kasa Front", "gunmen"}
    for number in (m, n):
        desk.decide("undo", str(number), who="anna", why="")
    after = contents(desk.db)
    for table in ("tellings", "events", "telling_actors", "event_actors"):
        assert after[table] == before[table]


def test_merge_and_split_events(desk: Desk) -> None:
    before = contents(desk.db)
    attack, march = the(desk, "ASSAULT"), the(desk, "PROTEST")
    n = desk.decide("merge", attack.id, march.id, who="anna", why="one day")
    (one,) = desk.find(Filter(event=march.id)).rows
    assert (one.id, one.tellings) == (attack.id, 3), "the old id leads to what stands for it"
    m = desk.decide("split", attack.id, tellings(desk, attack.id)[0], who="anna", why="another")
    assert desk.find(Filter(event=attack.id)).rows[0].tellings == 2
    for number in (m, n):
        desk.decide("undo", str(number), who="anna", why="")
    assert contents(desk.db)["tellings"] == before["tellings"]
    assert contents(desk.db)["events"] == before["events"]


def test_spellings_of_one_person_are_one_actor_until_split(desk: Desk) -> None:
    (one,) = desk.find(Filter(actor="Gadhafi"), "actors").rows
    assert set(one.spellings) == {"Muammar Gaddafi", "Moammar Kadhafi"}
    assert desk.count(Filter(actor="Khaddafy")) == 2
    desk.decide("split", one.id, "Moammar Kadhafi", who="anna", why="his cousin")
    assert len(desk.find(Filter(actor="Gadhafi"), "actors").rows) == 2
    assert desk.count(Filter(actor=one.id)) == 1
    desk.decide("undo", "1", who="anna", why="he has no cousin")
    assert desk.count(Filter(actor=one.id)) == 2


def test_merge_actors_and_stories(desk: Desk) -> None:
    gunmen = desk.find(Filter(actor="gunmen"), "actors").rows
    (diallo,) = desk.find(Filter(actor="Amina Diallo"), "actors").rows
    assert len(gunmen) == 2, "a description is somebody else in each report"
    desk.decide("merge", gunmen[0].id, gunmen[1].id, who="anna", why="one band")
    assert [p.tellings for p in the(desk, "ASSAULT").actors] == [2]
    stories = [s for (s,) in desk.db.execute("SELECT id FROM stories ORDER BY id")]
    desk.decide("merge", *stories, who="anna", why="one war")
    assert desk.db.execute("SELECT articles, decided_by FROM stories").fetchall() == [(5, "person")]
    assert diallo.country == "MLI"


def test_an_event_by_hand(desk: Desk) -> None:
    article = desk.find(what="articles").rows[0].id
    fields = {
        "type": "COERCE",
        "day": "2022-04-14",
        "place": "Kidal",
        "actor": "the police; Amina Diallo",
        "arrested": "12",
        "article": article,
        "quote": "Seen.",
    }
    n = desk.decide("add", "event", who="anna", why="on the radio", **fields)
    e = the(desk, "COERCE")
    assert (e.decided_by, e.country, e.arrested_low, e.quote, [p.name for p in e.actors]) == (
        "person",
        "MLI",
        12,
        "Seen.",
        ["Amina Diallo", "the police"],
    )
    desk.decide("undo", str(n), who="anna", why="")
    assert desk.find(Filter(type=("COERCE",), status="all")).rows == ()


def test_decisions_stay_when_everything_is_read_and_folded_again(desk: Desk) -> None:
    attack, march, talks = the(desk, "ASSAULT"), the(desk, "PROTEST"), the(desk, "CONSULT")
    first, _ = tellings(desk, attack.id)
    desk.decide("correct", first, "killed", "6", who="anna", why="")
    desk.decide("accept", attack.id, who="ben", why="")
    desk.decide("correct", march.id, "place", "Bignona", who="anna", why="")
    desk.decide("merge", march.id, talks.id, who="anna", why="")
    desk.decide("add", "event", who="anna", why="", type="AID", day="2022-04-14")
    before = contents(desk.db)
    desk.reread(everything=True, fold=True)
    after = contents(desk.db)
    assert {t: after[t] for t in after if t != "records"} == {t: before[t] for t in before if t != "records"}


def test_a_telling_that_moved_keeps_its_decision(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = tellings(desk, the(desk, "ASSAULT").id)
    desk.decide("correct", first, "killed", "6", who="anna", why="")

    def otherwise(sources, *, workers):  # type: ignore[no-untyped-def]
        from dataclasses import replace

        for r in read_all(sources, workers=workers):
            events = tuple(replace(e, trigger=(e.trigger[0], e.trigger[1] + 3)) if e.type == "ASSAULT" else e for e in r.events)
            yield replace(r, events=events)

    monkeypatch.setattr(adding, "read_all", otherwise)
    desk.reread(everything=True)
    assert the(desk, "ASSAULT").killed_low == 6
    assert desk.decisions()[0].unattached is None


def test_what_was_accepted_is_kept_when_the_machine_forgets_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    march = the(desk, "PROTEST")
    (telling,) = tellings(desk, march.id)
    desk.decide("accept", telling, who="anna", why="I was there")
    (other, _) = tellings(desk, the(desk, "ASSAULT").id)
    desk.decide("reject", other, who="anna", why="")
    desk.decide("reject", the(desk, "CONSULT").id, who="anna", why="")

    def blind(sources, *, workers):  # type: ignore[no-untyped-def]
        from dataclasses import replace

        for r in read_all(sources, workers=workers):
            yield replace(r, events=())

    monkeypatch.setattr(adding, "read_all", blind)
    desk.reread(everything=True)
    assert [(e.type, e.decided_by, e.status) for e in desk.events()] == [("PROTEST", "person", "accepted")]
    assert [d.unattached for d in desk.decisions()] == [
        "the machine no longer finds it; kept as a person's",
        "it is no longer there",
        "nothing of the event is there any more",
    ]


def test_reading_again_touches_only_what_another_version_made(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.reread().read == 0
    found = stages.versions() | {"facts": "00000000"}
    monkeypatch.setattr(stages, "versions", lambda: found)
    again = desk.reread()
    assert (again.read, again.changed, again.folded) == (5, 0, 0), "read by the new version, found to be the same, not folded again"
    assert desk.reread().read == 0


def test_the_log_is_only_ever_added_to(desk: Desk) -> None:
    desk.decide("accept", the(desk, "ASSAULT").id, who="anna", why="seen")
    for sql in ("UPDATE decisions SET who = 'ben'", "DELETE FROM decisions"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            desk.db.execute(sql)
    (d,) = desk.decisions()
    assert (d.who, d.why, d.act, d.kind, d.undone) == ("anna", "seen", "accept", "event", False)


def test_undoing_an_undo(desk: Desk) -> None:
    e = the(desk, "ASSAULT")
    desk.decide("reject", e.id, who="anna", why="")
    desk.decide("undo", "1", who="anna", why="")
    assert the(desk, "ASSAULT").status is None
    desk.decide("undo", "2", who="anna", why="")
    assert the(desk, "ASSAULT").status == "rejected"
    assert [d.undone for d in desk.decisions()] == [False, False, False]


@pytest.mark.parametrize(
    ("act", "target", "rest", "says"),
    [
        ("accept", "event-none", (), "no event"),
        ("accept", "nothing", (), "no id"),
        ("accept", "x#1-2", (), "no telling"),
        ("correct", "ASSAULT", ("type", "WAR"), "no PLOVER type"),
        ("correct", "ASSAULT", ("colour", "red"), "no field"),
        ("correct", "ASSAULT", ("killed", "many"), "no number"),
        ("correct", "ASSAULT", ("day", "soon"), "no day"),
        ("merge", "ASSAULT", (), "with what"),
        ("split", "ASSAULT", ("x#1-2",), "is not in"),
        ("undo", "77", (), "no decision"),
        ("burn", "ASSAULT", (), "nothing that can be decided"),
    ],
)
def test_what_cannot_be_decided_is_refused(desk: Desk, act: str, target: str, rest: tuple[str, ...], says: str) -> None:
    target = the(desk, target).id if target.isupper() else target
    with pytest.raises(DecisionError, match=says):
        desk.decide(act, target, *rest, who="anna", why="")
    assert desk.decisions() == []


def test_many_decisions_do_not_change_what_more_reports_give(fill: Fill) -> None:
    """A desk decided on and then added to holds the same machine's rows as one that was only added to."""
    one, other = fill(reports(10), name="a"), fill(reports(10), name="b")
    for e in list(one.events()):
        one.decide("accept", e.id, who="anna", why="")
    fill(reports(16), name="a")
    fill(reports(16), name="b")
    same = "SELECT id, machine_event, event FROM tellings ORDER BY id"
    assert one.db.execute(same).fetchall() == other.db.execute(same).fetchall()
