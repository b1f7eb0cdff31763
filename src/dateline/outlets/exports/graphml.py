"""GraphML of the network of actors: a node for each actor, one directed edge for each pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.outlets.exports.cells import number, xml_words
from dateline.outlets.exports.network import Edge, Network, Node
from dateline.outlets.exports.rows import EventRow

NODE = {"label": "string", "actor_id": "string", "kind": "string", "country": "string", "sector": "string", "events": "int"}
EDGE = {
    "weight": "int", "mutual": "int", "verbal_cooperation": "int", "material_cooperation": "int", "verbal_conflict": "int", "material_conflict": "int",
    "mean_intensity": "double", "first_day": "string", "last_day": "string",
}  # fmt: skip
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'


def node_values(n: Node) -> tuple[str, ...]:
    """In the order of NODE; empty for the unknown."""
    return n.name, n.id, n.kind, n.country, n.sector, str(n.events)


def edge_values(e: Edge) -> tuple[str, ...]:
    """In the order of EDGE."""
    return str(e.events), str(e.mutual), *(str(q) for q in e.quads), number(e.intensity), e.first, e.last


def write(rows: Iterable[EventRow]) -> Iterator[str]:
    yield HEAD
    for what, keys in (("node", NODE), ("edge", EDGE)):
        for name, kind in keys.items():
            yield f'<key id="{what}_{name}" for="{what}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph edgedefault="directed">\n'
    with Network(rows) as network:
        for n in network.nodes():
            yield f'<node id="n{n.number}">{_data("node", NODE, node_values(n))}</node>\n'
        for e in network.edges():
            yield f'<edge source="n{e.source}" target="n{e.target}">{_data("edge", EDGE, edge_values(e))}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _data(what: str, keys: dict[str, str], values: tuple[str, ...]) -> str:
    return "".join(f'<data key="{what}_{k}">{xml_words(v)}</data>' for k, v in zip(keys, values, strict=True) if v)
