"""The data folder: one supervisor at a time, private files, secrets made once."""

import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .account import account, require_passable
from .problems import StartError


def prepare(home: Path) -> Path:
    """Creates the folder and returns its full path. Raises ``StartError`` when the servers could not reach it."""
    home = home.resolve()
    if not home.exists():
        home.mkdir(parents=True)
        passable(home)
    require_passable(home)
    return home


def passable(folder: Path) -> None:
    """Nobody else may list the folder; the servers' account, when it is not ours, may pass through it."""
    folder.chmod(0o711 if account() else 0o700)


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """Holds the folder's lock, which the kernel gives back whatever ends us. Raises ``StartError`` when taken."""
    descriptor = os.open(home / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pid = os.read(descriptor, 20).decode(errors="replace").strip()
            raise StartError(f"{home} is in use by process {pid}. Stop that one first: kill {pid}") from None
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(descriptor)


def secret_file(path: Path, *, exists: bool = False) -> str:
    """The secret kept in the file (mode 0600), made on first use.

    With ``exists`` it must be there already: what it opens was made with it. Raises ``StartError`` otherwise.
    """
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        if exists:
            raise StartError(f"{path} is missing, and the data beside it cannot be opened without it.") from None
    secret = secrets.token_hex(24)
    write_private(path, secret)
    return secret


def kept_secrets(path: Path, names: tuple[str, ...]) -> dict[str, str]:
    """Named secrets from a JSON file (mode 0600); those not in it yet are made and added."""
    kept: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    if fresh := {name: secrets.token_hex(32) for name in names if name not in kept}:
        kept |= fresh
        write_private(path, json.dumps(kept, indent=2) + "\n")
    return {name: kept[name] for name in names}


def write_private(path: Path, text: str) -> None:
    """Writes a file only we can read, whole or not at all."""
    half = path.with_name(path.name + ".new")
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(descriptor)
    half.rename(path)
