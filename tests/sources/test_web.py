import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dateline.sources import EmptyError, Failure, FetchError, Source, TooLargeError, open_sources
from dateline.sources.web import fetch

PAGE = b"<!DOCTYPE html><html><p>Rebels took the town.</p></html>"


class _Site(BaseHTTPRequestHandler):
    seen: list[str] = []  # noqa: RUF012  one list for the whole server is meant

    def do_GET(self) -> None:
        self.seen.append(self.headers["Host"])
        path = self.path
        if path.startswith("/redirect"):
            left = int(path[9:] or 0)
            target = f"/redirect{left - 1}" if left else "/page"
            return self._answer(302, b"", {"Location": target})
        if path == "/out":
            return self._answer(302, b"", {"Location": "http://inside.example/secret"})
        if path == "/ftp":
            return self._answer(301, b"", {"Location": "ftp://x.example/"})
        if path == "/gzip":
            return self._answer(200, gzip.compress(PAGE), {"Content-Type": "text/html", "Content-Encoding": "gzip"})
        if path == "/bomb":
            return self._answer(200, gzip.compress(b"a" * 5_000_000), {"Content-Type": "text/html", "Content-Encoding": "gzip"})
        if path == "/broken":
            return self._answer(200, b"no gzip", {"Content-Type": "text/html", "Content-Encoding": "gzip"})
        if path == "/big":
            return self._answer(200, b"a" * 2_000_000, {"Content-Type": "text/html"})
        if path == "/pdf":
            return self._answer(200, b"%PDF-1.7", {"Content-Type": "application/pdf"})
        if path == "/empty":
            return self._answer(200, b"", {"Content-Type": "text/html"})
        if path == "/cut":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(PAGE)
            return None
        if path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(20):
                time.sleep(0.1)
                try:
                    self.wfile.write(b"a")
                except OSError:
                    return None
            return None
        if path == "/latin":
            return self._answer(200, "<html><p>Keïta</p>".encode("latin-1"), {"Content-Type": "text/html; charset=ISO-8859-1"})
        if path == "/page":
            return self._answer(200, PAGE, {"Content-Type": "text/html; charset=utf-8"})
        return self._answer(404, b"none", {})

    def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_becomes_a_source_with_its_final_address(site: str) -> None:
    (found,) = open_sources([f"{site}/redirect3"], allow_private=True)
    assert isinstance(found, Source)
    assert found.kind == "html" and "Rebels" in found.text and found.url == f"{site}/page"


def test_a_private_address_is_refused_unless_allowed(site: str) -> None:
    (found,) = open_sources([f"{site}/page"])
    assert isinstance(found, Failure) and found.error == "FetchError" and "private" in found.message and found.remedy


def test_a_redirect_is_checked_again(site: str) -> None:
    host = "public.example"
    port = site.rpartition(":")[2]

    def resolve(name: str, _: int) -> list[str]:
        return {"public.example": ["127.0.0.1"], "inside.example": ["nonsense"]}[name]

    with pytest.raises(FetchError):
        fetch(f"http://{host}:{port}/out", resolve=resolve)
    with pytest.raises(FetchError, match="ftp"):
        fetch(f"{site}/ftp", allow_private=True)


def test_the_name_is_not_resolved_a_second_time(site: str) -> None:
    asked: list[str] = []

    def resolve(name: str, _: int) -> list[str]:
        asked.append(name)
        return ["127.0.0.1"]

    page = fetch(f"http://news.example:{site.rpartition(':')[2]}/page", allow_private=True, resolve=resolve)
    assert page.data == PAGE and asked == ["news.example"] and _Site.seen[-1].startswith("news.example:")


def test_too_many_redirects(site: str) -> None:
    with pytest.raises(FetchError, match="redirects"):
        fetch(f"{site}/redirect9", allow_private=True)


def test_packed_pages_are_unpacked_within_the_limit(site: str) -> None:
    assert fetch(f"{site}/gzip", allow_private=True).data == PAGE
    with pytest.raises(TooLargeError):
        fetch(f"{site}/bomb", allow_private=True, max_bytes=1_000_000)
    with pytest.raises(FetchError, match="broken"):
        fetch(f"{site}/broken", allow_private=True)


def test_size_time_type_and_status_are_checked(site: str) -> None:
    with pytest.raises(TooLargeError):
        fetch(f"{site}/big", allow_private=True, max_bytes=1_000_000)
    with pytest.raises(FetchError, match="in time"):
        fetch(f"{site}/slow", allow_private=True, timeout=0.4)
    with pytest.raises(FetchError, match="application/pdf"):
        fetch(f"{site}/pdf", allow_private=True)
    with pytest.raises(FetchError, match="404"):
        fetch(f"{site}/none", allow_private=True)
    with pytest.raises(EmptyError):
        fetch(f"{site}/empty", allow_private=True)
    with pytest.raises(FetchError, match=r"cut off|broken"):
        fetch(f"{site}/cut", allow_private=True)


def test_the_servers_encoding_counts(site: str) -> None:
    (found,) = open_sources([f"{site}/latin"], allow_private=True)
    assert isinstance(found, Source) and "Keïta" in found.text


def test_nobody_answers() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(FetchError, match="no connection"):
        fetch(f"http://127.0.0.1:{port}/", allow_private=True)
