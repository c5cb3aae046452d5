"""Built front ends: files of one folder, and single-page apps whose page carries a fresh nonce."""

import re
import secrets
from pathlib import Path

from .built import FOLDERS, load, version
from .credentials import Scope
from .hot import Receive, Send

HASHED = "public, max-age=31536000, immutable"
FRESH = "public, max-age=300"
HASH = re.compile(r"-[A-Za-z0-9_-]{8,}\.\w+$")
"""A built file whose name changes with its content may be kept for ever."""
LONGEST = 200
"""Bytes no path of ours exceeds; file systems answer longer names with an error of their own."""
APP_POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; worker-src 'self'; require-trusted-types-for 'script'; trusted-types vue push mail"
)


class Static:
    """Serves ``prefix`` from a folder. cross: other sites may load it (the widget)."""

    def __init__(self, prefix: str, folder: Path, *, cross: bool = False) -> None:
        self._prefix, self._folder, self._cross = prefix, folder.resolve(), cross
        FOLDERS[prefix] = self._folder

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = self._find(scope["path"])
        if path is None or scope["method"] not in ("GET", "HEAD"):
            await respond(send, 404, b"not found", [(b"content-type", b"text/plain")])
            return
        found, asked = load(path, path.stat().st_mtime_ns), dict(scope["headers"])
        named = HASH.search(path.name) or scope.get("query_string") == b"v=" + version(found)
        cache = HASHED if named else FRESH
        headers = [(b"content-type", found.kind), (b"etag", found.tag), (b"cache-control", cache.encode()),
                   (b"vary", b"accept-encoding"), (b"content-security-policy", b"default-src 'none'")]
        if self._cross:
            headers += [(b"access-control-allow-origin", b"*"), (b"cross-origin-resource-policy", b"cross-origin")]
        body = found.body
        if found.packed and b"gzip" in asked.get(b"accept-encoding", b""):
            body = found.packed
            headers.append((b"content-encoding", b"gzip"))
        if asked.get(b"if-none-match") == found.tag:
            await respond(send, 304, b"", headers)
        else:
            await respond(send, 200, b"" if scope["method"] == "HEAD" else body, headers)

    def _find(self, asked: str) -> Path | None:
        if "\0" in asked or len(asked.encode("utf-8", "surrogatepass")) > LONGEST:
            return None
        path = (self._folder / asked.removeprefix(self._prefix).lstrip("/")).resolve()
        return path if path.is_relative_to(self._folder) and path.is_file() else None


class SinglePage(Static):
    """A built single-page app: assets as files, every other path its page, scripts admitted by a nonce."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        page = self._folder / "index.html"
        asset = self._find(scope["path"])
        if (asset and asset != page) or not page.is_file() or "/assets/" in scope["path"]:
            await super().__call__(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        body = page.read_bytes().replace(b"<script ", b'<script nonce="' + nonce.encode() + b'" ')
        await respond(send, 200, body, [
            (b"content-type", b"text/html; charset=utf-8"), (b"cache-control", b"no-store"),
            (b"content-security-policy", APP_POLICY.format(nonce=nonce).encode())])


async def respond(send: Send, status: int, body: bytes, headers: list[tuple[bytes, bytes]]) -> None:
    """A whole answer at once."""
    await send({"type": "http.response.start", "status": status, "headers": [*headers, (b"content-length", str(len(body)).encode())]})
    await send({"type": "http.response.body", "body": body})
