"""What the customer of the demo holds in their hand: authenticator, text messages, questions of the app, a passkey."""

import json
from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from farol.app.demo.cast import CastCustomer

from .answers import Refused, answer
from .config import Config
from .deeds.deed import Bench
from .deeds.identity import veto
from .keyring import BadToken
from .post import Mail, Post, Text
from .proofs import Challenge, Proofs
from .rendering import Asked, customer_of, own_origin, render
from .scenarios import PEOPLE
from .world import World

LATEST = 5


class Device(msgspec.Struct, frozen=True):
    """secret, code, left_s: of the authenticator. mails: newest first, as the mailbox also has them."""

    uid: str
    secret: str
    code: str
    left_s: int
    texts: list[Text]
    mails: list[Mail]
    questions: list[Challenge]
    passkeys: int


def device(world: World, proofs: Proofs, uid: str) -> Device:
    """All of it now."""
    secret, code, left = proofs.totp(uid)
    spaced = " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))
    post: Post = proofs.post
    mails = [mail for mail in reversed(post.mails) if mail.uid == uid][:LATEST]
    texts = list(reversed(post.texts[uid]))[:LATEST]
    return Device(uid, spaced, code, left, texts, mails, proofs.waiting(uid), len(world.things("passkey", uid)))


@get("/phone/{uid:str}")
async def phone(
    uid: FromPath[str], request: Asked, config: NamedDependency[Config], world: NamedDependency[World], proofs: NamedDependency[Proofs]
) -> Response[str]:
    """Theirs whether or not they are signed in: a frozen account does not take the phone away."""
    who = PEOPLE.get(uid)
    if who is None:
        raise Refused("not_found")
    return render("phone.html", request, config, me=customer_of(request, world), who=who, device=device(world, proofs, uid))


@post("/phone/{uid:str}/questions/{challenge_id:str}")
async def reply(uid: FromPath[str], challenge_id: FromPath[str], request: Asked, proofs: NamedDependency[Proofs]) -> Response[Any]:
    """Yes, it is me; or no."""
    own_origin(request)
    said = str((await request.form()).get("say", ""))
    if said not in ("yes", "no") or not proofs.confirm(uid, challenge_id, said == "yes"):
        raise Refused("not_found")
    return Redirect(f"/phone/{uid}", status_code=303)


@post("/passkey/options", status_code=200)
async def passkey_options(request: Asked, world: NamedDependency[World], proofs: NamedDependency[Proofs]) -> Response[bytes]:
    """What the browser is asked to make."""
    return answer(proofs.passkeys.register(_me(request, world).uid))


@post("/passkey", status_code=200)
async def passkey(request: Asked, world: NamedDependency[World], proofs: NamedDependency[Proofs]) -> Response[bytes]:
    """The key that the browser made."""
    me = _me(request, world)
    try:
        credential = json.loads(await request.body())
    except ValueError:
        raise Refused("invalid") from None
    if not isinstance(credential, dict) or not proofs.passkeys.registered(me.uid, credential):
        raise Refused("proof_invalid")
    return answer({"passkeys": len(world.things("passkey", me.uid))})


@get("/veto")
async def veto_page(request: Asked, config: NamedDependency[Config], proofs: NamedDependency[Proofs]) -> Response[str]:
    """Asks once more, since programs open the links of mails too."""
    token = request.query_params.get("token", "")
    return render("veto.html", request, config, token=token, good=_vetoes(proofs, token) is not None, done=False)


@post("/veto")
async def undo(request: Asked, config: NamedDependency[Config], proofs: NamedDependency[Proofs], world: NamedDependency[World]) -> Response[str]:
    """The change of contact does not happen."""
    own_origin(request)
    token = str((await request.form()).get("token", ""))
    found = _vetoes(proofs, token)
    done = found is not None and veto(Bench(world, proofs.post), *found)
    return render("veto.html", request, config, 200 if done else 404, token=token, good=done, done=done)


def _vetoes(proofs: Proofs, token: str) -> tuple[str, str] | None:
    """Whose change, and which."""
    try:
        claims = proofs.claims(token)
    except BadToken:
        return None
    return (claims.uid, claims.about) if claims.purpose == "veto" else None


def _me(request: Asked, world: World) -> CastCustomer:
    own_origin(request)
    me = customer_of(request, world)
    if me is None:
        raise Refused("not_found")
    return me


routes = [phone, reply, passkey_options, passkey, veto_page, undo]
