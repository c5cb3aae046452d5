"""A Facebook page's Messenger, and WhatsApp."""

import time
from typing import Any

import msgspec

from farol.app.demo.doors.memory import Button, Memory
from farol.app.demo.doors.people import PEOPLE, Person
from farol.app.demo.doors.platforms.meta import PAGE, PHONE, Meta
from farol.app.demo.doors.platforms.wire import Call, Said

from .stage import Stage

SHOWN = "15550783881"


class OnMeta(Stage):
    """Both take a webhook with the app's signature and answer with ids of their own."""

    def __init__(self, memory: Memory, address: str) -> None:
        self.there = Meta(self.key)
        super().__init__(self.there, memory, address)
        for person in PEOPLE:  # ids of ours go on where they were
            ours = sum(line.ours for line in self.lines("dm", person))
            self.there.sent[self.id_of(person)] = [{} for _ in range(ours)]

    def id_of(self, person: Person) -> str:
        """Of somebody, as the platform names them."""
        return str(person.number)

    def heard(self, call: Call, said: Said) -> None:
        if not call.path.endswith("/messages") or not isinstance(said.body, dict) or "success" in said.body:
            return
        who = str(said.body.get("recipient_id") or said.body["contacts"][0]["wa_id"]).lstrip("+")
        person = next((one for one in PEOPLE if self.id_of(one) == who), None)
        if person is None:
            return
        text, buttons = self.shown(self.there.sent[who][-1])
        id_ = str(said.body.get("message_id") or said.body["messages"][0]["id"])
        self.memory.add(self.place("dm", person), id_, text, ours=True, buttons=buttons)
        self.later(self.delivered(person, id_))

    def shown(self, sent: dict[str, Any]) -> tuple[str, list[Button]]:
        """Words and buttons of what we sent."""
        message = sent["message"]
        return message.get("text") or "[file]", [Button(one["title"], one["payload"]) for one in message.get("quick_replies") or []]

    async def delivered(self, person: Person, id_: str) -> None:
        """The platform tells that it arrived."""

    async def send(self, body: dict[str, Any]) -> None:
        """A signed webhook. Raises NotHeard."""
        raw = msgspec.json.encode(body)
        await self.post(raw, self.there.signed(raw))


class OnMessenger(OnMeta):
    """A page's inbox."""

    key, name = "messenger", "Messenger"

    async def say(self, room: str, person: Person, text: str) -> None:
        await self._event(person, {"text": text}, text)

    async def press(self, room: str, person: Person, line: str, name: str) -> None:
        there = self.memory.find(self.place(room, person), line)
        label = next((one.label for one in there.buttons if one.name == name), name) if there else name
        await self._event(person, {"text": label, "quick_reply": {"payload": name}}, label)

    async def _event(self, person: Person, message: dict[str, Any], shown: str) -> None:
        mid, now = f"m_{self.id_of(person)}_{self.count()}", int(time.time() * 1000)
        self.memory.add(self.place("dm", person), mid, shown, who=person.name)
        event = {"sender": {"id": self.id_of(person)}, "recipient": {"id": PAGE}, "timestamp": now, "message": {"mid": mid, **message}}
        await self.send({"object": "page", "entry": [{"id": PAGE, "time": now, "messaging": [event]}]})

    def opened(self, path: str, query: dict[str, str]) -> tuple[str, str]:
        """``m.me`` hands its ``ref`` over when the chat is opened; here it is sent as words, which do the same."""
        return "dm", f"/start {query['ref']}" if query.get("ref") else ""


class OnWhatsApp(OnMeta):
    """A business number."""

    key, name = "whatsapp", "WhatsApp"

    def id_of(self, person: Person) -> str:
        return person.phone.lstrip("+")

    def shown(self, sent: dict[str, Any]) -> tuple[str, list[Button]]:
        if "interactive" in sent:
            part = sent["interactive"]
            rows = [row for section in part["action"].get("sections") or [] for row in section["rows"]]
            buttons = [Button(one["reply"]["title"], one["reply"]["id"]) for one in part["action"].get("buttons") or []]
            buttons += [Button(row["title"], row["id"]) for row in rows]
            if to := part["action"].get("parameters"):
                buttons.append(Button(to["display_text"], link=to["url"]))
            return part["body"]["text"], buttons
        return (sent.get("text") or {}).get("body") or f"[{sent['type']}]", []

    async def say(self, room: str, person: Person, text: str) -> None:
        await self._message(person, {"type": "text", "text": {"body": text}}, text)

    async def press(self, room: str, person: Person, line: str, name: str) -> None:
        there = self.memory.find(self.place(room, person), line)
        label = next((one.label for one in there.buttons if one.name == name), name) if there else name
        answered = {"type": "button_reply", "button_reply": {"id": name, "title": label}}
        await self._message(person, {"type": "interactive", "interactive": answered, "context": {"from": SHOWN, "id": line}}, label)

    async def _message(self, person: Person, message: dict[str, Any], shown: str) -> None:
        wamid, who = f"wamid.demo{self.count()}", self.id_of(person)
        self.memory.add(self.place("dm", person), wamid, shown, who=person.name)
        await self._change({"contacts": [{"profile": {"name": person.name}, "wa_id": who}],
                            "messages": [{"from": who, "id": wamid, "timestamp": str(int(time.time())), **message}]})

    async def delivered(self, person: Person, id_: str) -> None:
        status = {"id": id_, "timestamp": str(int(time.time())), "recipient_id": self.id_of(person), "status": "delivered"}
        await self._change({"statuses": [status]})

    async def _change(self, value: dict[str, Any]) -> None:
        value = {"messaging_product": "whatsapp", "metadata": {"display_phone_number": SHOWN, "phone_number_id": PHONE}, **value}
        await self.send({"object": "whatsapp_business_account", "entry": [{"id": "102290129340398", "changes": [{"field": "messages", "value": value}]}]})
