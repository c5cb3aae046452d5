"""The way of web push (RFC 8030): a few bytes to the browser's maker, who hands them to the browser unread."""

import asyncio
import base64
import re
from urllib.parse import urlsplit

import httpx2
import msgspec
import structlog

from farol.core.notices.model import PUSH, Person, Told
from farol.core.notices.ways import Away, Unreachable, way
from farol.kit import outbound
from farol.kit.core import Kit
from farol.kit.i18n import lang_of
from farol.kit.outbound.address import PORTS
from farol.kit.settings import Settings

from . import sealing, store
from .words import Words

log = structlog.get_logger()
TIMEOUT_S = 10.0
KEPT_S = 4 * 3600
"""How long a push service keeps it for a browser that is off."""
GONE = (404, 410)
LATER = (408, 425, 429)
ENDPOINT = re.compile(r"(https?)://([a-z0-9.-]+(?::[0-9]{1,5})?)/[!-~]*")


class Shown(msgspec.Struct, frozen=True):
    """What the browser shows. ticket: opened by a tap; None opens the console. about: a later one replaces it on screen."""

    title: str
    body: str
    ticket: int | None
    about: str
    lang: str


def shown(settings: Settings, person: Person, told: list[Told]) -> Shown:
    """Number of the ticket or of the things, and no word more: a phone shows this on its locked screen."""
    words = Words(lang_of(person.language))
    tickets = {each.notice.ticket for each in told}
    only = tickets.pop() if len(tickets) == 1 else None
    if only:
        title = words.one_of.format(number=only.number)
    else:
        title = words.one if len(told) == 1 else words.many.format(count=len(told))
    body = words.mark.format(brand=settings.brand)
    return Shown(title, body, only.id if only else None, f"ticket-{only.id}" if only else "several", words.lang)


def taken(settings: Settings, endpoint: str) -> bool:
    """Whether pushes may go to this address: over TLS to a host of the setting, so that nobody makes us call elsewhere.

    An operator's own push service inside the house is named with its scheme and port.
    """
    found = ENDPOINT.fullmatch(endpoint)
    if not found:
        return False
    scheme, host = found.groups()
    known = (scheme == "https" and (host == name or (name.startswith("*.") and host.endswith(name[1:]))) for name in settings.push_hosts)
    return any(known) or f"{scheme}://{host}" in settings.push_hosts


@way(PUSH)
async def send(kit: Kit, person: Person, told: list[Told]) -> None:
    """To every browser of the person; it has come when one of them took it."""
    targets = [each for each in await store.targets(kit.db, person.id) if taken(kit.settings, each.endpoint)]
    if not targets:
        raise Unreachable("no browser")
    payload = msgspec.json.encode(shown(kit.settings, person, told))
    urgent = any(each.urgent for each in told)
    async with outbound.client(kit, purpose="push", seconds=TIMEOUT_S, redirects=False, own=_own(kit.settings)) as http:
        answers = await asyncio.gather(*(_post(http, kit.settings, each, payload, urgent) for each in targets))
    used = [each.id for each, status in zip(targets, answers, strict=True) if 200 <= status < 300]
    gone = [each.id for each, status in zip(targets, answers, strict=True) if status in GONE]
    await store.settle(kit.db, used, gone)
    if used:
        return
    if any(status == 0 or status in LATER or status >= 500 for status in answers):
        raise Away(f"answers {answers}")
    raise Unreachable(f"answers {answers}")


def _own(settings: Settings) -> list[tuple[str, int]]:
    """Push services inside the house: the setting names them with their port."""
    named = (urlsplit(host) for host in settings.push_hosts if "://" in host)
    return [(host.hostname or "", host.port or PORTS[host.scheme]) for host in named]


async def _post(http: outbound.Client, settings: Settings, to: store.Target, payload: bytes, urgent: bool) -> int:
    """The push service's status; 0 when there was none."""
    headers = {
        "content-encoding": "aes128gcm", "content-type": "application/octet-stream", "ttl": str(KEPT_S),
        "urgency": "high" if urgent else "normal",
        "authorization": sealing.authorization(settings.secret_key, to.endpoint, f"mailto:{settings.mail_from}"),
    }
    try:
        async with http.stream("POST", to.endpoint, content=sealing.encrypt(payload, to.p256dh, to.auth), headers=headers) as answer:
            return int(answer.status_code)
    except (outbound.Failure, httpx2.HTTPError, OSError) as error:
        log.info("push.failed", error=type(error).__name__)
        return 0


def unpack(text: str) -> bytes:
    """Bytes of base64url without padding, as browsers give their keys. Raises ValueError."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
