"""What the demo exchange reads from the environment: the same variables as Farol, seen from the other side."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from farol.kit.settings import Settings, SettingsError, read, variable

PORT = "FAROL_DEMO_EXCHANGE_PORT"
SPEED = "FAROL_DEMO_SPEED"
BESIDE_WEB = 10
"""Without a port of its own it takes the one this far above Farol's."""


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """``speed``: how much faster than the real networks blocks come; 0 leaves every block to the buttons."""

    farol_url: str = "http://127.0.0.1:8700"
    host: str = "127.0.0.1"
    port: int = 8710
    brand: str = "Demo Exchange"
    core_link_key: str
    core_link_secret: str
    widget_secret: str
    widget_issuer: str = "demo-exchange"
    webhook_secret: str = ""
    smtp_host: str = ""
    smtp_port: int = 587
    data_dir: Path = Path("var")
    speed: float = 1.0

    @property
    def own_url(self) -> str:
        """Where customers find its site: under the host name of Farol's, so that one passkey serves both."""
        host = urlsplit(self.farol_url).hostname or self.host
        return f"http://{host}:{self.port}"

    @classmethod
    def load(cls, env: Mapping[str, str]) -> "Config":
        """Reads it. Raises ``SettingsError`` naming what is missing or wrong."""
        settings = Settings.load(env)
        missing = [
            name
            for name in ("core_link_key", "core_link_secret", "widget_secret")
            if not getattr(settings, name)
        ]
        if missing:
            raise SettingsError("\n".join(f"{variable(name)} is not set" for name in missing))
        try:
            port = msgspec.convert(read(env, PORT) or settings.port + BESIDE_WEB, int, strict=False)
            speed = msgspec.convert(read(env, SPEED) or "1", float, strict=False)
        except msgspec.ValidationError as error:
            raise SettingsError(f"{PORT}, {SPEED}: {error}") from error
        if not 0 <= speed <= 10_000:
            raise SettingsError(f"{SPEED}: must be from 0 to 10000")
        return cls(
            farol_url=settings.public_url.rstrip("/"), host=settings.host, port=port, brand=settings.brand,
            core_link_key=settings.core_link_key, core_link_secret=settings.core_link_secret,
            widget_secret=settings.widget_secret, widget_issuer=settings.widget_issuer,
            webhook_secret=settings.core_link_webhook_secret, smtp_host=settings.smtp_host, smtp_port=settings.smtp_port,
            data_dir=settings.data_dir, speed=speed,
        )  # fmt: skip
