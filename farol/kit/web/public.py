"""Pages that are the same for everybody: packed, tagged by their content, answered with 304 while nothing changed.

Pages with somebody's own data are never packed: the length of packed secrets beside words of a stranger tells them (BREACH).
"""

import gzip
import hashlib
from typing import Any

from litestar import Request, Response

from .answers import PAGE_POLICY, Bytes, templates

ASK_AGAIN = "no-cache"
"""May be kept, if asked about again."""
WORTH_PACKING = 1_000


def page(request: Request[Any, Any, Any], template: str, values: dict[str, Any], *, policy: str = PAGE_POLICY,
         status: int = 200, headers: dict[str, str] | None = None) -> Response[Any]:
    """A page from a template."""
    body = templates().get_template(template).render(**values).encode()
    return answer(request, body, "text/html; charset=utf-8", status=status,
                  headers={"content-security-policy": policy, **(headers or {})})


def answer(request: Request[Any, Any, Any], body: bytes, media_type: str, *, status: int = 200, age: str = ASK_AGAIN,
           headers: dict[str, str] | None = None) -> Response[Any]:
    """Bytes for everybody. age: the Cache-Control they go out with."""
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    told = {"cache-control": age, "etag": tag, "vary": "accept-encoding", **(headers or {})}
    if status == 200 and request.headers.get("if-none-match") == tag:
        return Response(None, status_code=304, headers=told)
    if len(body) > WORTH_PACKING and "gzip" in request.headers.get("accept-encoding", ""):
        body, told = gzip.compress(body, 6, mtime=0), {**told, "content-encoding": "gzip"}
    return Bytes(body, media_type, told, status=status)
