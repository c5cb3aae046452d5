"""Reports hold no secret and nobody's whole contact, and nothing from an exchange is markup in them."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx2
import msgspec
import pytest
from typer.testing import CliRunner

import farol
from farol.app.cli import app
from farol.app.conformance.clause import CLAUSES
from farol.app.conformance.report import document, markdown, page, table, written
from farol.app.conformance.run import Report, run

from .conftest import READING

SECRET = "a-secret-that-never-shows-0000000"
LEAKY = {"uid": "1", "status": "<script>alert(1)</script>", "email_masked": "mei.lin@example.com", "phone_masked": "+8613800138000", "token": "tok-123"}


@pytest.fixture
async def leaky() -> Report:
    """A core that answers every question with whole contacts and markup."""

    def core(request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/v1/capabilities":
            return httpx2.Response(200, json={"version": "1", "reads": ["user", "kyc"], "actions": [], "events": []})
        return httpx2.Response(200, json=LEAKY)

    return await run(msgspec.structs.replace(READING, secret=SECRET), httpx2.MockTransport(core))


async def test_nothing_leaks(leaky: Report) -> None:
    assert {"CL-MASK-01", "CL-MASK-02", "CL-SIGN-03"} <= set(leaky.failed)
    for text in (table(leaky), markdown(leaky), page(leaky), json.dumps(document(leaky), ensure_ascii=False)):
        for word in ("mei.lin@", "13800138000", "tok-123", SECRET, "x-farol-signature"):
            assert word not in text
        assert "CL-MASK-01" in text
    assert "<script" not in page(leaky)
    assert "&lt;script&gt;" in page(leaky)


async def test_every_form(leaky: Report) -> None:
    said = json.loads(written(leaky, ".json"))
    assert said["ok"] is False
    assert sum(said["counts"].values()) == len(said["clauses"])
    one = next(one for one in said["clauses"] if one["id"] == "CL-MASK-01")
    assert all(one[name] for name in ("requires", "how", "seen", "do", "source", "evidence"))
    assert "## CL-MASK-01" in written(leaky, ".md")
    assert written(leaky, ".html").startswith("<!doctype html>")


@pytest.fixture
def deaf() -> Iterator[str]:
    """A server that refuses everything."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(401)
            self.end_headers()
            self.wfile.write(b'{"code":"unauthorized","message":""}')

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_the_command(deaf: str, tmp_path: Path) -> None:
    command = ["core-link", "test", deaf, "--json", "--report", str(tmp_path / "r.html")]
    found = CliRunner().invoke(app, command, env={"FAROL_CORE_LINK_SECRET": SECRET})
    assert found.exit_code == 1
    said = json.loads(found.stdout)
    assert [one["id"] for one in said["clauses"] if one["verdict"] == "fail"] == ["CL-CAP-01"]
    assert (tmp_path / "r.html").read_text().startswith("<!doctype html>")


@pytest.mark.parametrize(
    "options",
    [["ftp://x"], ["http://x", "--allow-actions"], ["http://x", "--receive", "here"], ["http://x", "--report", "r.pdf"]],
)  # fmt: skip
def test_what_cannot_run(options: list[str]) -> None:
    found = CliRunner().invoke(app, ["core-link", "test", *options], env={"FAROL_CORE_LINK_SECRET": SECRET})
    assert found.exit_code == 2
    assert CliRunner().invoke(app, ["core-link", "test", "http://x"], env={"FAROL_CORE_LINK_SECRET": ""}).exit_code == 2


def test_the_guide_names_every_group() -> None:
    guide = (Path(farol.__file__).parents[1] / "docs/guides/core-link-conformance.md").read_text()
    for group in {id_.rpartition("-")[0] for id_ in CLAUSES}:
        assert f"`{group}`" in guide, group
