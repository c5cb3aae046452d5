"""Wake-ups and presence. Losing all of it loses nothing, so nothing here ever raises for its absence.

Listeners of the same process hear at once; those of other processes through NATS, which does not echo.
"""

import asyncio
from collections.abc import Awaitable, Callable

import nats
import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg

log = structlog.get_logger()
Callback = Callable[[bytes], Awaitable[None] | None]


class Bus:
    """A connection that comes and goes. Subjects are ours alone; nothing a person typed ever becomes one."""

    def __init__(self, url: str, token: str | None = None) -> None:
        self._url, self._token = url, token
        self._client = Client()
        self._callbacks: list[tuple[str, Callback]] = []
        self._running: set[asyncio.Future[None]] = set()
        self._starting: asyncio.Task[None] | None = None
        self._listening = False

    @property
    def up(self) -> bool:
        """Whether the server is connected right now."""
        return self._client.is_connected

    async def start(self) -> None:
        """Starts connecting in the background and goes on trying for ever."""
        self._starting = asyncio.create_task(self._connect())
        await asyncio.wait([self._starting], timeout=1)

    async def _connect(self) -> None:
        async def quiet(_: Exception) -> None: ...

        while True:
            try:
                await self._client.connect(
                    self._url, token=self._token, allow_reconnect=True, max_reconnect_attempts=-1,
                    reconnect_time_wait=0.25,  # type: ignore[arg-type]  # seconds, fractions work
                    connect_timeout=1, ping_interval=5, max_outstanding_pings=2,
                    error_cb=quiet, name="farol", no_echo=True,
                )
                break
            except (nats.errors.Error, OSError, TimeoutError):
                await asyncio.sleep(0.5)
        for subject, callback in self._callbacks:
            await self._listen(subject, callback)
        self._listening = True  # until here whoever comes is served by the loop above

    async def publish(self, subject: str, data: bytes) -> None:
        """Says it once; lost to other processes when the server is away."""
        for wanted, callback in self._callbacks:
            if wanted == subject:
                self._call(callback, data)
        if not self._client.is_connected:
            return
        try:
            await self._client.publish(subject, data)
        except (nats.errors.Error, OSError):
            log.debug("bus.lost", subject=subject)

    async def subscribe(self, subject: str, callback: Callback) -> None:
        """Calls back for every message of the subject, now and after every reconnection."""
        self._callbacks.append((subject, callback))
        if self._listening:
            await self._listen(subject, callback)

    async def _listen(self, subject: str, callback: Callback) -> None:
        async def on(message: Msg) -> None:
            self._call(callback, message.data)

        await self._client.subscribe(subject, cb=on)

    def _call(self, callback: Callback, data: bytes) -> None:
        try:
            answer = callback(data)
        except Exception:
            log.exception("bus.callback_failed")
            return
        if answer is not None:
            task = asyncio.ensure_future(answer)
            self._running.add(task)
            task.add_done_callback(self._finished)

    def _finished(self, task: "asyncio.Future[None]") -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("bus.callback_failed", exc_info=error)

    async def stop(self) -> None:
        """Closes the connection."""
        if self._starting:
            self._starting.cancel()
            await asyncio.gather(self._starting, return_exceptions=True)
        if not self._client.is_closed:
            await self._client.close()
