"""`farol up` as an operator sees it: it serves, heals, is replaced without a gap, stops, and leaves nothing behind."""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest

from farol.app import plan
from farol.kit.settings import Settings
from farol.kit.supervisor import home
from tests.running import FAROL, Running, free_port, lives, within

START_S = 240
"""For what takes five seconds of one core: other tests may have both."""


def unwell(running: Running) -> dict[str, str]:
    """Parts that are not well, with what they are."""
    try:
        parts = running.get("/healthz").json()["parts"]
    except httpx2.HTTPError:
        return {"healthz": "no answer"}
    return {name: part["status"] for name, part in parts.items() if part["status"] != "ok"}


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
        started.append(Running(data, port or free_port(), *more))
        return started[-1]

    yield start
    for each in started:
        each.end()


def test_it_serves_heals_and_stops(up: Callable[..., Running]) -> None:
    running = up("--web", "2")
    within(START_S, running.serves)
    within(60, lambda: unwell(running) == {"exchange": "off"}, "well")

    for words in ("cli web", "cli work", "nats-server", "bin/postgres"):
        before = running.children(words)
        os.kill(before[0], signal.SIGKILL)
        within(START_S, lambda w=words, b=before: len(running.children(w)) == len(b) and running.children(w) != b, words)
        within(START_S, running.serves)
    within(60, lambda: unwell(running) == {"exchange": "off"}, "well again")

    everything = running.descendants()
    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(40) == 0
    within(5, lambda: not any(lives(pid) for pid in everything), "all gone")
    assert not (running.data / plan.RUNNING).exists()


def test_its_processes_are_replaced_without_a_failed_request(up: Callable[..., Running]) -> None:
    running = up("--web", "2")
    within(START_S, running.serves)
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
    within(START_S, first.serves)
    everything = first.descendants()
    assert len(everything) > 5
    first.process.kill()
    within(30, lambda: not any(lives(pid) for pid in everything))
    second = up()
    within(START_S, second.serves)
    assert second.get("/healthz").json()["parts"]["migrations"]["status"] == "ok"


def test_the_doctor_finds_it_and_says_what_to_do(up: Callable[..., Running]) -> None:
    running = up()
    within(START_S, running.serves)
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
