"""Sets up a checkout: virtual environment, locked dependencies, front ends. Needs Python 3.11 and nothing else.

What is in place already is recognised by stamps made of content hashes, so a second run takes a second.
``--test`` also sees to the programs of the machine that the tests drive: a browser, fonts, mail servers.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NEEDED_BY_TESTS = {
    "chromium-headless-shell": "chromium-headless-shell",
    "coturn": "/usr/bin/turnserver",
    "dovecot-imapd": "/usr/lib/dovecot/imap",
    "dovecot-lmtpd": "/usr/lib/dovecot/lmtp",
    "fonts-noto-cjk": "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "postfix": "/usr/sbin/postfix",
}
"""Debian package: the program or file that shows it is there."""


def main() -> None:
    """Everything in order; each step says how long it took, when it had something to do."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is the one that an older Python may meet
        sys.exit(f"Python 3.11 or later is needed, this is {sys.version.split()[0]}.")
    os.chdir(ROOT)
    if "--test" in sys.argv:
        debian_packages([name for name, there in NEEDED_BY_TESTS.items() if not _there(there)])
    environment()
    with ThreadPoolExecutor(2) as side_by_side:  # the front ends' packages come from the network meanwhile
        list(side_by_side.map(lambda make: make(), (front_ends, model)))


def front_ends() -> None:
    """The console, the widget and the pages' styles."""
    step("front ends", [PYTHON, "scripts/web.py", "build"])


def model() -> None:
    """What customers' words are about, learnt from the sentences in the checkout: no data folder has to make it again."""
    room = ROOT / "farol" / "core"
    code = [path for folder in ("understanding", "urgency", "language") for path in (room / folder).glob("*.py")]
    learnt = [path for path in (room / "understanding" / "data").rglob("*") if path.is_file()]
    once(VENV / "stamp-model", sorted(code + learnt), "what customers mean", [PYTHON, "-m", "farol.core.understanding", room / "understanding" / "made"])


def environment() -> None:
    """The virtual environment with exactly the locked packages, and this checkout in it."""
    if not PYTHON.exists():
        if missing := [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]:
            print(f"Python's {' and '.join(missing)} is missing here.")
            debian_packages(["python3-venv", "python3-pip"])
        step("virtual environment", [sys.executable, "-m", "venv", "--clear", VENV])
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    lock, project = ROOT / "requirements.lock", ROOT / "pyproject.toml"
    once(VENV / "stamp-packages", [lock], "packages", [*pip, "--require-hashes", "--requirement", lock])
    once(VENV / "stamp-project", [lock, project], "farol itself", [*pip, "--no-deps", "--no-build-isolation", "--editable", "."])


def once(stamp: Path, inputs: Iterable[Path], name: str, command: list[str | Path]) -> None:
    """Runs the command unless it ran for these very inputs."""
    digest = hashlib.sha256(b"\0".join(path.read_bytes() for path in inputs)).hexdigest()
    if not stamp.exists() or stamp.read_text() != digest:
        step(name, command)
        stamp.write_text(digest)


def step(name: str, command: list[str | Path], *, quiet: bool = False, **env: str) -> None:
    """Runs a command; ends the set-up when it fails. What a ``quiet`` one says is shown only then."""
    began = time.monotonic()
    output = subprocess.PIPE if quiet else None
    done = subprocess.run(  # noqa: S603
        command, env={**os.environ, **env}, check=False, stdout=output, stderr=output and subprocess.STDOUT, text=True
    )
    if done.returncode:
        sys.exit(f"{done.stdout or ''}Set-up stopped: {name} failed with exit code {done.returncode}.")
    if (took := time.monotonic() - began) > 1:
        print(f"  {name}: {took:.0f} s", flush=True)


def debian_packages(names: list[str]) -> None:
    """Installs packages when we may; otherwise names them and stops. Their services neither start now nor at boot."""
    if not names:
        return
    wanted = " ".join(names)
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"Please install these Debian packages first, as root:\n  apt-get install {wanted}")
    print(f"Installing from Debian: {wanted}", flush=True)
    policy = Path("/usr/sbin/policy-rc.d")
    ours = not policy.exists()
    if ours:
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)
    try:
        apt, silent = ["apt-get", "-qq"], {"DEBIAN_FRONTEND": "noninteractive"}
        step("package lists", [*apt, "update"], quiet=True, **silent)
        step("packages of the machine", [*apt, "install", "--no-install-recommends", *names], quiet=True, **silent)
        services = [unit for unit in ("coturn.service", "dovecot.service", "dovecot.socket", "postfix.service") if unit.split(".")[0] in wanted]
        if services and shutil.which("systemctl"):
            step("services", ["systemctl", "disable", *services], quiet=True)
    finally:
        if ours:
            policy.unlink()


def _there(program_or_file: str) -> bool:
    return Path(program_or_file).exists() if program_or_file.startswith("/") else bool(shutil.which(program_or_file))


if __name__ == "__main__":
    main()
