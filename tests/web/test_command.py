"""`dateline serve` opens a desk to others only when they must sign in, and never in the clear."""

from __future__ import annotations

import io
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from dateline.cli import _parser, main
from dateline.errors import StopRun
from dateline.web.command import settings_of
from dateline.web.serving import url_of
from dateline.web.settings import Settings

LONG = "a-token-of-twenty-odd-letters"


def settings(*options: str) -> Settings:
    return settings_of(_parser().parse_args(["serve", "desk", *options]))


def test_on_loopback_nobody_signs_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_TOKEN", raising=False)
    assert settings().open and settings("--host", "::1").open and settings("--host", "localhost").open


@pytest.mark.parametrize(
    "options",
    [
        ("--host", "0.0.0.0"),
        ("--host", "192.168.1.5"),
        ("--host", "0.0.0.0", "--certificate", "c", "--key", "k"),  # TLS, but open to all
        ("--host", "0.0.0.0", "--token", LONG),  # a token, but in the clear
        ("--behind-https",),  # a proxy would open it to all
        ("--token", "short"),
        ("--certificate", "c"),
        ("--port", "70000"),
    ],
)
def test_what_would_leave_the_desk_open_is_refused(monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]) -> None:
    monkeypatch.delenv("DATELINE_TOKEN", raising=False)
    with pytest.raises(StopRun) as e:
        settings(*options)
    assert e.value.remedy


def test_beyond_it_with_a_token_and_tls() -> None:
    s = settings("--host", "0.0.0.0", "--token", LONG, "--certificate", "c", "--key", "k", "--name", "Desk.Example.org")
    assert s.https and not s.open and s.names == ("desk.example.org",)
    assert url_of(s) == f"https://desk.example.org:8470/login?token={LONG}"


def test_a_token_is_made_when_none_is_given() -> None:
    first, second = settings("--token"), settings("--token")
    assert first.token and second.token and first.token != second.token and len(first.token) >= 24


def test_a_token_may_stand_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_TOKEN", LONG)
    assert settings().token == LONG


def test_without_the_extra_it_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert main(["serve", "desk"]) == 2
    assert 'pip install "dateline[web]"' in capsys.readouterr().err


def test_no_desk_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", str(tmp_path)]) == 2
    assert "--create" in capsys.readouterr().err


def test_an_empty_desk_says_what_to_do(tmp_path: Path) -> None:
    pytest.importorskip("httpx2", reason="needs httpx2 for Starlette's test client")
    from starlette.testclient import TestClient

    from dateline.web.app import serve_app
    from dateline.web.command import _needs_desk

    _needs_desk(tmp_path / "new", create=True)
    with TestClient(serve_app(Settings(tmp_path / "new")), base_url="http://localhost") as client:
        page = client.get("/").text
        assert "Nothing is here yet" in page and 'href="/add"' in page
        assert {
            client.get(p).status_code
            for p in ("/events", "/articles", "/export", "/export/csv", "/feed.atom", "/api/v1/events", "/api/v1/trends")
        } == {200}


def test_somebody_is_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("battery staple\n"))
    assert main(["users", str(tmp_path / "people"), "anna", "--role", "admin"]) == 0
    assert (tmp_path / "people").read_text().startswith("anna:admin:scrypt:")


def test_it_serves_and_ends(folder: Path) -> None:
    command = [sys.executable, "-m", "dateline.cli", "serve", str(folder), "--port", "0", "--token", LONG]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        said = server.stderr.readline()
        address = said.rpartition(" at ")[2].strip()
        assert address.startswith("http://127.0.0.1:") and address.endswith(LONG)
        for _ in range(200):
            try:
                page = urllib.request.urlopen(address.partition("login")[0] + "static/desk.css")
                break
            except urllib.error.URLError:
                time.sleep(0.1)
        assert page.status == 200
        server.terminate()
        assert server.wait(30) in (0, -15)
