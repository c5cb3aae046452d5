"""Starting on existing data: from the command to the first answered request, beside the database alone."""

import argparse
import asyncio
import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

from farol.kit.supervisor import home
from farol.kit.supervisor.postgres import LocalPostgres

from .client import http, request
from .result import Result, median
from .rig import free_port

AT_MOST = 5.0


async def run(options: argparse.Namespace) -> Result:
    """`farol up` on a folder that has been used before; the bare figure is PostgreSQL's own start on it."""
    folder = Path(tempfile.mkdtemp(prefix="farol-bench-"))
    home.passable(folder)
    try:
        cold = await _up(folder)
        product, bare = [], []
        for _ in range(options.rounds):
            product.append(await _up(folder))
            bare.append(await _postgres(folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    took = median(product)
    return Result("start", took, median(bare), took / median(bare), "s", options.rounds, f"<= {AT_MOST} s", took <= AT_MOST,
                  {"cold_s": round(cold, 2)})


async def _up(folder: Path) -> float:
    port = free_port()
    began = time.perf_counter()
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "farol.app.cli", "up", "--data", str(folder), "--port", str(port),
        env={**os.environ, "FAROL_LOG_LEVEL": "error"}, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL)
    try:
        async with asyncio.timeout(60):
            while not await _serves(port):  # noqa: ASYNC110  another process's socket has no event to wait for
                await asyncio.sleep(0.01)
        return time.perf_counter() - began
    finally:
        child.send_signal(signal.SIGINT)
        await child.wait()


async def _serves(port: int) -> bool:
    """The listening socket is there before anybody serves it, so the answer counts, not the connection."""
    try:
        connection = await http(port)
        async with asyncio.timeout(30):
            status, _ = await connection.ask(request("GET", "/healthz"))
        connection.close()
    except OSError:
        return False
    return status == 200


async def _postgres(folder: Path) -> float:
    server = LocalPostgres(folder / "postgres")
    began = time.perf_counter()
    await server.start()
    took = time.perf_counter() - began
    await server.stop()
    return took
