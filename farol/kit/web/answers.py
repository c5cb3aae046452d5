"""What goes out: JSON structs, problems, pages, downloads, redirects."""

from collections.abc import AsyncIterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader, PrefixLoader, StrictUndefined, select_autoescape
from litestar import Response
from litestar.datastructures import Cookie
from litestar.response import Stream

from ..problem import Problem
from .built import address

PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'none'; object-src 'none'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
ROOT = Path(__file__).parents[2]


@lru_cache
def templates() -> Environment:
    """All features' templates: ``help_centre/home.html`` lies in ``selfserve/help_centre/templates/home.html``."""
    folders = {path.parent.name: FileSystemLoader(path) for path in ROOT.glob("*/*/templates")}
    made = Environment(loader=PrefixLoader(folders), autoescape=select_autoescape(default=True),
                       undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals["asset"] = address
    return made


class Page(Response[str]):
    """A server-rendered page. It carries no script, and its policy says so."""

    def __init__(self, template: str, values: dict[str, Any] | None = None, *, status: int = 200,
                 cookies: list[Cookie] | None = None, headers: dict[str, str] | None = None) -> None:
        text = templates().get_template(template).render(**(values or {}))
        super().__init__(text, status_code=status, media_type="text/html", cookies=cookies,
                         headers={"content-security-policy": PAGE_POLICY, "cache-control": "no-store", **(headers or {})})


class Bytes(Response[bytes]):
    """Raw bytes with the headers given."""

    def __init__(self, body: bytes, media_type: str, headers: dict[str, str] | None = None, *, status: int = 200) -> None:
        super().__init__(body, status_code=status, media_type=media_type, headers=headers)


class Streamed(Stream):
    """Bytes as they come, with the headers given."""

    def __init__(self, parts: AsyncIterator[bytes], media_type: str, headers: dict[str, str]) -> None:
        super().__init__(parts, media_type=media_type, headers=headers)


def redirect(path: str, *, cookies: list[Cookie] | None = None) -> Response[None]:
    """See Other, to a path of our own."""
    return Response(None, status_code=303, headers={"location": path, "cache-control": "no-store"}, cookies=cookies)


def json(value: Any, *, cookies: list[Cookie] | None = None, status: int = 200) -> Response[Any]:
    """A struct with cookies or another status; plain structs can be returned as they are."""
    return Response(value, status_code=status, media_type="application/json", cookies=cookies)


def cookie(name: str, value: str, *, secure: bool, max_age: int | None = None, same_site: str = "strict") -> Cookie:
    """A session cookie no script can read."""
    return Cookie(name, value=value, httponly=True, secure=secure, samesite=same_site, path="/", max_age=max_age)  # type: ignore[arg-type]


def problem_bytes(problem: Problem, language: str) -> bytes:
    """The problem document as JSON."""
    return msgspec.json.encode(problem.document(language))
