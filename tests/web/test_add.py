"""Files, texts and addresses are taken in by a run of their own, which everybody can watch; what is not taken is said."""

from __future__ import annotations

import json
import re
import time
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dateline.web import incoming, jobs
from dateline.web.jobs import Job


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What runs would have been started with; none is."""
    seen: list[dict[str, Any]] = []

    def run(job: Job) -> None:
        seen.append(job.asked)
        job.counts = {"arrived": 1, "new": 1, "refused": 0, "read": 1, "changed": 1, "failed": 0, "folded": 1}

    monkeypatch.setattr(jobs, "_run", run)
    return seen


def settle(client: TestClient, where: str, patience: float = 90.0) -> str:
    """The page of a run once it is over."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        page = client.get(where).text
        if "data-watch" not in page:
            return page
        time.sleep(0.05)
    raise AssertionError("the run did not end")


def test_a_text_is_read_and_stands_on_the_desk(client: TestClient, token: str, folder: Path) -> None:
    text = "Police arrest nine in Kaduna\n\nPolice arrested nine protesters in Kaduna on Monday, a spokesman said."
    answer = client.post(
        "/add", data={"csrf": token, "text": text, "published": "2022-06-14", "outlet": "own.example", "title": "Nine held"}
    )
    assert answer.status_code == 303
    page = settle(client, answer.headers["location"])
    assert "Police arrest nine in Kaduna" in page or "Nine held" in page
    assert "What it tells" in page and "event-row" in page
    assert page.count("report-row") == 1, "what was added just before is not this run's"
    assert "own.example" in client.get("/articles?source=own.example").text
    assert not (folder / incoming.FOLDER).exists() or not list((folder / incoming.FOLDER).iterdir())
    stream = client.get(answer.headers["location"] + "/events")
    assert stream.headers["content-type"].startswith("text/event-stream")
    assert json.loads(stream.text.removeprefix("data: "))["state"] == "done"


def test_what_cannot_be_read_waits_in_the_quarantine_and_can_be_tried_again(client: TestClient, token: str, folder: Path) -> None:
    files = [("file", ("../../etc/broken.jsonl", b'{"text": "x"\n', "text/plain"))]
    page = settle(client, client.post("/add", data={"csrf": token}, files=files).headers["location"])
    assert "broken.jsonl" in page and "not JSON" in page
    runs = client.get("/runs").text
    key = re.search(r'name="key" value="([^"]+)"', runs)
    assert key and "1 time" in runs and str(folder) not in runs
    settle(client, client.post("/runs/retry", data={"csrf": token, "key": unescape(key[1])}).headers["location"])
    assert "2 times" in client.get("/runs").text


def test_private_addresses_are_not_fetched(client: TestClient, token: str) -> None:
    page = settle(client, client.post("/add", data={"csrf": token, "addresses": "http://127.0.0.1:9/\nhttp://[::1]/x"}).headers["location"])
    assert page.count("an address inside a private network") == 2


def test_uploads_are_kept_under_names_that_are_only_names(
    client: TestClient, token: str, folder: Path, asked: list[dict[str, Any]]
) -> None:
    files = [
        ("file", (name, b"text", "text/plain"))
        for name in ("../../../etc/passwd", "..\\..\\win.ini", "a\u202eb!c.txt", "...", "a.txt", "a.txt")
    ]
    answer = client.post("/add", data={"csrf": token}, files=files)
    settle(client, answer.headers["location"])
    kept = [Path(n) for n in asked[0]["names"]]
    assert all(p.parent.parent == folder.resolve() / incoming.FOLDER for p in kept) and len(set(kept)) == 6
    assert {p.name for p in kept} == {"passwd", "win.ini", "ab_c.txt", "file", "a.txt", "2 a.txt"}


@pytest.mark.parametrize("address", ["file:///etc/passwd", "/etc/passwd", "ftp://example.org/x", "javascript:alert(1)", "https://a b"])
def test_only_addresses_of_the_web_are_taken(client: TestClient, token: str, address: str, asked: list[dict[str, Any]]) -> None:
    answer = client.post("/add", data={"csrf": token, "addresses": address})
    assert answer.status_code == 400 and "no address of the web" in answer.text and not asked


def test_what_was_typed_stays_when_it_is_refused(client: TestClient, token: str) -> None:
    answer = client.post("/add", data={"csrf": token, "text": "A long report.", "published": "yesterday"})
    assert answer.status_code == 400 and "A long report." in answer.text and "write it as 2021-08-17" in answer.text
    assert client.post("/add", data={"csrf": token}).status_code == 400


def test_too_much_is_refused_before_it_is_read(visit: Any) -> None:
    client = visit(largest_upload=4096)
    token = client.get("/").text.partition('name="csrf" content="')[2].partition('"')[0]
    answer = client.post("/add", data={"csrf": token}, files=[("file", ("a.txt", b"x" * 8192, "text/plain"))])
    assert answer.status_code == 413


def test_a_retry_opens_no_file_that_was_not_uploaded(tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text("secret")
    desk = tmp_path / "desk"
    kept = incoming.keep_text(desk, "run1", "A text.")
    (desk / "incoming" / "run1" / "link.txt").symlink_to(outside)
    assert incoming.again(desk, str(kept)) == str(kept)
    assert incoming.again(desk, str(outside)) is None
    assert incoming.again(desk, str(desk / "incoming" / ".." / ".." / "secret.txt")) is None
    assert incoming.again(desk, str(desk / "incoming" / "run1" / "link.txt")) is None
    assert incoming.again(desk, "https://example.org/a") == "https://example.org/a"


def test_a_reader_may_look_at_runs_but_not_add(visit: Any, tmp_path: Path) -> None:
    from dateline.web.users import write_user

    users = tmp_path / "users"
    write_user(users, "rita", "reader", "a long password")
    client = visit(users=users)
    client.auth = ("rita", "a long password")
    assert client.get("/runs").status_code == 200
    assert client.get("/add").status_code == 403
    assert client.get("/add/0123456789abcdef/events").status_code == 403
    assert client.post("/runs/retry", data={}).status_code == 403


def test_a_run_nobody_knows_is_not_here(client: TestClient) -> None:
    assert client.get("/add/0123456789abcdef").status_code == 404
    assert client.get("/runs?before=x").status_code == 400


def test_runs_say_which_version_made_what(client: TestClient) -> None:
    page = client.get("/runs").text
    assert re.search(r"<b>fold</b>.*?at work", page, re.S) and "5 reports" in page


def test_what_a_server_that_died_had_not_taken_in_is_begun_anew(client: TestClient, folder: Path, asked: list[dict[str, Any]]) -> None:
    kept = incoming.keep_text(folder, "run-1", "Police arrested nine protesters in Kaduna.")
    incoming.note(folder, "run-1", title="Nine held", who="anna", names=[str(kept)], published="2022-06-14", incoming=["run-1"])
    (job,) = jobs.resume(folder)
    settle(client, f"/add/{job.id}")
    assert (job.title, job.who) == ("Nine held", "anna")
    assert asked[0]["names"] == [str(kept)] and asked[0]["published"] == "2022-06-14" and asked[0]["again"] is True


def test_a_run_that_never_ends_is_not_begun_for_ever(folder: Path) -> None:
    incoming.note(folder, "run-2", names=[], incoming=["run-2"])
    begun = [len(incoming.unfinished(folder)) for _ in range(incoming.TRIES + 1)]
    assert begun == [1] * (incoming.TRIES - 1) + [0, 0]


def test_trying_the_quarantine_again_leaves_what_waits_alone(
    client: TestClient, token: str, folder: Path, asked: list[dict[str, Any]]
) -> None:
    incoming.note(folder, "waiting", names=[], incoming=["waiting"])
    (folder / incoming.FOLDER / "over").mkdir()
    client.post("/runs/retry", data={"csrf": token})
    while not asked:
        time.sleep(0.02)
    assert asked[0]["incoming"] == ["over"]
