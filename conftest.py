"""Fixtures of all tests: real PostgreSQL and NATS, one cloned database a worker, empty tables after every test."""

import gc
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import asyncpg
import hypothesis
import pytest
from xdist.scheduler import LoadScopeScheduling

from farol.app import assembly
from farol.app.main import front
from farol.app.process import close_kit, open_kit
from farol.core.live.feed import Feed
from farol.core.live.hub import Hub
from farol.desk.inbox import live
from farol.desk.queue import live as queue
from farol.kit import clock, ratelimit
from farol.kit.core import Kit
from farol.kit.settings import Settings
from farol.kit.web import Front
from tests.world import World

hypothesis.settings.register_profile("farol", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("farol")

ADDRESSES = pytest.StashKey[dict[str, str]]()
SERVERS = pytest.StashKey[subprocess.Popen[str]]()
gc.disable()
"""Until all tests are collected: each process holds all of them and the product, and counting that over again takes longer than to collect."""

KEPT = ("migration",)
TOGETHER = ("tests/journeys/", "tests/security/test_exposure.py", "tests/security/")
"""Journeys share one demo, and these tests one scene; the record of what everybody is told is made of a scene where nothing else was done."""
LONG = ("tests/test_chaos.py", "tests/test_up.py", "farol/channels/messengers/tests/test_worker.py", "farol/channels/messengers/tests/test_burst.py")
"""Tests of whole processes, which begin while others do, so that nobody waits for them in the end."""


def pytest_configure(config: pytest.Config) -> None:
    """Starts the servers once for all workers."""
    given = getattr(config, "workerinput", None)
    if given is not None:
        config.stash[ADDRESSES] = given["farol"]
        return
    child = subprocess.Popen([sys.executable, "-m", "tests.servers"], cwd=Path(__file__).parent, text=True,
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdout
    config.stash[SERVERS] = child
    line = child.stdout.readline()
    if not line:
        pytest.exit("the test servers did not start", returncode=3)
    config.stash[ADDRESSES] = json.loads(line)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those that take long come first."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


def pytest_collection_finish() -> None:
    """What is there now stays to the end; from here on only what tests make is looked at for garbage."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Hands the addresses to a worker."""
    node.workerinput["farol"] = node.config.stash[ADDRESSES]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """What shares something costly goes to one worker; every other test goes where there is room."""
    return Schedule(config, log)


class Schedule(LoadScopeScheduling):
    """What is one scope goes to one worker, the largest first."""

    def _split_scope(self, nodeid: str) -> str:
        return next((one for one in TOGETHER if nodeid.startswith(one)), nodeid)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stops the servers by closing their input."""
    if child := config.stash.get(SERVERS, None):
        child.communicate()


def settings_for(config: pytest.Config, database: str, folder: Path) -> Settings:
    """Settings of a test process on the run's servers."""
    return Settings(
        database_url=config.stash[ADDRESSES]["role"].replace(quote("{}"), database), nats_url=config.stash[ADDRESSES]["nats"],
        secret_key="k" * 40, data_dir=folder, public_url="http://farol.test", widget_secret="w" * 40,
        widget_origins=("http://exchange.test",), log_level="warning", log_format="console", mail_after_s=1, demo=True,
    )


@pytest.fixture(scope="session")
async def settings(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Settings]:
    """Settings with a database of this worker's own."""
    worker = getattr(pytestconfig, "workerinput", {}).get("workerid", "main")
    name = f"test_{worker}"
    admin = pytestconfig.stash[ADDRESSES]["admin"]
    connection = await asyncpg.connect(admin.replace(quote("{}"), "postgres"))
    await connection.execute(f"drop database if exists {name} with (force)")
    await connection.execute(f"create database {name} template farol strategy file_copy owner farol")
    yield settings_for(pytestconfig, name, tmp_path_factory.mktemp("data"))
    await connection.execute(f"drop database if exists {name} with (force)")
    await connection.close()


@pytest.fixture(scope="session")
async def open_session(settings: Settings) -> AsyncIterator[Kit]:
    """The worker's kit, with every feature registered."""
    assembly.register()
    kit = await open_kit(settings)
    yield kit
    await close_kit(kit)


@pytest.fixture(scope="session")
async def empty(open_session: Kit, pytestconfig: pytest.Config) -> AsyncIterator[Callable[[], Awaitable[str]]]:
    """Empties every table that has rows: one call of a function whose plans are kept, as each test does it.

    Foreign keys and triggers are not asked, since nothing is left that they could concern.
    """
    name = await open_session.db.fetchval("select current_database()")
    connection = await asyncpg.connect(pytestconfig.stash[ADDRESSES]["admin"].replace(quote("{}"), name))
    tables = [row[0] for row in await connection.fetch(
        "select oid::regclass::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace") if row[0] not in KEPT]
    lines = " ".join(f"if exists (select from {table}) then delete from {table}; end if;" for table in tables)  # noqa: S608
    await connection.execute("set session_replication_role = replica")
    await connection.execute(f"create function pg_temp.empty() returns void language plpgsql as $$ begin {lines} end $$")
    yield partial(connection.execute, "select pg_temp.empty()")
    await connection.close()


@pytest.fixture
async def kit(open_session: Kit, empty: Callable[[], Awaitable[str]]) -> AsyncIterator[Kit]:
    """The kit on empty tables, at the true time."""
    ratelimit.buckets.clear()
    yield open_session
    clock.shift(timedelta())
    await empty()


class TestsHub:
    """Stands for the hub of the test that runs, so that one app serves them all: to build it takes longer than most tests."""

    now: Hub

    def __getattr__(self, name: str) -> Any:
        return getattr(self.now, name)


@pytest.fixture(scope="session")
async def app(open_session: Kit) -> tuple[Front, TestsHub]:
    """The whole app of this worker, and the hub it asks."""
    hub = TestsHub()
    return front(open_session, hub), hub


@pytest.fixture
async def world(kit: Kit, app: tuple[Front, TestsHub]) -> AsyncIterator[World]:
    """The whole app in this process, and the cast to act in it."""
    hub = Hub(kit, Feed(kit, live.rows, queue.places, queue.seen))
    await hub.start()
    app[1].now = hub
    world = World(kit, hub, app[0])
    yield world
    await world.close()
    await hub.stop()
