"""Everything a desk takes in comes out as arrivals: text and bytes of each document, in order, or why there is none."""

from __future__ import annotations

import gzip
import io
import json
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from dateline.sources import Failure
from dateline.sources.arrival import EXACT, Arrival, from_bytes
from dateline.sources.intake import Asked, arrivals

LONG = "<p>" + "Fishermen at Nouadhibou blocked the harbour road on Monday. " * 12 + "</p>"


def taken(path: Path | str, asked: Asked | None = None) -> list[Arrival | Failure]:
    return list(arrivals([str(path)], asked))


def sources(path: Path | str, asked: Asked | None = None) -> list[tuple[str | None, str]]:
    return [(a.source.url or a.source.id, a.source.text) for a in taken(path, asked) if isinstance(a, Arrival)]


def test_a_text_file_keeps_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Troops left Gao.\r\n")
    (a,) = taken(path)
    assert isinstance(a, Arrival)
    assert (a.raw, a.source.text) == (b"Troops left Gao.\r\n", "Troops left Gao.\r\n")


def test_bytes_read_again_give_the_same_text() -> None:
    from dateline.sources import Source

    first = from_bytes("Café in Bamako was shut.".encode("cp1252"), Source("", "text"), charset="cp1252")
    assert from_bytes(first.raw, Source("", "text"), charset=first.charset).source.text == first.source.text == "Café in Bamako was shut."


def test_a_folder_stands_for_its_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert [t for _, t in sources(tmp_path)] == ["a.txt", "b.txt"]


def test_a_table_by_the_names_of_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        'Headline,Publish Date,Link,Body\nRoad cut,2022-04-12,https://x.example/1,"Two lines,\nof text"\n,,,\nNo body,,,\n',
        encoding="utf-8",
    )
    first, second = taken(path)
    assert isinstance(first, Arrival)
    s = first.source
    assert (s.text, s.title, s.published, s.url, s.line) == ("Two lines,\nof text", "Road cut", "2022-04-12", "https://x.example/1", 3)
    assert first.charset == EXACT
    assert isinstance(second, Failure)


def test_a_table_by_columns_that_are_named(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_bytes("Wording\tSeen\nCafé shut in Bamako\t12 April 2022\n".encode("cp1252"))
    (a,) = taken(path, Asked(columns={"text": "wording", "published": "seen"}))
    assert isinstance(a, Arrival)
    assert (a.source.text, a.source.published) == ("Café shut in Bamako", "2022-04-12")


def test_a_table_without_text_says_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Colour,Size\nred,3\n", encoding="utf-8")
    (f,) = taken(path)
    assert isinstance(f, Failure)
    assert "Colour, Size" in f.message


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Coast Herald</title>
<item><title>Harbour shut</title><link>https://coast.example/1</link><pubDate>Tue, 12 Apr 2022 08:00:00 GMT</pubDate>
<description>Short.</description><content:encoded><![CDATA[{LONG}]]></content:encoded></item>
<item><title>Teaser</title><link>https://coast.example/2</link><description>Only this.</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Hill Post</title><entry><id>tag:hill,1</id><title>Bridge</title>
<link rel="self" href="https://hill.example/self"/><link href="https://hill.example/bridge"/><published>2022-04-13T09:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{LONG}</div></content></entry></feed>"""


def test_a_feed_gives_whole_articles_and_names_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "f.xml"
    path.write_text(RSS, encoding="utf-8")
    whole, teaser = taken(path, Asked(follow=False))
    assert isinstance(whole, Arrival)
    assert (whole.source.url, whole.source.published, whole.source.kind) == ("https://coast.example/1", "2022-04-12", "html")
    assert isinstance(teaser, Failure)
    assert teaser.place == "https://coast.example/2"


def test_an_atom_feed(tmp_path: Path) -> None:
    path = tmp_path / "f.atom"
    path.write_text(ATOM, encoding="utf-8")
    (a,) = taken(path)
    assert isinstance(a, Arrival)
    assert (a.source.url, a.source.published, a.source.language) == ("https://hill.example/bridge", "2022-04-13", "en")
    assert "Nouadhibou" in a.source.text


def test_entities_of_a_feed_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("not for you", encoding="utf-8")
    bomb = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">' + "".join(
        f'<!ENTITY c{i} "{f"&c{i - 1};" * 10}">' if i else '<!ENTITY c0 "&b;">' for i in range(9)
    )
    evil = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">{bomb}]><rss><channel><item><title>&x;</title>'
        f"<link>https://evil.example/</link><description>&c8;&x;{LONG.replace('<', '&lt;')}</description></item></channel></rss>"
    )
    path = tmp_path / "evil.rss"
    path.write_text(evil, encoding="utf-8")
    for a in taken(path, Asked(follow=False)):
        assert "not for you" not in str(a)
        assert len(str(a)) < 10_000


def test_a_list_of_feeds_fetches_each(tmp_path: Path) -> None:
    path = tmp_path / "l.opml"
    path.write_text(
        '<opml version="2.0"><body><outline text="n"><outline xmlUrl="http://127.0.0.1:9/f"/></outline></body></opml>', encoding="utf-8"
    )
    (f,) = taken(path)
    assert isinstance(f, Failure)
    assert "private network" in f.message


def record(kind: str, url: str, block: bytes, content_type: str = "application/http; msgtype=response") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(body: bytes, *more: str, kind: str = "text/html", status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {kind}", *more, "", ""]).encode() + body


PAGE = b"<html><body><p>Rebels left Kidal.</p></body></html>"


def warc() -> list[bytes]:
    packed = gzip.compress(PAGE)
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in (PAGE[:9], PAGE[9:])) + b"0\r\n\r\n"
    return [
        record("warcinfo", "", b"software: none\r\n", "application/warc-fields"),
        record("request", "https://a.example/1", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        record("response", "https://a.example/1", answer(PAGE)),
        record("response", "https://a.example/2", answer(packed, "Content-Encoding: gzip", f"Content-Length: {len(packed)}")),
        record("response", "https://a.example/3", answer(chunked, "Transfer-Encoding: chunked")),
        record("response", "https://a.example/gone", answer(b"no", status="404 Not Found")),
        record("response", "https://a.example/pic", answer(b"\x89PNG", kind="image/png")),
        record("conversion", "https://a.example/4", b"Plain words of a page.", "text/plain"),
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_the_pages_of_a_web_archive(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(b"".join(gzip.compress(r) if packed else r for r in warc()))
    got = sources(path)
    assert [u for u, _ in got] == [f"https://a.example/{i}" for i in (1, 2, 3, 4)]
    assert {t for _, t in got[:3]} == {PAGE.decode()}


def test_a_cut_archive_keeps_the_pages_before_the_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(warc()[:4])[:-40])
    got = taken(path)
    assert [isinstance(g, Arrival) for g in got] == [True, False]


def test_what_warcio_writes_is_read(tmp_path: Path) -> None:
    writer = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders")
    path = tmp_path / "w.warc.gz"
    with path.open("wb") as f:
        w = writer.WARCWriter(f, gzip=True)
        h = headers.StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        w.write_record(w.create_warc_record("https://w.example/", "response", payload=io.BytesIO(PAGE), http_headers=h))
    assert sources(path) == [("https://w.example/", PAGE.decode())]


def test_a_zip_of_pages(tmp_path: Path) -> None:
    path = tmp_path / "z.zip"
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("b/page.html", PAGE)
        z.writestr("a.txt", "Plain words.")
        z.writestr("lines.jsonl", '{"id": "j", "text": "One line."}\n')
        z.writestr("__MACOSX/a.txt", "x")
        z.writestr("pic.png", b"\x89PNG\r\n\x1a\n")
        z.writestr("in.zip", b"PK\x03\x04")
    got = taken(path)
    assert [a.source.origin.rsplit("!")[-1] for a in got if isinstance(a, Arrival)] == ["a.txt", "b/page.html", "lines.jsonl"]
    assert [f.message[:14] for f in got if isinstance(f, Failure)] == ["a zip within a", "this is a PNG "]


def test_ninjs_of_version_3_and_1(tmp_path: Path) -> None:
    three = {
        "uri": "urn:x:1", "versionCreated": "2022-04-12T10:00:00+02:00", "language": "en", "copyrightHolder": "Agency",
        "headlines": [{"role": "short", "value": "S"}, {"role": "main", "value": "Main"}],
        "bodies": [{"contentType": "text/plain", "value": "plain"}, {"contentType": "text/html", "value": "<p>Rebels left.</p>"}],
    }  # fmt: skip
    one = {"uri": "https://n.example/2", "versioncreated": "2022-04-13", "headline": "H", "body_text": "Words."}
    path = tmp_path / "n.json"
    path.write_text(json.dumps([three, one], indent=1), encoding="utf-8")
    a, b = taken(path)
    assert isinstance(a, Arrival)
    assert isinstance(b, Arrival)
    assert (a.source.text, a.source.title, a.source.published, a.source.outlet) == ("<p>Rebels left.</p>", "Main", "2022-04-12", "Agency")
    assert (b.source.text, b.source.url, b.source.kind) == ("Words.", "https://n.example/2", "text")


def test_packed_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "j", "text": "One line."}\n'))
    assert sources(path) == [("j", "One line.")]


@pytest.fixture
def site():  # type: ignore[no-untyped-def]
    """A web site of this machine: a feed with a teaser, the page behind it, and a list of feeds."""
    pages: dict[str, tuple[str, bytes]] = {}

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, body = pages.get(self.path, ("", b""))
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    here = f"http://127.0.0.1:{server.server_port}"
    item = f"<item><title>T</title><link>{here}/1</link><pubDate>12 Apr 2022</pubDate></item><item><link>{here}/none</link></item>"
    pages["/1"] = ("text/html; charset=iso-8859-1", "<html><body><p>Café shut in Bamako.</p></body></html>".encode("latin-1"))
    pages["/feed"] = ("application/rss+xml", f"<rss><channel>{item}</channel></rss>".encode())
    pages["/list"] = ("text/x-opml", f'<opml><body><outline xmlUrl="{here}/feed"/><outline xmlUrl="{here}/list"/></body></opml>'.encode())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield here
    server.shutdown()
    server.server_close()


def test_the_pages_that_a_feed_names_are_fetched(site: str) -> None:
    page, gone = taken(f"{site}/feed", Asked(allow_private=True))
    assert isinstance(page, Arrival)
    assert (page.source.url, page.source.published, page.charset) == (f"{site}/1", "2022-04-12", "iso-8859-1")
    assert "Café" in page.source.text
    assert isinstance(gone, Failure)
    assert "404" in gone.message


def test_a_list_of_feeds_leads_to_feeds_and_no_further(site: str) -> None:
    got = taken(f"{site}/list", Asked(allow_private=True))
    assert [type(g).__name__ for g in got] == ["Arrival", "Failure", "Failure"]
    assert "within a list" in str(got[2])


def test_a_page_by_its_address(site: str) -> None:
    (page,) = taken(f"{site}/1", Asked(allow_private=True))
    assert isinstance(page, Arrival)
    assert page.source.url == f"{site}/1"
