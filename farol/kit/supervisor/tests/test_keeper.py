"""A kept child: ready before it counts, restarted when it ends, replaced without a gap, stopped for good."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from farol.kit.supervisor.child import Launch
from farol.kit.supervisor.keeper import Keeper, Service
from farol.kit.supervisor.problems import StartError

SERVES = "import os,time; os.write(int(os.environ['FAROL_READY_FD']),b'1'); time.sleep(60)"


def _service(code: str, output: Path | None = None, **more: float) -> Service:
    return Service("child", lambda: Launch([sys.executable, "-c", code], {}, output=output), **more)  # type: ignore[arg-type]


async def until(true: Callable[[], object], within: float = 10) -> None:
    async with asyncio.timeout(within):
        while True:
            if true():
                return
            await asyncio.sleep(0.01)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


async def test_a_killed_child_is_started_again() -> None:
    keeper = Keeper(_service(SERVES))
    await keeper.start()
    assert keeper.child
    first = keeper.child
    os.kill(first.pid, signal.SIGKILL)
    await until(lambda: keeper.child is not first)
    assert keeper.starts == 2
    assert alive(keeper.child.pid)
    await keeper.stop()
    assert not alive(keeper.child.pid)


async def test_a_child_that_ends_at_once_says_why(tmp_path: Path) -> None:
    keeper = Keeper(_service("print('no such table'); raise SystemExit(3)", tmp_path / "log"))
    with pytest.raises(StartError, match=r"exit code 3[\s\S]*no such table"):
        await keeper.start()


async def test_a_child_that_never_serves_is_given_up() -> None:
    keeper = Keeper(_service("import time; time.sleep(60)", ready_s=0.3))
    with pytest.raises(StartError, match="not ready after"):
        await keeper.start()


async def test_restarts_slow_down_while_it_keeps_failing(tmp_path: Path) -> None:
    flag = tmp_path / "broken"
    keeper = Keeper(_service(f"import os\nif os.path.exists({str(flag)!r}): raise SystemExit(1)\n{SERVES}"))
    keeper.first_pause_s = 0.02
    await keeper.start()
    flag.touch()
    assert keeper.child
    os.kill(keeper.child.pid, signal.SIGKILL)
    await asyncio.sleep(0.5)
    assert 2 <= keeper.starts <= 6
    flag.unlink()
    await until(lambda: keeper.child and keeper.child.ended is None)
    await keeper.stop()


async def test_the_old_one_goes_only_when_the_new_one_serves() -> None:
    keeper = Keeper(_service(SERVES))
    await keeper.start()
    old = keeper.child
    assert old
    replacing = asyncio.create_task(keeper.replace())
    await until(lambda: keeper.child is not old)
    assert keeper.child
    assert alive(keeper.child.pid)
    await replacing
    assert old.ended == -signal.SIGTERM
    await asyncio.sleep(0.3)
    assert keeper.starts == 2, "a replaced child is not a crashed one"
    await keeper.stop()


async def test_a_stubborn_child_and_its_own_children_are_killed(tmp_path: Path) -> None:
    note = tmp_path / "grandchild"
    code = (
        "import signal,subprocess,sys; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(note)!r}, 'w').write(str(p.pid))\n{SERVES}"
    )
    keeper = Keeper(_service(code, stop_s=0.2))
    await keeper.start()
    grandchild = int(note.read_text())
    await keeper.stop()
    assert keeper.child
    assert keeper.child.ended == -signal.SIGKILL
    await until(lambda: not alive(grandchild))
