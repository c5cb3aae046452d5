"""What the outside world reads from the environment: the same variables as Farol, seen from the other side."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from farol.kit.settings import Settings

BESIDE_WEB = 30
"""Its port lies so far above Farol's."""
FOLDER = "demo-doors"
KEYS = ("telegram", "discord", "messenger", "whatsapp", "x", "phone")
"""Each is a path of the one address, and a channel of Farol."""


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """host, port: where it listens. farol: Farol's address."""

    host: str = "127.0.0.1"
    port: int = 8730
    farol: str = "http://localhost:8700"
    brand: str = "Demo Exchange"
    folder: Path = Path("var") / FOLDER

    @property
    def address(self) -> str:
        """Under which platforms are asked."""
        return f"http://127.0.0.1:{self.port}"

    @classmethod
    def load(cls, env: Mapping[str, str]) -> "Config":
        """Reads it. Raises ``SettingsError`` naming what is missing or wrong."""
        settings = Settings.load(env)
        return cls(port=settings.port + BESIDE_WEB, farol=settings.public_url, brand=settings.brand, folder=settings.data_dir / FOLDER)


def elsewhere(port: int) -> str:
    """The value of ``FAROL_ELSEWHERE`` that leads Farol here."""
    return ",".join(f"{key}=http://127.0.0.1:{port}/{key}" for key in KEYS)
