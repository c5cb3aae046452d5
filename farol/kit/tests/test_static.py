"""Built files: found only inside their folder, packed, kept as long as their names promise."""

import gzip
from pathlib import Path
from typing import Any

import pytest

from farol.kit.web.built import address
from farol.kit.web.static import SinglePage, Static


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "built"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text('<script type="module" src="/console/assets/app-AbCd1234.js"></script>')
    (folder / "assets" / "app-AbCd1234.js").write_text("export const answer = 42;\n" * 50)
    (folder / "manifest.json").write_text("{}")
    (tmp_path / "secret.txt").write_text("not for anybody")
    return folder


async def ask(app: Static, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        return {}

    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    path, _, query = path.partition("?")
    await app({"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": raw}, receive, send)
    return sent[0]["status"], {k.decode(): v.decode() for k, v in sent[0]["headers"]}, sent[1]["body"]


async def test_a_file_is_packed_for_who_can_unpack_it(built: Path) -> None:
    app = Static("/widget", built, cross=True)
    status, headers, plain = await ask(app, "/widget/assets/app-AbCd1234.js")
    assert (status, headers["content-type"]) == (200, "text/javascript; charset=utf-8")
    assert "immutable" in headers["cache-control"]
    assert headers["access-control-allow-origin"] == "*"
    _, headers, packed = await ask(app, "/widget/assets/app-AbCd1234.js", accept_encoding="gzip, br")
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed) == plain
    status, _, body = await ask(app, "/widget/assets/app-AbCd1234.js", if_none_match=headers["etag"])
    assert (status, body) == (304, b"")


async def test_what_may_change_is_asked_for_again(built: Path) -> None:
    _, headers, _ = await ask(Static("/widget", built), "/widget/manifest.json")
    assert headers["cache-control"] == "public, max-age=300"


@pytest.mark.parametrize("path", ["/widget/../secret.txt", "/widget/%2e%2e/secret.txt", "/widget//etc/passwd", "/widget/", "/widget/a\0b"])
async def test_nothing_outside_the_folder_is_found(built: Path, path: str) -> None:
    status, _, body = await ask(Static("/widget", built), path)
    assert (status, body) == (404, b"not found")


async def test_every_page_has_its_own_nonce(built: Path) -> None:
    app = SinglePage("/console", built)
    seen = set()
    for path in ("/console/", "/console/tickets/7"):
        status, headers, body = await ask(app, path)
        nonce = body.split(b'nonce="')[1].split(b'"')[0].decode()
        assert status == 200
        assert f"'nonce-{nonce}' 'strict-dynamic'" in headers["content-security-policy"]
        seen.add(nonce)
    assert len(seen) == 2
    assert (await ask(app, "/console/assets/missing.js"))[0] == 404


async def test_a_file_asked_for_by_its_version_may_be_kept_for_good(built: Path) -> None:
    app = Static("/built/", built)
    versioned = address("/built/manifest.json")
    assert versioned.startswith("/built/manifest.json?v=")
    assert "immutable" in (await ask(app, versioned))[1]["cache-control"]
    assert "immutable" not in (await ask(app, "/built/manifest.json?v=another"))[1]["cache-control"]
    (built / "manifest.json").write_text("{ }")
    assert "immutable" not in (await ask(app, versioned))[1]["cache-control"]
    assert address("/built/manifest.json") != versioned
    assert address("/built/nothing.js") == "/built/nothing.js"
    assert address("/elsewhere/x.js") == "/elsewhere/x.js"
