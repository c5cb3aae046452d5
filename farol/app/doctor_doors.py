"""What `farol doctor` finds about channels: connections that stopped, mailboxes among them, signatures of our mail, the speech service."""

import asyncio
import socket
from urllib.parse import urlsplit

import asyncpg

from farol.kit.settings import Settings

from .finding import Finding, short

STOPPED = """
select channel, name, state, why, last_failure, extract(epoch from now() - last_failure_at)::float8 as failed_s
from connection where state in ('broken', 'paused') order by state, channel, id limit 50"""
COUNT = "select count(*) from connection where state = 'active'"
STUCK = "select count(*) from parcel_out where state = 'queued' and at < now() - interval '10 minutes'"
SIGNS = "select exists (select from mail_key where state = 'signing')"
HOW = "Console, Settings, Channels: test it, mend what the platform says, and let it run again."


async def channels(settings: Settings) -> list[Finding]:
    """Connections, mailboxes among them, and our own signature on mail."""
    try:
        connection = await asyncpg.connect(settings.database_url, timeout=5)
    except (OSError, asyncpg.PostgresError, TimeoutError, ValueError):
        return []  # the database's own check has said it
    try:
        stopped, active = await connection.fetch(STOPPED), await connection.fetchval(COUNT)
        stuck, signs = await connection.fetchval(STUCK), await connection.fetchval(SIGNS)
    except asyncpg.PostgresError as error:
        return [Finding("look", f"channels: {short(error)}", "Run: farol migrate")]
    finally:
        await connection.close(timeout=5)
    found = [Finding("ok", f"{active} channels are connected")]
    for row in stopped:
        why = row["why"] or row["last_failure"]
        found.append(Finding("look", f"{row['channel']} “{row['name']}” is {row['state']}{f': {why[:200]}' if why else ''}", HOW))
    if stuck:
        found.append(Finding("look", f"{stuck} messages to messengers wait for more than 10 min", "Look whether a worker runs, and at the channel's failures."))
    if settings.smtp_host and not signs and not settings.demo:
        found.append(Finding("look", "outgoing mail has no DKIM signature of ours", "Make a key: console, Settings, Mail, Signatures; or let your mail server sign."))
    return found


async def speech(settings: Settings) -> list[Finding]:
    """Voicemails are written down by a service that answers."""
    if not settings.speech_url:
        return []
    parts = urlsplit(settings.speech_url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    if await asyncio.to_thread(_reached, parts.hostname or "", port):
        return [Finding("ok", f"speech service: {parts.hostname}:{port} can be reached")]
    return [Finding("look", f"speech service: {parts.hostname}:{port} cannot be reached", "Start it, or correct FAROL_SPEECH_URL; voicemails have no transcript meanwhile.")]


def _reached(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=3):
            return True
    except OSError:
        return False
