"""The people who may use a desk beyond loopback: a file with one of them a line, their passwords only as scrypt's answer.

A line is `name:role:scrypt:n:r:p:salt:hash` with salt and hash in hexadecimal. `dateline users FILE NAME` writes it.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.web.errors import ServeError

ROLES = ("reader", "analyst", "admin")
NAME = re.compile(r"[\w.@ -]{1,64}")
SHORTEST = 10
# RFC 7914's interactive setting doubled: 33 MB and about 60 ms on the build machine for each try
N, R, P = 2**15, 8, 1


@dataclass(frozen=True, slots=True)
class User:
    name: str
    role: str
    secret: str
    """n, r, p, salt and hash with colons."""


def read_users(path: Path) -> dict[str, User]:
    """Everybody in the file. Raises ServeError naming the line that is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as e:
        raise ServeError(
            "the users' file cannot be read", place=str(path), remedy="make it: dateline users FILE NAME --role analyst"
        ) from e
    out: dict[str, User] = {}
    for n, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.strip().split(":")
        if len(parts) != 8 or parts[1] not in ROLES or parts[2] != "scrypt" or not all(x.isascii() and x.isdigit() for x in parts[3:6]):
            raise ServeError("this line is no user", place=f"{path}:{n}", remedy="write it anew: dateline users FILE NAME --role analyst")
        out[parts[0]] = User(parts[0], parts[1], ":".join(parts[3:]))
    if not out:
        raise ServeError("nobody is in the users' file", place=str(path), remedy="add somebody: dateline users FILE NAME --role admin")
    return out


def write_user(path: Path, name: str, role: str, password: str) -> None:
    """Adds somebody or gives them another password and role; the file can be read by its owner alone."""
    if not NAME.fullmatch(name):
        raise ServeError(f"{name!r} cannot be a name", place="name", remedy="letters, digits, dots, dashes and spaces, at most 64")
    if role not in ROLES:
        raise ServeError(f"{role!r} is no role", place="--role", remedy=f"one of {', '.join(ROLES)}")
    if len(password) < SHORTEST:
        raise ServeError("the password is too short", place="password", remedy=f"use {SHORTEST} characters or more")
    known = read_users(path) if path.exists() and path.read_text(encoding="utf-8").strip() else {}
    known[name] = User(name, role, _secret(password))
    _save(path, known)


def change_role(path: Path, name: str, role: str) -> None:
    """Gives somebody another role; the password stays. Raises ServeError rather than leave nobody who runs the desk."""
    if role not in ROLES:
        raise ServeError(f"{role!r} is no role", place="role", remedy=f"one of {', '.join(ROLES)}")
    known = read_users(path)
    known[name] = replace(_known(known, name), role=role)
    _save(path, _run_by_somebody(known))


def remove_user(path: Path, name: str) -> None:
    """Takes somebody out; what they decided stays signed by them. Raises ServeError rather than leave nobody who runs the desk."""
    known = read_users(path)
    del known[_known(known, name).name]
    _save(path, _run_by_somebody(known))


def _known(users: dict[str, User], name: str) -> User:
    if name not in users:
        raise ServeError(f"nobody here is called {name!r}", place="name", remedy="choose one of the list")
    return users[name]


def _run_by_somebody(users: dict[str, User]) -> dict[str, User]:
    if not any(u.role == "admin" for u in users.values()):
        raise ServeError("nobody would run this desk any more", place="role", remedy="make somebody else admin first")
    return users


def _save(path: Path, users: dict[str, User]) -> None:
    """Whole or not at all; only its owner can read it."""
    part = path.with_name(path.name + ".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
        out.writelines(f"{u.name}:{u.role}:scrypt:{u.secret}\n" for u in users.values())
    part.replace(path)


def check(users: dict[str, User], name: str, password: str) -> User | None:
    """The user whose password this is. An unknown name takes as long as a known one."""
    user = users.get(name)
    n, r, p, salt, expected = (user.secret if user else f"{N}:{R}:{P}:{'00' * 16}:{'00' * 32}").split(":")
    got = _scrypt(password, bytes.fromhex(salt), int(n), int(r), int(p))
    return user if hmac.compare_digest(got, bytes.fromhex(expected)) and user else None


def _secret(password: str) -> str:
    salt = secrets.token_bytes(16)
    return f"{N}:{R}:{P}:{salt.hex()}:{_scrypt(password, salt, N, R, P).hex()}"


def _scrypt(password: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    given = password.encode("utf-8", "surrogatepass")[:1024]
    return hashlib.scrypt(given, salt=salt, n=n, r=r, p=p, maxmem=256 * n * r, dklen=32)
