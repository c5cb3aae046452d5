"""The demo's channels: Farol is connected to the outside world beside it, as an operator would do it."""

import asyncio

import httpx2
import structlog

from farol.channels.connections import actions as connections
from farol.channels.connections import store as connection_store
from farol.channels.connections.actions import connecting
from farol.channels.connections.model import Probe
from farol.channels.groups import actions as groups
from farol.channels.groups import store as group_store
from farol.channels.groups.model import Settings as Kept
from farol.channels.opinions import watch_store
from farol.channels.opinions.actions import watching
from farol.channels.partner import actions as partners
from farol.channels.partner import store as partner_store
from farol.channels.phone import people_store
from farol.channels.webhooks import actions as webhooks
from farol.channels.webhooks import store as webhook_store
from farol.channels.webhooks.model import KINDS
from farol.core.people import store as staff
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM, Actor
from farol.kit.settings import Settings

from . import cast
from .acting import acting
from .doors.config import BESIDE_WEB, FOLDER
from .doors.platforms import discord_gateway, meta, telegram, twilio_call, x
from .doors.platforms.discord import FORUM
from .doors.played.discord import KEY

log = structlog.get_logger()
WAIT_S = 60.0
PARTNER_KEY = "partner-key.txt"
META = {"token": meta.TOKEN, "app_secret": meta.SECRET, "verify_token": meta.VERIFY}
NAMES = {"telegram": "Telegram bot", "discord": "Discord server", "messenger": "Facebook page", "whatsapp": "WhatsApp", "x": "X", "phone": "London"}
BY_HAND = ("messenger", "whatsapp", "x")
"""Platforms in whose own settings the webhook's address is entered."""
PHONES = {"ana": "+447400123001", "sol": "+447400123002", "sam": "+447400123003"}
"""Colleagues whose own phone is proven already, so that a call can be answered at once."""


def values() -> dict[str, dict[str, str]]:
    """What an operator enters for each channel: the stand-ins' own, of no worth anywhere else."""
    return {
        "telegram": {"token": telegram.TOKEN, "official": "@ana_demo_exchange"},
        "discord": {"application_id": discord_gateway.APP, "public_key": _public(), "bot_token": discord_gateway.TOKEN, "support_channels": FORUM},
        "messenger": {"page_id": meta.PAGE, **META},
        "whatsapp": {"phone_number_id": meta.PHONE, **META},
        "x": {"user_id": x.USER, **x.KEYS},
        "phone": {"account_sid": twilio_call.ACCOUNT, "auth_token": twilio_call.TOKEN, "number": twilio_call.OURS, "call_countries": "GB,CN,ES,RU"},
    }


def _public() -> str:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(KEY).public_key().public_bytes_raw().hex()


async def open_doors(kit: Kit) -> None:
    """Connects what is not connected, and tells every platform once more where we listen. Doing it again changes nothing else."""
    async with httpx2.AsyncClient(base_url=address(kit.settings), timeout=10, trust_env=False) as desk:
        await _there(desk)
        for channel, given in values().items():
            await _connect(kit, desk, channel, given)
        await _keep_group(kit, desk)
        await _tell_partner(kit, desk, await acting(kit, cast.ROY))
        if not await watch_store.watches(kit.db):
            await watching.add(kit, await acting(kit, cast.DAN), "blog", "Opinions on Demo Exchange", f"{address(kit.settings)}/feed.xml")
    await _phones(kit)


def address(settings: Settings) -> str:
    """Of the outside world."""
    return f"http://127.0.0.1:{settings.port + BESIDE_WEB}"


async def _there(desk: httpx2.AsyncClient) -> None:
    """Waits until it listens: it starts at the same time."""
    async with asyncio.timeout(WAIT_S):
        while True:
            try:
                if (await desk.get("/healthy")).status_code == 200:
                    return
            except httpx2.HTTPError:
                pass
            await asyncio.sleep(0.1)


async def _connect(kit: Kit, desk: httpx2.AsyncClient, channel: str, given: dict[str, str]) -> None:
    rows = await connection_store.of_channel(kit.db, channel)
    if not rows:
        _, found = await connections.connect(kit, SYSTEM, channel, NAMES[channel], given)
        if not found.works:
            log.warning("demo.not_connected", channel=channel, why=found.said)
        rows = await connection_store.of_channel(kit.db, channel)
    elif rows[0].state == "active":
        await connecting.begin(kit, rows[0].id, Probe(True))
    if channel in BY_HAND:
        webhook = f"{kit.settings.public_url}/hooks/{channel}/{rows[0].token}"
        (await desk.post("/desk/entered", json={"platform": channel, "webhook": webhook})).raise_for_status()


async def _keep_group(kit: Kit, desk: httpx2.AsyncClient) -> None:
    """The bot is made an administrator of the group; from the first time on it acts there, unless staff set it otherwise."""
    known = await group_store.listed(kit.db)
    if any(room.channel == "telegram" for room in known):
        return
    (await desk.post("/desk/appointed")).raise_for_status()
    async with asyncio.timeout(WAIT_S):
        while True:
            for room in await group_store.listed(kit.db):
                if room.channel == "telegram":
                    await groups.change(kit, SYSTEM, room.id, Kept(mode="act"), room.version)
                    return
            await asyncio.sleep(0.2)  # a worker reads it


async def _tell_partner(kit: Kit, desk: httpx2.AsyncClient, roy: Actor) -> None:
    """Another company's system is told of tickets, and has a key for the partner API."""
    if not await webhook_store.webhooks(kit.db):
        made = await webhooks.make(kit, roy, "Demo back office", f"{address(kit.settings)}/desk/received", list(KINDS))
        (await desk.post("/desk/entered", json={"platform": "webhooks", "secret": made.secret})).raise_for_status()
    if not await partner_store.keys(kit.db):
        file = kit.settings.data_dir / FOLDER / PARTNER_KEY
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(f"{(await partners.make_key(kit, roy, 'Demo back office', 'write')).secret}\n", "utf-8")


async def _phones(kit: Kit) -> None:
    now = clock.now()
    for row in await staff.everybody(kit.db):
        key = next((who.key for who in cast.STAFF if who.email == row.email), "")
        if key in PHONES and await kit.db.fetchval(people_store.OWN, row.id) is None:
            await kit.db.execute(people_store.SET_OWN, row.id, PHONES[key], now)
            await kit.db.execute(people_store.VERIFY_OWN, row.id, now)
