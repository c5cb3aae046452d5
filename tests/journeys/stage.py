"""Where the journeys play: a browser of its own for everybody who enters."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
from playwright.async_api import Browser, BrowserContext, Page, expect

from farol.app.demo.cast import MEI, CastCustomer
from tests.journeys.agent import Agent
from tests.journeys.customer import Customer
from tests.journeys.ears import Ears
from tests.journeys.mailbox import Mailbox
from tests.journeys.outside import Outside

PATIENCE_MS = 60_000
"""How long a condition may take on a busy machine; a good run never waits that long."""


class Stage:
    """Addresses of the product, and the ways in."""

    def __init__(self, browser: Browser, address: Callable[[str], str]) -> None:
        self.farol, self.exchange, self._mailbox, self.doors = (
            origin(address(name)) for name in ("Console", "Demo exchange", "Demo mailbox", "The doors"))
        self._browser, self._address = browser, address
        self._open: list[tuple[BrowserContext, Ears]] = []

    @property
    def complaints(self) -> list[str]:
        """What any browser wrote to its console as a warning or an error."""
        return [said for _, ears in self._open for said in ears.complaints]

    async def window(self, **options: Any) -> tuple[Page, Ears]:
        """A fresh browser: no cookies, nothing stored."""
        settings = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", "locale": "zh-CN", "timezone_id": "Asia/Shanghai", **options}
        context = await self._browser.new_context(**settings)
        context.set_default_timeout(PATIENCE_MS)
        ears = Ears(context)
        self._open.append((context, ears))
        return await context.new_page(), ears

    async def customer(self, who: CastCustomer = MEI, **options: Any) -> Customer:
        """Signed in at the exchange's site."""
        page, ears = await self.window(**options)
        await page.goto(self.exchange)
        await page.locator("form", has=page.locator(f"input[value='{who.uid}']")).get_by_role("button").click()
        await page.locator("h1.who").wait_for()
        return Customer(page, ears)

    async def visitor(self, **options: Any) -> Customer:
        """At the exchange's site without an account."""
        page, ears = await self.window(**options)
        await page.goto(self.exchange)
        return Customer(page, ears)

    async def portal(self, who: CastCustomer = MEI, **options: Any) -> Page:
        """A customer's own pages: the exchange has just vouched for who came. Their language is the customer's."""
        customer = await self.customer(who, **{name: value for name, value in options.items() if name != "java_script_enabled"})
        page, _ = await self.window(**options, storage_state=await customer.page.context.storage_state())
        await page.goto(f"{self.exchange}/my-tickets")
        if options.get("java_script_enabled") is False:
            await page.locator("form.pass button").click()
        await expect(page).to_have_url(f"{self.farol}/my")
        return page

    async def agent(self, name: str = "Ana", **options: Any) -> Agent:
        """In the console, by the link that was printed for them."""
        page, ears = await self.window(**{"viewport": {"width": 1440, "height": 900}, **options})
        await page.goto(self._address(f"{name},"))
        await page.locator("a.tick, .empty[role=status], .record-row").first.wait_for()
        return Agent(page, ears)

    async def free_desk(self) -> None:
        """Dan takes whatever is open, so that the queue is empty and agents have room, however many journeys were before."""
        role = self._address("Dan,").partition("demo=")[2]
        async with httpx2.AsyncClient(base_url=f"{self.farol}/api/console", headers={"origin": self.farol}, timeout=20, trust_env=False) as dan:
            (await dan.post("/session/demo", json={"role_token": role})).raise_for_status()
            me = (await dan.get("/session")).json()["id"]
            for _ in range(5):  # a ticket that moved meanwhile is left out of a bulk change and comes again
                chosen = await self._unowned(dan, me)
                if not chosen:
                    return
                body = {"client_id": str(uuid4()), "action": {"owner_id": me}, "tickets": chosen}
                bulk = (await dan.post("/bulk", json=body)).raise_for_status().json()["id"]
                async with asyncio.timeout(20):
                    while (await dan.get(f"/bulk/{bulk}")).json()["state"] != "done":
                        await asyncio.sleep(0.1)

    @staticmethod
    async def _unowned(dan: httpx2.AsyncClient, me: int) -> list[dict[str, Any]]:
        """Open tickets that are not Dan's, as a bulk change names them."""
        after, chosen = "", list[dict[str, Any]]()
        while after is not None:
            page = (await dan.get("/inbox", params={"view": "all", "after": after})).json()
            after = page["after"]
            chosen += [{"id": row["id"], "version": row["version"], "seen": row["seq"]} for row in page["rows"]
                       if row["status"] in ("open", "pending") and (row["owner"] or {}).get("id") != me]
        return chosen

    async def mailbox(self, address: str) -> Mailbox:
        """The demo's mailbox, at one address."""
        page, _ = await self.window()
        return Mailbox(page, self._mailbox, address)

    async def outside(self, **options: Any) -> Outside:
        """The demo's messengers and telephones."""
        page, _ = await self.window(**options)
        return Outside(page, self.doors)

    async def pictures(self, folder: Path) -> list[Path]:
        """What every open window shows now."""
        pages = [page for context, _ in self._open for page in context.pages]
        paths = [folder / f"window-{number}.png" for number in range(len(pages))]
        for page, path in zip(pages, paths, strict=True):
            await page.screenshot(path=path)
        return paths

    async def close(self) -> None:
        """Closes every window."""
        for context, _ in self._open:
            await context.close()


def origin(address: str) -> str:
    """Scheme, host and port."""
    return "/".join(address.split("/")[:3])
