"""What reaches the log holds no secret and no customer's words."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from farol.kit import log


@pytest.fixture
def _restored() -> Iterator[None]:
    root, before = logging.getLogger(), logging.getLogger().handlers[:]
    level = root.level
    yield
    structlog.reset_defaults()
    root.handlers[:] = before
    root.setLevel(level)


def _mask(text: str) -> str:
    return text.replace("abandon", "[word]")


@pytest.mark.usefixtures("_restored")
def test_a_line_is_json_without_secrets(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure(scrub=_mask)
    structlog.get_logger().info(
        "ticket.opened", body="hello", api_token="t", nested={"smtp_password": "p", "note": "abandon"}, raw=b"xyz", n=3
    )
    line = json.loads(capsys.readouterr().err)
    assert line["event"] == "ticket.opened"
    assert line["body"] == line["api_token"] == line["nested"]["smtp_password"] == "<removed>"
    assert line["nested"]["note"] == "[word]"
    assert (line["raw"], line["n"], line["level"]) == ("<3 bytes>", 3, "info")


@pytest.mark.usefixtures("_restored")
def test_a_traceback_and_a_library_are_scrubbed_too(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure(scrub=_mask)
    try:
        raise ValueError("abandon ship")
    except ValueError:
        structlog.get_logger().exception("failed")
    logging.getLogger("some.library").warning("sent %s", "abandon")
    first, second = capsys.readouterr().err.splitlines()
    assert "abandon" not in first
    assert "[word] ship" in json.loads(first)["exception"]
    assert json.loads(second)["event"] == "sent [word]"


@pytest.mark.usefixtures("_restored")
def test_lower_levels_and_long_texts_are_cut(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure(scrub=str, level="warning")
    structlog.get_logger().info("quiet")
    structlog.get_logger().warning("long", text="a" + "x" * 10_000 + "z")
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    text = json.loads(lines[0])["text"]
    assert len(text) < 8010
    assert text[0] + text[-1] == "az"
