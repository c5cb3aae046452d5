"""What one person's browser was told: every answer, every frame, every complaint."""

import asyncio
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, ConsoleMessage, Error, Page, Response, WebSocket

NETWORK = ("net::ERR_", "Failed to load resource", "WebSocket connection to")
"""Complaints about the network, which journeys break on purpose; what the product makes of it is what they look at."""


class Ears:
    """Listens to all pages of a browser context from their first request on."""

    def __init__(self, context: BrowserContext) -> None:
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self._told: list[str] = []
        self._reading: set[asyncio.Task[None]] = set()
        context.on("request", lambda request: self.asked.append(request.url))
        context.on("response", self._answered)
        context.on("page", self._opened)

    async def told(self) -> str:
        """Everything so far, as one text."""
        while self._reading:
            await asyncio.gather(*self._reading)
        return "\n".join(self._told)

    def foreign(self, *known: str) -> list[str]:
        """Addresses that were asked and lie on none of the known origins."""
        hosts = {urlsplit(each).netloc for each in known}
        return [url for url in self.asked if url.startswith(("http", "ws")) and urlsplit(url).netloc not in hosts]

    def _opened(self, page: Page) -> None:
        page.on("websocket", self._socket)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(part in message.text for part in NETWORK):
            self.complaints.append(message.text)

    def _socket(self, socket: WebSocket) -> None:
        self.asked.append(socket.url)
        socket.on("framereceived", lambda frame: self._told.append(str(frame)))

    def _answered(self, response: Response) -> None:
        task = asyncio.ensure_future(self._read(response))
        self._reading.add(task)
        task.add_done_callback(self._reading.discard)

    async def _read(self, response: Response) -> None:
        try:
            self._told.append(f"{response.url}\n{await response.text()}")
        except (Error, UnicodeDecodeError):
            return  # a picture, a redirect, or a page that is gone
