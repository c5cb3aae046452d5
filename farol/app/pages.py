"""Addresses that belong to no feature: the front door, health, metrics."""

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from farol.kit.core import Kit
from farol.kit.permission import Can
from farol.kit.web import Bytes, Response, get, json, redirect

from .health import health


@get("/", can=Can.ANYONE)
async def front_door() -> Response[None]:
    return redirect("/help")


@get("/healthz", can=Can.ANYONE)
async def healthz(kit: Kit) -> Response[object]:
    found = await health(kit)
    return json(found, status=200 if found.status != "down" else 503)


@get("/metrics", can=Can.ANYONE)
async def metrics() -> Bytes:
    return Bytes(generate_latest(), CONTENT_TYPE_LATEST)


routes = [front_door, healthz, metrics]
