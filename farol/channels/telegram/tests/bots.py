"""A bot for tests."""

from typing import Any

from farol.channels.connections.model import Connection

TOKEN = "7000000001:AAabcdefghijklmnopqrstuvwxyz0123456"


def connection(**more: Any) -> Connection:
    """Ours, as the connections hand it over."""
    settings = more.pop("settings", {"updates": "webhook"})
    return Connection(1, "telegram", "Bot", "t" * 22, "active", "@farol_bot", settings, {"token": TOKEN}, {}, **more)
