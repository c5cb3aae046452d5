"""What clauses work with: the options, the wire, what the core said it has, and every read asked once."""

import random
import secrets
from typing import Any
from urllib.parse import quote

import httpx2
import msgspec

from farol.core.exchange.model import ActionOrder, Capabilities

from .clause import Broken, Skip, Skipped, without
from .questions import BY_NAME, Question
from .receiver import Receiver
from .wire import Answer, Wire


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What an engineer says on the command line.

    uid: a test account. allow_actions: it may be frozen and opened again, its values revealed and codes sent to it.
    contact: its e-mail address or phone number. campaign, facts: the id of a campaign and the name of a table.
    receive: where the kit listens for events, as host:port; webhook_secrets: what they are signed with.
    patience_s: how long Farol waits for a read. freeze_s: how long a freeze may take.
    """

    url: str
    key: str
    secret: str
    uid: str = ""
    allow_actions: bool = False
    contact: str = ""
    campaign: str = ""
    facts: str = ""
    receive: str = ""
    webhook_secrets: tuple[str, ...] = ()
    webhook_wait_s: float = 60.0
    patience_s: float = 2.0
    freeze_s: float = 2.0


class Read(msgspec.Struct, frozen=True):
    """One answered read. value: as Farol's model, None when it does not fit; wrong: why not."""

    question: Question
    answer: Answer
    value: Any
    wrong: str


class Bench:
    """Lives for one run."""

    def __init__(
        self, options: Options, transport: httpx2.AsyncBaseTransport | None = None, receiver: Receiver | None = None
    ) -> None:
        self.options, self.receiver = options, receiver
        self.wire = Wire(options.url, options.key, options.secret, transport)
        self.mark = secrets.token_hex(6)
        """Makes every id of this run new."""
        self.said: Capabilities | None = None
        self.dry_is_dry: bool | None = None
        """Whether ``dry_run`` was seen to do nothing; None while nobody looked."""
        self.status = ""
        """The account's, before anything was done to it."""
        self.frozen: tuple[ActionOrder, Answer] | None = None
        """The freeze that was asked for, and its answer."""
        self._reads: dict[str, Read] = {}

    async def close(self) -> None:
        """Closes the connections."""
        await self.wire.close()

    @property
    def uid(self) -> str:
        """The test account. Raises ``Skipped``."""
        if not self.options.uid:
            without(Skip.NO_DATA, "name a test account with --uid")
        return self.options.uid

    @property
    def person(self) -> str:
        """The address of its profile."""
        return f"/v1/users/{quote(self.uid, safe='')}"

    def stranger(self) -> str:
        """A uid that nobody has."""
        return f"nobody-{self.mark}"

    def needs(self, *names: str) -> None:
        """Raises ``Skipped`` unless the core names all of these reads, actions or events."""
        said = self.said
        missing = [name for name in names if said is None or name not in {*said.reads, *said.actions, *said.events}]
        if missing:
            without(Skip.NOT_OFFERED, f"capabilities do not name {', '.join(missing)}")

    def needs_actions(self) -> None:
        """Raises ``Skipped`` unless something may be done to the test account."""
        _ = self.uid
        if not self.options.allow_actions:
            without(Skip.NOT_ALLOWED, "it does something to the account: name a test account and --allow-actions")

    async def read(self, name: str) -> Read:
        """The read, asked once in a run. Raises ``Skipped``, and ``Broken`` when the core does not answer at all."""
        if name not in self._reads:
            if name != "capabilities":
                self.needs(name)
            question = BY_NAME[name]
            target, body = await self._target(question)
            answer = await self.wire.send(question.method, target, body)
            self._reads[name] = Read(question, answer, *_decoded(answer, question.kind))
        return self._reads[name]

    async def value(self, name: str) -> Any:
        """What it says. Raises ``Skipped`` when it has said nothing that can be used; another clause names that."""
        read = await self.read(name)
        if read.wrong:
            without(Skip.NO_DATA, f"{name} has no usable answer")
        return read.value

    async def items(self, name: str) -> list[Any]:
        """The entries of a list, as Farol's models."""
        found: list[Any] = (await self.value(name)).items
        return found

    async def answered(self) -> list[Read]:
        """Every read that can be asked and was answered."""
        for name in BY_NAME:
            try:
                await self.read(name)
            except (Broken, Skipped):
                continue
        return [read for read in self._reads.values() if read.answer.good]

    async def _target(self, question: Question) -> tuple[str, Any]:
        if question.ask == "uid":
            _ = self.uid
        if question.method == "POST":
            return question.path, await self._asked(question.name)
        sample = await self._sample(question.name) if question.ask == "sample" else ""
        path = question.path.replace("{uid}", quote(self.options.uid, safe="")).replace("{sample}", quote(sample, safe=""))
        return path, b""

    async def _asked(self, name: str) -> dict[str, str]:
        if name == "resolveUser":
            return {"uid": self.uid}
        if name == "traceDeposit":
            known = [one for one in await self.maybe("deposits") if one.txid]
            if known:
                return {"txid": known[0].txid, "network": known[0].network, "claimed_uid": self.uid}
            return {"txid": unseen(), "network": "ETH"}
        known = [one for one in await self.maybe("deposits") if one.address]
        return {"address": known[0].address, "network": known[0].network, "uid": self.uid} if known else {"address": elsewhere(), "network": "ETH"}

    async def _sample(self, name: str) -> str:
        given = {"facts": self.options.facts, "eligibility": self.options.campaign}
        if name in given:
            if not given[name] or (name == "eligibility" and not self.options.uid):
                without(Skip.NO_DATA, "name a table with --facts" if name == "facts" else "name a campaign with --campaign, and an account")
            return given[name]
        where, field = {"liquidationStatement": ("liquidations", "liquidation_id"), "p2pOrder": ("p2pOrders", "p2p_order_id")}[name]
        known = await self.maybe(where)
        if not known:
            without(Skip.NO_DATA, f"the account has no {where}")
        return str(getattr(known[0], field))

    async def maybe(self, name: str) -> list[Any]:
        """The entries, none when they cannot be had."""
        try:
            return await self.items(name)
        except (Broken, Skipped):
            return []


def unseen() -> str:
    """A transaction id that no chain has."""
    return "0x" + secrets.token_hex(32)


def elsewhere() -> str:
    """A well-formed address that is nobody's: 20 random bytes, lower case, where a checksum is not claimed."""
    return "0x" + "".join(random.choice("0123456789abcdef") for _ in range(40))  # noqa: S311 (an address, no secret)


def _decoded(answer: Answer, kind: Any) -> tuple[Any, str]:
    if not answer.good:
        return None, f"status {answer.status}"
    try:
        return msgspec.json.decode(answer.body, type=kind), ""
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return None, str(error) or type(error).__name__

