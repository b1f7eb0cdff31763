"""GEXF 1.3 of the network of actors, for Gephi: the nodes and edges of graphml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.outlets.exports.cells import xml_words
from dateline.outlets.exports.graphml import EDGE, NODE, edge_values, node_values
from dateline.outlets.exports.network import Network
from dateline.outlets.exports.rows import EventRow

TYPES = {"string": "string", "int": "integer", "double": "double"}
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n<graph defaultedgetype="directed" mode="static">\n'
)


def write(rows: Iterable[EventRow]) -> Iterator[str]:
    yield HEAD
    for what, keys in (("node", NODE), ("edge", EDGE)):
        yield f'<attributes class="{what}" mode="static">\n'
        for name, kind in keys.items():
            if name not in ("label", "weight"):  # GEXF has these two of its own
                yield f'<attribute id="{what}_{name}" title="{name}" type="{TYPES[kind]}"/>\n'
        yield "</attributes>\n"
    with Network(rows) as network:
        yield "<nodes>\n"
        for n in network.nodes():
            yield f'<node id="n{n.number}" label="{xml_words(n.name)}">{_values("node", NODE, node_values(n))}</node>\n'
        yield "</nodes>\n<edges>\n"
        for i, e in enumerate(network.edges()):
            shown = _values("edge", EDGE, edge_values(e))
            yield f'<edge id="e{i}" source="n{e.source}" target="n{e.target}" weight="{e.events}">{shown}</edge>\n'
        yield "</edges>\n"
    yield "</graph>\n</gexf>\n"


def _values(what: str, keys: dict[str, str], values: tuple[str, ...]) -> str:
    told = [(k, v) for k, v in zip(keys, values, strict=True) if v and k not in ("label", "weight")]
    return "<attvalues>" + "".join(f'<attvalue for="{what}_{k}" value="{xml_words(v)}"/>' for k, v in told) + "</attvalues>"
