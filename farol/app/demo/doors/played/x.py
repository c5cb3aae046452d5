"""X: direct messages, and posts that name us."""

import time
from typing import Any

import msgspec

from farol.app.demo.doors.memory import Memory
from farol.app.demo.doors.people import PEOPLE, Person
from farol.app.demo.doors.platforms.wire import Call, Said
from farol.app.demo.doors.platforms.x import USER, X

from .stage import Room, Stage


class OnX(Stage):
    """A signed webhook of account activity for each."""

    key, name = "x", "X"
    rooms = (Room("dm", "私信", "Direct messages"), Room("post", "公开帖子", "Posts in public", public=True))

    def __init__(self, memory: Memory, address: str) -> None:
        self.there = X()
        super().__init__(self.there, memory, address)
        for person in PEOPLE:
            self.there.dms[str(person.number)] = [{} for line in self.lines("dm", person) if line.ours]
        self.there.posts = [{"text": line.text} for line in self.lines("post", PEOPLE[0]) if line.ours]

    def heard(self, call: Call, said: Said) -> None:
        if call.path.endswith("/messages"):
            who = call.path.split("/")[-2]
            person = next((one for one in PEOPLE if str(one.number) == who), None)
            if person and isinstance(said.body, dict):
                self.memory.add(self.place("dm", person), str(said.body["data"]["dm_event_id"]), (call.json or {}).get("text") or "[file]", ours=True)
        elif call.path == "/2/tweets" and isinstance(said.body, dict):
            self.memory.add(self.place("post", PEOPLE[0]), str(said.body["data"]["id"]), said.body["data"]["text"], ours=True)

    async def say(self, room: str, person: Person, text: str) -> None:
        now = int(time.time() * 1000)
        id_ = str(now * 1000 + self.count() % 1000)
        self.memory.add(self.place(room, person), id_, text, who=person.name)
        who = str(person.number)
        user: dict[str, Any] = {"id": who, "name": person.name, "screen_name": person.username, "followers_count": 120}
        if room == "dm":
            event = {"type": "message_create", "id": id_, "created_timestamp": str(now), "message_create": {
                "target": {"recipient_id": USER}, "sender_id": who, "message_data": {"text": text, "entities": {"urls": []}}}}  # fmt: skip
            body: dict[str, Any] = {"for_user_id": USER, "users": {who: user}, "direct_message_events": [event]}
        else:
            named = {"screen_name": "exchange", "id": int(USER), "id_str": USER, "indices": [0, 9]}
            body = {"for_user_id": USER, "tweet_create_events": [{
                "id": int(id_), "id_str": id_, "text": text, "timestamp_ms": str(now), "user": {**user, "id": person.number, "id_str": who},
                "entities": {"hashtags": [], "urls": [], "user_mentions": [named]}, "in_reply_to_status_id_str": None,
                "in_reply_to_user_id_str": None}]}  # fmt: skip
        raw = msgspec.json.encode(body)
        await self.post(raw, self.there.signed(raw))
