"""All platforms of the demo together."""

from .config import KEYS, Config
from .memory import Memory
from .played.discord import OnDiscord
from .played.meta import OnMessenger, OnWhatsApp
from .played.phone import OnPhone
from .played.stage import Stage
from .played.telegram import OnTelegram
from .played.x import OnX


class World:
    """``stages``: by key, in the order in which they are shown."""

    def __init__(self, config: Config, memory: Memory) -> None:
        self.memory = memory
        at = (memory, config.address)
        self.telegram, self.discord, self.phone = OnTelegram(*at), OnDiscord(*at), OnPhone(*at)
        each: tuple[Stage, ...] = (self.telegram, self.discord, OnMessenger(*at), OnWhatsApp(*at), OnX(*at), self.phone)
        self.stages = {stage.key: stage for stage in each}
        assert tuple(self.stages) == KEYS
