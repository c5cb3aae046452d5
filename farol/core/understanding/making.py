"""Makes the product's own model in a process of its own: ``python -m farol.core.understanding FOLDER``. Set-up does so, too.

It takes half a minute of a core, most of it in Python: in a thread of a worker or web process it would slow everything else there. Its own
process gives way to everything else, and its memory goes with it.
"""

import subprocess
import sys
from pathlib import Path

import structlog

from . import shelf
from .rows import ALARMS, own

log = structlog.get_logger()
LOW = "low"
"""Goes below everything else in turn."""
WALL_S = 900
"""A machine on which it takes longer is too busy; whoever asked makes it itself then."""


def make(folder: Path) -> None:
    """Leaves the model in the folder."""
    from .training import train

    shelf.keep(train(own(), alarms=ALARMS), folder)


def make_apart(folder: Path) -> bool:
    """The same in a new process; false where that failed, which is logged."""
    try:
        code = subprocess.run([sys.executable, "-P", "-m", __package__, str(folder), LOW], timeout=WALL_S, check=False, stdin=subprocess.DEVNULL).returncode  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        log.error("understanding.not_made", error=str(error))
        return False
    if code != 0:
        log.error("understanding.not_made", code=code)
    return code == 0
