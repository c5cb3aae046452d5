"""Logs: one line an event, and no secret or customer's words in it whatever the caller passes."""

import logging
import sys
from collections.abc import Callable, Mapping
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

Scrub = Callable[[str], str]

SECRET_KEYS = ("password", "token", "secret", "authorization", "cookie", "identity", "body")
"""A key holding one of these words loses its value: it is never written, at any level."""

_LONGEST = 8000
"""Characters of one value; the middle of a longer one is cut, since a traceback ends with what matters."""


def redactor(scrub: Scrub) -> Processor:
    """A processor that drops values of ``SECRET_KEYS`` and passes every other string through ``scrub``."""

    def value(given: Any, depth: int) -> Any:
        if isinstance(given, bytes | bytearray | memoryview):
            return f"<{len(given)} bytes>"
        if given is None or isinstance(given, bool | int | float):
            return given
        if depth > 4:
            return "<deep>"
        if isinstance(given, Mapping):
            return {str(key): redact(str(key), item, depth + 1) for key, item in given.items()}
        if isinstance(given, list | tuple | set | frozenset):
            return [value(item, depth + 1) for item in given]
        text = scrub(given if isinstance(given, str) else str(given))
        return text if len(text) <= _LONGEST else text[: _LONGEST // 4] + " … " + text[-_LONGEST * 3 // 4 :]

    def redact(key: str, given: Any, depth: int) -> Any:
        if any(word in key.lower() for word in SECRET_KEYS):
            return "<removed>"
        return value(given, depth)

    def process(_: Any, __: str, event: EventDict) -> EventDict:
        return {key: redact(key, given, 0) for key, given in event.items()}

    return process


def configure(*, scrub: Scrub, level: str = "info", form: str = "json") -> None:
    """Sets up structlog and the standard library's logging for this process; writes to standard error.

    ``form`` is ``json`` or ``console``. Tracebacks are rendered before redaction, so what an exception says
    is scrubbed as well.
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
        redactor(scrub),
    ]
    render: Processor = structlog.processors.JSONRenderer(ensure_ascii=False)
    if form == "console":
        render = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, render],
        )
    )
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)
    for noisy in ("uvicorn.error", "uvicorn.access", "httpx2", "httpcore2"):
        logging.getLogger(noisy).setLevel("WARNING")
