"""Discord behind the seam of messengers."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from farol.channels.connections import kinds
from farol.channels.connections.calling import download
from farol.channels.connections.elsewhere import Failed, Refused, Revoked, elsewhere
from farol.channels.connections.model import Connection, Probe
from farol.channels.messengers import adapter
from farol.channels.messengers.adapter import Arrived, Taken
from farol.channels.messengers.model import Chat, Choice, Happening, Parcel, Receipted, Update, Who
from farol.channels.messengers.rendering import rendered
from farol.kit import clock
from farol.kit.core import Kit

from . import commands as commands
from . import incoming, interactions
from .client import api, body_of, follow_up
from .model import (
    CHANNEL,
    COMMANDS,
    EPHEMERAL,
    FILES,
    GROUP,
    KIND,
    LINK,
    NO_PREVIEWS,
    NONCE,
    PERSON,
    QUIET,
    STEWARDS,
    TOKEN,
    listed,
)

LONGEST_TIMEOUT = timedelta(days=28)


class Discord:
    """See ``messengers.adapter.Adapter``."""

    channel = CHANNEL

    def take(self, connection: Connection, request: Arrived, now: datetime) -> Taken:
        """An interaction; the gateway brings everything else."""
        return interactions.take(connection, request, now)

    def read(self, connection: Connection, update: Update) -> list[Happening]:
        """What an event says."""
        return incoming.read(connection, update)

    async def send(self, kit: Kit, connection: Connection, chat: Chat, parcel: Parcel) -> Receipted:
        """Into the channel; by an interaction's token, for its presser alone; or as a direct message to ``private_to``."""
        files = [(one.name, await kit.files.read(one.key), one.media_type) for one in parcel.files[: KIND.limits.files]]
        bodies = messages(parcel)
        if token := answered_by(parcel):
            try:
                return await self._answered(kit, connection, token, bodies, files, first=parcel.key.endswith(".0"))
            except Refused as refused:
                if refused.code != "late" or (chat.room == "group" and not parcel.private_to):
                    raise
        person = parcel.private_to if chat.room == "group" else chat.id.removeprefix(PERSON) if chat.id.startswith(PERSON) else ""
        room = str((await api(kit, connection, "POST", "/users/@me/channels", json={"recipient_id": person}))["id"]) if person else chat.id
        sent = []
        for n, body in enumerate(bodies):
            last = n == len(bodies) - 1
            whole = {**body, "nonce": nonce(parcel.key, n), "enforce_nonce": True}
            if n == 0 and parcel.reply_to.isdigit() and room == chat.id:
                whole["message_reference"] = {"message_id": parcel.reply_to, "fail_if_not_exists": False}
            answer = await api(kit, connection, "POST", f"/channels/{room}/messages", **body_of(whole, files if last else []))
            sent.append(str(answer["id"]))
        return Receipted(tuple(sent))

    async def _answered(
        self, kit: Kit, connection: Connection, token: str, bodies: list[dict[str, Any]], files: list[tuple[str, bytes, str]], *, first: bool,
    ) -> Receipted:  # fmt: skip
        """The first piece takes the place of "thinking"; to say it again changes nothing. The others follow, as private as it."""
        sent = []
        for n, body in enumerate(bodies):
            method, path = ("PATCH", "/messages/@original") if first and n == 0 else ("POST", "?wait=true")
            seen = {key: value for key, value in body.items() if key != "flags"} if first and n == 0 else {**body, "flags": body["flags"] | EPHEMERAL}
            answer = await follow_up(kit, connection, method, token, path, **body_of(seen, files if n == len(bodies) - 1 else []))
            sent.append(str(answer["id"]))
        return Receipted(tuple(sent))

    async def fetch(self, kit: Kit, connection: Connection, ref: str, most: int) -> bytes:
        """An attachment, from Discord's own file hosts. Their addresses are signed and end after a day."""
        return await download(kit, ref, most, hosts=FILES, channel=CHANNEL)

    async def remove(self, kit: Kit, connection: Connection, chat: Chat, message: str) -> None:
        """Deletes it."""
        try:
            await api(kit, connection, "DELETE", f"/channels/{chat.id}/messages/{message}")
        except Refused as refused:
            if refused.code != "gone":
                raise

    async def recall(self, kit: Kit, connection: Connection, chat: Chat, message: str) -> None:
        """As any other message."""
        await self.remove(kit, connection, chat, message)

    async def reword(self, kit: Kit, connection: Connection, chat: Chat, message: str, markdown: str) -> None:
        """Discord shows that it was edited."""
        body = messages(Parcel("", markdown))[0]
        form = {"content": body["content"], "allowed_mentions": {"parse": []}}
        await api(kit, connection, "PATCH", f"/channels/{chat.id}/messages/{message}", json=form)

    async def banish(self, kit: Kit, connection: Connection, chat: Chat, who: str, until: datetime | None) -> None:
        """A time-out up to Discord's 28 days; without an end, or a later one, a ban."""
        if until and until - clock.now() <= LONGEST_TIMEOUT:
            await self.hush(kit, connection, chat, who, until)
        else:
            guild = await self._guild(kit, connection, chat.id)
            await api(kit, connection, "PUT", f"/guilds/{guild}/bans/{who}", json={"delete_message_seconds": 0})

    async def hush(self, kit: Kit, connection: Connection, chat: Chat, who: str, until: datetime) -> None:
        """A time-out, 28 days at most."""
        guild = await self._guild(kit, connection, chat.id)
        stop = min(until, clock.now() + LONGEST_TIMEOUT - timedelta(minutes=1))
        await api(kit, connection, "PATCH", f"/guilds/{guild}/members/{who}", json={"communication_disabled_until": stop.isoformat()})

    async def readmit(self, kit: Kit, connection: Connection, chat: Chat, who: str) -> None:
        """Neither banned nor timed out any more."""
        guild = await self._guild(kit, connection, chat.id)
        for method, path, body in (
            ("DELETE", f"/guilds/{guild}/bans/{who}", {}),
            ("PATCH", f"/guilds/{guild}/members/{who}", {"json": {"communication_disabled_until": None}}),
        ):
            try:
                await api(kit, connection, method, path, **body)
            except Refused as refused:
                if refused.code != "gone":
                    raise

    async def stewards(self, kit: Kit, connection: Connection, chat: Chat) -> list[Who]:
        """The owner and every member whose roles may moderate, out of the server's first 10,000."""
        guild = await self._guild(kit, connection, chat.id)
        told = await api(kit, connection, "GET", f"/guilds/{guild}")
        named = listed(connection, "steward_roles")
        roles = {role["id"] for role in told.get("roles", []) if int(role.get("permissions", 0)) & STEWARDS or role["id"] in named}
        found: list[Who] = []
        after = "0"
        for _ in range(10):
            page = await api(kit, connection, "GET", f"/guilds/{guild}/members", params={"limit": 1000, "after": after})
            found += [steward(one) for one in page if roles & set(one["roles"]) or one["user"]["id"] == told.get("owner_id")]
            if len(page) < 1000:
                break
            after = page[-1]["user"]["id"]
        return found

    async def _guild(self, kit: Kit, connection: Connection, room: str) -> str:
        if room.startswith(GROUP):
            return room.removeprefix(GROUP)
        answer = await api(kit, connection, "GET", f"/channels/{room}")
        if not answer.get("guild_id"):
            raise Refused("not a server's channel", "gone")
        return str(answer["guild_id"])

    def link(self, connection: Connection, token: str) -> str:
        """Discord opens a chat but hands nothing over: the customer types the token there, after ``/link``."""
        return f"{LINK}/users/{connection.value('application_id')}"


def steward(member: dict[str, Any]) -> Who:
    """A member of a server who runs it."""
    user = member["user"]
    return Who(user["id"], incoming.name_of(user, member), user.get("username") or "", machine=bool(user.get("bot")), steward=True)


def answered_by(parcel: Parcel) -> str:
    """The token of the interaction that this answers; empty for a message's id."""
    given = next((one for one in (parcel.answers, parcel.reply_to) if one.startswith(TOKEN)), "")
    return given.removeprefix(TOKEN)


def messages(parcel: Parcel) -> list[dict[str, Any]]:
    """The bodies of a parcel's pieces. Nobody is ever pinged; addresses get no preview; buttons stand under the last."""
    flags = NO_PREVIEWS | (QUIET if parcel.silent else 0)
    bodies: list[dict[str, Any]] = [
        {"content": piece, "flags": flags, "allowed_mentions": {"parse": []}} for piece in rendered(parcel.markdown, KIND.limits) or [""]
    ]
    if parcel.choices:
        bodies[-1]["components"] = rows(parcel.choices)
    return bodies


def rows(choices: tuple[Choice, ...]) -> list[dict[str, Any]]:
    """Buttons in rows of five, at most five rows. Style 5 opens an address, 2 is answered."""
    buttons: list[dict[str, Any]] = [
        {"type": 2, "style": 5, "label": one.label[:80], "url": one.link} if one.link
        else {"type": 2, "style": 2, "label": one.label[:80], "custom_id": one.name[:100]}
        for one in choices[:25]
    ]  # fmt: skip
    return [{"type": 1, "components": buttons[n : n + 5]} for n in range(0, len(buttons), 5)]


def nonce(key: str, n: int) -> str:
    """The same for every try of the same piece: Discord then answers with the message it has."""
    return sha256(f"{key}:{n}".encode()).hexdigest()[:NONCE]


async def probe(kit: Kit, connection: Connection) -> Probe:
    """Who the bot is, and whether application and intents fit."""
    try:
        me = await api(kit, connection, "GET", "/applications/@me", wait_s=8)
    except Failed as failed:
        return Probe(False, said=failed.said, final=isinstance(failed, Revoked))
    bot = me.get("bot") or {}
    if str(me.get("id")) != connection.value("application_id"):
        return Probe(False, said="The token belongs to another application.", final=True)
    if me.get("verify_key") not in (None, connection.value("public_key")):
        return Probe(False, said="The public key is another application's.", final=True)
    flags = int(me.get("flags") or 0)
    content, members = bool(flags & (1 << 18 | 1 << 19)), bool(flags & (1 << 14 | 1 << 15))
    facts = (
        ("intent_message_content", "yes" if content else "no"), ("intent_members", "yes" if members else "no"),
        ("interactions_endpoint", str(me.get("interactions_endpoint_url") or "")),
    )  # fmt: skip
    return Probe(content and members, f"{bot.get('username', '')} ({me['id']})", "" if content and members else "Switch on both intents.", facts=facts)


async def begin(kit: Kit, connection: Connection) -> None:
    """Our slash commands stand as we know them, and interactions come to us."""
    app = connection.value("application_id")
    await api(kit, connection, "PUT", f"/applications/{app}/commands", json=list(COMMANDS))
    url = f"{kit.settings.public_url}/hooks/{CHANNEL}/{connection.token}"
    if url.startswith("https://") or elsewhere(kit).instead.get(CHANNEL):
        await api(kit, connection, "PATCH", "/applications/@me", json={"interactions_endpoint_url": url})


async def end(kit: Kit, connection: Connection) -> None:
    """The commands go, so that nobody presses what nobody answers."""
    await api(kit, connection, "PUT", f"/applications/{connection.value('application_id')}/commands", json=[])


kinds.register(KIND, probe, begin=begin, end=end)
adapter.register(Discord())
