"""The product's own processes beside a test: web processes on one socket, workers with jobs, reactions and listeners, and Telegram's stand-in."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx2
import msgspec

from farol.app.demo import cast
from farol.app.demo.doors.platforms.telegram import Bot, Telegram
from farol.app.serve import listen
from farol.channels.telegram.model import SECRET_HEADER
from tests.world import World

START_S, PATIENCE_S = 120.0, 120.0
Update = dict[str, Any]


class Slow(Telegram):
    """Telegram whose answers can be made to hang: what was sent arrives, and nobody hears of it. hanging: how many do."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = asyncio.Event()
        self.let_go.set()
        self.hanging = 0

    async def run(self, bot: Bot, method: str, given: dict[str, Any]) -> Any:
        made = await super().run(bot, method, given)
        if method.startswith("send") and not self.let_go.is_set():
            self.hanging += 1
            await self.let_go.wait()
        return made


class Product:
    """Processes on the test's database. Use with ``async with``; everything is killed at the end."""

    def __init__(self, world: World, nats: str, telegram: Slow, folder: Path) -> None:
        self.world, self.kit, self.telegram, self._folder, self._nats = world, world.kit, telegram, folder, nats
        self._listener = listen("127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.processes: list[subprocess.Popen[bytes]] = []
        self.client = httpx2.AsyncClient(base_url=self.url, timeout=60, trust_env=False, limits=httpx2.Limits(max_connections=100))
        self.bot: Bot
        self.connection = 0
        self._cookies: dict[str, str] = {}

    async def __aenter__(self) -> "Product":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.client.aclose()
        for process in self.processes:
            process.kill()
        for process in self.processes:
            await asyncio.to_thread(process.wait)
        self._listener.close()

    def start(self, what: str) -> subprocess.Popen[bytes]:
        """``web`` or ``work``."""
        settings = self.kit.settings
        env = {name: value for name, value in os.environ.items() if not name.startswith("FAROL_")} | {
            "FAROL_DATABASE_URL": settings.database_url, "FAROL_NATS_URL": self._nats, "FAROL_SECRET_KEY": settings.secret_key,
            "FAROL_DATA_DIR": str(settings.data_dir), "FAROL_PUBLIC_URL": self.url, "FAROL_WIDGET_SECRET": settings.widget_secret,
            "FAROL_LOG_LEVEL": "warning", "FAROL_DEMO": "true", "FAROL_ELSEWHERE": f"telegram={self.telegram.address}"}
        fd = self._listener.fileno()
        more = ["--fd", str(fd)] if what == "web" else []
        with (self._folder / f"{what}.said").open("ab") as said:
            process = subprocess.Popen(
                [sys.executable, "-m", "farol.app.cli", what, *more], env=env, pass_fds=(fd,), stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        self.processes.append(process)
        return process

    async def serves(self) -> None:
        """Somebody answers."""
        async with asyncio.timeout(START_S):
            while True:
                try:
                    if (await self.client.get("/healthz")).status_code == 200:
                        return
                except httpx2.TransportError:
                    pass
                await asyncio.sleep(0.1)

    async def connect(self) -> None:
        """A bot, connected at the console; Telegram calls our web processes from then on."""
        self.bot = self.telegram.bot()
        made = await self.asks("admin", "POST", "/channels/telegram/connections", {"name": "Bot", "values": {"token": self.bot.token}})
        assert made["probe"]["works"], made
        self.connection = made["connection"]["id"]
        await self._signed_in("agent")

    async def asks(self, role: str, method: str, path: str, given: Any = None) -> Any:
        """A member of staff, by HTTP."""
        await self._signed_in(role)
        headers = {"cookie": self._cookies[role], "origin": self.url}
        answer = await self.client.request(method, f"/api/console{path}", headers=headers, json=given)
        assert answer.status_code < 300, f"{method} {path}: {answer.status_code} {answer.text}\n{self.said()}"
        return answer.json() if answer.content else None

    async def _signed_in(self, role: str) -> None:
        if role not in self._cookies:
            member = cast.ANA if role == "agent" else msgspec.structs.replace(cast.SAM, key=role, email=f"{role}@demo-exchange.example", role=role)
            self._cookies[role] = (await self.world.staff(member)).headers["cookie"]

    async def tell(self, update: Update, secret: str = "") -> int:
        """A call of the webhook as Telegram makes it: the status."""
        path = self.bot.webhook["url"].removeprefix(self.url)
        answer = await self.client.post(path, json=update, headers={SECRET_HEADER: secret or self.bot.webhook["secret_token"]})
        return answer.status_code

    async def until(self, true: Callable[[], Awaitable[Any]], what: str) -> Any:
        """Waits for an effect; what it was."""
        deadline = time.monotonic() + PATIENCE_S
        while not (found := await true()):
            assert time.monotonic() < deadline, f"not in time: {what}\n{self.said()}"
            await asyncio.sleep(0.05)
        return found

    async def ticket_of(self, person: int) -> int:
        """The ticket of somebody at Telegram, once it is there."""
        find = "select c.ticket_id from chat c where c.external_id = $1 and c.ticket_id is not null"
        ticket: int = await self.until(lambda: self.kit.db.fetchval(find, str(person)), f"a ticket of {person}")
        return ticket

    def said(self) -> str:
        """What our processes printed."""
        return "".join(one.read_text()[-3000:] for one in self._folder.glob("*.said"))


def update(number: int, person: int, text: str) -> Update:
    """Words in a private chat, as Telegram sends them."""
    who = {"id": person, "is_bot": False, "first_name": f"Person {person}", "language_code": "en"}
    return {"update_id": number, "message": {
        "message_id": number, "from": who, "chat": {"id": person, "type": "private", "first_name": who["first_name"]}, "date": int(time.time()), "text": text}}
