"""The day of a whole shift: who asks what, and the agent and the lead who are there."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from playwright.async_api import expect

from farol.app.demo.cast import IVAN, MALLORY, MEI, ROSA
from tests.journeys.app import App
from tests.journeys.shift import Shift
from tests.journeys.stage import Stage

TXID = "0x" + "51f7ad90" * 8
ASKED = {
    "deposit": ("mei", "整班旅程：4,000 USDT 还没到账"),
    "again": ("mei", f"有人吗，还是那笔没到账的 {TXID}"),
    "stolen": ("ivan", "Мой аккаунт взломали, USDT вывели без меня"),
    "tag": ("rosa", "Envié 250 XRP y olvidé la etiqueta de destino"),
    "review": ("mei", "整班旅程：提币审核两个小时了，卡在哪一步"),
    "kyc": ("tom", "Full shift: my identity check was refused twice"),
    "p2p": ("qiang", "整班旅程：我付了款，卖家一直不放币"),
    "api": ("tom", "Full shift: API key answers -2015 from our new server"),
    "fees": ("rosa", "Full shift: where do I see the withdrawal fees"),
    "csv": ("tom", "Full shift: where do I download my trades as CSV"),
    "name": ("qiang", "整班旅程：怎么改昵称"),
    "order": ("qiang", "整班旅程：限价单怎么撤"),
}
"""The matters of the day: who asks, and what."""
CHINESE = {"mei", "qiang"}
ANSWERS = {
    "fees": "They stand under “Fees”, at the top.",
    "csv": "Orders, then Export: the file has all your trades.",
    "name": "在“我的资料”里点昵称就能改。",
    "order": "在“当前委托”里点撤单。",
}
HEARD = {**ANSWERS, "review": "还在人工审核", "p2p": "币还在平台托管", "stolen": "Freeze account", "tag": "without its memo", "kyc": "the picture is blurred"}
"""What the customer hears, or the beginning of it."""


class Day:
    """The agent, the lead, and everybody who asks something."""

    def __init__(self, stage: Stage, ana: Shift, sol: Shift, people: dict[str, App]) -> None:
        self.stage, self.ana, self.sol, self.people = stage, ana, sol, people
        self.numbers: dict[str, str] = {}

    async def ask(self, *matters: str) -> None:
        """Customers write, one after another."""
        for matter in matters:
            name, words = ASKED[matter]
            self.numbers[matter] = await self.people[name].ask(words, "zh" if name in CHINESE else "en")

    def of(self, *matters: str) -> set[str]:
        """Their numbers."""
        return {self.numbers[matter] for matter in matters}

    async def accept(self, *matters: str) -> str:
        """Ana takes the next of them that the queue offers: which it is."""
        number = await self.ana.accept(self.of(*matters))
        matter = next(matter for matter in matters if self.numbers[matter] == number)
        await self.ana.agent.hears(ASKED[matter][1])
        return matter

    async def go(self, matter: str) -> None:
        """Ana opens a ticket by its number."""
        rows = await self.ana.find(self.numbers[matter])
        await expect(rows).to_have_count(1)
        await self.ana.keys.press("Enter")
        await expect(self.ana.facts).to_contain_text(self.numbers[matter])
        await self.ana.page.locator(".find input").focus()
        await self.ana.done_finding()

    def app(self, matter: str) -> App:
        """Who asked it."""
        return self.people[ASKED[matter][0]]


@asynccontextmanager
async def day(stage: Stage) -> AsyncIterator[Day]:
    """Sol is on shift and takes nothing new; Ana has nothing left from before, and two seconds to take a reply back."""
    async with AsyncExitStack() as stack:
        async def app() -> App:
            return await stack.enter_async_context(App(stage.farol, stage.exchange))

        people = {who.key: await (await app()).enter(who) for who in (MEI, IVAN, ROSA, MALLORY)}
        people["tom"] = await (await app()).visit("Tom Hale", "tom@example.com", "en")
        people["qiang"] = await (await app()).visit("阿强", "qiang@example.com", "zh")
        sol, ana = Shift(await stage.agent("Sol")), Shift(await stage.agent())
        await sol.call("PUT", "/me/state", state="busy")
        for row in (await ana.call("GET", "/inbox?view=mine"))["rows"]:
            await ana.call("PATCH", f"/tickets/{row['id']}", version=row["version"], status="resolved")
        await ana.call("PUT", "/me/preferences", undo_send_s=2)
        yield Day(stage, ana, sol, people)
        await ana.call("PUT", "/me/preferences", undo_send_s=10)
