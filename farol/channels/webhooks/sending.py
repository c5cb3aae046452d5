"""Carrying deliveries to endpoints. One that is slow or away keeps nobody else waiting."""

import asyncio
import contextlib
import time

import httpx2
import structlog

from farol.core.exchange.webhooks import headers
from farol.core.notices.actions import notify
from farol.core.people import store as people
from farol.kit import clock, db, outbound
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM, Can
from farol.kit.problem import Problem
from farol.kit.secretbox import SecretBox

from . import delivery_store, store
from .delivery_store import Claimed
from .model import GIVE_UP, MOST_SAID, TIMEOUT_S, TOGETHER, pause_s
from .stopping import stop_in
from .store import Target

log = structlog.get_logger()
WAKE = "farol.webhooks"
SWEEP_S = 1.0
CLAIM_S = 60.0
MOST_READ = 64 * 1024
GONE = 410
MOST_TOLD = 100


async def nudge(kit: Kit) -> None:
    """There may be something to carry. A hint only: carriers also look by themselves."""
    await kit.bus.publish(WAKE, b"")


class Carrier:
    """Sends what is due. Several processes may carry at once; each endpoint has a task of its own here."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._due = asyncio.Event()
        self._lanes: dict[int, asyncio.Task[None]] = {}
        self._looking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Looks until stopped."""
        await self._kit.bus.subscribe(WAKE, lambda _: self._due.set())
        self._looking = asyncio.create_task(self._look())

    async def stop(self) -> None:
        """What was on its way is tried again by whoever comes next, under the same id."""
        tasks = [*self._lanes.values(), *([self._looking] if self._looking else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _look(self) -> None:
        while True:
            try:
                for id_ in await delivery_store.due_for(self._kit.db):
                    if id_ not in self._lanes:
                        self._lanes[id_] = asyncio.create_task(self._carry(id_))
            except db.LOST:
                log.warning("webhooks.database_lost")
            except Exception:
                log.exception("webhooks.look_failed")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._due.wait(), SWEEP_S)
            self._due.clear()

    async def _carry(self, webhook_id: int) -> None:
        try:
            await carry(self._kit, webhook_id)
        except db.LOST:
            log.warning("webhooks.database_lost")
        except Exception:
            log.exception("webhooks.failed", webhook=webhook_id)
        finally:
            del self._lanes[webhook_id]


async def carry(kit: Kit, webhook_id: int) -> None:
    """Sends what is due for one endpoint, some at a time; one at a time while nothing arrives."""
    while True:
        target = await store.target(kit.db, webhook_id)
        if target is None or target.state != "active":
            return
        together = 1 if target.trouble_since else TOGETHER
        claimed = await delivery_store.claim(kit.db, webhook_id, together, CLAIM_S)
        if not claimed:
            return
        await asyncio.gather(*(_deliver(kit, target, each) for each in claimed))


async def _deliver(kit: Kit, target: Target, due: Claimed) -> None:
    began = time.monotonic()
    status, said, asked_s = await attempt(kit, target, due)
    await delivery_store.tried(kit.db, due.id, due.tries, status, int((time.monotonic() - began) * 1000), said)
    if status is not None and 200 <= status < 300:
        await delivery_store.settle(kit.db, due.id, "delivered")
        await store.worked(kit.db, target.id)
    elif status == GONE:
        await _disable(kit, target, "gone")
    else:
        await _failed(kit, target, due, asked_s)


async def attempt(kit: Kit, target: Target, due: Claimed) -> tuple[int | None, str, float]:
    """One try: the status, None when nothing answered; what was said; and for how long the receiver asked us to wait.

    Redirects are not followed: whoever moves an endpoint says so here.
    """
    box = SecretBox(kit.settings.secret_key, "webhook")
    secrets = [box.open(sealed, f"webhook:{target.id}").decode() for sealed in (target.secret, target.old_secret) if sealed]
    body = due.body.encode()
    sent = {**headers(secrets, str(due.uid), body, clock.now().timestamp()), "content-type": "application/json", "user-agent": "Farol-Webhooks/1"}
    try:
        async with (
            asyncio.timeout(TIMEOUT_S), outbound.client(kit, purpose="webhook", redirects=False) as client,
            client.stream("POST", target.url, content=body, headers=sent) as answer,
        ):
            read = b""
            async for piece in answer.aiter_bytes():
                read += piece
                if len(read) > MOST_READ:
                    break
            return answer.status_code, read[: MOST_SAID * 4].decode("utf-8", "replace").replace("\0", "")[:MOST_SAID], _asked(answer)
    except TimeoutError:
        return None, "no answer within 10 s", 0.0
    except Problem as problem:
        return None, problem.text("en")[:MOST_SAID], 0.0
    except (httpx2.HTTPError, OSError) as error:
        return None, f"{type(error).__name__}: {error}"[:MOST_SAID], 0.0


def _asked(answer: httpx2.Response) -> float:
    """Seconds in ``Retry-After``; a date there is not worth a parser."""
    text = answer.headers.get("retry-after", "")
    return float(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0.0


async def _failed(kit: Kit, target: Target, due: Claimed, asked_s: float) -> None:
    if clock.now() - await store.troubled(kit.db, target.id) >= GIVE_UP:
        await _disable(kit, target, "unreachable")
    pause = pause_s(due.tries, asked_s)
    if clock.now().timestamp() + pause >= due.until.timestamp():
        await delivery_store.settle(kit.db, due.id, "failed")
    else:
        await delivery_store.again(kit.db, due.id, pause)


TITLES = {
    "gone": {"en": "Webhook {name} is off: its address says it is gone for good", "zh": "回调 {name} 已停用：对方表示地址永久失效"},
    "unreachable": {"en": "Webhook {name} is off: nothing reached it for 72 h", "zh": "回调 {name} 已停用：72 小时内无法送达"},
}


async def _disable(kit: Kit, target: Target, why: str) -> None:
    """It is switched off, what waits is dropped, and whoever looks after it is told."""
    async with db.transaction(kit.db) as tx:
        if not await stop_in(tx, SYSTEM, target.id, "disabled", why):
            return
        title = {language: text.format(name=target.name) for language, text in TITLES[why].items()}
        key = f"webhook:{target.id}:{why}:{clock.now().date()}"
        await notify(tx, await people.holders(tx, Can.PARTNER_MANAGE, most=MOST_TOLD), "other", ticket_id=None, title=title, key=key)
