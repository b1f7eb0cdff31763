"""`dateline serve` and `dateline users`. The extra `web` is asked for when one runs, never before."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import StopRun

if TYPE_CHECKING:
    from dateline.web.settings import Settings

PORT = 8470


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Hooks both commands into the command line."""
    p = commands.add_parser(
        "serve",
        help="open a desk in a browser",
        description="Open a desk in a browser: on this machine alone, or beyond it for people with a token or a password.",
    )
    p.add_argument("desk", metavar="DESK", help="the desk's folder")
    p.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="where to listen (default: this machine alone); elsewhere --token or --users is needed",
    )
    p.add_argument("--port", type=int, default=PORT, metavar="N", help=f"default: {PORT}; 0: any that is free")
    p.add_argument(
        "--token",
        nargs="?",
        const="",
        metavar="WORDS",
        help="who brings it may do everything; without WORDS one is made and shown (also DATELINE_TOKEN)",
    )
    p.add_argument("--users", type=Path, metavar="FILE", help="who may sign in, as reader, analyst or admin; made with dateline users")
    p.add_argument("--name", action="append", default=[], metavar="HOST", help="a host name that the server answers to; may be given again")
    p.add_argument("--certificate", type=Path, metavar="FILE", help="TLS certificate (PEM), needed beyond this machine")
    p.add_argument("--key", type=Path, metavar="FILE", help="its private key")
    p.add_argument("--behind-https", action="store_true", help="a proxy before this server speaks TLS and sends its requests here")
    p.add_argument("--allow-private", action="store_true", help="fetch addresses of private networks too, when reports are added")
    p.add_argument("--create", action="store_true", help="make the desk when there is none, to be filled in the browser")
    p.add_argument("--open", action="store_true", help="open the browser")
    p.set_defaults(run=serve)

    p = commands.add_parser(
        "users",
        help="add somebody who may sign in to a desk in a browser",
        description="Add somebody to a file of users, or give them another password or role. The password is asked for, or read from standard input.",
    )
    p.add_argument("file", type=Path, metavar="FILE", help="the file of users")
    p.add_argument("name", metavar="NAME", help="who; decisions are signed with it")
    p.add_argument(
        "--role",
        default="analyst",
        choices=("reader", "analyst", "admin"),
        help="reader looks, analyst decides and adds, admin runs (default: analyst)",
    )
    p.set_defaults(run=add_user)


def serve(a: argparse.Namespace) -> int:
    """Runs until it is interrupted."""
    settings = settings_of(a)
    _needs_web()
    _needs_desk(settings.folder, create=a.create)
    from dateline.web.serving import run

    return run(settings, certificate=a.certificate, key=a.key, browser=a.open)


def add_user(a: argparse.Namespace) -> int:
    import getpass

    from dateline.web.users import write_user

    password = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if sys.stdin.isatty() and getpass.getpass("Again: ") != password:
        raise StopRun("the two passwords differ", place="password", remedy="try again")
    write_user(a.file, a.name, a.role, password)
    print(f"dateline: {a.name} may sign in as {a.role}", file=sys.stderr)
    return 0


def settings_of(a: argparse.Namespace) -> Settings:
    """What the options mean. Raises ServeError for what would leave the desk open to others."""
    import secrets

    from dateline.web.errors import ServeError
    from dateline.web.hosts import is_loopback
    from dateline.web.settings import Settings

    token = a.token if a.token is not None else os.environ.get("DATELINE_TOKEN") or None
    if token == "":
        token = secrets.token_urlsafe(24)
    if token is not None and len(token) < 16:
        raise ServeError(
            "the token is too short to be safe", place="--token", remedy="use 16 characters or more, or --token alone: one is made"
        )
    if bool(a.certificate) != bool(a.key):
        raise ServeError("a certificate needs its key, and a key its certificate", place="--certificate", remedy="give both")
    https = bool(a.certificate) or a.behind_https
    if not is_loopback(a.host) or a.behind_https:
        if token is None and a.users is None:
            raise ServeError(
                "others could reach this desk", place=f"--host {a.host}", remedy="give --token or --users FILE, or leave --host out"
            )
        if not https:
            raise ServeError(
                "passwords would travel in the clear",
                place=f"--host {a.host}",
                remedy="give --certificate and --key, or --behind-https where a proxy speaks TLS",
            )
    if not 0 <= a.port <= 65535:
        raise ServeError(f"{a.port} is no port", place="--port", remedy="give 0 to 65535")
    names = tuple(n.lower().rstrip(".") for n in a.name)
    return Settings(Path(a.desk), a.host, a.port, token, a.users, names, https, _person(), allow_private=a.allow_private)


def _person() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "analyst"


def _needs_desk(folder: Path, *, create: bool) -> None:
    from dateline.desk.store import FILE, open_store

    if create:
        open_store(folder, create=True).close()
    elif not (folder / FILE).exists():
        remedy = "make one: dateline add DESK PATH…, or give --create and add reports in the browser"
        raise StopRun("there is no desk here", place=str(folder), remedy=remedy)


def _needs_web() -> None:
    from importlib.util import find_spec

    missing = [
        name
        for name, module in (("fastapi", "fastapi"), ("uvicorn", "uvicorn"), ("jinja2", "jinja2"), ("python-multipart", "python_multipart"))
        if find_spec(module) is None
    ]
    if missing:
        raise StopRun(
            f"the browser's part is not installed ({', '.join(missing)})", place="dateline serve", remedy='pip install "dateline[web]"'
        )
