from __future__ import annotations

import dataclasses
import io

import pytest

from dateline.outlets.exports.rows import Days, EventRow
from outlets.exports.events import ARMY, PUPILS, TEACHER, UNION, event
from outlets.exports.written import written


def graphml(*rows: EventRow):  # type: ignore[no-untyped-def]
    nx = pytest.importorskip("networkx")
    return nx.read_graphml(io.BytesIO(written("graphml", *rows).encode()))


def gexf(*rows: EventRow):  # type: ignore[no-untyped-def]
    nx = pytest.importorskip("networkx")
    return nx.read_gexf(io.BytesIO(written("gexf", *rows).encode()), version="1.3")


MEETING = event(id="m", type="CONSULT", mode=None, quad="verbal cooperation", intensity=1.5, actors=(ARMY, UNION), recipients=(), days=None)
AGAIN = event(id="y", type="ACCUSE", quad="verbal conflict", intensity=-3.0, days=Days("2021", "year", "2021-01-01", "2021-12-31"))


@pytest.mark.parametrize("read", [graphml, gexf])
def test_networkx_reads_nodes_and_directed_edges(read) -> None:  # type: ignore[no-untyped-def]
    found = read(event(), event(id="z", recipients=(TEACHER,)))
    assert found.is_directed() and found.number_of_nodes() == 3 and found.number_of_edges() == 2
    assert sorted(d["label"] for _, d in found.nodes(data=True)) == ["Ma Thuzar", "pupils", "the army"]


def test_events_of_one_pair_add_up() -> None:
    found = graphml(event(), AGAIN)
    ((_, _, edge),) = found.edges(data=True)
    assert (edge["weight"], edge["material_conflict"], edge["verbal_conflict"], edge["mean_intensity"]) == (2, 1, 1, -6.5)
    assert (edge["first_day"], edge["last_day"]) == ("2021-01-01", "2022-05-03")


def test_both_files_tell_the_same() -> None:
    one, other = graphml(event(), AGAIN, MEETING), gexf(event(), AGAIN, MEETING)
    assert sorted((a, b, d["weight"], d["mutual"]) for a, b, d in one.edges(data=True)) == sorted(
        (a, b, d["weight"], d["mutual"]) for a, b, d in other.edges(data=True)
    )


def test_a_meeting_goes_both_ways_and_says_so() -> None:
    found = graphml(MEETING)
    assert sorted((d["weight"], d["mutual"]) for _, _, d in found.edges(data=True)) == [(1, 1), (1, 1)]
    assert all("first_day" not in d for _, _, d in found.edges(data=True))


def test_nobody_is_linked_to_himself() -> None:
    assert graphml(event(actors=(ARMY, PUPILS), recipients=(PUPILS,))).number_of_edges() == 1


def test_what_one_event_leaves_unknown_another_knows() -> None:
    found = graphml(event(actors=(dataclasses.replace(ARMY, sector=None),)), event(id="y"))
    assert {d["label"]: d.get("sector") for _, d in found.nodes(data=True)} == {"the army": "MIL", "pupils": "CVL"}
    assert {d["label"]: d["events"] for _, d in found.nodes(data=True)} == {"the army": 2, "pupils": 2}
