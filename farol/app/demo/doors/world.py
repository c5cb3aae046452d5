"""All platforms of the demo together."""

from .config import Config
from .memory import Memory
from .played.discord import OnDiscord
from .played.meta import OnMessenger, OnWhatsApp
from .played.phone import OnPhone
from .played.stage import Stage
from .played.telegram import OnTelegram
from .played.x import OnX

KEYS = ("telegram", "discord", "messenger", "whatsapp", "x", "phone")
"""Each is a path of the one address, and a channel of Farol."""


class World:
    """``stages``: by key, in the order in which they are shown."""

    def __init__(self, config: Config, memory: Memory) -> None:
        self.memory = memory
        at = (memory, config.address)
        self.telegram, self.discord, self.phone = OnTelegram(*at), OnDiscord(*at), OnPhone(*at)
        each: tuple[Stage, ...] = (self.telegram, self.discord, OnMessenger(*at), OnWhatsApp(*at), OnX(*at), self.phone)
        self.stages = {stage.key: stage for stage in each}
        assert tuple(self.stages) == KEYS


def elsewhere(port: int) -> str:
    """The value of ``FAROL_ELSEWHERE`` that leads Farol here."""
    return ",".join(f"{key}=http://127.0.0.1:{port}/{key}" for key in KEYS)
