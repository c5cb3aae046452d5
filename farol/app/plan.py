"""What `farol up` will run: the data folder, the ports, the settings of every process."""

import os
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from farol.app.demo.doors.config import elsewhere
from farol.kit.settings import PORT, Settings, SettingsError, variable
from farol.kit.supervisor import home
from farol.kit.supervisor.account import account, blocked
from farol.kit.supervisor.problems import StartError

EXCHANGE, MAILBOX, MAIL_SINK, MAIL_IN, DOORS = 10, 20, 25, 26, 30
"""Where the demo's other ports lie, counted from the web port."""

SECRETS = ("secret_key", "widget_secret", "core_link_key", "core_link_secret", "core_link_webhook_secret")
RUNNING = "running.json"
"""In the data folder while `farol up` runs: its process number and the settings of its children, for us alone."""
CHECKOUT = Path(__file__).parents[2]


class Options(NamedTuple):
    """What was typed. None: take the setting."""

    demo: bool = False
    data: Path | None = None
    port: int | None = None
    web: int | None = None
    logs: bool = False
    """Whether children write to files below the data folder; a demo's always do."""


def folder(options: Options, env: Mapping[str, str]) -> Path:
    """The data folder: as typed, as set, else below the checkout, or where the servers' account can reach it."""
    if options.data:
        return options.data.absolute()
    if given := env.get(variable("data_dir")):
        return Path(given).absolute()
    name = "demo" if options.demo else "local"
    base = CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()
    if account() and blocked(base):
        return Path("/var/lib/farol") / name
    return base / "var" / name


def environment(options: Options, data: Path, env: Mapping[str, str]) -> dict[str, str]:
    """The variables of every child, before the servers' addresses are known: what is set wins over what is made up."""
    port = options.port or _port(env)
    chosen: dict[str, object] = {"port": port, "data_dir": data}
    if options.web:
        chosen["web_processes"] = options.web
    host = env.get(variable("host")) or "127.0.0.1"
    shown = "localhost" if host in {"0.0.0.0", "::", "127.0.0.1"} else host  # noqa: S104  browsers take passkeys on names only
    made_up: dict[str, object] = {"public_url": f"http://{shown}:{port}"}
    made_up |= home.kept_secrets(data / "secrets.json", SECRETS if options.demo else SECRETS[:1])
    if options.demo:
        chosen["demo"] = "true"
        made_up |= demo_settings(port) | {"mail_zone": data / "demo-mailbox" / "zone.json"}
    names = {variable(name): str(value) for name, value in made_up.items() if not given(env, variable(name))}
    return {**env, **names, **{variable(name): str(value) for name, value in chosen.items()}}


def demo_settings(port: int) -> dict[str, object]:
    """Settings that join Farol to the demo's own exchange, mailbox and platforms."""
    return {
        "core_link_url": f"http://127.0.0.1:{port + EXCHANGE}",
        "widget_origins": f"http://127.0.0.1:{port + EXCHANGE},http://localhost:{port + EXCHANGE}",
        "smtp_host": "127.0.0.1",
        "smtp_port": port + MAIL_SINK,
        "smtp_in_port": port + MAIL_IN,
        "elsewhere": elsewhere(port + DOORS),
        "outbound_allowed": f"127.0.0.1:{port + DOORS}",
        "thread_domains": "demo-exchange.example,bank.example,*.partner.example",
    }


def require_free(ports: Mapping[int, str]) -> None:
    """Raises ``StartError`` naming the first port that another program holds."""
    for port, use in ports.items():
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError as error:
                raise StartError(
                    f"Port {port} ({use}) cannot be used: {error.strerror}.\n"
                    "Stop the program that holds it, or choose other ports, for example --port 9700"
                ) from None


def settings(env: Mapping[str, str]) -> Settings:
    """The settings as the children will read them. Raises ``StartError``."""
    try:
        return Settings.load(env)
    except SettingsError as error:
        raise StartError(str(error)) from None


def given(env: Mapping[str, str], name: str) -> bool:
    """Whether the operator set the variable, directly or by a file."""
    return bool(env.get(name) or env.get(f"{name}_FILE"))


def _port(env: Mapping[str, str]) -> int:
    text = env.get(variable("port")) or str(PORT)
    if not text.isdecimal() or not 0 < int(text) < 65_500:
        raise StartError(f"{variable('port')}: {text!r} is no port")
    return int(text)


def own_environment() -> dict[str, str]:
    """This process's environment. Python children write without delay; at a terminal, lines are for eyes."""
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    if os.isatty(2):
        env.setdefault(variable("log_format"), "console")
    return env
