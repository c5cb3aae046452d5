"""What the mailbox reads from the environment: the same variables as Farol, seen from the other side."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from farol.kit.settings import Settings, SettingsError, read

PORT = "FAROL_DEMO_MAILBOX_PORT"
SMTP_PORT = "FAROL_DEMO_SMTP_PORT"
PAGE_BESIDE_WEB, SINK_BESIDE_WEB = 20, 25
"""Without ports of its own it takes those this far above Farol's."""
FOLDER = "demo-mailbox"


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """port: of the page. smtp_port: where mail arrives. farol_host, farol_port: where answers go."""

    host: str = "127.0.0.1"
    port: int = 8720
    smtp_port: int = 8725
    farol_host: str = "127.0.0.1"
    farol_port: int = 8726
    support: str = "support@support.demo-exchange.example"
    brand: str = "Demo Exchange"
    folder: Path = Path("var") / FOLDER

    @classmethod
    def load(cls, env: Mapping[str, str]) -> "Config":
        """Reads it. Raises ``SettingsError`` naming what is missing or wrong."""
        settings = Settings.load(env)
        try:
            port = msgspec.convert(read(env, PORT) or settings.port + PAGE_BESIDE_WEB, int, strict=False)
            smtp_port = msgspec.convert(read(env, SMTP_PORT) or settings.port + SINK_BESIDE_WEB, int, strict=False)
        except msgspec.ValidationError as error:
            raise SettingsError(f"{PORT}, {SMTP_PORT}: {error}") from error
        return cls(
            host=settings.host, port=port, smtp_port=smtp_port, farol_host=settings.smtp_in_host, farol_port=settings.smtp_in_port,
            support=f"support@{settings.mail_domain}", brand=settings.brand, folder=settings.data_dir / FOLDER,
        )
