"""Who gets in, and what every answer carries."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.datastructures import UploadFile
from starlette.testclient import TestClient

from dateline.web.users import write_user
from web.conftest import Visit, token_of

TOKEN = "a-token-of-twenty-odd-letters"


def routes(client: TestClient) -> list[tuple[str, set[str]]]:
    """Every path of the application with its methods, those of the screens' routers too."""
    app = client.app._app  # type: ignore[attr-defined]
    assert isinstance(app, FastAPI)
    from dateline.web import screens

    found = [r for package in ("dateline.web.screens", "dateline.web.api") for router, _ in screens.modules(package) for r in router.routes]
    return [(r.path, r.methods or set()) for r in found]  # type: ignore[attr-defined]


def test_every_answer_holds_the_browser_to_our_own_pages(client: TestClient) -> None:
    for path in ("/", "/nothing", "/static/desk.css", "/events?killed=x", "/export/csv"):
        headers = client.get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"] and "unsafe" not in headers["content-security-policy"]
        assert (
            headers["x-content-type-options"] == "nosniff"
            and headers["x-frame-options"] == "DENY"
            and headers["referrer-policy"] == "same-origin"
        )


def test_a_page_has_no_inline_script_or_style(client: TestClient, ids: dict[str, str]) -> None:
    for path in ("/", "/events", f"/events/{ids['attack']}", f"/articles/{ids['hostile']}", "/export"):
        page = client.get(path).text
        assert " style=" not in page and "<style" not in page and " onclick" not in page
        assert page.count("<script") == page.count("<script src=") + page.count('<script type="module" src=') + page.count(
            '<script type="application/json"'
        )


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "192.168.1.5", "", "localhost:x", "[::1"])
def test_another_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "localhost:8470", "127.0.0.1:1", "[::1]:8470", "LOCALHOST"])
def test_loopback_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


def test_every_form_needs_its_token(client: TestClient) -> None:
    client.get("/")
    posting = [path for path, methods in routes(client) if methods - {"GET", "HEAD", "OPTIONS"}]
    assert "/decide" in posting
    for path in posting:
        for data in ({}, {"csrf": "0" * 64}):
            filled = path.replace("{", "").replace("}", "")
            assert client.post(filled, data=data).status_code in (403, 405), path


def test_the_token_of_another_session_is_none(visit: Visit, ids: dict[str, str]) -> None:
    mine, other = visit(), visit()
    foreign = token_of(other)
    mine.get("/")
    assert mine.post("/decide", data={"csrf": foreign, "act": "accept", "target": ids["attack"]}).status_code == 403


@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}])
def test_a_form_from_elsewhere_is_refused(client: TestClient, token: str, ids: dict[str, str], headers: dict[str, str]) -> None:
    assert client.post("/decide", data={"csrf": token, "act": "accept", "target": ids["attack"]}, headers=headers).status_code == 403


def test_with_a_token_nothing_is_shown_without_it(visit: Visit) -> None:
    client = visit(token=TOKEN)
    for path, methods in routes(client):
        if "GET" in methods and not path.startswith("/login"):
            answer = client.get(path.replace("{", "").replace("}", ""))
            assert answer.status_code in (303, 401), path
            assert answer.headers.get("location", "/login").startswith("/login")


def test_the_token_signs_in_and_goes_from_the_address(visit: Visit) -> None:
    client = visit(token=TOKEN)
    answer = client.get(f"/login?token={TOKEN}&to=/events")
    assert (
        answer.headers["location"] == "/events"
        and "HttpOnly" in answer.headers["set-cookie"]
        and "SameSite=Strict" in answer.headers["set-cookie"]
    )
    assert client.get("/events").status_code == 200
    client.post("/logout", data={"csrf": token_of(client)})
    assert client.get("/events").status_code == 303


def test_cookies_are_secure_over_tls(visit: Visit) -> None:
    client = visit("https://localhost", token=TOKEN, https=True)
    answer = client.get(f"/login?token={TOKEN}")
    assert "Secure" in answer.headers["set-cookie"] and "strict-transport-security" in answer.headers


def test_programs_bring_the_token_with_each_request(visit: Visit) -> None:
    client = visit(token=TOKEN)
    assert client.get("/events", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert client.get("/events", headers={"authorization": "Bearer wrong"}).status_code == 303
    assert "set-cookie" not in client.get("/events", headers={"authorization": f"Bearer {TOKEN}"}).headers


@pytest.fixture
def users(tmp_path: Path) -> Path:
    file = tmp_path / "users"
    write_user(file, "rita", "reader", "correct horse")
    write_user(file, "anna", "analyst", "battery staple")
    return file


def sign_in(client: TestClient, name: str, password: str) -> int:
    return client.post("/login", data={"csrf": token_of(client, "/login"), "name": name, "password": password}).status_code


def test_a_reader_reads_and_cannot_decide(visit: Visit, users: Path, ids: dict[str, str]) -> None:
    client = visit(users=users)
    assert sign_in(client, "rita", "correct horse") == 303
    page = client.get(f"/events/{ids['attack']}")
    assert page.status_code == 200 and 'action="/decide"' not in page.text
    assert client.post("/decide", data={"csrf": token_of(client), "act": "accept", "target": ids["attack"]}).status_code == 403


def test_an_analyst_decides_under_her_name(visit: Visit, users: Path, ids: dict[str, str]) -> None:
    client = visit(users=users)
    assert sign_in(client, "anna", "battery staple") == 303
    here = f"/events/{ids['attack']}"
    assert client.post("/decide", data={"csrf": token_of(client), "act": "accept", "target": ids["attack"], "to": here}).status_code == 303
    assert "<b><bdi>anna</bdi></b>" in client.get(here).text


def test_wrong_passwords_are_slowed_down(visit: Visit, users: Path) -> None:
    client = visit(users=users)
    answers = [sign_in(client, "anna", "guess") for _ in range(10)]
    assert answers[0] == 401 and answers[-1] == 429
    assert sign_in(client, "anna", "battery staple") == 429


def test_a_new_session_begins_with_signing_in(visit: Visit, users: Path) -> None:
    client = visit(users=users)
    client.get("/login")
    before = client.cookies["dateline-8470"]
    sign_in(client, "anna", "battery staple")
    assert client.cookies["dateline-8470"] != before


def test_a_program_may_bring_name_and_password(visit: Visit, users: Path) -> None:
    client = visit(users=users)
    basic = base64.b64encode(b"rita:correct horse").decode()
    assert client.get("/events", headers={"authorization": f"Basic {basic}"}).status_code == 200


def test_too_many_requests_are_held_off(visit: Visit) -> None:
    client = visit(rate=1.0, burst=3)
    answers = [client.get("/events") for _ in range(5)]
    assert answers[-1].status_code == 429 and int(answers[-1].headers["retry-after"]) >= 1


def test_a_form_that_is_too_large_is_refused(client: TestClient, token: str) -> None:
    assert client.post("/decide", data={"csrf": token, "why": "x" * 2_000_000}).status_code == 413


def test_a_body_longer_than_it_said_is_broken_off(client: TestClient, token: str) -> None:
    def body():  # type: ignore[no-untyped-def]
        yield b"csrf=" + token.encode()
        for _ in range(40):
            yield b"x" * 65536

    answer = client.post("/decide", content=body(), headers={"content-type": "application/x-www-form-urlencoded"})
    assert answer.status_code in (400, 413)


def test_two_desks_on_one_machine_do_not_sign_each_other_out(visit: Visit, ids: dict[str, str]) -> None:
    first, second = visit(), visit(port=8471)
    token = token_of(first)
    second.cookies = first.cookies
    second.get("/")
    first.cookies = second.cookies
    assert first.post("/decide", data={"csrf": token, "act": "accept", "target": ids["attack"]}).status_code == 303


def test_a_link_from_another_site_ends_no_session(visit: Visit, users: Path) -> None:
    client = visit(users=users)
    from_mail = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    answer = client.get("/events?text=%22%3E%3Cscript%3E&type=ASSAULT", headers=from_mail)
    assert answer.status_code == 200 and "set-cookie" not in answer.headers and "<script" not in answer.text
    assert 'content="0;url=/events?text=%22%3E%3Cscript%3E&amp;type=ASSAULT"' in answer.text
    assert "set-cookie" not in client.get("//evil.example/", headers=from_mail).headers
    assert "//evil.example" not in client.get("//evil.example/", headers=from_mail).text


def test_the_files_of_a_refused_form_are_closed(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []
    close = UploadFile.close

    async def noted(self: UploadFile) -> None:
        closed.append(self.filename or "")
        await close(self)

    monkeypatch.setattr(UploadFile, "close", noted)
    answer = client.post("/add", data={"csrf": "another's"}, files={"file": ("report.txt", b"Police arrested nine.")})
    assert answer.status_code == 403 and closed == ["report.txt"]
