"""Everything on one machine, under one supervisor: servers, schema, web processes, worker, the demo's own programs."""

import asyncio
import json
import os
import signal
import socket
import sys
from collections.abc import Awaitable, Iterable, Mapping
from pathlib import Path

from farol.kit import schema
from farol.kit.settings import PREFIX, Settings, variable
from farol.kit.supervisor import home
from farol.kit.supervisor.child import Child, Launch, said
from farol.kit.supervisor.keeper import Keeper, Service
from farol.kit.supervisor.nats import LocalNats
from farol.kit.supervisor.postgres import LocalPostgres
from farol.kit.supervisor.problems import StartError

from . import plan
from .plan import Options
from .serve import GRACE_S, listen


class Machine:
    """All processes of one machine. ``data`` must be locked by the caller."""

    def __init__(self, options: Options, data: Path, env: Mapping[str, str]) -> None:
        self.options, self.data = options, data
        self.env = plan.environment(options, data, env)
        self.settings: Settings
        self.links: list[tuple[str, str]] = []
        """Whose one-click sign-in, and its address. Only in the demo."""
        self._servers: list[LocalPostgres | LocalNats] = []
        self._keepers: list[Keeper] = []
        self._listener: socket.socket | None = None

    async def start(self) -> None:
        """Returns when everything serves. Raises ``StartError``; then ``stop`` must still be called."""
        self._open_ports()
        await self._start_servers()
        self.settings = plan.settings(self.env)
        try:
            await schema.migrate(self.settings.database_url)
        except schema.SchemaError as error:
            raise StartError(f"The database cannot be brought up to date.\n{error}") from None
        self._note()
        self._keepers = [Keeper(service) for service in self._services()]
        first, *others = self._keepers
        await first.start()  # alone, so that somebody serves as soon as can be; loading is all that takes time
        starts = [keeper.start() for keeper in others]
        await _all([*starts, self._fill()] if self.options.demo else starts)

    async def stop(self) -> None:
        """Ends our processes first, then the servers they use."""
        await asyncio.gather(*(keeper.stop() for keeper in self._keepers))
        await asyncio.gather(*(server.stop() for server in self._servers))
        if self._listener:
            self._listener.close()
        (self.data / plan.RUNNING).unlink(missing_ok=True)

    def pids(self, name: str) -> list[int]:
        """Process numbers of the children whose name begins so: ``web``, ``work``, ``postgres``, ``nats``."""
        keepers = [*(server.keeper for server in self._servers), *self._keepers]
        return [k.child.pid for k in keepers if k.service.name.startswith(name) and k.child and k.child.ended is None]

    def _note(self) -> None:
        """Lets `farol doctor` and the measuring tools find this one."""
        ours = {name: value for name, value in self.env.items() if name.startswith(PREFIX)}
        home.write_private(self.data / plan.RUNNING, json.dumps({"pid": os.getpid(), "environment": ours}, indent=2))

    async def reload(self) -> None:
        """Replaces our processes one after another, so that somebody always serves. Raises ``StartError``."""
        for keeper in self._keepers:
            await keeper.replace()

    def _open_ports(self) -> None:
        host = self.env.get(variable("host")) or "127.0.0.1"
        port = int(self.env[variable("port")])
        if self.options.demo:
            uses = {plan.EXCHANGE: "demo exchange", plan.MAILBOX: "demo mailbox", plan.MAIL_SINK: "demo mail sink",
                    plan.MAIL_IN: "incoming mail", plan.DOORS: "demo doors"}  # fmt: skip
            plan.require_free({port + offset: use for offset, use in uses.items()})
        try:
            self._listener = listen(host, port)
        except OSError:
            plan.require_free({port: "web"})
            raise StartError(f"{host} port {port} cannot be listened on") from None

    async def _start_servers(self) -> None:
        starts: list[Awaitable[None]] = []
        if not plan.given(self.env, variable("database_url")):
            postgres = LocalPostgres(self.data / "postgres", output=self._log("postgres"))
            self._servers.append(postgres)
            starts.append(postgres.start())
        if not plan.given(self.env, variable("nats_url")):
            nats = LocalNats(self.data / "nats", output=self._log("nats"))
            self._servers.append(nats)
            starts.append(nats.start())
        await _all(starts)
        for server in self._servers:
            if isinstance(server, LocalPostgres):
                self.env[variable("database_url")] = server.url()
            else:
                self.env[variable("nats_url")] = server.url

    def _services(self) -> list[Service]:
        assert self._listener
        fd = self._listener.fileno()
        services = [
            self._ours(f"web-{n}", ["farol.app.cli", "web", "--fd", str(fd)], fds=(fd,))
            for n in range(1, self.settings.web_processes + 1)
        ]
        # Two workers at once would want the same port for incoming mail.
        services.append(self._ours("work", ["farol.app.cli", "work"], alone=True))
        if self.options.demo:
            services += [
                self._ours("demo-exchange", ["farol.app.demo.exchange"], alone=True),
                self._ours("demo-mailbox", ["farol.app.demo.mailbox"], alone=True),
                self._ours("demo-doors", ["farol.app.demo.doors"], alone=True),
            ]
        return services

    def _ours(self, name: str, module: list[str], *, fds: tuple[int, ...] = (), alone: bool = False) -> Service:
        launch = Launch([sys.executable, "-m", *module], self.env, None, Path.cwd(), self._log(name), fds)
        return Service(name, lambda: launch, alone=alone, stop_s=GRACE_S + 3)

    def _log(self, name: str) -> Path | None:
        """A demo keeps its terminal free; elsewhere whoever runs us collects what all processes write."""
        return self.data / "logs" / f"{name}.log" if self.options.demo or self.options.logs else None

    async def _fill(self) -> None:
        """Demo content, added once, by a process of its own: this one stays small."""
        links, log = self.data / "links.json", self.data / "logs" / "demo-content.log"
        command = [sys.executable, "-m", "farol.app.cli", "demo-content", str(links)]
        child = Child(Launch(command, self.env, None, Path.cwd(), log))
        try:
            if code := await child.wait():
                raise StartError(f"The demo's content could not be added: {said(code)}\n{child.last_words()}")
        finally:
            await child.stop(signal.SIGKILL, 1)
        self.links = json.loads(links.read_text())
        links.unlink()


async def _all(starts: Iterable[Awaitable[None]]) -> None:
    """Waits for all, and only then tells of the first that failed: none is left half started."""
    for result in await asyncio.gather(*starts, return_exceptions=True):
        if isinstance(result, BaseException):
            raise result
