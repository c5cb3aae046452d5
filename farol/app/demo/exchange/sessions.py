"""Sessions of the web site: a cookie names the customer and when they came in. A freeze or a revocation ends all of them."""

from datetime import UTC, datetime

from .scenarios import PEOPLE
from .world import World


def cookie(world: World, uid: str) -> str:
    """What the browser keeps. The demo has no passwords, so nothing in it is secret."""
    return f"{uid}.{world.clock().timestamp():.3f}"


def signed_in(world: World, cookie: str) -> str:
    """The uid, or nothing: not a cookie of ours, revoked since, or an account whose sign-ins are stopped."""
    uid, _, since = cookie.partition(".")
    if uid not in PEOPLE or not since.replace(".", "", 1).isdigit() or len(since) > 20 or stopped(world, uid):
        return ""
    ended = world.about(uid).get("sessions_ended_at")
    came = datetime.fromtimestamp(float(since), UTC)
    return uid if ended is None or came > datetime.fromisoformat(ended) else ""


def stopped(world: World, uid: str) -> bool:
    """Whether nobody can sign in: a frozen account, or a hold on sign-ins."""
    return world.status(uid) == "frozen" or any({"login", "all"} & set(hold.scope) for hold in world.holds(uid))
