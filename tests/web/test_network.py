"""Who acts on whom: the ties that events make, and the pages that show them."""

from __future__ import annotations

import json
import re
from pathlib import Path

from starlette.testclient import TestClient

from dateline.desk import open_desk
from dateline.desk.filter import Filter
from dateline.web.picture import STRONGEST, circle, network
from dateline.web.ties import QUADS


def a_tie(folder: Path) -> tuple[str, str, int]:
    """The first tie of the view that docs/desk.md names, and how many asserted events it has."""
    with open_desk(folder) as desk:
        sql = (
            "SELECT w.actor, w.recipient, count(*) FROM who_to_whom w JOIN events e ON e.id = w.event WHERE e.modality = 'asserted'"
            " AND w.actor <> w.recipient GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"
        )
        row = desk.db.execute(sql).fetchone()
        return row[0], row[1], row[2]


def test_the_ties_are_those_of_the_view(folder: Path) -> None:
    with open_desk(folder) as desk:
        net = network(desk.db, Filter())
        held = {
            (a, b): n
            for a, b, n in desk.db.execute("SELECT actor, recipient, count(*) FROM who_to_whom WHERE actor <> recipient GROUP BY 1, 2")
        }
    assert {(t.actor, t.recipient): t.events for t in net.ties} == held and net.all_looked
    for t in net.ties:
        assert sum(t.quads) == t.events == sum(n for _, _, n in t.steps) == sum(n for _, n in t.types)
        assert t.quad in QUADS and t.quads[QUADS.index(t.quad)] == max(t.quads)
    assert [n.events for n in net.nodes] == sorted((n.events for n in net.nodes), reverse=True)


def test_only_the_strongest_are_drawn(folder: Path) -> None:
    with open_desk(folder) as desk:
        desk.db.execute("BEGIN")
        for i in range(200):
            desk.db.execute("INSERT INTO events (id, type, quad, contexts, modality, confidence, tellings, articles, outlets, contested, made_by)"
                            " VALUES (?, 'ASSAULT', 'material conflict', '[]', 'asserted', 1, 1, 1, 1, '[]', 'x')", (f"event-{i}",))  # fmt: skip
            desk.db.execute(
                "INSERT INTO event_actors VALUES (?, 'actor', ?, 'a', 1), (?, 'recipient', 'actor-hub', 'b', 1)",
                (f"event-{i}", f"actor-{i}", f"event-{i}"),
            )
        net = network(desk.db, Filter())
        desk.db.execute("ROLLBACK")
    assert len(net.nodes) == STRONGEST and net.more > 100 and net.people > 200
    assert net.nodes[0].id == "actor-hub" and net.nodes[0].acted == STRONGEST - 1


def test_what_is_known_by_the_year_is_in_no_month(folder: Path) -> None:
    with open_desk(folder) as desk:
        actor, recipient, _ = a_tie(folder)
        (event,) = desk.db.execute("SELECT event FROM who_to_whom WHERE actor = ? AND recipient = ?", (actor, recipient)).fetchone()
        desk.db.execute("BEGIN")
        desk.db.execute(
            "UPDATE events SET first_day = '2022-01-01', last_day = '2022-12-31', date_precision = 'year' WHERE id = ?", (event,)
        )
        net = network(desk.db, Filter(event=event))
        both = network(desk.db, Filter())
        desk.db.execute("ROLLBACK")
    assert net.ties and both.steps
    tie = next(t for t in both.ties if (t.actor, t.recipient) == (actor, recipient))
    assert len(both.steps[0]) > 4 and -1 in {step for step, _, _ in tie.steps}


def test_the_page_shows_each_tie_as_a_line_and_as_a_row(client: TestClient, folder: Path) -> None:
    page = client.get("/network").text
    lines, rows = re.findall(r"<path class=\"line[^>]* data-tie=", page), re.findall(r"<tr data-row data-tie=", page)
    assert len(lines) == len(rows) > 2
    actor, recipient, _ = a_tie(folder)
    assert f'href="/network/{actor}/{recipient}"' in page and f'data-node="{actor}"' in page
    data = json.loads(page.partition('id="net-data">')[2].partition("</script>")[0])
    assert len(data["ties"]) == len(rows)


def test_the_filter_is_the_networks_too(client: TestClient) -> None:
    assert "Soldiers" in client.get("/network?country=SEN").text
    assert "Soldiers" not in client.get("/network?country=NGA").text
    empty = client.get("/network?type=MOBILIZE")
    assert empty.status_code == 200 and "Nobody acts on anybody" in empty.text


def test_a_tie_lists_its_events(client: TestClient, folder: Path) -> None:
    actor, recipient, n = a_tie(folder)
    page = client.get(f"/network/{actor}/{recipient}")
    assert page.status_code == 200 and page.text.count("data-row>") == n
    assert client.get(f"/network/{recipient}/{actor}?type=MOBILIZE").status_code == 200
    assert client.get(f"/network/{actor}/actor-0000000000000000").status_code == 404


def test_only_what_happened_makes_a_tie_unless_asked(client: TestClient, folder: Path) -> None:
    with open_desk(folder) as desk:
        desk.db.execute("UPDATE events SET modality = 'negated'")
    assert "Nobody acts on anybody" in client.get("/network").text
    assert "data-tie" in client.get("/network?told=all").text
    assert "data-tie" in client.get("/network?modality=negated").text


def test_one_in_the_middle(folder: Path) -> None:
    actor, recipient, _ = a_tie(folder)
    with open_desk(folder) as desk:
        net = circle(desk.db, actor, Filter())
    assert net.nodes[0].id == actor and recipient in {n.id for n in net.nodes}
    assert (net.nodes[0].x, net.nodes[0].y) == (net.size[0] / 2, net.size[1] / 2)
