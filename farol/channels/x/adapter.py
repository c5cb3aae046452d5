"""X behind the seam of messengers."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from farol.channels.connections import kinds
from farol.channels.connections.calling import call, download
from farol.channels.connections.elsewhere import Answer, Away, Failed, Refused, Revoked, elsewhere
from farol.channels.connections.model import Connection, Probe
from farol.channels.messengers import adapter
from farol.channels.messengers.adapter import Arrived, Taken
from farol.channels.messengers.model import Attached, Chat, Happening, Parcel, Receipted, Update
from farol.channels.messengers.rendering import escaped, rendered
from farol.kit import clock
from farol.kit.core import Kit

from . import hooks, reading
from .model import CHANNEL, FILES, KIND, POST, REAL, SIGNED_FILES, secrets_of, weight
from .signing import header


async def api(kit: Kit, connection: Connection, method: str, path: str, **options: Any) -> Any:
    """The decoded answer to a signed call. Raises Failed kinds. Addresses take no ``params``: the signature covers the query."""
    url = elsewhere(kit).base(CHANNEL, REAL) + path
    signed = {"authorization": header(method, url, secrets_of(connection.value))}
    return judged(await call(kit, method, url, headers=signed, **options))


def judged(answer: Answer) -> Any:
    """The body of a good answer. X says a problem's kind in ``type`` and its reason in ``detail``, or a list of old codes."""
    if answer.status < 300:
        return answer.body
    body: dict[str, Any] = answer.body if isinstance(answer.body, dict) else {}
    first = (body.get("errors") or [{}])[0]
    said = str(body.get("detail") or first.get("message") or body.get("title") or answer.status)
    if answer.status == 429:
        reset = answer.headers.get("x-rate-limit-reset", "")
        raise Away(said, max(1.0, int(reset) - clock.now().timestamp()) if reset.isdigit() else 60.0)
    if answer.status == 401 or first.get("code") in (32, 89, 326):
        raise Revoked(said)
    if answer.status == 402:
        raise Refused(f"X asks for money first: {said}", "unpaid")
    if answer.status == 404:
        raise Refused(said, "gone")
    if answer.status == 403:
        low = said.lower()
        raise Refused(said, "duplicate" if "duplicate" in low else "closed" if "message" in low or first.get("code") in (349, 150) else "forbidden")
    raise Refused(said, str(first.get("code") or answer.status))


class X:
    """See ``messengers.adapter.Adapter``."""

    channel = CHANNEL

    def take(self, connection: Connection, request: Arrived, now: datetime) -> Taken:
        """A challenge or account activity."""
        return hooks.take(connection, request, now)

    def read(self, connection: Connection, update: Update) -> list[Happening]:
        """What an update says."""
        return reading.read(connection, update)

    async def send(self, kit: Kit, connection: Connection, chat: Chat, parcel: Parcel) -> Receipted:
        """A direct message to the chat's person, or to ``private_to``; under a post one post of 280. Both cost."""
        if chat.room == "post" and not parcel.private_to:
            return await self._post(kit, connection, chat, parcel)
        person, sent = parcel.private_to or chat.id, []
        path = f"/2/dm_conversations/with/{person}/messages"
        parts = rendered(with_links(parcel), KIND.limits)
        media = [await self._media(kit, connection, one) for one in parcel.files[:1]]
        bodies: list[dict[str, Any]] = [{"text": part} for part in parts] or [{}]
        if media:
            bodies[0]["attachments"] = [{"media_id": media[0]}]
        for body in bodies:
            answer = await api(kit, connection, "POST", path, json=body)
            sent.append(str(answer["data"]["dm_event_id"]))
        return Receipted(tuple(sent), "dm")

    async def _post(self, kit: Kit, connection: Connection, chat: Chat, parcel: Parcel) -> Receipted:
        text = "\n\n".join(rendered(parcel.markdown, KIND.limits))
        if weight(text) > POST:
            raise Refused(f"{weight(text)} of {POST} in a post", "too_long")
        form: dict[str, Any] = {"text": text}
        if to := parcel.reply_to or chat.id:
            form["reply"] = {"in_reply_to_tweet_id": to}
        try:
            answer = await api(kit, connection, "POST", "/2/tweets", json=form)
        except Refused as refused:
            if refused.code != "duplicate":
                raise
            # The same words stand there: an earlier try came through and only its answer was lost.
            return Receipted((), "post")
        return Receipted((str(answer["data"]["id"]),), "post")

    async def _media(self, kit: Kit, connection: Connection, one: Attached) -> str:
        category = "dm_video" if one.media_type.startswith("video/") else "dm_gif" if one.media_type == "image/gif" else "dm_image"
        file = {"media": (one.name, await kit.files.read(one.key), one.media_type)}
        answer = await api(kit, connection, "POST", "/2/media/upload", data={"media_category": category}, files=file)
        return str(answer["data"]["id"])

    async def fetch(self, kit: Kit, connection: Connection, ref: str, most: int) -> bytes:
        """A picture or film; those of direct messages want our signature."""
        signed = {}
        if urlsplit(ref).hostname in SIGNED_FILES or ref.startswith(elsewhere(kit).instead.get(CHANNEL, "\0")):
            signed = {"authorization": header("GET", ref, secrets_of(connection.value))}
        return await download(kit, ref, most, hosts=FILES, channel=CHANNEL, headers=signed)

    async def remove(self, kit: Kit, connection: Connection, chat: Chat, message: str) -> None:
        """Hides a reply under a post of ours."""
        try:
            await api(kit, connection, "PUT", f"/2/tweets/{message}/hidden", json={"hidden": True})
        except Refused as refused:
            if refused.code != "gone":
                raise

    async def recall(self, kit: Kit, connection: Connection, chat: Chat, message: str) -> None:
        """A post of ours is deleted."""
        try:
            await api(kit, connection, "DELETE", f"/2/tweets/{message}")
        except Refused as refused:
            if refused.code != "gone":
                raise

    async def reword(self, kit: Kit, connection: Connection, chat: Chat, message: str, markdown: str) -> None:
        """Nobody can through the API."""
        raise Refused("X lets nobody edit a post; take it off and post anew", "unsupported")

    async def banish(self, kit: Kit, connection: Connection, chat: Chat, who: str, until: datetime | None) -> None:
        """The account no longer takes this person's direct messages."""
        await api(kit, connection, "POST", f"/2/users/{who}/dm/block")

    def link(self, connection: Connection, token: str) -> str:
        """Opens a direct message with the token already typed."""
        return f"https://x.com/messages/compose?recipient_id={connection.value('user_id')}&text=/start%20{token}"


def with_links(parcel: Parcel) -> str:
    """The words, and under them the addresses of buttons that would open one."""
    return "\n".join([parcel.markdown, *(f"[{escaped(one.label)}]({one.link})" for one in parcel.choices if one.link)])


async def probe(kit: Kit, connection: Connection) -> Probe:
    """Whose token it is."""
    try:
        me = (await api(kit, connection, "GET", "/2/users/me", wait_s=8))["data"]
    except Failed as failed:
        return Probe(False, said=failed.said, final=isinstance(failed, Revoked))
    if str(me["id"]) != connection.value("user_id"):
        return Probe(False, f"@{me['username']}", "The token belongs to another account.", final=True)
    return Probe(True, f"@{me['username']}")


kinds.register(KIND, probe)
adapter.register(X())
