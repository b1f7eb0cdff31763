"""Admins say who may sign in; nobody can lock everybody out; whose role changed signs in anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dateline.web.users import read_users, write_user

PASSWORD = "a long password"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "users"
    write_user(path, "ada", "admin", PASSWORD)
    write_user(path, "rita", "reader", PASSWORD)
    return path


def sign_in(visit: Any, file: Path, name: str, password: str = PASSWORD) -> tuple[TestClient, str]:
    """A browser of its own, and the token of its forms."""
    client = visit(users=file)
    answer = again(client, name, password)
    assert answer == 303
    return client, token_of(client)


def again(client: TestClient, name: str, password: str) -> int:
    token = token_of(client, "/login")
    return client.post("/login", data={"csrf": token, "name": name, "password": password}).status_code


def token_of(client: TestClient, path: str = "/users") -> str:
    return client.get(path).text.partition('name="csrf" content="')[2].partition('"')[0]


def test_somebody_new_may_sign_in_at_once(visit: Any, file: Path) -> None:
    client, token = sign_in(visit, file, "ada")
    answer = client.post("/users", data={"csrf": token, "name": "noor", "role": "analyst", "password": "another long one"})
    assert answer.status_code == 303 and read_users(file)["noor"].role == "analyst"
    client.cookies.clear()
    assert again(client, "noor", "another long one") == 303
    assert client.post("/users", data={"csrf": token, "name": "x", "role": "admin", "password": "another long one"}).status_code == 403


def test_a_new_role_counts_at_once_and_a_removed_one_is_signed_out(visit: Any, file: Path) -> None:
    client, token = sign_in(visit, file, "rita")
    reader = dict(client.cookies)
    client.cookies.clear()
    assert again(client, "ada", PASSWORD) == 303
    token = token_of(client)
    admin = dict(client.cookies)
    assert client.post("/users/role", data={"csrf": token, "name": "rita", "role": "analyst"}).status_code == 303
    client.cookies.clear()
    client.cookies.update(reader)
    assert client.get("/events").status_code == 303  # to the sign-in page
    client.cookies.clear()
    assert again(client, "rita", PASSWORD) == 303 and client.get("/review").status_code == 200
    client.cookies.clear()
    client.cookies.update(admin)
    assert client.post("/users/remove", data={"csrf": token, "name": "rita"}).status_code == 303
    assert "rita" not in read_users(file)
    client.cookies.clear()
    assert again(client, "rita", PASSWORD) == 401


def test_the_last_admin_stays(visit: Any, file: Path) -> None:
    client, token = sign_in(visit, file, "ada")
    assert "lock yourself out" in client.post("/users/remove", data={"csrf": token, "name": "ada"}).text
    answer = client.post("/users/role", data={"csrf": token, "name": "ada", "role": "reader"})
    assert answer.status_code == 400 and "nobody would run this desk" in answer.text
    assert read_users(file)["ada"].role == "admin"


def test_a_reader_sees_only_their_password(visit: Any, file: Path) -> None:
    client, token = sign_in(visit, file, "rita")
    page = client.get("/users").text
    assert "Your password" in page and "ada" not in page
    for path in ("/users", "/users/role", "/users/remove"):
        assert client.post(path, data={"csrf": token, "name": "ada", "role": "reader", "password": PASSWORD}).status_code == 403


def test_changing_ones_own_password(visit: Any, file: Path) -> None:
    client, token = sign_in(visit, file, "rita")
    new = {"csrf": token, "old": "not this one", "new": "quite another one", "again": "quite another one"}
    assert client.post("/users/password", data=new).status_code == 400
    assert client.post("/users/password", data={**new, "old": PASSWORD, "again": "x"}).status_code == 400
    assert client.post("/users/password", data={**new, "old": PASSWORD}).status_code == 303
    client.cookies.clear()
    assert again(client, "rita", PASSWORD) == 401
    assert again(client, "rita", "quite another one") == 303


def test_names_that_cannot_be_are_refused(visit: Any, file: Path) -> None:
    client, token = sign_in(visit, file, "ada")
    for name in ("a:b", "a\nb:admin", "", "x" * 65, "ada"):
        assert client.post("/users", data={"csrf": token, "name": name, "role": "reader", "password": PASSWORD}).status_code == 400
    assert list(read_users(file)) == ["ada", "rita"]


def test_a_desk_without_users_says_how_to_have_some(client: TestClient, token: str) -> None:
    assert "dateline users FILE NAME" in client.get("/users").text
    assert client.post("/users", data={"csrf": token, "name": "x", "role": "reader", "password": PASSWORD}).status_code == 400
