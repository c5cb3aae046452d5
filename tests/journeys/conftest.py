"""One demo for all journeys, one browser, and people with windows of their own."""

import re
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path

import httpx2
import pytest
from playwright.async_api import Browser, async_playwright, expect

from farol.app import plan
from farol.kit.supervisor import home
from tests.journeys.stage import PATIENCE_MS, Stage
from tests.running import Running, free_port, within

CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
FAILED = pytest.StashKey[bool]()
OFFSETS = (plan.EXCHANGE, plan.MAILBOX, plan.MAIL_SINK, plan.MAIL_IN, plan.DOORS)
CROWDED = ("test_full_shift.py", "test_surge.py")
TURN_SECRET = "north-of-the-harbour"
START_S = 300
"""How long the demo may take to start on a busy machine."""


class Demo:
    """`farol up --demo`, which can be stopped and started again on the same data."""

    def __init__(self, folder: Path) -> None:
        self._data, self._port = folder / "data", free_port(*OFFSETS)
        self.turn_port = free_port()
        self.exchange = f"http://localhost:{self._port + plan.EXCHANGE}"
        self.mailbox = f"http://localhost:{self._port + plan.MAILBOX}"
        self.doors = f"http://localhost:{self._port + plan.DOORS}"
        self.running = self.start()
        self.assistant(on=False)

    @property
    def farol(self) -> str:
        """Where the console, the help centre and the portal are."""
        return self.running.url

    def start(self) -> Running:
        """Blocks stand still until a button is pressed; an unread answer is mailed after three seconds."""
        self.running = Running(self._data, self._port, "--demo", FAROL_MAIL_AFTER_S="3", FAROL_DEMO_SPEED="0",
                               FAROL_TURN_URLS=f"turn:127.0.0.1:{self.turn_port}?transport=udp", FAROL_TURN_SECRET=TURN_SECRET)
        try:
            within(START_S, self.running.serves, "the demo is up")
        except BaseException:
            self.running.end()
            raise
        return self.running

    def stop(self) -> None:
        """As Ctrl-C does."""
        self.running.process.send_signal(signal.SIGINT)
        assert self.running.process.wait(60) == 0
        self.running.end()

    def assistant(self, *, on: bool) -> None:
        """Whether the assistant answers who writes in the widget. Journeys begin with people only."""
        role = self.address("Dan,").partition("demo=")[2]
        with httpx2.Client(base_url=f"{self.farol}/api/console", headers={"origin": self.farol}, timeout=20, trust_env=False) as dan:
            dan.post("/session/demo", json={"role_token": role}).raise_for_status()
            rules = dan.get("/assistant/settings").raise_for_status().json()
            dan.put("/assistant/settings", json=rules | {"active": on}).raise_for_status()

    def address(self, name: str) -> str:
        """What was printed behind a name: ``Demo exchange``, or ``Ana,`` for her one-click sign-in."""
        found = re.search(rf"^ +{name}.*?(http\S+)", self.running.said(), re.MULTILINE)
        assert found, self.running.said()
        return found[1]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Plays last what fills the demo's desk."""
    items.sort(key=lambda item: CROWDED.index(item.path.name) if item.path.name in CROWDED else -1)


@pytest.fixture(scope="session")
def demo() -> Iterator[Demo]:
    folder = Path(tempfile.mkdtemp(prefix="farol-"))
    home.passable(folder)
    demo = Demo(folder)
    yield demo
    demo.running.end()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=CHROMIUM)
        yield chromium
        await chromium.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Lets the stage know that its journey failed."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture
async def stage(demo: Demo, browser: Browser, request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """The scene of one journey. Whatever a browser complained about fails it; a failed one leaves pictures."""
    stage = Stage(browser, demo.address)
    yield stage
    if request.node.stash.get(FAILED, False):
        print("\nWhat everybody saw:", *await stage.pictures(tmp_path), sep="\n  ")
    await stage.close()
    assert stage.complaints == []
