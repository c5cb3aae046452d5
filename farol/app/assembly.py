"""How the features become one product: their rooms imported, their routes given to the audience each is for."""

from collections.abc import Awaitable, Callable
from importlib import import_module, util
from typing import Any, Protocol

from farol.channels.partner import actions as partner
from farol.core.customers import actions as customers
from farol.core.people import actions as people
from farol.core.tickets.visibility import reaches
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.web import Audience, Credentials, Group

from .features import CONSOLE, CUSTOMER, FEATURES, HOOKS, PAGES, PARTNER, QUIET


async def _staff(kit: Kit, credentials: Credentials) -> Actor | None:
    return await people.authenticate(kit, credentials.cookies.get(people.COOKIE, ""))


async def _customer(kit: Kit, credentials: Credentials) -> Actor | None:
    return await customers.authenticate(kit, credentials.bearer)


async def _reader(kit: Kit, credentials: Credentials) -> Actor | None:
    return await customers.authenticate(kit, credentials.cookies.get(customers.COOKIE, ""))


def starters() -> list[Callable[[Kit], Awaitable[None]]]:
    """What a web process begins beside serving, such as building the search index: each feature's ``begin.start``."""
    return [module.start for module in _rooms("begin")]


def listeners() -> list[Callable[[Kit], Awaitable["Listener"]]]:
    """What a worker listens to beside the log, such as SMTP: each feature's ``listen.start``."""
    return [module.start for module in _rooms("listen")]


class Listener(Protocol):
    """Something a worker started and must stop."""

    async def stop(self) -> None: ...


def _rooms(room: str) -> list[Any]:
    return [import_module(f"farol.{f}.{room}") for f in FEATURES if util.find_spec(f"farol.{f}.{room}")]


async def _partner(kit: Kit, credentials: Credentials) -> Actor | None:
    return await partner.authenticate(kit, credentials.bearer)


async def _machine(_kit: Kit, _credentials: Credentials) -> Actor | None:
    """Other machines prove themselves by the signature of what they send, which each route checks."""
    return None


AUDIENCES = {
    "console": Audience("console", "/api/console", _staff, cookies=True, reaches=reaches),
    "customer": Audience("customer", "/api/customer", _customer, cookies=False),
    "partner": Audience("partner", "/api/partner/v1", _partner, cookies=False),
    "hooks": Audience("hooks", "/hooks", _machine, cookies=False),
    "pages": Audience("pages", "", _reader, cookies=True),
}


def register() -> None:
    """Imports every room that registers events, problems, jobs and reactions."""
    for room in (*QUIET, "actions"):
        _rooms(room)


def groups() -> list[Group]:
    """The routes of each audience."""
    register()

    def of(audience: str, features: tuple[str, ...], room: str) -> Group:
        modules = [import_module(f"farol.{feature}.{room}") for feature in features]
        # A feature that serves two audiences names those of one as ``for_customer``.
        routes = [getattr(m, f"for_{audience}", m.routes) for m in modules]
        return Group(
            AUDIENCES[audience],
            [r for each in routes for r in each],
            [h for m in modules for h in getattr(m, "hot", [])],
        )

    return [
        of("console", CONSOLE, "api"),
        of("customer", CUSTOMER, "api"),
        of("partner", PARTNER, "api"),
        of("hooks", HOOKS, "api"),
        of("pages", PAGES, "pages"),
    ]
