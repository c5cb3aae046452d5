"""The skeleton is written, runs by itself without Farol, and keeps every clause that it offers."""

import asyncio
import os
import socket
import sys
from pathlib import Path

import httpx2
import pytest

from farol.app import skeleton
from farol.app.conformance.bench import Options
from farol.app.conformance.clause import Skip, Verdict
from farol.app.conformance.report import table
from farol.app.conformance.run import run

SECRET, NEW, OLD = "a-skeleton-secret-of-enough-bytes", "whsec_bmV3LXNlY3JldC1vZi1lbm91Z2gtYnl0ZXM=", "the-event-secret-before-this-one-00"

QUICKLY = """
import runpy
from exchange_core import events, server
events.PAUSES_S, server.STORY_AFTER_S = (0.2,) * 100, 0.2
runpy.run_module("exchange_core", run_name="__main__")
"""
"""As ``python -m exchange_core``, with its two pauses shortened."""


def free() -> int:
    """A port nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


async def test_it_conforms_on_its_own(tmp_path: Path) -> None:
    folder, port, hooks = tmp_path / "core", free(), free()
    written = skeleton.write(folder)
    assert {path.name for path in written} >= {"README.md", "requirements.txt", "server.py", "gate.py", "signing.py", "webhooks.py"}
    assert not any("farol." in line for path in written if path.suffix == ".py" for line in path.read_text().splitlines() if "import" in line)
    env = {
        **os.environ, "PYTHONPATH": "", "PORT": str(port), "FAROL_CORE_LINK_KEY": "farol-1", "FAROL_CORE_LINK_SECRET": SECRET,
        "FAROL_CORE_LINK_WEBHOOK_SECRET": NEW, "FAROL_CORE_LINK_WEBHOOK_SECRET_OLD": OLD, "FAROL_HOOKS_URL": f"http://127.0.0.1:{hooks}/hooks/core",
    }  # fmt: skip
    options = Options(
        url=f"http://127.0.0.1:{port}", key="farol-1", secret=SECRET, uid="10001", receive=f"127.0.0.1:{hooks}", webhook_secrets=(NEW, OLD),
        patience_s=30, webhook_wait_s=60,
    )  # fmt: skip
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", QUICKLY, cwd=folder, env=env)
    try:
        await answering(options.url)
        found = await run(options)
    finally:
        child.terminate()
        await child.wait()
    assert found.failed == [], table(found)
    passed = {one.clause.id for one in found.findings if one.verdict is Verdict.PASS}
    assert {"CL-CAP-04", "CL-READ-01", "CL-READ-06", "CL-LIST-02", "CL-COIN-03", "CL-MASK-06", "CL-HOOK-01", "CL-HOOK-04"} <= passed
    skipped = {one.skip for one in found.findings if one.verdict is Verdict.SKIPPED}
    assert Skip.UNSAFE not in skipped


async def answering(url: str) -> None:
    """Waits until it listens."""
    async with httpx2.AsyncClient(trust_env=False) as http:
        for _ in range(600):
            try:
                await http.get(f"{url}/v1/capabilities")
            except httpx2.HTTPError:
                await asyncio.sleep(0.1)
            else:
                return
    pytest.fail("it did not start")


def test_a_folder_with_content_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("kept")
    with pytest.raises(FileExistsError):
        skeleton.write(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
