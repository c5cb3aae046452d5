"""LINE behind the seam of messengers."""

from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from farol.channels.connections import kinds
from farol.channels.connections.calling import call, download
from farol.channels.connections.elsewhere import Away, Failed, Refused, Revoked, elsewhere
from farol.channels.connections.model import Connection, Probe
from farol.channels.messengers import adapter
from farol.channels.messengers.adapter import Arrived, Taken
from farol.channels.messengers.model import Chat, Choice, Happening, Parcel, Receipted, Update, Who
from farol.channels.messengers.rendering import escaped, rendered
from farol.kit.core import Kit

from . import reading
from .model import CHANNEL, EACH, FILES_REAL, KIND, REAL, REPLY


async def api(kit: Kit, connection: Connection, method: str, path: str, headers: dict[str, str] | None = None, **options: Any) -> Any:
    """The decoded answer. 409: an earlier try with the same key came through; its answer is repeated. Raises Failed kinds."""
    sent = {"authorization": f"Bearer {connection.value('token')}", **(headers or {})}
    answer = await call(kit, method, elsewhere(kit).base(CHANNEL, REAL) + path, headers=sent, **options)
    if answer.status < 300 or answer.status == 409:
        return answer.body
    body: dict[str, Any] = answer.body if isinstance(answer.body, dict) else {}
    said = str(body.get("message") or answer.status)
    if answer.status == 401:
        raise Revoked(said)
    if answer.status == 429:
        # The month's quota comes as 429 too, and does not heal by waiting a minute.
        if "monthly" in said:
            raise Refused(said, "quota")
        raise Away(said, 60.0)
    details = ", ".join(str(one.get("property")) for one in body.get("details") or [])
    raise Refused(f"{said} {details}".strip(), "gone" if answer.status == 404 else str(answer.status))


class Line:
    """See ``messengers.adapter.Adapter``."""

    channel = CHANNEL

    def take(self, connection: Connection, request: Arrived, now: datetime) -> Taken:
        """A delivery of events."""
        return reading.take(connection, request, now)

    def read(self, connection: Connection, update: Update) -> list[Happening]:
        """What an event says."""
        return reading.read(connection, update)

    async def send(self, kit: Kit, connection: Connection, chat: Chat, parcel: Parcel) -> Receipted:
        """Five messages a call, each call with its own retry key; by reply token where there is one. LINE takes no files by bytes."""
        if parcel.files:
            raise Refused("LINE takes files only as public addresses", "unsupported")
        messages: list[dict[str, Any]] = [{"type": "text", "text": piece} for piece in rendered(with_links(parcel), KIND.limits)]
        if messages and (items := quick(parcel.choices)):
            messages[-1]["quickReply"] = {"items": items}
        if parcel.answers.startswith(REPLY) and len(messages) <= EACH:
            form = {"replyToken": parcel.answers.removeprefix(REPLY), "messages": messages, "notificationDisabled": parcel.silent}
            try:
                answer = await api(kit, connection, "POST", "/v2/bot/message/reply", json=form)
                return Receipted(tuple(str(one["id"]) for one in answer["sentMessages"]))
            except Refused as refused:
                if refused.code != "400":
                    raise
        sent: list[str] = []
        for n in range(0, len(messages), EACH):
            form = {"to": chat.id, "messages": messages[n : n + EACH], "notificationDisabled": parcel.silent}
            key = {"x-line-retry-key": str(uuid5(NAMESPACE_URL, f"farol:{parcel.key}:{n}"))}
            answer = await api(kit, connection, "POST", "/v2/bot/message/push", key, json=form)
            sent += [str(one["id"]) for one in answer["sentMessages"]]
        return Receipted(tuple(sent), "push")

    async def fetch(self, kit: Kit, connection: Connection, ref: str, most: int) -> bytes:
        """The content of a message, from LINE's host for files."""
        base = elsewhere(kit).base(CHANNEL, FILES_REAL)
        headers = {"authorization": f"Bearer {connection.value('token')}"}
        return await download(kit, f"{base}/v2/bot/message/{ref}/content", most, hosts=("api-data.line.me",), channel=CHANNEL, headers=headers)

    async def profile(self, kit: Kit, connection: Connection, who: str) -> Who:
        """The name of a friend; events carry none."""
        told = await api(kit, connection, "GET", f"/v2/bot/profile/{who}")
        return Who(told["userId"], told.get("displayName", ""), language=told.get("language", ""))

    async def remove(self, kit: Kit, connection: Connection, chat: Chat, message: str) -> None:
        """An official account cannot take out what others said."""
        raise Refused("LINE lets nobody remove others' messages", "unsupported")

    async def banish(self, kit: Kit, connection: Connection, chat: Chat, who: str, until: datetime | None) -> None:
        """Nor put anybody out."""
        raise Refused("LINE lets an official account put nobody out", "unsupported")

    def link(self, connection: Connection, token: str) -> str:
        """Opens the chat with the token already typed."""
        name = connection.account.partition(" ")[0]
        return f"https://line.me/R/oaMessage/{name.replace('@', '%40')}/?%2Fstart%20{token}" if name else ""


def quick(choices: tuple[Choice, ...]) -> list[dict[str, Any]]:
    """Up to 13 quick replies of 20 characters."""
    return [
        {"type": "action", "action": {"type": "postback", "label": one.label[:20], "data": one.name[:300], "displayText": one.label[:300]}}
        for one in choices if one.name
    ][:13]  # fmt: skip


def with_links(parcel: Parcel) -> str:
    """The words, and under them the addresses of buttons that would open one."""
    return "\n".join([parcel.markdown, *(f"[{escaped(one.label)}]({one.link})" for one in parcel.choices if one.link)])


async def probe(kit: Kit, connection: Connection) -> Probe:
    """Which account it is, and what is left of the month."""
    try:
        me = await api(kit, connection, "GET", "/v2/bot/info", wait_s=8)
        quota = await api(kit, connection, "GET", "/v2/bot/message/quota", wait_s=8)
    except Failed as failed:
        return Probe(False, said=failed.said, final=isinstance(failed, Revoked))
    return Probe(True, f"{me['basicId']} {me.get('displayName', '')}".strip(), facts=(("quota", str(quota.get("value", "none"))),))


async def begin(kit: Kit, connection: Connection) -> None:
    """LINE calls us."""
    url = f"{kit.settings.public_url}/hooks/{CHANNEL}/{connection.token}"
    await api(kit, connection, "PUT", "/v2/bot/channel/webhook/endpoint", json={"endpoint": url})


kinds.register(KIND, probe, begin=begin)
adapter.register(Line())
