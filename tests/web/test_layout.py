"""Pictures of networks: the same every time, nothing over anything else."""

from __future__ import annotations

from math import hypot

from dateline.web.layout import HEIGHT, LONGEST, WIDTH, around, drawn, labels, radius, settle

NODES = [f"actor-{i}" for i in range(30)]
TIES = {(NODES[i], NODES[(i * 7 + 3) % 30]): 1 + i % 4 for i in range(30)}
RADII = {n: radius(1 + i) for i, n in enumerate(NODES)}


def test_the_same_network_gives_the_same_picture() -> None:
    assert settle(NODES, TIES, RADII) == settle(NODES, dict(reversed(TIES.items())), RADII)


def test_dots_stand_within_the_picture_and_not_on_each_other() -> None:
    places = settle(NODES, TIES, RADII)
    for n, (x, y) in places.items():
        assert RADII[n] < x < WIDTH - RADII[n] and RADII[n] < y < HEIGHT - RADII[n]
    apart = [hypot(places[a][0] - places[b][0], places[a][1] - places[b][1]) - RADII[a] - RADII[b] for a in NODES for b in NODES if a < b]
    assert min(apart) > 0


def test_tied_ones_stand_nearer_than_others() -> None:
    pairs = {("a", "b"): 9, ("c", "d"): 9, ("e", "f"): 9}
    places = settle(list("abcdef"), pairs, dict.fromkeys("abcdef", 6.0))
    tied = [hypot(places[a][0] - places[b][0], places[a][1] - places[b][1]) for a, b in pairs]
    others = [hypot(places[a][0] - places[b][0], places[a][1] - places[b][1]) for a in "ab" for b in "cdef"]
    assert max(tied) < min(others)


def test_one_alone_and_nobody() -> None:
    assert settle([], {}, {}) == {}
    assert settle(["a"], {}, {"a": 5.0}) == {"a": (WIDTH / 2, HEIGHT / 2)}
    assert len(around("a", ["b", "c"])) == 3


def test_labels_that_are_always_shown_cover_no_other() -> None:
    places = settle(NODES, TIES, RADII)
    shown = [x for x in labels([(n, f"Somebody called {n}") for n in NODES], places, RADII).values() if x.always]
    assert shown
    for a in shown:
        for b in shown:
            if a is not b and a.anchor == b.anchor == "start":
                assert abs(a.y - b.y) > 8 or abs(a.x - b.x) > 60


def test_names_are_drawn_on_one_line_with_what_hides_in_them_shown() -> None:
    assert drawn("Minister\u202egnp.exe\nof  state") == "Minister▯gnp.exe of state"
    assert len(drawn("x" * 500)) == LONGEST
    assert drawn("Z\u0351\u0352\u0353algo").count("\u0352") == 0
