"""What the stand-ins of platforms share: an HTTP server on loopback that holds each call against the platform's documented form.

A call of a wrong form gets the platform's own error and is kept in ``wrong``; a test ends by looking that nothing is.
"""

import asyncio
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any, TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec

T = TypeVar("T")
REASONS = {200: "OK", 302: "Found", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 410: "Gone", 429: "Too Many Requests",
           500: "Internal Server Error", 503: "Service Unavailable"}


class Form(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A documented body: what is not named here is refused."""


class File(msgspec.Struct):
    """One part of a multipart body."""

    name: str
    media_type: str
    data: bytes


class Call(msgspec.Struct):
    """One request."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    url: str

    @property
    def json(self) -> Any:
        """The body, None when it is no JSON."""
        try:
            return msgspec.json.decode(self.body)
        except msgspec.DecodeError:
            return None

    def parts(self) -> tuple[dict[str, str], dict[str, File]]:
        """Fields and files of a form or multipart body."""
        kind = self.headers.get("content-type", "")
        if kind.startswith("application/x-www-form-urlencoded"):
            return dict(parse_qsl(self.body.decode())), {}
        whole: Any = BytesParser(policy=HTTP).parsebytes(b"content-type: " + kind.encode() + b"\r\n\r\n" + self.body)
        fields: dict[str, str] = {}
        files: dict[str, File] = {}
        for part in whole.iter_parts():
            name, data = part.get_param("name", header="content-disposition"), part.get_payload(decode=True)
            if part.get_filename() is None:
                fields[name] = data.decode()
            else:
                files[name] = File(part.get_filename(), part.get_content_type(), data)
        return fields, files


class Said(Exception):
    """Ends a call with this answer."""

    def __init__(self, status: int, body: Any = None, **headers: str) -> None:
        super().__init__(status)
        self.status, self.body, self.headers = status, body, headers

    @property
    def bytes(self) -> bytes:
        """The body as it goes."""
        return self.body if isinstance(self.body, bytes) else b"" if self.body is None else msgspec.json.encode(self.body)


class Platform:
    """Base. ``next`` holds answers that come instead of the right one, oldest first; ``calls`` everything that was asked."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.wrong: list[str] = []
        self.next: list[Said] = []
        self.address = ""
        self._writers: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> Any:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        await self._server.wait_closed()

    async def answer(self, call: Call) -> Any:
        """The body of a good answer; raises ``Said`` for any other."""
        raise NotImplementedError

    def refused(self, why: str) -> Said:
        """The platform's own error for a wrong form."""
        raise NotImplementedError

    def hold(self, form: type[T], given: Any) -> T:
        """The body in its documented form."""
        try:
            return msgspec.convert(given, form)
        except msgspec.ValidationError as error:
            raise self.no(f"{form.__name__}: {error}") from error

    def no(self, why: str) -> Said:
        """Something is not as documented."""
        self.wrong.append(why)
        return self.refused(why)

    async def respond(self, call: Call) -> Said:
        """The whole answer to a call."""
        self.calls.append(call)
        try:
            if self.next:
                raise self.next.pop(0)
            return Said(200, await self.answer(call))
        except Said as other:
            return other

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:]) if name}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            method, target, _ = head[0].split(" ")
            parts = urlsplit(target)
            call = Call(method, unquote(parts.path), dict(parse_qsl(parts.query)), headers, body, f"{self.address}{target}")
            said = await self.respond(call)
            writer.write(response(said.bytes, said.status, **said.headers))
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self._writers.discard(writer)
            writer.close()


def response(body: bytes, status: int = 200, **headers: str) -> bytes:
    """A whole HTTP response with JSON."""
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return (f"HTTP/1.1 {status} {REASONS.get(status, 'x')}\r\ncontent-type: application/json\r\nconnection: close\r\n"
            f"content-length: {len(body)}\r\n{more}\r\n").encode() + body
