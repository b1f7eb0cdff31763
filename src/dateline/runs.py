"""Many documents through the pipeline, in order, on as many processes as asked; what fails is data, not an end."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice

from dateline.errors import SkipDocument, StopRun
from dateline.record import Record
from dateline.sources import Failure, Source

SOLO = 4  # fewer documents than this are not worth a second process: each loads the model anew


def read_all(sources: Iterable[Source | Failure], *, workers: int | None = None) -> Iterator[Record | Failure]:
    """The record of each source, or why there is none, in the order given. `workers` None takes one process for each core.

    The same sources give the same records with any number of workers. At most four documents a worker are held at once.
    """
    todo = iter(sources)
    count = workers if workers is not None else os.cpu_count() or 1
    head = list(islice(todo, SOLO))
    if count <= 1 or len(head) < SOLO:
        for s in chain(head, todo):
            yield read_one(s)
        return
    with ProcessPoolExecutor(count, initializer=_end_with, initargs=(os.getpid(),)) as pool:
        held: deque[Future[Record | Failure]] = deque()
        for s in chain(head, todo):
            held.append(pool.submit(read_one, s))
            if len(held) >= 4 * count:
                yield held.popleft().result()
        while held:
            yield held.popleft().result()


def _end_with(parent: int) -> None:
    """Ends this worker when the run is killed: workers that hold each other's pipes would wait for work for ever."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1.0)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def read_one(source: Source | Failure) -> Record | Failure:
    """One source through the pipeline; a document that cannot be read becomes a Failure, and so does an error of ours, named as such."""
    from dateline.pipeline import read_source

    if isinstance(source, Failure):
        return source
    try:
        return read_source(source)
    except SkipDocument as e:
        return Failure.of(e, origin=source.origin, line=source.line, id=source.id)
    except RecursionError:
        return Failure(source.origin, "the page is nested too deeply to be read", source.line, remedy="give its text", id=source.id)
    except StopRun:
        raise
    except Exception as e:  # one document in a hundred thousand must not end the run; it is named as ours, never hidden
        what = f"an error of Dateline's own: {type(e).__name__}: {e}"
        return Failure(source.origin, what[:300], source.line, remedy="please report it", id=source.id, error=type(e).__name__)
