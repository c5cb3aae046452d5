"""How many statements a request makes: counted in this process, on the rig's database."""

from typing import Any
from uuid import uuid4

import httpx2

from farol.app.main import front
from farol.app.process import close_kit, open_kit
from farol.core.live.feed import Feed
from farol.core.live.hub import Hub
from farol.core.people import actions as people
from farol.desk.inbox import live

from .rig import Rig

ROUTES = ("/inbox?view=waiting", "/inbox?view=mine", "/inbox?view=all", "/inbox/counts", "/views", "/search?q=deposit", "/queue",
          "/tickets/{ticket}", "/tickets/{ticket}/messages?before=9", "/tickets/{ticket}/events?after=0", "/tickets/{ticket}/clocks")


async def counted(made: Rig) -> dict[str, int]:
    """Statements by route of the console."""
    kit = await open_kit(made.machine.settings, pool=2)
    try:
        app: Any = front(kit, Hub(kit, Feed(kit, live.rows)))
        staff = await people.create_staff(kit, email=f"{uuid4()}@example.net", name="S", alias="S", role="agent", language="en", password=None)
        cookie = f"{people.COOKIE}={await people.begin_session(kit, staff)}"
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url="http://127.0.0.1/api/console",
                                      headers={"cookie": cookie, "origin": "http://127.0.0.1"}) as client:
            return {route: await _count(kit, client, route.format(ticket=made.tickets[-1])) for route in ROUTES}
    finally:
        await close_kit(kit)


async def _count(kit: Any, client: httpx2.AsyncClient, path: str) -> int:
    """Of the second time, when the session is known and what is prepared once is prepared."""
    await client.get(path)
    ran: list[str] = []

    def note(query: Any) -> None:
        ran.append(query.query)

    held = [holder._con for holder in kit.db._holders if holder._con]
    for connection in held:
        connection.add_query_logger(note)
    answer = await client.get(path)
    for connection in held:
        connection.remove_query_logger(note)
    if answer.status_code != 200:
        raise RuntimeError(f"{path}: {answer.status_code} {answer.text[:200]}")
    return len(ran)
