"""The back office under /v1, behind the gatekeeper."""

from typing import Any

from litestar import Router

from .api import acting, coins, dealings, people, proving, public

routes = [*public.routes, *people.routes, *coins.routes, *dealings.routes, *proving.routes, *acting.routes]


def core_router(before: Any) -> Router:
    """Everything of the core link."""
    return Router("/v1", route_handlers=routes, before_request=before)
