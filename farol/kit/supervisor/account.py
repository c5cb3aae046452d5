"""Which user a server runs as.

PostgreSQL refuses to run as root, and ``nobody`` is shared with other daemons; so when we are root, servers run
under a number of our own that has no entry in the user database, owns nothing else and can sign in nowhere.
"""

import os
import pwd
import shutil
import stat
from pathlib import Path
from typing import NamedTuple

from .problems import StartError


class Account(NamedTuple):
    """A user and group number."""

    uid: int
    gid: int


OURS = Account(70070, 70070)


def account() -> Account | None:
    """The account servers run as, or None to stay who we are."""
    return OURS if os.geteuid() == 0 else None


def named_account() -> Account | None:
    """Like ``account``, but with an entry in the user database: initdb looks its user up there."""
    if os.geteuid() != 0:
        return None
    entry = pwd.getpwnam("nobody")
    return Account(entry.pw_uid, entry.pw_gid)


def blocked(path: Path) -> Path | None:
    """The first folder on the way to ``path`` that a user without groups may not pass, or None."""
    for folder in [*reversed(path.resolve().parents), path.resolve()]:
        if folder.is_dir() and not folder.stat().st_mode & stat.S_IXOTH:
            return folder
    return None


def require_passable(home: Path) -> None:
    """Raises ``StartError`` when we are root and the servers' account could not reach ``home``."""
    if account() and (folder := blocked(home)):
        raise StartError(
            f"PostgreSQL may not run as root, so it runs as user {OURS.uid} here, which cannot pass {folder}.\n"
            f"Choose a data folder elsewhere, for example --data /var/lib/farol/{home.name}, or work as another user."
        )


def own(path: Path, to: Account | None) -> None:
    """Gives a file, or a folder with all it holds, to the account."""
    if to is None:
        return
    os.chown(path, *to, follow_symlinks=False)
    if path.is_dir() and not path.is_symlink():
        for folder, names, files in os.walk(path):
            for name in names + files:
                os.chown(Path(folder, name), *to, follow_symlinks=False)


def readable_copy(source: Path, target: Path) -> Path:
    """A copy of a file or folder that every user may read and run; made once, kept."""
    if not target.exists():
        half = target.with_name(target.name + ".new")
        shutil.rmtree(half, ignore_errors=True)
        half.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, half, symlinks=True)
        else:
            shutil.copy2(source, half)
        for path in [half, *half.rglob("*")]:
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        half.rename(target)
    return target
