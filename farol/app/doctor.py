"""`farol doctor`: checks an installation from outside and says what to do about what it finds."""

import asyncio
import json
import shutil
import socket
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

import asyncpg
import httpx2
import nats
import nats.errors

from farol.kit import schema
from farol.kit import settings as kit_settings
from farol.kit.settings import Settings, SettingsError

from . import plan
from .doctor_doors import channels, speech
from .finding import Finding, short

BUILT = Path(__file__).parent / "static"
HELD_S = 5.0
LEAST_FREE = 2 * 2**30

FACTS = """
select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
  current_setting('fsync') = 'on' as fsync, (select rolsuper from pg_roles where rolname = current_user) as super,
  pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()"""
HOLDERS = """
select format('process %s (%s, database %s)', pid, application_name, datname) as who,
  extract(epoch from now() - xact_start)::float8 as age_s
from pg_stat_activity where backend_xid is not null and pid <> pg_backend_pid()
union all select format('prepared transaction %s', gid), extract(epoch from now() - prepared)::float8 from pg_prepared_xacts
order by age_s desc limit 1"""
UNSEEN = "select count(*) from event where xid >= pg_snapshot_xmax(pg_current_snapshot())"


Check = Callable[[Settings], Awaitable[list[Finding]]]


async def main(env: Mapping[str, str], data: Path | None) -> int:
    """Prints every finding; returns 1 when one is bad."""
    env = running(env, data)
    try:
        settings = Settings.load(env)
    except SettingsError as error:
        print(_line(Finding("bad", f"settings: {error}", "Set it, or start Farol first: farol up --demo")))
        return 1
    findings = [Finding("ok", "settings can be read")]
    findings += [Finding("look", f"no setting reads {name}", "Correct or remove it.") for name in kit_settings.unknown(env)]
    for check in CHECKS:
        findings += await check(settings)
    print("\n".join(_line(finding) for finding in findings))
    bad = sum(finding.mark == "bad" for finding in findings)
    print(f"\n{len(findings)} checks, {bad} bad, {sum(finding.mark == 'look' for finding in findings)} to look at.")
    return 1 if bad else 0


def running(env: Mapping[str, str], data: Path | None) -> dict[str, str]:
    """The environment of a `farol up` that runs here, unless the database is set already."""
    folders = [data] if data else [] if env.get("FAROL_DATABASE_URL") else [
        plan.folder(plan.Options(demo=demo), env) for demo in (False, True)
    ]  # fmt: skip
    for folder in folders:
        if (file := folder / plan.RUNNING).exists():
            return {**env, **json.loads(file.read_text())["environment"]}
    return dict(env)


async def database(settings: Settings) -> list[Finding]:
    """Login, version, settings; then what is inside."""
    try:
        connection = await asyncpg.connect(settings.database_url, timeout=5)
    except (OSError, asyncpg.PostgresError, TimeoutError, ValueError) as error:
        return [Finding("bad", f"database: {short(error)}", "Start it, or correct FAROL_DATABASE_URL.")]
    try:
        facts = await connection.fetchrow(FACTS)
        found = [Finding("ok", f"database answers, PostgreSQL {facts['shown']}")]
        if facts["version"] < 180_000:
            found.append(Finding("bad", f"PostgreSQL {facts['shown']} is too old", "Move to 18 or later."))
        if facts["encoding"] != "UTF8":
            found.append(Finding("bad", f"the database's encoding is {facts['encoding']}", "Make it with UTF8."))
        if not facts["fsync"]:
            found.append(Finding("bad", "fsync is off: a power cut loses messages", "Set fsync = on."))
        if facts["super"]:
            found.append(Finding("look", "Farol signs in as a superuser", "Give it a role of its own."))
        return found + await _content(connection)
    finally:
        await connection.close(timeout=5)


async def _content(connection: asyncpg.Connection) -> list[Finding]:
    try:
        waiting = await schema.pending(connection)
    except schema.SchemaError as error:
        return [Finding("bad", f"migrations: {error}", "Use the release this database was made by, or a later one.")]
    if waiting:
        return [Finding("bad", f"{len(waiting)} migrations have not run, first {waiting[0]}", "Run: farol migrate")]
    found = [Finding("ok", "migrations have run")]
    holder = await connection.fetchrow(HOLDERS)
    if holder and holder["age_s"] > HELD_S:
        what = f"{holder['who']} has been writing for {holder['age_s']:.0f} s and holds back all reactions"
        found.append(Finding("look", what, "End it, or give Farol a cluster of its own."))
    else:
        found.append(Finding("ok", "nobody holds back the event log"))
    if unseen := await connection.fetchval(UNSEEN):
        what = f"{unseen} events carry transaction numbers of another cluster and would never be read"
        found.append(Finding("bad", what, "After a restore run: update event set xid = '0' where xid >= "
                                          "pg_snapshot_xmax(pg_current_snapshot()); update cursor set xid = '0', id = 0;"))  # fmt: skip
    else:
        found.append(Finding("ok", "every event can be read"))
    return found


async def bus(settings: Settings) -> list[Finding]:
    """A login at NATS."""
    if not settings.nats_url:
        return [Finding("look", "no NATS: people see each other's words up to 2 s later", "Set FAROL_NATS_URL.")]

    async def quiet(_: Exception) -> None: ...

    try:
        client = await nats.connect(settings.nats_url, allow_reconnect=False, connect_timeout=3, error_cb=quiet)
    except (OSError, nats.errors.Error, TimeoutError) as error:
        return [Finding("look", f"NATS: {short(error)}", "Start it, or correct FAROL_NATS_URL.")]
    await client.close()
    return [Finding("ok", "NATS answers")]


async def disk(settings: Settings) -> list[Finding]:
    """Room for files, where they lie on this machine."""
    folder = settings.data_dir.absolute()
    there = next(path for path in (folder, *folder.parents) if path.exists())
    usage = shutil.disk_usage(there)
    text = f"{usage.free / 2**30:.1f} GiB free for files in {folder}"
    if usage.free < max(LEAST_FREE, usage.total // 20):
        return [Finding("look", f"only {text}", "Make room; PostgreSQL stops when its disk is full.")]
    return [Finding("ok", text)]


async def mail(settings: Settings) -> list[Finding]:
    """Both directions answer with an SMTP greeting."""
    found = []
    for name, host, port in (
        ("outgoing mail", settings.smtp_host, settings.smtp_port),
        ("incoming mail", settings.smtp_in_host, settings.smtp_in_port),
    ):
        if not (host and port):
            found.append(Finding("look", f"{name} is off", "Set FAROL_SMTP_* if customers should be served by mail."))
        elif await asyncio.to_thread(_greets, host, port):
            found.append(Finding("ok", f"{name}: {host}:{port} answers"))
        else:
            found.append(Finding("look", f"{name}: {host}:{port} does not answer", "Start it, or correct the setting."))
    return found


async def front_ends(_: Settings) -> list[Finding]:
    """The built console and widget."""
    missing = [name for name in ("console", "widget") if not any((BUILT / name).glob("*"))]
    if missing:
        return [Finding("bad", f"not built: {', '.join(missing)}", "Run: make setup")]
    return [Finding("ok", "console and widget are built")]


async def web(settings: Settings) -> list[Finding]:
    """What the web processes say of themselves."""
    address = f"{settings.public_url.rstrip('/')}/healthz"
    try:
        async with httpx2.AsyncClient(timeout=5, trust_env=False) as client:
            said = (await client.get(address)).json()
        parts = [f"{name} ({part['why']})" for name, part in said["parts"].items() if part["status"] in ("degraded", "down")]
    except (httpx2.HTTPError, ValueError, KeyError, TypeError):
        return [Finding("look", f"{address} does not answer", "Start Farol, or correct FAROL_PUBLIC_URL.")]
    if parts:
        return [Finding("look", f"the web processes say {said['status']}: {', '.join(parts)}", "See the lines above.")]
    return [Finding("ok", "the web processes say that every part works")]


CHECKS: tuple[Check, ...] = (database, bus, disk, mail, channels, speech, front_ends, web)


def _greets(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=3) as connection:
            connection.settimeout(3)
            return connection.recv(4).startswith(b"220")
    except OSError:
        return False


def _line(finding: Finding) -> str:
    text = f"{finding.mark:<5} {finding.what}"
    return f"{text}\n      -> {finding.do}" if finding.do else text
