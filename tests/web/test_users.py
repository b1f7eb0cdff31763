from __future__ import annotations

import stat
from pathlib import Path

import pytest

from dateline.web.errors import ServeError
from dateline.web.limits import Limit
from dateline.web.users import check, read_users, write_user


def test_a_password_is_known_again_and_kept_nowhere(tmp_path: Path) -> None:
    file = tmp_path / "users"
    write_user(file, "anna", "analyst", "battery staple")
    write_user(file, "rita", "reader", "correct horse")
    write_user(file, "anna", "admin", "another secret")
    people = read_users(file)
    assert check(people, "anna", "another secret") == people["anna"] and people["anna"].role == "admin"
    assert check(people, "anna", "battery staple") is None and check(people, "nobody", "another secret") is None
    assert "secret" not in file.read_text() and stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "role", "password"),
    [("a:b", "reader", "long enough x"), ("anna", "king", "long enough x"), ("anna", "reader", "short"), ("", "reader", "long enough x")],
)
def test_who_cannot_be_written(tmp_path: Path, name: str, role: str, password: str) -> None:
    with pytest.raises(ServeError):
        write_user(tmp_path / "users", name, role, password)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "users"
    file.write_text("anna:analyst:plain:secret\n")
    with pytest.raises(ServeError, match="users:1"):
        read_users(file)


def test_a_bucket_fills_again() -> None:
    limit = Limit(1.0, 2)
    assert [limit.take("a", 0.0), limit.take("a", 0.0)] == [0.0, 0.0]
    assert limit.take("a", 0.0) > 0 and limit.take("b", 0.0) == 0.0
    assert limit.take("a", 1.5) == 0.0
