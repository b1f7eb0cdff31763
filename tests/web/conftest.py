"""A desk read from reports of our own, and a browser's place before it. The desk is made once and copied for each test that asks for it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("fastapi", reason="needs the extra web")
pytest.importorskip("httpx2", reason="needs httpx2 for Starlette's test client")

from starlette.testclient import TestClient

from dateline.desk import adding, open_desk
from dateline.record import Record
from dateline.sources import Failure, Source
from dateline.web.app import serve_app
from dateline.web.settings import Settings
from web.madeup import HOSTILE, REPORTS

if TYPE_CHECKING:
    from web.browsing import Watched

Visit = Callable[..., TestClient]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a desk that nobody may change."""
    folder = tmp_path_factory.mktemp("web")
    lines = folder / "reports.jsonl"
    lines.write_text("".join(json.dumps(r) + "\n" for r in [*REPORTS, HOSTILE]), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, open_desk(folder / "desk", create=True) as desk:
        patch.setattr(adding, "read_all", read_before)
        desk.add([str(lines)], workers=1)
    return folder / "desk"


def read_before(sources: Iterable[Source | Failure], *, workers: int | None = None) -> Iterator[Record | Failure]:
    """The records that refresh_records.py wrote down: the browser's tests do not hang on what the reader learns."""
    known = [Record.from_json(line) for line in (Path(__file__).parent / "records.jsonl").read_text(encoding="utf-8").splitlines()]
    by_id = {r.article.id: r for r in known}
    assert workers == 1
    for s in sources:
        yield s if isinstance(s, Failure) else by_id[str(s.id)]


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of the desk that a test may change."""
    return Path(shutil.copytree(made, tmp_path / "desk"))


@pytest.fixture
def visit(folder: Path) -> Iterator[Visit]:
    """Makes a client of a server with these settings; by default one on loopback, where everybody may do everything."""
    opened: list[TestClient] = []

    def make(base_url: str = "http://localhost", **settings: Any) -> TestClient:
        client = TestClient(
            serve_app(Settings(folder, **settings)), base_url=base_url, raise_server_exceptions=False, follow_redirects=False
        )
        client.__enter__()
        opened.append(client)
        return client

    yield make
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture
def client(visit: Visit) -> TestClient:
    return visit()


@pytest.fixture
def token(client: TestClient) -> str:
    """What the client's forms must bring."""
    return token_of(client)


def token_of(client: TestClient, path: str = "/") -> str:
    """The token that a page gives to its forms."""
    return client.get(path).text.partition('name="csrf" content="')[2].partition('"')[0]


@pytest.fixture
def ids(folder: Path) -> dict[str, str]:
    """Ids by what was given: "coast-1" is its article; "attack" the event that two outlets tell."""
    with open_desk(folder) as desk:
        out = dict(desk.db.execute("SELECT given_id, key FROM documents").fetchall())
        row = desk.db.execute("SELECT id FROM events WHERE type = 'ASSAULT' ORDER BY articles DESC, id").fetchone()
        return out | ({"attack": row[0]} if row else {})


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless browser; skips where there is none."""
    driver = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no chromium on this machine")
    from web.browsing import CHROMIUM

    with driver.sync_playwright() as p:
        browser = p.chromium.launch(executable_path=path, args=list(CHROMIUM))
        yield browser
        browser.close()


@pytest.fixture
def base(folder: Path) -> Iterator[str]:
    """The address of a server over a desk of this test's own."""
    from web.browsing import serving

    with serving(folder) as address:
        yield address


@pytest.fixture
def watched(chromium: Any, base: str) -> Iterator[Watched]:
    """A page of the browser; the test fails when something went wrong on it that the test did not ask for."""
    from web.browsing import Watched

    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    try:
        found = Watched(context.new_page(), base)
        yield found
        assert not found.wrong, found.wrong
    finally:
        context.close()
