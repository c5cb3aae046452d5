"""Refusals and accidents on their way out: a problem document for programs, a sentence on a page for people."""

import re
import secrets
from typing import Any

import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException

from .. import db
from ..problem import Broken, Invalid, MethodNotAllowed, NotFound, NotJson, Problem, TooLarge, Unavailable
from .answers import Page, problem_bytes
from .credentials import Scope, read

log = structlog.get_logger()
MISSING = re.compile(r"Missing required \w+ parameter '(\w+)'")
"""How the framework says that a parameter was not sent."""


def as_problem(error: BaseException) -> Problem:
    """Any exception as a problem. What is not foreseen is logged under a random id, which is all that is told."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, ValidationException):
        if missing := MISSING.match(error.detail):
            return Invalid(errors=[{"field": missing[1], "why": "is missing"}])
        return Invalid(errors=[{"field": str(e.get("key", "")), "why": str(e.get("message", ""))[:200]}
                               for e in (error.extra or []) if isinstance(e, dict)])
    if isinstance(error, HTTPException):
        known: dict[int, type[Problem]] = {404: NotFound, 405: MethodNotAllowed, 413: TooLarge, 400: NotJson}
        if error.status_code in known:
            return known[error.status_code]()
    if isinstance(error, db.LOST):
        log.warning("web.database_lost", error=type(error).__name__)
        return Unavailable()
    error_id = secrets.token_hex(6)
    log.error("web.broken", error_id=error_id, exc_info=error)
    return Broken(error_id=error_id)


def language_of(scope: Scope) -> str:
    """The language to refuse in: the actor's, or the browser's."""
    actor = scope.get("actor")
    return actor.language if actor else read(scope).language


def headers_of(problem: Problem) -> dict[str, str]:
    """Headers of the refusal, with Retry-After where the problem knows it."""
    wait = problem.fields.get("retry_after")
    return {**problem.headers, "cache-control": "no-store", **({"retry-after": str(wait)} if wait else {})}


def answer(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """The framework's exception handler."""
    problem, language = as_problem(error), language_of(request.scope)
    if request.url.path.startswith(("/api/", "/hooks/")):
        return Response(problem_bytes(problem, language), status_code=problem.status,
                        media_type="application/problem+json", headers=headers_of(problem))
    short = "zh" if language.startswith("zh") else "en"
    return Page("web/problem.html", {"text": problem.text(language), "language": short}, status=problem.status,
                headers=headers_of(problem))
