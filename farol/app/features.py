"""What the product consists of: every feature, in the order in which each may need those before it."""

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

FEATURES = (
    "core.chains",
    "core.shield",
    "core.grounding",
    "core.urgency",
    "core.reasons",
    "core.understanding",
    "core.people",
    "core.customers",
    "core.exchange",
    "core.core_events",
    "core.tickets",
    "core.language",
    "core.translation",
    "core.live",
    "core.preferences",
    "core.notices",
    "core.genuine",
    "channels.connections",
    "channels.messengers",
    "channels.telegram",
    "channels.discord",
    "channels.meta",
    "channels.x",
    "channels.line",
    "channels.webchat",
    "desk.conditions",
    "desk.sla",
    "desk.languages",
    "desk.surge",
    "desk.fields",
    "desk.tags",
    "desk.inbox",
    "desk.queue",
    "desk.shifts",
    "desk.alerts",
    "desk.followers",
    "desk.links",
    "desk.snooze",
    "desk.views",
    "desk.incidents",
    "desk.threads",
    "desk.guard",
    "channels.opinions",
    "channels.partner",
    "channels.webhooks",
    "channels.voice",
    "channels.email",
    "channels.notify",
    "desk.escalation",
    "desk.merging",
    "desk.checklists",
    "desk.effects",
    "desk.macros",
    "desk.rules",
    "desk.acknowledge",
    "desk.drafts",
    "desk.outgoing",
    "desk.wall",
    "desk.transfer",
    "desk.bulk",
    "desk.recheck",
    "desk.contacts",
    "desk.radar",
    "desk.triage",
    "desk.evidence",
    "selfserve.knowledge",
    "desk.translating",
    "selfserve.titles",
    "selfserve.retrieval",
    "selfserve.announcements",
    "selfserve.help_centre",
    "desk.brief",
    "desk.search",
    "insight.satisfaction",
    "selfserve.portal",
    "selfserve.verifying",
    "desk.plays",
    "desk.copilot",
    "trust.identity",
    "trust.proposals",
    "trust.emergency",
    "channels.phone",
    "desk.recovery",
    "desk.claims",
    "selfserve.tools",
    "selfserve.forms",
    "selfserve.flows",
    "selfserve.assistant",
    "insight.figures",
    "selfserve.community",
    "channels.groups",
    "selfserve.editing",
    "selfserve.mcp",
    "insight.learning",
    "insight.relief",
)
CONSOLE = (
    "channels.connections",
    "channels.email",
    "channels.messengers",
    "channels.groups",
    "channels.notify",
    "channels.partner",
    "channels.voice",
    "channels.webhooks",
    "channels.phone",
    "channels.opinions",
    "core.core_events",
    "core.exchange",
    "core.notices",
    "core.people",
    "core.preferences",
    "desk.acknowledge",
    "desk.brief",
    "desk.bulk",
    "desk.checklists",
    "desk.claims",
    "desk.conditions",
    "desk.contacts",
    "desk.copilot",
    "desk.drafts",
    "desk.escalation",
    "desk.evidence",
    "desk.fields",
    "desk.followers",
    "desk.guard",
    "desk.inbox",
    "desk.incidents",
    "desk.languages",
    "desk.links",
    "desk.macros",
    "desk.merging",
    "desk.outgoing",
    "desk.plays",
    "desk.queue",
    "desk.radar",
    "desk.recheck",
    "desk.recovery",
    "desk.rules",
    "desk.search",
    "desk.shifts",
    "desk.sla",
    "desk.snooze",
    "desk.surge",
    "desk.tags",
    "desk.threads",
    "desk.transfer",
    "desk.translating",
    "desk.triage",
    "desk.views",
    "desk.wall",
    "insight.figures",
    "insight.learning",
    "insight.relief",
    "insight.satisfaction",
    "selfserve.announcements",
    "selfserve.assistant",
    "selfserve.community",
    "selfserve.editing",
    "selfserve.forms",
    "selfserve.knowledge",
    "selfserve.retrieval",
    "selfserve.titles",
    "trust.emergency",
    "trust.identity",
    "trust.proposals",
)
CUSTOMER = (
    "channels.email",
    "channels.messengers",
    "channels.phone",
    "channels.voice",
    "channels.webchat",
    "core.language",
    "desk.incidents",
    "desk.languages",
    "desk.plays",
    "desk.queue",
    "desk.sla",
    "desk.translating",
    "insight.learning",
    "insight.satisfaction",
    "selfserve.mcp",
    "selfserve.assistant",
)
PARTNER = ("channels.partner", "channels.opinions")
HOOKS = (
    "channels.messengers",
    "channels.phone",
    "core.core_events",
    "desk.plays",
)
PAGES = (
    "selfserve.verifying",
    "channels.partner",
    "selfserve.help_centre", "selfserve.community", "selfserve.knowledge", "selfserve.portal", "selfserve.forms", "selfserve.retrieval",
    "trust.identity", "trust.emergency", "desk.plays", "desk.recovery", "desk.claims", "insight.learning", "selfserve.tools",
)  # fmt: skip
QUIET = ("events", "problems", "kind", "adapter", "jobs", "reactions")
"""Rooms that register what they hold by being imported. A channel is a folder with a ``kind`` and an ``adapter``."""


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
