"""`farol up` as an operator sees it: it serves, heals, is replaced without a gap, stops, and leaves nothing behind."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from farol.app import plan
from farol.kit.settings import Settings
from farol.kit.supervisor import home

FAROL = Path(sys.executable).with_name("farol")


class Running:
    """A `farol up` with its own data and port."""

    def __init__(self, data: Path, port: int, *more: str) -> None:
        self.data, self.url = data, f"http://127.0.0.1:{port}"
        env = {name: value for name, value in os.environ.items() if not name.startswith("FAROL_")}
        command = [FAROL, "up", "--data", data, "--port", str(port), *more]
        self._output = data.with_suffix(".said")
        with self._output.open("ab") as file:
            self.process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=file, stderr=file)

    def children(self, words: str) -> list[int]:
        """Direct children whose command line holds the words."""
        pid = self.process.pid
        found = [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        return [each for each in found if words in _command(each)]

    def descendants(self) -> list[int]:
        """Everything that belongs to it."""
        found, todo = [], [self.process.pid]
        while todo:
            pid = todo.pop()
            try:
                todo += [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
            except OSError:
                continue
            found.append(pid)
        return found[1:]

    def get(self, path: str) -> httpx2.Response:
        return httpx2.get(self.url + path, timeout=5, trust_env=False)

    def serves(self) -> bool:
        assert self.process.poll() is None, self.said()
        try:
            return "Farol is up" in self.said() and self.get("/healthz").status_code == 200
        except httpx2.HTTPError:
            return False

    def said(self) -> str:
        return self._output.read_text()

    def end(self) -> None:
        everything = self.descendants() if self.process.poll() is None else []
        self.process.kill()
        self.process.wait()
        within(30, lambda: not any(_lives(pid) for pid in everything))
        self._output.unlink(missing_ok=True)


@pytest.fixture
def data() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="farol-"))
    home.passable(folder)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def up(data: Path) -> Iterator[Callable[..., Running]]:
    started: list[Running] = []

    def start(*more: str, port: int | None = None) -> Running:
        started.append(Running(data, port or _free_port(), *more))
        return started[-1]

    yield start
    for each in started:
        each.end()


def test_it_serves_heals_and_stops(up: Callable[..., Running]) -> None:
    running = up("--web", "2")
    within(60, running.serves)
    health = running.get("/healthz").json()
    assert {name: part["status"] for name, part in health["parts"].items() if part["status"] != "ok"} == {"exchange": "off"}

    for words in ("cli web", "cli work", "nats-server", "bin/postgres"):
        before = running.children(words)
        os.kill(before[0], signal.SIGKILL)
        within(60, lambda w=words, b=before: len(running.children(w)) == len(b) and running.children(w) != b, words)
        within(60, running.serves)
    within(60, lambda: running.get("/healthz").json()["status"] == "ok")

    everything = running.descendants()
    began = time.monotonic()
    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(40) == 0
    assert time.monotonic() - began < 10
    within(5, lambda: not any(_lives(pid) for pid in everything), "all gone")
    assert not (running.data / plan.RUNNING).exists()


def test_its_processes_are_replaced_without_a_failed_request(up: Callable[..., Running]) -> None:
    running = up("--web", "2")
    within(60, running.serves)
    old = set(running.children("cli web") + running.children("cli work"))
    assert len(old) == 3
    running.process.send_signal(signal.SIGHUP)
    deadline = time.monotonic() + 90
    while old & set(running.descendants()):
        assert running.get("/healthz").status_code == 200
        assert time.monotonic() < deadline
    within(60, lambda: len(running.children("cli work")) == 1)
    assert len(running.children("cli web")) == 2


def test_nothing_survives_when_it_is_killed_and_the_data_does(up: Callable[..., Running]) -> None:
    first = up()
    within(60, first.serves)
    everything = first.descendants()
    assert len(everything) > 5
    first.process.kill()
    within(30, lambda: not any(_lives(pid) for pid in everything))
    second = up()
    within(60, second.serves)
    assert second.get("/healthz").json()["parts"]["migrations"]["status"] == "ok"


def test_the_doctor_finds_it_and_says_what_to_do(up: Callable[..., Running]) -> None:
    running = up()
    within(60, running.serves)
    env = {name: value for name, value in os.environ.items() if not name.startswith("FAROL_")}
    said = subprocess.run([FAROL, "doctor", "--data", running.data], env=env, capture_output=True, text=True, timeout=90)
    assert "ok    database answers, PostgreSQL 1" in said.stdout
    assert "ok    migrations have run" in said.stdout
    assert "ok    nobody holds back the event log" in said.stdout
    assert "look  outgoing mail is off" in said.stdout
    assert "Traceback" not in said.stderr
    running.process.send_signal(signal.SIGTERM)
    running.process.wait(40)
    alone = subprocess.run([FAROL, "doctor", "--data", running.data], env=env, capture_output=True, text=True, timeout=90)
    assert alone.returncode == 1
    assert "FAROL_DATABASE_URL is not set" in alone.stdout


def test_one_data_folder_is_run_once(up: Callable[..., Running], data: Path) -> None:
    with home.locked(data):
        second = up()
        assert second.process.wait(40) == 1
        assert f"in use by process {os.getpid()}" in second.said()


def test_a_taken_port_is_named(up: Callable[..., Running]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        running = up(port=port)
        assert running.process.wait(40) == 1
        assert f"Port {port} (web) cannot be used" in running.said()


def test_the_demo_is_joined_to_its_own_exchange_and_mailbox(data: Path) -> None:
    env = plan.environment(plan.Options(demo=True, port=9100), data, {"FAROL_BRAND": "Ours", "FAROL_SMTP_PORT": "25"})
    settings = Settings.load(env | {"FAROL_DATABASE_URL": "postgresql://x"})
    assert settings.demo
    assert settings.core_link_url == "http://127.0.0.1:9110"
    assert "http://127.0.0.1:9110" in settings.widget_origins
    assert (settings.smtp_port, settings.smtp_in_port) == (25, 9126)
    assert len(settings.widget_secret) >= 32
    assert settings.brand == "Ours"
    again = plan.environment(plan.Options(demo=True, port=9200), data, {})
    assert again["FAROL_SECRET_KEY"] == env["FAROL_SECRET_KEY"]
    assert json.loads((data / "secrets.json").read_text())["secret_key"] == settings.secret_key


def test_the_data_lies_where_it_was_said(data: Path) -> None:
    assert plan.folder(plan.Options(data=data), {"FAROL_DATA_DIR": "/elsewhere"}) == data
    assert plan.folder(plan.Options(), {"FAROL_DATA_DIR": "/elsewhere"}) == Path("/elsewhere")
    assert plan.folder(plan.Options(demo=True), {}).name == "demo"


def within(seconds: float, true: Callable[[], Any], what: str = "") -> None:
    """Waits until it is true."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, f"not in time: {what}"
        time.sleep(0.05)


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
