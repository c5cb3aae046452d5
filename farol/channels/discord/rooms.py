"""What the gateway tells of servers, kept while it is connected: which room hangs on which, and who may moderate where."""

from typing import Any

from .model import STEWARDS


class Rooms:
    """Servers, their channels, threads and roles. Told anew with every session, so nothing of it needs to be stored."""

    def __init__(self) -> None:
        self._rooms: dict[str, dict[str, Any]] = {}
        self._roles: dict[str, dict[str, int]] = {}
        self._guilds: dict[str, dict[str, str]] = {}

    def learn(self, kind: str, d: dict[str, Any]) -> None:
        """Takes in an event; most say nothing of rooms."""
        if kind == "GUILD_CREATE" and not d.get("unavailable"):
            self._guilds[d["id"]] = {"name": d.get("name", ""), "owner": d.get("owner_id", "")}
            self._roles[d["id"]] = {role["id"]: int(role.get("permissions", 0)) for role in d.get("roles", [])}
            for room in [*d.get("channels", []), *d.get("threads", [])]:
                self._room(room)
        elif kind in ("CHANNEL_CREATE", "CHANNEL_UPDATE", "THREAD_CREATE", "THREAD_UPDATE"):
            self._room(d)
        elif kind == "THREAD_LIST_SYNC":
            for room in d.get("threads", []):
                self._room(room)
        elif kind in ("CHANNEL_DELETE", "THREAD_DELETE"):
            self._rooms.pop(d["id"], None)
        elif kind in ("GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE"):
            self._roles.setdefault(d["guild_id"], {})[d["role"]["id"]] = int(d["role"].get("permissions", 0))
        elif kind == "GUILD_ROLE_DELETE":
            self._roles.get(d["guild_id"], {}).pop(d["role_id"], None)
        elif kind == "GUILD_DELETE" and not d.get("unavailable"):
            self._guilds.pop(d["id"], None)

    def known(self, d: dict[str, Any]) -> dict[str, Any]:
        """What is known about the place and the author of an event; stored beside it, so that reading it needs nobody."""
        guild = d.get("guild_id") or ""
        if not guild:
            return {}
        there = self._guilds.get(guild, {})
        author = (d.get("author") or d.get("user") or {}).get("id", "")
        member = d.get("member") or d
        return {
            **self._rooms.get(d.get("channel_id", ""), {}), "guild_name": there.get("name", ""),
            "permissions": self._permissions(guild, author, member.get("roles") or []),
        }  # fmt: skip

    def _room(self, room: dict[str, Any]) -> None:
        self._rooms[room["id"]] = {"type": room.get("type"), "parent": room.get("parent_id") or "", "title": room.get("name") or ""}

    def _permissions(self, guild: str, who: str, roles: list[str]) -> int:
        """Of a server's member, without what single channels change. Everybody's role has the server's own ID."""
        if who and who == self._guilds.get(guild, {}).get("owner"):
            return STEWARDS
        of, sum_ = self._roles.get(guild, {}), 0
        for role in (guild, *roles):
            sum_ |= of.get(role, 0)
        return sum_
