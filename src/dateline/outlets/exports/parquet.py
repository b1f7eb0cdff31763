"""Parquet: the columns of csv with their types, in row groups that bound the memory. Needs pyarrow (the extra "parquet")."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from typing import Any

from dateline.errors import StopRun
from dateline.outlets.exports.cells import sound
from dateline.outlets.exports.flat import COLUMNS, values
from dateline.outlets.exports.rows import EventRow

GROUP = 5000  # rows of one group: some 10 MB as Python objects

try:
    pyarrow: Any = import_module("pyarrow")
    pq: Any = import_module("pyarrow.parquet")
except ImportError as e:
    raise StopRun("Parquet needs pyarrow, which is not installed", remedy="pip install 'dateline[parquet]'") from e


def schema() -> Any:
    """The Arrow schema of COLUMNS."""
    types = {"text": pyarrow.string(), "number": pyarrow.float64(), "count": pyarrow.int64(), "list": pyarrow.list_(pyarrow.string())}
    return pyarrow.schema([(name, types[kind]) for name, kind in COLUMNS.items()])


def write(rows: Iterable[EventRow]) -> Iterator[bytes]:
    """A group of rows at a time; what is written is handed on at once."""
    buffer = io.BytesIO()
    sink = _Sink(buffer)
    shape = schema()
    source = iter(rows)
    with pq.ParquetWriter(sink, shape, compression="snappy") as writer:
        while group := list(islice(source, GROUP)):
            columns = zip(*(values(r) for r in group), strict=True)
            arrays = [pyarrow.array([_sound(v) for v in column], type=field.type) for column, field in zip(columns, shape, strict=True)]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=shape), row_group_size=GROUP)
            yield sink.taken()
    yield sink.taken()


def _sound(value: Any) -> Any:
    if isinstance(value, str):
        return sound(value)
    return [sound(v) for v in value] if isinstance(value, tuple) else value


class _Sink(io.RawIOBase):
    """A file that only grows: it knows how far it has come, and keeps only what nobody has taken yet."""

    def __init__(self, buffer: io.BytesIO) -> None:
        self._buffer = buffer
        self._given = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        return self._buffer.write(data)

    def tell(self) -> int:
        return self._given + self._buffer.tell()

    def taken(self) -> bytes:
        """What was written since this was last asked."""
        data = self._buffer.getvalue()
        self._given += len(data)
        self._buffer.seek(0)
        self._buffer.truncate()
        return data
